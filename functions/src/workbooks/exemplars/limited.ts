import type { Decimal } from '../../domain/numbers/decimal.ts';
import { formatDecimal } from '../../messages/vi/format.ts';

/** More lines nobody reads, and ten thousand units would fill the spreadsheet. */
const MOST_LINES = 5000;

/** The first so many of all, and the line that says so above the table. */
export function limited<T>(
  all: readonly T[],
  noun: string,
): { readonly shown: readonly T[]; readonly line: readonly string[] } {
  if (all.length <= MOST_LINES) return { shown: all, line: [] };
  const said = (count: number) => formatDecimal(String(count) as Decimal);
  return {
    shown: all.slice(0, MOST_LINES),
    line: [`Chỉ hiện ${said(MOST_LINES)} trong ${said(all.length)} ${noun}.`],
  };
}
