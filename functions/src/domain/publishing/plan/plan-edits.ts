import { type CurrentTab, type CurrentWorkbook, MARK } from '../current.ts';
import { Draft, newDraft } from '../draft.ts';
import { IdPool } from '../id-pool.ts';
import type { SheetRequest } from '../sheet-request.ts';
import { sheetIdOf } from '../stable-id.ts';
import type { KeptTab, TableTab, WantedWorkbook } from '../wanted.ts';
import { planCharts } from './plan-charts.ts';
import { planColumns, planHeaderRow, planShorterBanner } from './plan-columns.ts';
import { planDress, readTabState } from './plan-dress.ts';
import { planMarks } from './plan-marks.ts';
import { planProtection } from './plan-protection.ts';
import { planValues } from './plan-values.ts';

/** One atomic batchUpdate: nobody sees half a publication. Empty when there is nothing to do. */
export interface Plan {
  readonly requests: readonly SheetRequest[];
}

export interface PlanOptions {
  /** Who may still write where people may not: the functions' own account. */
  readonly editor?: string;
}

/**
 * The smallest list of writes that makes `wanted` out of `current`. Tabs, columns and the header's row are found by
 * developer metadata, so people may rename, move, sort, hide and insert: our values go back into our columns, and
 * what is not ours (foreign columns and tabs, widths, hidden columns, colours after creation) is left alone.
 */
export function planEdits(current: CurrentWorkbook, wanted: WantedWorkbook, options: PlanOptions = {}): Plan {
  const requests: SheetRequest[] = [];
  const ids = new IdPool(current);
  const drafts = current.tabs.map((tab) => new Draft(tab));
  let leftover = blankTabOfNewFile(current);

  if (current.locale !== wanted.locale || current.timeZone !== wanted.timeZone)
    requests.push({
      updateSpreadsheetProperties: {
        properties: { locale: wanted.locale, timeZone: wanted.timeZone },
        fields: 'locale,timeZone',
      },
    });

  requests.push(...planMarks(current.marks, wanted.marks ?? {}, ids));

  let previous: Draft | undefined;
  for (const tab of wanted.tabs) {
    let draft = findTab(drafts, tab.key);
    if (tab.kind === 'kept') {
      if (draft) requests.push(...planKept(draft, tab, options));
      continue;
    }
    if (!draft) {
      const index = previous ? drafts.indexOf(previous) + 1 : 0;
      draft = addTab(tab, index, drafts, ids, requests);
      // It stands behind ours, and goes before any cell is written: a plan that is cut there leaves none behind.
      if (leftover) requests.push({ deleteSheet: { sheetId: leftover.sheetId } });
      leftover = undefined;
    }
    for (const request of planTab(draft, tab, ids, options)) requests.push(request);
    previous = draft;
  }
  return { requests };
}

function planTab(draft: Draft, tab: TableTab, ids: IdPool, options: PlanOptions): SheetRequest[] {
  const structure = [
    ...planHeaderRow(draft, tab, ids),
    ...planColumns(draft, tab, ids),
    ...planShorterBanner(draft, tab),
  ];
  // Values come before their dress: both look at the draft as the structure left it.
  const values = planValues(draft, tab);
  const charts = planCharts(draft, tab, readTabState(draft).state.charts); // before the dress renews the state
  const dress = planDress(draft, tab, ids);
  return [...structure, ...values, ...dress, ...charts, ...planProtection(draft, tab, options)];
}

/** Where people took the line's row or column away, nothing is written. */
function planKept(draft: Draft, { key, line }: KeptTab, options: PlanOptions): SheetRequest[] {
  const protection = planProtection(draft, { key, protection: 'whole', columns: [] }, options);
  const column = line && draft.positionOf(line.column);
  if (line === undefined || column === undefined || line.row >= (draft.headerRow ?? 0)) return protection;
  if (draft.cell(line.row, column) === line.text) return protection;
  const start = { sheetId: draft.sheetId, rowIndex: line.row, columnIndex: column };
  const rows = [{ values: [{ userEnteredValue: { stringValue: line.text } }] }];
  return [{ updateCells: { start, rows, fields: 'userEnteredValue' } }, ...protection];
}

/** A copy of a tab carries its marks too; the one with the id we gave is ours, else the first. */
function findTab(drafts: readonly Draft[], key: string): Draft | undefined {
  const marked = drafts.filter((draft) =>
    draft.marks.some((mark) => mark.key === MARK.tab && mark.value === key),
  );
  return marked.find((draft) => draft.sheetId === sheetIdOf(key)) ?? marked[0];
}

function addTab(tab: TableTab, index: number, drafts: Draft[], ids: IdPool, requests: SheetRequest[]): Draft {
  const titles = new Set(drafts.map((draft) => draft.title.toLowerCase()));
  const draft = newDraft(tab, ids.newSheet(tab.key), freeTitle(tab.title, titles));
  drafts.splice(index, 0, draft);
  requests.push(
    {
      addSheet: {
        properties: {
          sheetId: draft.sheetId,
          title: draft.title,
          index,
          gridProperties: {
            rowCount: draft.rowCount,
            columnCount: draft.columnCount,
            frozenRowCount: draft.frozenRows,
            ...(tab.frozenColumns && { frozenColumnCount: tab.frozenColumns }),
            ...(tab.paper && { hideGridlines: true }),
          },
          ...(tab.tabColour && { tabColorStyle: { rgbColor: tab.tabColour } }),
        },
      },
    },
    draft.createMark(MARK.tab, tab.key, ids),
  );
  return draft;
}

/** Titles are told apart without regard to case, as Google does. */
function freeTitle(title: string, taken: ReadonlySet<string>): string {
  let free = title;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${title} (${n})`;
  return free;
}

/** Google gives every new file one empty tab; it goes when ours have come. */
function blankTabOfNewFile(current: CurrentWorkbook): CurrentTab | undefined {
  const [only, ...others] = current.tabs;
  if (!only || others.length > 0 || only.marks.length > 0) return undefined;
  return only.values.every((row) => row.every((cell) => cell === null)) ? only : undefined;
}
