import { AppError } from '../domain/app-error.ts';
import type { Reader } from '../ports/store.ts';
import type { WorkbookId } from '../ports/workbook.ts';

/**
 * Makes sure that the caller stands in the workbook of this action. A copy carries the same marks, so what it says of
 * itself proves nothing: its id does. A caller that names no spreadsheet stands in none, and is let through.
 * Throws AppError workbook_unknown.
 */
export async function requireWorkbook(
  reader: Reader,
  id: WorkbookId,
  spreadsheetId: string | undefined,
): Promise<void> {
  if (spreadsheetId === undefined) return;
  const workbook = await reader.workbook(id);
  if (workbook?.spreadsheetId !== spreadsheetId)
    throw new AppError('workbook_unknown', { expected: id.startsWith('unit:') ? 'unit' : id, workbook: id });
}

/** As requireWorkbook, where any workbook of the campaign will do. */
export async function requireAnyWorkbook(reader: Reader, spreadsheetId: string | undefined): Promise<void> {
  if (spreadsheetId === undefined) return;
  if ((await reader.workbookIn(spreadsheetId)) === undefined) throw new AppError('workbook_unknown');
}
