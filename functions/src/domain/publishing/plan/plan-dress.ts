import { MARK } from '../current.ts';
import type { Draft } from '../draft.ts';
import type { IdPool } from '../id-pool.ts';
import type { CellData, SheetRange, SheetRequest } from '../sheet-request.ts';
import { fingerprintOf } from '../stable-id.ts';
import type { Colour, TableTab, WantedColumn } from '../wanted.ts';
import { changedMetadata } from './new-metadata.ts';
import { chartPrints } from './plan-charts.ts';
import { planColours } from './plan-colours.ts';
import { dropDownOf, listPrints, renewedLists, rowDropDowns } from './plan-drop-downs.ts';
import { linksPrint, planLinks } from './plan-links.ts';
import { planLooks } from './plan-looks.ts';

const HEADER_COLOUR: Colour = { red: 0.85, green: 0.9, blue: 0.96 };
const FILLED_COLOUR: Colour = { red: 1, green: 0.98, blue: 0.88 };
const TITLE_POINTS = 14;

/**
 * Formats, notes, drop-downs, colours and widths: put on when a column is made or when its description changes, and
 * otherwise left to people. What was put on is remembered as a fingerprint in the tab's developer metadata, so that
 * reading a workbook does not have to bring every cell's format along. It is written last: a tab without one was left
 * half made, and is dressed as a new one.
 */
export function planDress(draft: Draft, tab: TableTab, ids: IdPool): SheetRequest[] {
  const { state, mark } = readTabState(draft);
  const dress = Object.fromEntries(tab.columns.map((column) => [column.key, dressOf(column)]));
  const stale = tab.columns.filter(({ key }) => draft.newColumns.has(key) || state.dress[key] !== dress[key]);
  const looksAreStale =
    looksPrint(tab) !== undefined && (stale.length > 0 || state.looks !== looksPrint(tab));
  const undressed = looksAreStale ? tab.columns : stale; // a look stands over what the column says
  const requests: SheetRequest[] = [
    ...stale
      .filter(({ key }) => draft.newColumns.has(key) || state.dress[key] === undefined)
      .map((column) => size(draft, column)),
    ...(mark === undefined || draft.hasNewBanner ? bannerDress(draft, tab) : []),
    ...(draft.hasNewHeader ? tab.columns : stale).map((column) => headerDress(draft, column)),
    ...undressed.flatMap((column) => bodyDress(draft, column, draft.headerRow! + 1)),
    ...(draft.grownFrom === undefined ? [] : tab.columns)
      .filter((column) => !undressed.includes(column))
      .flatMap((column) => bodyDress(draft, column, draft.grownFrom!)),
    ...(looksAreStale ? planLooks(draft, tab, { anew: !draft.isNew }) : []),
    ...planLinks(draft, tab, state.links),
    ...rowDropDowns(draft, tab),
    ...renewedLists(draft, tab, undressed, state.lists),
    ...planColours(draft, stale, (column) => columnRange(draft, column, draft.headerRow! + 1)),
  ];
  const value = stateText(draft, tab, dress);
  if (mark === undefined) requests.push(draft.createMark(MARK.state, value, ids));
  else if (mark.value !== value) requests.push(changedMetadata(mark.id, value));
  return requests;
}

interface TabState {
  readonly dress: Readonly<Record<string, string>>;
  readonly filledFor: string;
  /** How many the banner had. */
  readonly bannerLines: number;
  /** What each chart was drawn from. */
  readonly charts: Readonly<Record<string, string>>;
  /** How its single rows were made to look. */
  readonly looks?: string;
  /** Where its cells lead. */
  readonly links?: string;
  /** What each growing drop-down offers. */
  readonly lists: Readonly<Record<string, string>>;
}

function stateText(draft: Draft, tab: TableTab, dress: TabState['dress']): string {
  const looks = looksPrint(tab);
  const lists = listPrints(tab);
  const links = linksPrint(tab);
  return JSON.stringify({
    dress,
    filledFor: tab.filledFor ?? '',
    bannerLines: tab.banner.length,
    ...(tab.charts !== undefined && { charts: chartPrints(draft, tab) }),
    ...(looks !== undefined && { looks }),
    ...(links !== undefined && { links }),
    ...(Object.keys(lists).length > 0 && { lists }),
  } satisfies Partial<TabState>);
}

function looksPrint({ looks, paper }: TableTab): string | undefined {
  return looks === undefined && paper === undefined ? undefined : fingerprintOf([looks ?? [], paper ?? null]);
}

export function readTabState(draft: Draft) {
  const mark = draft.marks.find(({ key }) => key === MARK.state);
  return { mark, state: parseState(mark?.value) };
}

