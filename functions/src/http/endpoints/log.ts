import { z } from 'zod';
import { present } from '../../domain/present.ts';
import { type NamedEntry, readLog } from '../../usecases/log/read-log.ts';
import { endpoint } from '../endpoint.ts';
import type { Language } from '../language.ts';
import { sentences } from '../sentences.ts';
import { idText } from '../shapes/shapes.ts';

/** Nhật ký: who did what and when, newest first; and the newest seal, for whoever wants to write it down. */
export const logEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject({
    campaign: idText,
    period: idText.optional(),
    most: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .transform(Number)
      .optional(),
  }),
  mayCall: { officer: 'campaign', admin: 'campaign' },
  async answer({ period, most }, { acting, language }) {
    const [entries, last] = await Promise.all([
      readLog(acting.store, { period, most }),
      acting.store.lastSeal(),
    ]);
    const seal = last && { number: last.number, hash: last.hash };
    return present({ entries: entries.map((entry) => entryBody(entry, language)), seal });
  },
});

function entryBody({ entry, unitName }: NamedEntry, language: Language) {
  const { at, by, action, period, unitId, reason, details } = entry;
  const { actions, explainEntry } = sentences[language];
  const sentence = explainEntry(actions[action], { unit: unitName ?? unitId, period, details });
  return present({ at: at.toISOString(), by, sentence, action, period, unitId, reason });
}
