import type { ICellData, Nullable } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { ISheetClipboardService } from '@univerjs/sheets-ui';
import type { Spreadsheet } from '../univer/spreadsheet.ts';
import { type CellExtras, enteredOf } from '../univer/to-univer.ts';
import { pastedText } from './fill.ts';
import { parseTable } from './paste-html.ts';
import { parsePlain, squared } from './paste-text.ts';

export interface PasteOptions {
  /** The grid is too small by so many lines: makes it larger. */
  readonly grow: (sheetId: number, rows: number, columns: number) => void;
}

/** A block of texts as one would type them; the places it was cut from, if it was. */
interface Block {
  readonly texts: readonly (readonly string[])[];
  readonly cutFrom?: {
    readonly sheetId: string;
    readonly rows: readonly number[];
    readonly columns: readonly number[];
  };
}

/**
 * Pasting brings texts, read by the server as if each were typed, and leaves formats, notes and lists as they are. A
 * copy from this window brings what one would type, and its formulas go along.
 */
export function takeOverPaste(sheet: Spreadsheet, options: PasteOptions): void {
  const clipboard = sheet.get<ISheetClipboardService>(ISheetClipboardService);
  clipboard.legacyPaste = async (html, text) => paste(sheet, html ?? '', text ?? '', options);
  clipboard.paste = async (item) => {
    const read = async (type: string) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
    return paste(sheet, await read('text/html'), await read('text/plain'), options);
  };
  clipboard.pasteByCopyId = async (copyId) => {
    const block = copiedBlock(sheet, copyId);
    return block ? pasteBlock(sheet, block, options) : false;
  };
}

function paste(sheet: Spreadsheet, html: string, text: string, options: PasteOptions): boolean {
  const copyId = /data-copy-id="([^"\s]+)"/.exec(html)?.[1];
  const own = copyId === undefined ? undefined : copiedBlock(sheet, copyId);
  if (own) return pasteBlock(sheet, own, options);
  const texts = parseTable(html) ?? (text === '' ? undefined : parsePlain(text));
  return texts ? pasteBlock(sheet, { texts: squared(texts) }, options) : false;
}

/** What was copied in this window, with its formulas moved to where they will stand. */
function copiedBlock(sheet: Spreadsheet, copyId: string): Block | undefined {
  const clipboard = sheet.get<ISheetClipboardService>(ISheetClipboardService);
  const copied = clipboard.copyContentCache().get(copyId);
  const target = sheet.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
  if (!copied?.range || !copied.matrix || !target) return undefined;
  const { rows, cols } = copied.range;
  const [down, across] = [target.startRow - rows[0]!, target.startColumn - cols[0]!];
  const cut = copied.copyType === 'CUT';
  const texts = rows.map((_, r) =>
    cols.map((__, c) => {
      const text = enteredOf(copied.matrix?.getValue(r, c));
      return cut ? text : pastedText(text, down, across);
    }),
  );
  return { texts, ...(cut && { cutFrom: { sheetId: copied.subUnitId, rows, columns: cols } }) };
}

function pasteBlock(sheet: Spreadsheet, { texts, cutFrom }: Block, options: PasteOptions): boolean {
  const worksheet = sheet.workbook.getActiveSheet();
  const target = sheet.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
  const [height, width] = [texts.length, texts[0]?.length ?? 0];
  if (!worksheet || !target || width === 0) return false;
  const [selectedRows, selectedColumns] = [
    target.endRow - target.startRow + 1,
    target.endColumn - target.startColumn + 1,
  ];
  // A selection that is the block several times over is filled with it.
  const repeated = selectedRows % height === 0 && selectedColumns % width === 0 && !cutFrom;
  const [rows, columns] = repeated ? [selectedRows, selectedColumns] : [height, width];
  const value: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, text: string) => {
    value[row] ??= {};
    value[row][column] = typedCell(worksheet.getCellRaw(row, column), text);
  };
  const sameTab = cutFrom?.sheetId === worksheet.getSheetId();
  if (cutFrom && sameTab)
    for (const row of cutFrom.rows) for (const column of cutFrom.columns) put(row, column, '');
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const text = texts[r % height]![c % width]!;
      const [down, across] = [r - (r % height), c - (c % width)];
      put(target.startRow + r, target.startColumn + c, repeated ? pastedText(text, down, across) : text);
    }
  options.grow(
    Number(worksheet.getSheetId()),
    target.startRow + rows - worksheet.getRowCount(),
    target.startColumn + columns - worksheet.getColumnCount(),
  );
  const done = setCells(sheet, worksheet.getSheetId(), value);
  if (done && cutFrom && !sameTab) clearCut(sheet, cutFrom);
  return done;
}

/** The text alone is replaced; null empties a cell. */
export function typedCell(old: Nullable<ICellData>, text: string): ICellData {
  const { note, choices } = (old?.custom ?? {}) as CellExtras;
  const extras: CellExtras = { ...(note && { note }), ...(choices && { choices }) };
  return {
    v: text === '' ? null : text,
    t: 1,
    f: null,
    si: null,
    p: null,
    custom: Object.keys(extras).length > 0 ? extras : null,
  } as ICellData;
}

/** One step, that one undo takes back. */
export function setCells(
  sheet: Spreadsheet,
  subUnitId: string,
  value: Readonly<Record<number, Readonly<Record<number, ICellData>>>>,
): boolean {
  return sheet.commands.syncExecuteCommand('sheet.command.set-range-values', {
    unitId: sheet.unitId,
    subUnitId,
    value,
  });
}

function clearCut(sheet: Spreadsheet, { sheetId, rows, columns }: NonNullable<Block['cutFrom']>): void {
  const worksheet = sheet.workbook.getSheetBySheetId(sheetId);
  const value = Object.fromEntries(
    rows.map((row) => [
      row,
      Object.fromEntries(
        columns.map((column) => [column, typedCell(worksheet?.getCellRaw(row, column), '')]),
      ),
    ]),
  );
  setCells(sheet, sheetId, value);
}
