import { z } from 'zod';
import { pointsOf } from '../../domain/numbers/micropoints.ts';
import { present } from '../../domain/present.ts';
import type { ListChanges } from '../../domain/setup/compare-campaigns.ts';
import type { UnitOutcome } from '../../domain/setup/compare-results.ts';
import { changesNothing, type PreviewFacts } from '../../messages/preview-facts.ts';
import {
  type CampaignPreview,
  type MonthPreview,
  previewCampaign,
} from '../../usecases/setup/preview-campaign.ts';
import { endpoint } from '../endpoint.ts';
import { issueBody } from '../errors.ts';
import type { Language } from '../language.ts';
import { sentences } from '../sentences.ts';
import { campaignProposal, MOST_PROPOSAL_BYTES } from '../shapes/campaign-proposal.ts';

/**
 * What a configuration would change in the current month, before it is kept: what is refused, with places; or the
 * lines that people read, and the same as data.
 */
export const previewCampaignEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject(campaignProposal),
  mayCall: { officer: 'campaign', admin: 'campaign' },
  mostBytes: MOST_PROPOSAL_BYTES,
  answer: async (order, { acting, roles, language }) => ({
    ...previewBody(await previewCampaign(acting, order), language),
    maySave: roles.includes('admin'),
  }),
});

function previewBody({ basis, issues, changes, month, hasResults }: CampaignPreview, language: Language) {
  const refused = issues.map((issue) => issueBody(issue, language));
  if (changes === undefined) return { basis, refused, changed: false, lines: [] };
  const facts: PreviewFacts = { changes, hasResults, ...(month && { month: monthFacts(month) }) };
  const { units, criteria, members, targets, settings } = changes;
  return present({
    basis,
    refused,
    changed: !changesNothing(facts),
    lines: sentences[language].explainPreview(facts),
    units: listBody(units),
    criteria: listBody(criteria),
    members: listBody(members),
    targets,
    settings,
    month: month && monthBody(month),
  });
}

const EVALUATED: readonly MonthPreview['state'][] = ['evaluated', 'voted', 'published'];

function monthFacts({ period, state, forms, changes }: MonthPreview): NonNullable<PreviewFacts['month']> {
  return { period, forms, isEvaluated: EVALUATED.includes(state), changes };
}

function monthBody({ period, state, forms, changes: { counts, units, more } }: MonthPreview) {
  const unitBodies = units.map(({ unitId, name, before, after }) =>
    present({ unitId, name, before: before && outcomeBody(before), after: after && outcomeBody(after) }),
  );
  return { period: period.id, state, forms, counts, units: unitBodies, more };
}

function outcomeBody({ place, total, grade, recognitions }: UnitOutcome) {
  return present({ place, total: total === undefined ? undefined : pointsOf(total), grade, recognitions });
}

/** Of each kind the first few by name. */
const MOST_NAMED = 20;

function listBody(changes: ListChanges) {
  const some = (list: ListChanges['added']) => ({ count: list.length, first: list.slice(0, MOST_NAMED) });
  return { added: some(changes.added), removed: some(changes.removed), changed: some(changes.changed) };
}
