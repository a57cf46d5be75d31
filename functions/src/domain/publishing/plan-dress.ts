import { type GridRange, MARK } from './current.ts';
import type { Draft, IdPool } from './draft.ts';
import { changedMetadata } from './new-metadata.ts';
import { chartPrints } from './plan-charts.ts';
import type { CellData, SheetRange, SheetRequest } from './sheet-request.ts';
import { fingerprintOf } from './stable-id.ts';
import type { Colour, TableTab, WantedColumn } from './wanted.ts';

const HEADER_COLOUR: Colour = { red: 0.85, green: 0.9, blue: 0.96 };
const FILLED_COLOUR: Colour = { red: 1, green: 0.98, blue: 0.88 };

/**
 * Formats, notes, drop-downs, colours and widths: put on when a column is made or when its description changes, and
 * otherwise left to people. What was put on is remembered as a fingerprint in the tab's developer metadata, so that
 * reading a workbook does not have to bring every cell's format along.
 */
export function planDress(draft: Draft, tab: TableTab, ids: IdPool): SheetRequest[] {
  const { state, mark } = readTabState(draft);
  const dress = Object.fromEntries(tab.columns.map((column) => [column.key, dressOf(column)]));
  const stale = tab.columns.filter(({ key }) => draft.newColumns.has(key) || state.dress[key] !== dress[key]);
  const requests: SheetRequest[] = [
    ...stale.filter(({ key }) => draft.newColumns.has(key)).map((column) => size(draft, column)),
    ...(draft.isNew && tab.banner.length > 0 ? [bannerDress(draft, tab)] : []),
    ...stale.map((column) => headerDress(draft, column)),
    ...stale.flatMap((column) => bodyDress(draft, column, draft.headerRow! + 1)),
    ...(draft.grownFrom === undefined ? [] : tab.columns)
      .filter((column) => !stale.includes(column))
      .flatMap((column) => bodyDress(draft, column, draft.grownFrom!)),
    ...rowDropDowns(draft, tab),
    ...colourRules(draft, stale),
  ];
  const value = stateText(draft, tab, dress);
  if (mark === undefined) requests.push(draft.createMark(MARK.state, value, ids));
  else if (mark.value !== value) requests.push(changedMetadata(mark.id, value));
  return requests;
}

interface TabState {
  readonly dress: Readonly<Record<string, string>>;
  readonly filledFor: string;
  /** What each chart was drawn from. */
  readonly charts: Readonly<Record<string, string>>;
}

function stateText(draft: Draft, tab: TableTab, dress: TabState['dress']): string {
  const charts = tab.charts === undefined ? {} : { charts: chartPrints(draft, tab) };
  return JSON.stringify({ dress, filledFor: tab.filledFor ?? '', ...charts } satisfies Partial<TabState>);
}

export function readTabState(draft: Draft) {
  const mark = draft.marks.find(({ key }) => key === MARK.state);
  return { mark, state: parseState(mark?.value) };
}

function parseState(text: string | undefined): TabState {
  try {
    const { dress, filledFor, charts } = JSON.parse(text ?? '{}');
    return { dress: dress ?? {}, filledFor: filledFor ?? '', charts: charts ?? {} };
  } catch {
    return { dress: {}, filledFor: '', charts: {} };
  }
}

