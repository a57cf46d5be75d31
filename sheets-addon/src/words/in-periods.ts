import type { PeriodKind } from '../../../functions/src/domain/campaign/period.ts';

const CALLED: Readonly<Record<PeriodKind, string>> = {
  month: 'tháng',
  week: 'tuần',
  quarter: 'quý',
  year: 'năm',
  round: 'đợt',
};
const ITEMS = /(Chốt|Đánh giá|Mở lại) tháng/g;

/** Words, or what makes them, with menu items called after the campaign's periods: “Chốt tuần”. */
export function inPeriods<T>(words: T, kind: PeriodKind): T {
  return (kind === 'month' ? words : renamed(words, `$1 ${CALLED[kind]}`)) as T;
}

function renamed(words: unknown, to: string): unknown {
  if (typeof words === 'string') return words.replace(ITEMS, to);
  if (typeof words === 'function') return (...given: readonly unknown[]) => renamed(words(...given), to);
  if (Array.isArray(words)) return words.map((each) => renamed(each, to));
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, each]) => [key, renamed(each, to)]));
}

/** “tháng”, “tuần”. */
export const periodWord = (kind: PeriodKind = 'month'): string => CALLED[kind];

/** As the functions write it into the workbook's metadata. */
export const parsePeriodKind = (text: string | undefined): PeriodKind =>
  text !== undefined && text in CALLED ? (text as PeriodKind) : 'month';
