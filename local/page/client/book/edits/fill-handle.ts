import type { ICellData } from '@univerjs/core';
import { IAutoFillService } from '@univerjs/sheets';
import type { Spreadsheet } from '../univer/spreadsheet.ts';
import { enteredOf, toBox } from '../univer/to-univer.ts';
import { setCells, typedCell } from './clipboard.ts';
import { fillCells } from './fill.ts';

/** Dragging the fill handle and Ctrl+D go by what one would type, which Univer does not know. */
export function takeOverFill(sheet: Spreadsheet, decimal: string): void {
  const service = sheet.get<IAutoFillService>(IAutoFillService);
  service.triggerAutoFill = async (_unitId, subUnitId, source, target) => {
    const worksheet = sheet.workbook.getSheetBySheetId(subUnitId);
    if (!worksheet) return false;
    const filled = fillCells(toBox(source), toBox(target), decimal, (row, column) =>
      enteredOf(worksheet.getCellRaw(row, column)),
    );
    const value: Record<number, Record<number, ICellData>> = {};
    for (const { row, column, text } of filled) {
      value[row] ??= {};
      value[row][column] = typedCell(worksheet.getCellRaw(row, column), text);
    }
    return filled.length === 0 ? false : setCells(sheet, subUnitId, value);
  };
}