function parseState(text: string | undefined): TabState {
  try {
    const { dress, filledFor, bannerLines, charts, looks, links, lists } = JSON.parse(text ?? '{}');
    return {
      dress: dress ?? {},
      filledFor: filledFor ?? '',
      bannerLines: bannerLines ?? 0,
      charts: charts ?? {},
      looks,
      links,
      lists: lists ?? {},
    };
  } catch {
    return { dress: {}, filledFor: '', bannerLines: 0, charts: {}, lists: {} };
  }
}

/** The banner stands in the first column that people see. */
export function bannerPosition(draft: Draft, { columns }: TableTab): number {
  const first = columns.find((column) => !column.hidden) ?? columns[0]!;
  return draft.positionOf(first.key)!;
}

/** Header text, width and hiding are not dress: the text is a value, the others belong to people once made. */
function dressOf({ entry, format, align, wrap, note, choices, colours }: WantedColumn): string {
  return fingerprintOf([
    entry,
    format ?? null,
    align ?? null,
    note ?? null,
    choices ?? null,
    colours ?? null,
    ...(wrap ? ['wrap'] : []),
  ]);
}

function size(draft: Draft, column: WantedColumn): SheetRequest {
  const at = draft.positionOf(column.key)!;
  return {
    updateDimensionProperties: {
      range: { sheetId: draft.sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 },
      properties: { pixelSize: column.widthPixels, ...(column.hidden && { hiddenByUser: true }) },
      fields: column.hidden ? 'pixelSize,hiddenByUser' : 'pixelSize',
    },
  };
}

/** New lines of a banner come in above the header and look like it. */
function bannerDress(draft: Draft, { banner, paper }: TableTab): SheetRequest[] {
  const { sheetId } = draft;
  if (banner.length === 0) return [];
  const fields = draft.isNew ? 'userEnteredFormat.textFormat' : 'userEnteredFormat';
  const bold = (endRowIndex: number, fontSize?: number): SheetRequest => ({
    repeatCell: {
      range: { sheetId, startRowIndex: 0, endRowIndex },
      cell: { userEnteredFormat: { textFormat: { bold: true, ...(fontSize && { fontSize }) } } },
      fields,
    },
  });
  return [bold(banner.length), ...(paper ? [bold(1, TITLE_POINTS)] : [])];
}

function headerDress(draft: Draft, column: WantedColumn): SheetRequest {
  const header = draft.headerRow!;
  return {
    repeatCell: {
      range: columnRange(draft, column, header, header + 1),
      cell: {
        userEnteredFormat: {
          backgroundColor: HEADER_COLOUR,
          horizontalAlignment: 'CENTER',
          verticalAlignment: 'MIDDLE',
          wrapStrategy: 'WRAP',
          textFormat: { bold: true },
        },
        ...(column.note && { note: column.note }),
      },
      fields:
        'note,userEnteredFormat(backgroundColor,horizontalAlignment,verticalAlignment,wrapStrategy,textFormat.bold)',
    },
  };
}

function bodyDress(draft: Draft, column: WantedColumn, startRow: number): SheetRequest[] {
  return [
    {
      repeatCell: {
        range: columnRange(draft, column, startRow),
        cell: bodyCell(column),
        fields:
          'dataValidation,userEnteredFormat(numberFormat,backgroundColor,horizontalAlignment,verticalAlignment,wrapStrategy)',
      },
    },
  ];
}

function bodyCell(column: WantedColumn): CellData {
  const { entry, format, align, wrap } = column;
  return {
    userEnteredFormat: {
      ...(format && { numberFormat: numberFormat(format) }),
      ...(entry === 'filled' && { backgroundColor: FILLED_COLOUR }),
      ...(align && {
        horizontalAlignment: ({ left: 'LEFT', centre: 'CENTER', right: 'RIGHT' } as const)[align],
      }),
      // Beside a text of several lines a short one stands in the middle, as in a printed table.
      verticalAlignment: 'MIDDLE',
      ...((wrap || align === 'left') && { wrapStrategy: 'WRAP' as const }),
    },
    ...dropDownOf(column),
  };
}

function numberFormat(format: NonNullable<WantedColumn['format']>) {
  switch (format.kind) {
    case 'text':
      return { type: 'TEXT' } as const;
    case 'number':
      return { type: 'NUMBER', pattern: format.pattern } as const;
    case 'moment':
      return { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' } as const;
    case 'day':
      return { type: 'DATE', pattern: 'dd/mm/yyyy' } as const;
  }
}

function columnRange(
  draft: Draft,
  column: WantedColumn,
  startRowIndex: number,
  endRowIndex?: number,
): SheetRange {
  const at = draft.positionOf(column.key)!;
  return {
    sheetId: draft.sheetId,
    startRowIndex,
    ...(endRowIndex !== undefined && { endRowIndex }),
    startColumnIndex: at,
    endColumnIndex: at + 1,
  };
}
