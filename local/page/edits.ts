import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Google } from './google.ts';

/** What a window does to a workbook. Values are sent as they were typed; everything else in the API's own words. */
export type Edit =
  | { readonly kind: 'values'; readonly sheetId: number; readonly cells: readonly TypedCell[] }
  | { readonly kind: 'requests'; readonly requests: readonly api.Schema$Request[] };

export interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Sends the edits in order, as the person. @throws GoogleRefusal at the first that is refused */
export async function sendEdits(
  google: Google,
  spreadsheetId: string,
  edits: readonly Edit[],
): Promise<void> {
  const path = `/v4/spreadsheets/${encodeURIComponent(spreadsheetId)}`;
  for (const edit of edits) {
    if (edit.kind === 'requests') await google.post(`${path}:batchUpdate`, { requests: edit.requests });
    else
      await google.post(`${path}/values:batchUpdateByDataFilter`, {
        valueInputOption: 'USER_ENTERED',
        data: blocksOf(edit.cells).map(({ top, left, rows }) => ({
          dataFilter: {
            gridRange: {
              sheetId: edit.sheetId,
              startRowIndex: top,
              endRowIndex: top + rows.length,
              startColumnIndex: left,
              endColumnIndex: left + rows[0]!.length,
            },
          },
          majorDimension: 'ROWS',
          values: rows,
        })),
      });
  }
}

/** Cells as few rectangles: runs within a row, then equal runs below one another. */
export function blocksOf(cells: readonly TypedCell[]): { top: number; left: number; rows: string[][] }[] {
  const sorted = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const runs: { top: number; left: number; rows: string[][] }[] = [];
  for (const { row, column, text } of sorted) {
    const last = runs.at(-1);
    if (last && last.top === row && last.left + last.rows[0]!.length === column) last.rows[0]!.push(text);
    else runs.push({ top: row, left: column, rows: [[text]] });
  }
  const blocks: typeof runs = [];
  for (const run of runs) {
    const above = blocks.find(
      ({ top, left, rows }) =>
        top + rows.length === run.top && left === run.left && rows[0]!.length === run.rows[0]!.length,
    );
    if (above) above.rows.push(run.rows[0]!);
    else blocks.push(run);
  }
  return blocks;
}
