import type { At } from '../domain/at.ts';
import { SETUP_FORMS, type SetupFormId } from '../domain/setup/setup-forms.ts';

export interface PlaceWords {
  readonly cell: string;
  readonly tab: string;
  readonly column: string;
  readonly file: string;
  readonly row: string;
  /** Quotation marks around what stands in a form. */
  readonly quotes: readonly [string, string];
  /** Where no place is known. */
  readonly nowhere: string;
}

/** "Ô C7 (cột “Kết quả”)" or "Tệp criteria.csv, dòng 5, cột max_points": how every sentence of an issue begins. */
export function showPlace({ cell, column, file, row, tab }: At, words: PlaceWords): string {
  const [open, close] = words.quotes;
  if (cell !== undefined) {
    const header = column === undefined ? '' : ` (${words.column} ${open}${column}${close})`;
    const title = SETUP_FORMS[tab as SetupFormId]?.tab;
    const before = title === undefined ? '' : `${words.tab} ${open}${title}${close}, `;
    return startUpper(`${before}${words.cell} ${cell}${header}`);
  }
  const parts = [
    file === undefined ? '' : `${words.file} ${file}`,
    row === undefined ? '' : `${words.row} ${row}`,
    column === undefined ? '' : `${words.column} ${column}`,
  ].filter((part) => part !== '');
  return startUpper(parts.length === 0 ? words.nowhere : parts.join(', '));
}

function startUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
