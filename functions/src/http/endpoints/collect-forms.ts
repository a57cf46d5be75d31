import { z } from 'zod';
import { present } from '../../domain/present.ts';
import { COLLECTION_MS, type CollectedUnit, collectForms } from '../../usecases/forms/collect-forms.ts';
import { endpoint } from '../endpoint.ts';
import { issueBody } from '../errors.ts';
import { googleOf } from '../google.ts';
import type { Language } from '../language.ts';
import { idText, once, periodAddress, workingTime } from '../shapes/shapes.ts';

/** Collects the forms that were filled and not submitted. */
export const collectFormsEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    ...periodAddress,
    from: idText.optional(),
    withinMs: workingTime.withinMs,
    ...once,
  }),
  mayCall: { officer: 'campaign' },
  worksForMs: ({ withinMs = COLLECTION_MS }) => withinMs,
  async answer({ period, from, withinMs }, { acting, config, language }) {
    const order = present({ period, from, withinMs });
    const collection = await collectForms(acting, googleOf(config), order);
    return { ...collection, units: collection.units.map((unit) => unitBody(unit, language)) };
  },
});

function unitBody(unit: CollectedUnit, language: Language) {
  if (unit.outcome !== 'refused') return unit;
  return { ...unit, issues: unit.issues.map((issue) => issueBody(issue, language)) };
}
