import { CustomCommandExecutionError, type ICommandInfo } from '@univerjs/core';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Book } from '../sync/fetch-book.ts';
import type { Spreadsheet } from '../univer/spreadsheet.ts';

export interface TabOptions {
  readonly book: () => Book;
  readonly send: (requests: readonly api.Schema$Request[]) => void;
  /** Shows the tab as soon as it is there. */
  readonly expect: (sheetId: number) => void;
}

/**
 * New, copied and deleted tabs are the server's from the beginning: it gives them their numbers and decides whether
 * they may go. Univer is told to leave it, and hears of them like every other window.
 */
export function takeOverTabs(sheet: Spreadsheet, options: TabOptions): () => void {
  const handled: Readonly<Record<string, (params: unknown) => readonly api.Schema$Request[]>> = {
    'sheet.command.insert-sheet': () => [addSheet(options)],
    'sheet.command.copy-sheet': (params) => [copySheet(options, idIn(sheet, params))],
    'sheet.command.remove-sheet': (params) => [{ deleteSheet: { sheetId: idIn(sheet, params) } }],
  };
  const watching = sheet.commands.beforeCommandExecuted(({ id, params }: Readonly<ICommandInfo>) => {
    const requests = Object.hasOwn(handled, id) ? handled[id] : undefined;
    if (requests === undefined) return;
    options.send(requests(params));
    throw new CustomCommandExecutionError('left to the server');
  });
  return () => watching.dispose();
}

const idIn = (sheet: Spreadsheet, params: unknown): number =>
  Number(
    (params as { subUnitId?: string } | undefined)?.subUnitId ??
      sheet.workbook.getActiveSheet()?.getSheetId(),
  );

function addSheet({ book, expect }: TabOptions): api.Schema$Request {
  const sheetId = newId();
  expect(sheetId);
  const gridProperties = { rowCount: 1000, columnCount: 26 };
  return { addSheet: { properties: { sheetId, title: freeTitle(book(), 'Trang tính'), gridProperties } } };
}

function copySheet({ book, expect }: TabOptions, sourceSheetId: number): api.Schema$Request {
  const newSheetId = newId();
  expect(newSheetId);
  const { tabs } = book();
  const at = tabs.findIndex(({ sheetId }) => sheetId === sourceSheetId);
  const newSheetName = freeTitle(book(), `Bản sao của ${tabs[at]?.title ?? ''}`);
  return { duplicateSheet: { sourceSheetId, newSheetId, newSheetName, insertSheetIndex: at + 1 } };
}

const newId = (): number => 1 + Math.floor(Math.random() * (2 ** 31 - 2));

function freeTitle({ tabs }: Book, wanted: string): string {
  const taken = new Set(tabs.map(({ title }) => title));
  for (let i = tabs.length + 1; ; i++) {
    const title = wanted.startsWith('Bản sao') && !taken.has(wanted) ? wanted : `${wanted} ${i}`;
    if (!taken.has(title)) return title;
  }
}