/** Header text, width and hiding are not dress: the text is a value, the others belong to people once made. */
function dressOf({ entry, format, align, note, choices, colours }: WantedColumn): string {
  return fingerprintOf([
    entry,
    format ?? null,
    align ?? null,
    note ?? null,
    choices ?? null,
    colours ?? null,
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

function bannerDress(draft: Draft, tab: TableTab): SheetRequest {
  return {
    repeatCell: {
      range: { sheetId: draft.sheetId, startRowIndex: 0, endRowIndex: tab.banner.length },
      cell: { userEnteredFormat: { textFormat: { bold: true } } },
      fields: 'userEnteredFormat.textFormat.bold',
    },
  };
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
  const cell = bodyCell(column);
  if (
    Object.keys(cell.userEnteredFormat!).length === 0 &&
    !cell.dataValidation &&
    draft.newColumns.has(column.key)
  )
    return [];
  return [
    {
      repeatCell: {
        range: columnRange(draft, column, startRow),
        cell,
        fields:
          'dataValidation,userEnteredFormat(numberFormat,backgroundColor,horizontalAlignment,verticalAlignment,wrapStrategy)',
      },
    },
  ];
}

function bodyCell({ entry, format, align, choices }: WantedColumn): CellData {
  return {
    userEnteredFormat: {
      ...(format && { numberFormat: numberFormat(format) }),
      ...(entry === 'filled' && { backgroundColor: FILLED_COLOUR }),
      ...(align && {
        horizontalAlignment: ({ left: 'LEFT', centre: 'CENTER', right: 'RIGHT' } as const)[align],
      }),
      ...(align === 'left' && { wrapStrategy: 'WRAP' as const }),
    },
    ...(choices && { dataValidation: dropDown(choices) }),
  };
}

/** A drop-down helps; what may stand there is decided by the one validator, with a sentence. */
function dropDown(choices: readonly string[]): NonNullable<CellData['dataValidation']> {
  const values = choices.map((userEnteredValue) => ({ userEnteredValue }));
  return { condition: { type: 'ONE_OF_LIST', values }, strict: false, showCustomUi: true };
}

/** One request for neighbouring rows with the same choices. */
function rowDropDowns(draft: Draft, tab: TableTab): SheetRequest[] {
  const { rowChoices } = tab;
  if (rowChoices === undefined) return [];
  const at = draft.positionOf(rowChoices.column)!;
  const blocks: { start: number; end: number; choices: readonly string[] | undefined }[] = [];
  for (const { index, row } of draft.newRows) {
    const choices = rowChoices.choices[index];
    const last = blocks.at(-1);
    if (last?.end === row && JSON.stringify(last.choices) === JSON.stringify(choices)) last.end++;
    else blocks.push({ start: row, end: row + 1, choices });
  }
  return blocks
    .filter(({ choices }) => choices !== undefined || !draft.isNew)
    .map(({ start, end, choices }) => ({
      repeatCell: {
        range: {
          sheetId: draft.sheetId,
          startRowIndex: start,
          endRowIndex: end,
          startColumnIndex: at,
          endColumnIndex: at + 1,
        },
        cell: choices ? { dataValidation: dropDown(choices) } : {},
        fields: 'dataValidation',
      },
    }));
}

function numberFormat(format: NonNullable<WantedColumn['format']>) {
  switch (format.kind) {
    case 'text':
      return { type: 'TEXT' } as const;
    case 'number':
      return { type: 'NUMBER', pattern: format.pattern } as const;
    case 'moment':
      return { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' } as const;
  }
}

/** Rules have no ids: those over exactly our column that colour by text are the ones we made before. */
function colourRules(draft: Draft, stale: readonly WantedColumn[]): SheetRequest[] {
  const body = (column: WantedColumn) => columnRange(draft, column, draft.headerRow! + 1);
  const old = draft.colourRules.flatMap((rule, index) =>
    rule.text !== undefined &&
    rule.ranges.length === 1 &&
    stale.some((column) => sameColumn(rule.ranges[0]!, body(column)))
      ? [index]
      : [],
  );
  const removed = old
    .reverse()
    .map(
      (index) => ({ deleteConditionalFormatRule: { sheetId: draft.sheetId, index } }) satisfies SheetRequest,
    );
  const added = stale.flatMap((column) =>
    (column.colours ?? [])
      .filter(({ text }) => !FORMULA.test(text))
      .map(
        ({ text, colour }): SheetRequest => ({
          addConditionalFormatRule: {
            index: 0,
            rule: {
              ranges: [body(column)],
              booleanRule: {
                condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: text }] },
                format: { backgroundColor: colour },
              },
            },
          },
        }),
      ),
  );
  return [...removed, ...added];
}

/** A condition's value is read as if it were typed: such a grade's name would be a formula, and stays uncoloured. */
const FORMULA = /^[=+]/;

function sameColumn(a: GridRange, b: GridRange): boolean {
  return a.startColumnIndex === b.startColumnIndex && a.endColumnIndex === b.endColumnIndex;
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
