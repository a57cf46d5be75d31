import type { Day } from '../../domain/campaign/period.ts';
import type { Distance } from '../../domain/exemplar/distance.ts';
import { dayCell } from '../../domain/form/day-text.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { RowValue } from '../../domain/register/register.ts';

/** A day, or nothing. */
export const dayOf = (day: Day | RowValue | undefined): CellValue =>
  day === undefined ? null : dayCell(day as Day);

/** A text, or nothing. */
export const textOf = (value: RowValue | undefined): CellValue =>
  value === undefined ? null : String(value);

/** A count; nothing instead of 0, which is easier to read past. */
export const countOf = (count: number): CellValue => (count === 0 ? null : count);

/** 107.14, rounded half away from zero. */
export const percentOf = ({ basisPoints }: Distance): CellValue => basisPoints / 100;

/** Several lines in one cell; nothing if there are none. */
export const linesOf = (lines: readonly string[]): CellValue =>
  lines.length === 0 ? null : lines.join('\n');

/** "A, B, C và 12 nữa". */
export function someOf(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join('; ');
  return names.length > most ? `${shown}; và ${names.length - most} nữa` : shown;
}

/** The last of some days. */
export const lastDay = (days: readonly (RowValue | undefined)[]): RowValue | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

export const sumOf = (numbers: readonly (RowValue | undefined)[]): number =>
  numbers.reduce((sum: number, each) => sum + (typeof each === 'number' ? each : 0), 0);
