import { MARK } from '../current.ts';
import type { Draft } from '../draft.ts';
import type { IdPool } from '../id-pool.ts';
import type { SheetRequest } from '../sheet-request.ts';
import type { TableTab } from '../wanted.ts';
import { bannerPosition, readTabState } from './plan-dress.ts';

/** Makes sure there is a marked header row with room for the banner above it. */
export function planHeaderRow(draft: Draft, tab: TableTab, ids: IdPool): SheetRequest[] {
  const requests: SheetRequest[] = [];
  const room = tab.banner.length;
  let header = draft.headerRow;
  if (header === undefined) {
    // Somebody deleted the header: a new row in its place, below what should stand above it.
    header = Math.min(room, draft.rowCount);
    if (!draft.isNew) requests.push(draft.insertRows(header, 1));
    requests.push(draft.createHeaderMark(header, ids));
    draft.hasNewHeader = !draft.isNew;
  }
  if (header < room) {
    requests.push(draft.insertRows(header, room - header));
    draft.hasNewBanner = true;
  }
  return requests.length > 0 && !draft.isNew ? [...requests, ...freezeHeader(draft)] : requests;
}

/**
 * Takes away lines of the banner that it no longer has (a version's reason, say), so that the table stands close
 * below it; not where anything stands beside them, and not in a form, of whose cells people were told by address.
 */
export function planShorterBanner(draft: Draft, tab: TableTab): SheetRequest[] {
  if (tab.rowKey !== undefined) return [];
  const requests: SheetRequest[] = [];
  const at = bannerPosition(draft, tab);
  let spare = readTabState(draft).state.bannerLines - tab.banner.length;
  for (let row = draft.headerRow! - 1; row >= tab.banner.length && spare > 0; row--) {
    if ((draft.values[row] ?? []).some((cell, i) => i !== at && cell !== null && cell !== '')) continue;
    requests.push(draft.deleteRow(row));
    spare--;
  }
  return requests.length > 0 ? [...requests, ...freezeHeader(draft)] : requests;
}

function freezeHeader(draft: Draft): SheetRequest[] {
  const frozenRowCount = draft.headerRow! + 1;
  if (draft.frozenRows === frozenRowCount) return [];
  draft.frozenRows = frozenRowCount;
  return [
    {
      updateSheetProperties: {
        properties: { sheetId: draft.sheetId, gridProperties: { frozenRowCount } },
        fields: 'gridProperties.frozenRowCount',
      },
    },
  ];
}

/**
 * Makes the columns that are missing, each behind the one it should follow, and takes away those of ours that are
 * no longer wanted; never those of a form, where people's answers may stand.
 */
export function planColumns(draft: Draft, tab: TableTab, ids: IdPool): SheetRequest[] {
  const requests: SheetRequest[] = [];
  let next = 0;
  for (const [index, column] of tab.columns.entries()) {
    const position = draft.positionOf(column.key);
    if (position !== undefined) {
      next = position + 1;
      continue;
    }
    const at = draft.isNew ? index : Math.min(next, draft.columnCount);
    if (!draft.isNew) requests.push(draft.insertColumns(at, 1));
    requests.push(draft.createColumnMark(column.key, at, ids));
    next = at + 1;
  }
  if (tab.rowKey === undefined) requests.push(...deleteStale(draft, tab));
  return requests;
}

function deleteStale(draft: Draft, { columns }: TableTab): SheetRequest[] {
  const wanted = new Set(columns.map(({ key }) => key));
  return draft.columnMarks
    .filter(({ key, value }) => key === MARK.column && !wanted.has(value))
    .map(({ at }) => at)
    .sort((a, b) => b - a)
    .map((at) => draft.deleteColumn(at));
}
