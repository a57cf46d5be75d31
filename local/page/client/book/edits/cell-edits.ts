import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Edit, TypedCell } from '../../../edits.ts';
import type { FormatEdit } from './format-edit.ts';

/** One cell that somebody changed in this window. */
export interface ChangedCell {
  readonly row: number;
  readonly column: number;
  /** What was typed; absent when the text is as before. */
  readonly text?: string;
  readonly format?: FormatEdit;
}

/** Changed cells as edits: what was typed first, then the formats, equal ones as rectangles. */
export function cellEdits(sheetId: number, cells: readonly ChangedCell[]): Edit[] {
  const typed = cells.flatMap(({ row, column, text }): TypedCell[] =>
    text === undefined ? [] : [{ row, column, text }],
  );
  const requests = formatRequests(sheetId, cells);
  return [
    ...(typed.length > 0 ? [{ kind: 'values' as const, sheetId, cells: typed }] : []),
    ...(requests.length > 0 ? [{ kind: 'requests' as const, requests }] : []),
  ];
}

function formatRequests(sheetId: number, cells: readonly ChangedCell[]): api.Schema$Request[] {
  const byFormat = new Map<string, { format: FormatEdit; cells: ChangedCell[] }>();
  for (const cell of cells) {
    if (!cell.format) continue;
    const key = JSON.stringify(cell.format);
    const group = byFormat.get(key) ?? { format: cell.format, cells: [] };
    group.cells.push(cell);
    byFormat.set(key, group);
  }
  return [...byFormat.values()].flatMap(({ format, cells: same }) =>
    rectangles(same).map(({ top, left, bottom, right }) => ({
      repeatCell: {
        range: {
          sheetId,
          startRowIndex: top,
          endRowIndex: bottom,
          startColumnIndex: left,
          endColumnIndex: right,
        },
        cell: { userEnteredFormat: format.format },
        fields: format.fields
          .split(',')
          .map((field) => `userEnteredFormat.${field}`)
          .join(','),
      },
    })),
  );
}

interface Rectangle {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Runs within a row, then equal runs below one another. */
function rectangles(cells: readonly { row: number; column: number }[]): Rectangle[] {
  const sorted = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const runs: Rectangle[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.top === row && last.right === column) last.right++;
    else runs.push({ top: row, left: column, bottom: row + 1, right: column + 1 });
  }
  const joined: Rectangle[] = [];
  for (const run of runs) {
    const above = joined.find(
      ({ bottom, left, right }) => bottom === run.top && left === run.left && right === run.right,
    );
    if (above) above.bottom = run.bottom;
    else joined.push(run);
  }
  return joined;
}
