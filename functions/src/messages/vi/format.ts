import type { Day, Period } from '../../domain/campaign/period.ts';
import { type Decimal, divideRounded, fromScaled } from '../../domain/numbers/decimal.ts';
import { type Micropoints, pointsOf, roundPoints } from '../../domain/numbers/micropoints.ts';
import { showPeriodId } from './period-id.ts';

/** "-1234.5" as "-1.234,5": a comma before decimals, points between thousands. Exact, nothing is rounded. */
export function formatDecimal(decimal: Decimal): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** Points without their word: "92,5". With `decimals` rounded to them, half away from zero; else all there are. */
export function formatPoints(micropoints: Micropoints, decimals?: number): string {
  return formatDecimal(pointsOf(decimals === undefined ? micropoints : roundPoints(micropoints, decimals)));
}

/** Points as explanations show them: at most four decimals, which is more than any table prints. */
export function showPoints(micropoints: Micropoints): string {
  return formatPoints(micropoints, SHOWN_DECIMALS);
}

export const SHOWN_DECIMALS = 4;

/** A value with its measure: "98%", "12 cuộc". */
export function formatValue(value: Decimal, measure?: string): string {
  if (measure === undefined || measure === '') return formatDecimal(value);
  return measure === '%' ? `${formatDecimal(value)}%` : `${formatDecimal(value)} ${measure}`;
}

/** numerator / denominator in percent with at most two decimals: "93,33%". */
export function formatRatio(numerator: bigint, denominator: bigint): string {
  const hundredths = divideRounded(numerator * 10_000n, denominator);
  return `${formatDecimal(fromScaled(hundredths * 10_000_000_000n))}%`;
}

/** "31/03/2024". */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** "Tháng 03/2024", "Tuần 09/2024", "Quý 1/2024", "Năm 2024", or a named round's name. */
export function formatPeriod(period: Period): string {
  return period.name ?? showPeriodId(period.id);
}
