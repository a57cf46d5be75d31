import fc from 'fast-check';
import type { Day } from '../../functions/src/domain/campaign/period.ts';
import type { Tag } from '../../functions/src/domain/campaign/tag.ts';
import { cleanText } from '../../functions/src/domain/form/text.ts';
import { parseDecimal } from '../../functions/src/domain/numbers/decimal.ts';
import type { Micropoints } from '../../functions/src/domain/numbers/micropoints.ts';

export const DAYS = ['2024-01-01', '2024-02-29', '2024-06-30', '2024-07-01', '2024-12-31'] as Day[];

export const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('a "b", c;\nd', 'Mỹ Hoà', '=1+1', "'x", '-5'),
  )
  .map(cleanText)
  .filter((text) => text !== '');

export const anyPoints = (least: number, most: number) =>
  fc.integer({ min: least * 100, max: most * 100 }).map((hundredths) => (hundredths * 10_000) as Micropoints);

export const anyDecimal = fc.integer({ min: 1, max: 100_000 }).map((n) => parseDecimal(`${n}e-3`)!);

export const anyRatio = fc.integer({ min: 1, max: 100 }).map((n) => parseDecimal(`${n}e-2`)!);

export function distinct(letter: string, least: number, most: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(
    fc.integer({ min: 1, max: 99 }).map((n) => `${letter}${n}`),
    { minLength: least, maxLength: most },
  );
}

export function anyTags(letter: string, least: number, most: number): fc.Arbitrary<Tag[]> {
  return distinct(letter, least, most).chain((codes) =>
    fc.tuple(...codes.map((code) => anyText.map((name) => ({ code, name })))),
  );
}

export const anyValidity = fc
  .uniqueArray(fc.constantFrom(...DAYS), { minLength: 2, maxLength: 2 })
  .chain((days) =>
    fc.subarray(['validFrom', 'validTo'] as const).map((kept) => ({ kept, days: days.toSorted() })),
  )
  .map(({ kept, days }) => ({
    ...(kept.includes('validFrom') && { validFrom: days[0]! }),
    ...(kept.includes('validTo') && { validTo: days[1]! }),
  }));
