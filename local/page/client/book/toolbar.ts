import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { button, el, icon } from '../dom.ts';
import { ICONS } from '../icons.ts';
import { selectionClosed } from './edits/guard.ts';
import { askForNote } from './note-dialog.ts';
import { palette } from './palette.ts';
import type { Sync } from './sync/sync.ts';
import { columnLetters } from './univer/a1.ts';
import { noteAt } from './univer/notes.ts';
import { activeCell, activeSheetId } from './univer/selection.ts';
import type { Spreadsheet } from './univer/spreadsheet.ts';

export interface ToolbarOptions {
  readonly sheet: Spreadsheet;
  readonly sync: Sync;
  readonly send: (requests: readonly api.Schema$Request[]) => void;
  readonly print: () => void;
}

const ALIGN = 'sheet.command.set-horizontal-text-align';

/** What is done to cells beside typing. For readers only printing is left. */
export class Toolbar {
  readonly #options: ToolbarOptions;
  readonly #place: HTMLElement;
  readonly #lock = el('span', { class: 'lock', attributes: { role: 'status' } });
  readonly #forEditors: readonly HTMLElement[];

  constructor(place: HTMLElement, options: ToolbarOptions) {
    this.#place = place;
    this.#options = options;
    this.#forEditors = this.#tools();
    const print = button({
      label: 'In',
      en: 'Print this tab on A4',
      icon: icon(ICONS.print),
      class: 'tool wide',
      press: () => options.print(),
    });
    place.replaceChildren(...this.#forEditors, print, this.#lock);
    place.querySelector('button')?.setAttribute('tabindex', '0');
    place.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** Another cell, or another tab. */
  selected(): void {
    const { sheet, sync } = this.#options;
    const { mayEdit } = sync.book;
    for (const one of this.#forEditors) one.hidden = !mayEdit;
    const closed = mayEdit && selectionClosed(sheet, sync.tab(activeSheetId(sheet)));
    this.#lock.replaceChildren(...(closed ? [icon(ICONS.lock), el('span', { text: 'Ô được bảo vệ' })] : []));
    this.#lock.title = closed ? 'This place is protected against you' : '';
  }

  #tools(): HTMLElement[] {
    const { commands } = this.#options.sheet;
    const run = (id: string, params?: object) => () => void commands.executeCommand(id, params);
    const tool = (label: string, en: string, path: string, press: () => void) =>
      button({
        label,
        en,
        icon: icon(path),
        iconOnly: true,
        class: 'tool',
        attributes: { tabindex: -1 },
        press,
      });
    const gap = () => el('span', { class: 'gap', attributes: { role: 'separator' } });
    const wrap = run('sheet.command.set-text-wrap', { value: 3 });
    const fill = (rgb: string | undefined): void =>
      rgb
        ? run('sheet.command.set-background-color', { value: rgb })()
        : run('sheet.command.reset-background-color')();
    return [
      tool('Hoàn tác (Ctrl+Z)', 'Undo', ICONS.undo, run('univer.command.undo')),
      tool('Làm lại (Ctrl+Y)', 'Redo', ICONS.redo, run('univer.command.redo')),
      gap(),
      tool('Chữ đậm (Ctrl+B)', 'Bold', ICONS.bold, run('sheet.command.set-range-bold')),
      tool('Chữ nghiêng (Ctrl+I)', 'Italic', ICONS.italic, run('sheet.command.set-range-italic')),
      palette(fill),
      gap(),
      tool('Căn trái', 'Align left', ICONS.left, run(ALIGN, { value: 1 })),
      tool('Căn giữa', 'Centre', ICONS.centre, run(ALIGN, { value: 2 })),
      tool('Căn phải', 'Align right', ICONS.right, run(ALIGN, { value: 3 })),
      tool('Xuống dòng trong ô', 'Wrap text', ICONS.wrap, wrap),
      gap(),
      tool('Sắp xếp tăng dần theo cột đang chọn', 'Sort ascending', ICONS.up, () => this.#sort('ASCENDING')),
      tool('Sắp xếp giảm dần theo cột đang chọn', 'Sort descending', ICONS.down, () =>
        this.#sort('DESCENDING'),
      ),
      tool('Ghi chú của ô', 'Note', ICONS.note, () => this.#note()),
      gap(),
    ];
  }

  /** One stop for the Tab key, arrows within. */
  #onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const all = [...this.#place.querySelectorAll('button')].filter(
      ({ offsetParent }) => offsetParent !== null,
    );
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all[(at + step + all.length) % all.length]?.focus();
    event.preventDefault();
  }

  /** The rows below the frozen ones, by the selected column. */
  #sort(sortOrder: 'ASCENDING' | 'DESCENDING'): void {
    const { sheet, sync, send } = this.#options;
    const tab = sync.tab(activeSheetId(sheet));
    const cell = activeCell(sheet);
    if (!tab || !cell || tab.cells.length <= tab.frozenRows + 1) return;
    const range = {
      sheetId: tab.sheetId,
      startRowIndex: tab.frozenRows,
      endRowIndex: tab.cells.length,
      startColumnIndex: 0,
      endColumnIndex: Math.max(...tab.cells.map((row) => row.length)),
    };
    send([{ sortRange: { range, sortSpecs: [{ dimensionIndex: cell.column, sortOrder }] } }]);
  }

  #note(): void {
    const { sheet, send } = this.#options;
    const cell = activeCell(sheet);
    if (!cell) return;
    const { row, column } = cell;
    const start = { sheetId: activeSheetId(sheet), rowIndex: row, columnIndex: column };
    askForNote(`${columnLetters(column)}${row + 1}`, noteAt(sheet, row, column) ?? '', (note) =>
      send([{ updateCells: { start, rows: [{ values: [note === '' ? {} : { note }] }], fields: 'note' } }]),
    );
  }
}
