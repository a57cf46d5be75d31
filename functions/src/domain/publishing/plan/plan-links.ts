import type { Draft } from '../draft.ts';
import type { SheetRange, SheetRequest } from '../sheet-request.ts';
import { fingerprintOf } from '../stable-id.ts';
import type { TableTab } from '../wanted.ts';

/** What the links of a tab lead to, and from which texts; undefined of a tab without any. */
export function linksPrint({ columns, rows, links }: TableTab): string | undefined {
  if (links === undefined) return undefined;
  const at = columns.findIndex(({ key }) => key === links.column);
  return fingerprintOf([rows.map((row) => row[at] ?? null), links.uris.map((uri) => uri ?? null)]);
}

/**
 * Puts links behind the cells of a column: as a format, never as a formula, so that nothing people wrote is worked
 * out. All of them anew when one is another, and none behind the cells below.
 */
export function planLinks(draft: Draft, tab: TableTab, before: string | undefined): SheetRequest[] {
  const { links } = tab;
  const print = linksPrint(tab);
  const isAsBefore = print === before && (links === undefined || !draft.newColumns.has(links.column));
  if (links === undefined || isAsBefore) return [];
  const at = draft.positionOf(links.column)!;
  const startRowIndex = draft.headerRow! + 1;
  const column: SheetRange = {
    sheetId: draft.sheetId,
    startRowIndex,
    startColumnIndex: at,
    endColumnIndex: at + 1,
  };
  const fields = 'userEnteredFormat.textFormat.link';
  const cleared: SheetRequest = { repeatCell: { range: column, cell: {}, fields } };
  if (links.uris.length === 0) return [cleared];
  return [
    ...(draft.isNew ? [] : [cleared]),
    {
      updateCells: {
        start: { sheetId: draft.sheetId, rowIndex: startRowIndex, columnIndex: at },
        rows: links.uris.map((uri) => ({
          values: [uri === undefined ? {} : { userEnteredFormat: { textFormat: { link: { uri } } } }],
        })),
        fields,
      },
    },
  ];
}
