import { z } from 'zod';
import type { PointsKey, RankKey, TieBreak } from '../../domain/campaign/settings.ts';
import { cleanText } from '../../domain/form/text.ts';
import { type FieldMeta, isCode } from './fields.ts';

const PLAIN_POINTS = ['total', 'base', 'bonus', 'deductions'];
const PLAIN_OTHERS = ['deduction_count', 'previous_place'];
const TAGGED_POINTS = ['group', 'leg', 'prong', 'breakthrough', 'criterion'];
const ORDERS = ['ascending', 'descending'];

/** A subtotal by its name: "base", "prong:M2", "criterion:CQ-M1-01". */
export const pointsKey = z
  .string()
  .transform(cleanText)
  .refine(isPointsKey)
  .transform((key) => key as PointsKey)
  .meta({ code: 'rank_key' } satisfies FieldMeta);

/** A key and, where it differs from the usual one, its order: "base", "value:GOALS ascending". */
export const tieBreak = z
  .string()
  .transform((raw) => parseTieBreak(cleanText(raw)) as TieBreak)
  .refine((value) => value !== undefined)
  .meta({ code: 'rank_key' } satisfies FieldMeta);

function parseTieBreak(text: string): TieBreak | undefined {
  const [key = '', order = usualOrder(key), ...rest] = text.split(/\s+/);
  if (rest.length > 0 || !ORDERS.includes(order)) return undefined;
  if (!isPointsKey(key) && !PLAIN_OTHERS.includes(key) && !isTagged(key, ['value'])) return undefined;
  return { key: key as RankKey, order: order as TieBreak['order'] };
}

/** The text that reads back as this key and order; the order only where it is not the usual one. */
export function formatTieBreak({ key, order }: TieBreak): string {
  return order === usualOrder(key) ? key : `${key} ${order}`;
}

/** More is better, except of deductions and places. */
function usualOrder(key: string): TieBreak['order'] {
  return PLAIN_OTHERS.includes(key) ? 'ascending' : 'descending';
}

function isPointsKey(key: string): boolean {
  return PLAIN_POINTS.includes(key) || isTagged(key, TAGGED_POINTS);
}

function isTagged(key: string, tags: readonly string[]): boolean {
  const colon = key.indexOf(':');
  return colon > 0 && tags.includes(key.slice(0, colon)) && isCode(key.slice(colon + 1));
}
