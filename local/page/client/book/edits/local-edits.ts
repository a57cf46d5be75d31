import {
  CommandType,
  CustomCommandExecutionError,
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type IStyleData,
  type Nullable,
  type Worksheet,
} from '@univerjs/core';
import type { Edit } from '../../../edits.ts';
import type { Shift } from '../../../view/shift.ts';
import type { Spreadsheet } from '../univer/spreadsheet.ts';
import { enteredOf } from '../univer/to-univer.ts';
import { type ChangedCell, cellEdits } from './cell-edits.ts';
import { formatEdit } from './format-edit.ts';
import { structureEdit } from './structure-edits.ts';

/** What somebody did in this window, in the words of the server. */
export interface LocalEdit {
  readonly sheetId: number;
  readonly edits: readonly Edit[];
  /** Cells that now show what the server has not said yet. */
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  readonly shift?: Shift | 'whole';
  /** A single cell that was typed into, for the add-on's `onEdit`. */
  readonly typed?: {
    readonly row: number;
    readonly column: number;
    readonly before: string;
    readonly after: string;
  };
}

/** Set on mutations that bring what the server says: they are no edits. */
export const FROM_SERVER: IExecutionOptions = { fromCollab: true, onlyLocal: true };

const SET_VALUES = 'sheet.mutation.set-range-values';

/**
 * Watches Univer's mutations and tells each as an edit. What Univer says was done is not trusted to be a change: cells
 * are compared before and after. Mutations that have no words in the API are stopped before they are done.
 */
export function watchEdits(
  sheet: Spreadsheet,
  tell: (edit: LocalEdit) => void,
  stopped: (mutation: string) => void,
): () => void {
  let before: readonly CellBefore[] = [];
  /** Lines that came in just now, by one of Univer's commands that goes on. */
  let fresh: { sheetId: number; shift: Shift } | undefined;
  const isEdit = ({ type }: Readonly<ICommandInfo>, options?: IExecutionOptions) =>
    type === CommandType.MUTATION && !options?.fromCollab;
  const first = sheet.commands.beforeCommandExecuted((command, options) => {
    if (!isEdit(command, options)) return;
    if (command.id === SET_VALUES || lineStyles(command)) before = cellsBefore(sheet, command);
    else if (structureEdit(command.id, command.params) === undefined) {
      stopped(command.id);
      throw new CustomCommandExecutionError(`not in the Sheets API: ${command.id}`);
    }
  });
  const second = sheet.commands.onCommandExecuted((command, options) => {
    if (!isEdit(command, options)) return;
    const sheetId = Number((command.params as { subUnitId?: string } | undefined)?.subUnitId);
    if (command.id === SET_VALUES) {
      const changed = before.flatMap((one) => changeOf(sheet, sheetId, one));
      before = [];
      if (changed.length === 0) return;
      // Univer dresses new lines like their neighbours, and so does the server by itself.
      if (fresh?.sheetId === sheetId && onlyLooksIn(changed, fresh.shift))
        tell({ sheetId, edits: [], cells: changed });
      else tell(editOf(sheetId, changed));
    } else if (lineStyles(command)) {
      tell({ sheetId, edits: lineEdits(sheet, sheetId, command), cells: [] });
    } else {
      const { requests, shift } = structureEdit(command.id, command.params)!;
      if (shift && shift !== 'whole') {
        fresh = { sheetId, shift };
        setTimeout(() => {
          fresh = undefined;
        });
      }
      if (requests.length > 0)
        tell({ sheetId, edits: [{ kind: 'requests', requests }], cells: [], ...(shift && { shift }) });
    }
  });
  return () => {
    first.dispose();
    second.dispose();
  };
}

interface CellBefore {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly style: Nullable<IStyleData>;
}

const worksheetOf = (sheet: Spreadsheet, sheetId: number): Worksheet | null =>
  sheet.workbook.getSheetBySheetId(String(sheetId)) ?? null;

function readCell(sheet: Spreadsheet, worksheet: Worksheet, row: number, column: number): CellBefore {
  const cell: Nullable<ICellData> = worksheet.getCellRaw(row, column);
  const style = cell ? sheet.workbook.getStyles().getStyleByCell(cell) : undefined;
  return { row, column, text: enteredOf(cell), style: style && { ...style } };
}

function cellsBefore(sheet: Spreadsheet, { params }: Readonly<ICommandInfo>): CellBefore[] {
  const { subUnitId, cellValue } = params as {
    subUnitId?: string;
    cellValue?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  const worksheet = worksheetOf(sheet, Number(subUnitId));
  if (!worksheet) return [];
  return Object.entries(cellValue ?? {}).flatMap(([row, cells]) =>
    Object.keys(cells ?? {}).map((column) => readCell(sheet, worksheet, Number(row), Number(column))),
  );
}

const onlyLooksIn = (changed: readonly Change[], { dimension, at, count }: Shift): boolean =>
  changed.every(({ row, column, text }) => {
    const place = dimension === 'rows' ? row : column;
    return text === undefined && place >= at && place < at + count;
  });

interface Change extends ChangedCell {
  readonly before: string;
}

function changeOf(sheet: Spreadsheet, sheetId: number, before: CellBefore): Change[] {
  const { row, column } = before;
  const after = readCell(sheet, worksheetOf(sheet, sheetId)!, row, column);
  const format = formatEdit(before.style, after.style);
  const retyped = before.text !== after.text;
  if (!retyped && !format) return [];
  return [
    { row, column, before: before.text, ...(retyped && { text: after.text }), ...(format && { format }) },
  ];
}

function editOf(sheetId: number, changed: readonly Change[]): LocalEdit {
  const [only] = changed;
  const single = changed.length === 1 && only?.text !== undefined ? only : undefined;
  return {
    sheetId,
    edits: cellEdits(
      sheetId,
      changed.map(({ before: _before, ...cell }) => cell),
    ),
    cells: changed.map(({ row, column }) => ({ row, column })),
    ...(single && {
      typed: { row: single.row, column: single.column, before: single.before, after: single.text! },
    }),
  };
}

/** A style given to whole rows or columns. */
function lineStyles({
  id,
  params,
}: Readonly<ICommandInfo>): Readonly<Record<string, { s?: unknown }>> | undefined {
  const given = params as { rowData?: never; columnData?: never } | undefined;
  if (id === 'sheet.mutation.set-row-data') return given?.rowData ?? {};
  if (id === 'sheet.mutation.set-col-data') return given?.columnData ?? {};
  return undefined;
}

function lineEdits(sheet: Spreadsheet, sheetId: number, command: Readonly<ICommandInfo>): Edit[] {
  const rows = command.id === 'sheet.mutation.set-row-data';
  const requests = Object.entries(lineStyles(command)!).flatMap(([key, line]) => {
    const style = sheet.workbook.getStyles().get(line?.s as string | IStyleData | undefined);
    const edit = formatEdit({}, style);
    if (!edit) return [];
    const [start, end] = [Number(key), Number(key) + 1];
    const range = rows
      ? { sheetId, startRowIndex: start, endRowIndex: end }
      : { sheetId, startColumnIndex: start, endColumnIndex: end };
    const fields = edit.fields.split(',').map((field) => `userEnteredFormat.${field}`);
    return [{ repeatCell: { range, cell: { userEnteredFormat: edit.format }, fields: fields.join(',') } }];
  });
  return requests.length > 0 ? [{ kind: 'requests', requests }] : [];
}
