import {
  CustomCommandExecutionError,
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type Nullable,
} from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import { contains, intersect, subtract } from '../../../view/box.ts';
import type { Box, TabView } from '../../../view/types.ts';
import type { Spreadsheet } from '../univer/spreadsheet.ts';
import { enteredOf, toBox } from '../univer/to-univer.ts';

/** `locked`: nothing of the tab is open to this person. */
export type Closed = 'reader' | 'protected' | 'locked';

export interface GuardOptions {
  readonly mayEdit: () => boolean;
  readonly tab: (sheetId: number) => TabView | undefined;
  /** Somebody tried to type where they may not. */
  readonly refused: (why: Closed) => void;
}

const EDITOR = 'sheet.operation.set-cell-edit-visible';
/** What typing into the hidden editor of a selected cell begins with. */
const TYPING = new Set(['doc.command.insert-text', 'doc.command.ime-input']);
const SET_VALUES = 'sheet.mutation.set-range-values';

/**
 * Keeps from being typed what the server would not take: everything for a reader, protected ranges for the others.
 * The server decides again; this spares people the wait and says why at once.
 */
export function guardTyping(sheet: Spreadsheet, options: GuardOptions): () => void {
  const selections = sheet.get(SheetsSelectionsService);
  const editor = sheet.get<IEditorBridgeService>(IEditorBridgeService);
  const here = (): Closed | undefined => {
    if (!options.mayEdit()) return 'reader';
    const worksheet = sheet.workbook.getActiveSheet();
    const primary = selections.getCurrentLastSelection()?.primary;
    const tab = options.tab(Number(worksheet?.getSheetId()));
    if (!tab || !primary) return undefined;
    const { startRow, startColumn } = primary;
    return tab.closed.some((box) => contains(box, startRow, startColumn)) ? closedHow(tab) : undefined;
  };
  const stop = (why: Closed | undefined, quiet = false): void => {
    if (why === undefined) return;
    if (!quiet) options.refused(why);
    throw new CustomCommandExecutionError(`closed: ${why}`);
  };
  const watching = sheet.commands.beforeCommandExecuted(
    (command: Readonly<ICommandInfo>, given?: IExecutionOptions) => {
      if (given?.fromCollab) return;
      if (command.id === EDITOR) {
        if ((command.params as { visible?: boolean }).visible) stop(here());
      } else if (TYPING.has(command.id)) {
        if (!editor.isVisible().visible) stop(here(), true);
      } else if (command.id === SET_VALUES) {
        stop(closedFor(sheet, command.params, options));
      }
    },
  );
  return () => watching.dispose();
}

interface SetValues {
  readonly subUnitId?: string;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, ICellData | null>>>>;
}

/** Texts alone are looked at: the looks of protected cells are the server's to refuse. */
function closedFor(sheet: Spreadsheet, params: unknown, { mayEdit, tab }: GuardOptions): Closed | undefined {
  if (!mayEdit()) return 'reader';
  const { subUnitId, cellValue } = params as SetValues;
  const view = tab(Number(subUnitId));
  const worksheet = sheet.workbook.getSheetBySheetId(subUnitId ?? '');
  if (!view || !worksheet || view.closed.length === 0) return undefined;
  const hit = Object.entries(cellValue ?? {}).some(([row, cells]) =>
    Object.entries(cells ?? {}).some(
      ([column, cell]) =>
        view.closed.some((box) => contains(box, Number(row), Number(column))) &&
        changesText(worksheet.getCellRaw(Number(row), Number(column)), cell),
    ),
  );
  return hit ? closedHow(view) : undefined;
}

function changesText(before: Nullable<ICellData>, after: ICellData | null): boolean {
  const old = enteredOf(before);
  if (after === null) return old !== '';
  return ('v' in after || 'f' in after || 'p' in after) && enteredOf(after) !== old;
}

function closedHow({ closed, rowCount, columnCount }: TabView): Closed {
  const whole = { top: 0, left: 0, bottom: rowCount, right: columnCount };
  return subtract(whole, closed).length === 0 ? 'locked' : 'protected';
}

/** Whether the active selection lies wholly or partly where one may not type. */
export function selectionClosed(sheet: Spreadsheet, tab: TabView | undefined): boolean {
  const range = sheet.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
  if (!range || !tab) return false;
  const box: Box = toBox(range);
  return tab.closed.some((one) => intersect(one, box) !== undefined);
}
