import { SheetsSelectionsService } from '@univerjs/sheets';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { button, el, icon } from '../dom.ts';
import { ICONS } from '../icons.ts';
import { openModal } from '../modal.ts';
import { columnLetters } from './a1.ts';
import { selectionClosed } from './guard.ts';
import { noteAt } from './notes.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { Sync } from './sync.ts';

export interface ToolbarOptions {
  readonly sheet: Spreadsheet;
  readonly sync: Sync;
  readonly send: (requests: readonly api.Schema$Request[]) => void;
  readonly print: () => void;
}

const COLOURS: readonly { readonly name: string; readonly rgb: string | undefined }[] = [
  { name: 'Không nền', rgb: undefined },
  { name: 'Vàng', rgb: '#fff2cc' },
  { name: 'Cam', rgb: '#fce5cd' },
  { name: 'Đỏ', rgb: '#f4cccc' },
  { name: 'Xanh lá', rgb: '#d9ead3' },
  { name: 'Xanh dương', rgb: '#d0e4f5' },
  { name: 'Tím', rgb: '#e4dcf1' },
  { name: 'Xám', rgb: '#e8eaed' },
];

/** What is done to cells beside typing. For readers only printing is left. */
export class Toolbar {
  readonly #options: ToolbarOptions;
  readonly #place: HTMLElement;
  readonly #lock = el('span', { class: 'lock', attributes: { role: 'status' } });
  #forEditors: HTMLElement[] = [];

  constructor(place: HTMLElement, options: ToolbarOptions) {
    this.#place = place;
    this.#options = options;
    this.#build();
    place.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** Another cell, or another tab. */
  selected(): void {
    const { sheet, sync } = this.#options;
    const { mayEdit } = sync.book;
    for (const one of this.#forEditors) one.hidden = !mayEdit;
    const id = sheet.workbook.getActiveSheet()?.getSheetId();
    const closed = mayEdit && selectionClosed(sheet, sync.tab(Number(id)));
    this.#lock.replaceChildren(...(closed ? [icon(ICONS.lock), el('span', { text: 'Ô được bảo vệ' })] : []));
    this.#lock.title = closed ? 'This place is protected against you' : '';
  }

  #build(): void {
    const { sheet } = this.#options;
    const run = (id: string, params?: object) => () => void sheet.commands.executeCommand(id, params);
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
    this.#forEditors = [
      tool('Hoàn tác (Ctrl+Z)', 'Undo', ICONS.undo, run('univer.command.undo')),
      tool('Làm lại (Ctrl+Y)', 'Redo', ICONS.redo, run('univer.command.redo')),
      gap(),
      tool('Chữ đậm (Ctrl+B)', 'Bold', ICONS.bold, run('sheet.command.set-range-bold')),
      tool('Chữ nghiêng (Ctrl+I)', 'Italic', ICONS.italic, run('sheet.command.set-range-italic')),
      this.#colours(),
      gap(),
      tool('Căn trái', 'Align left', ICONS.left, run(ALIGN, { value: 1 })),
      tool('Căn giữa', 'Centre', ICONS.centre, run(ALIGN, { value: 2 })),
      tool('Căn phải', 'Align right', ICONS.right, run(ALIGN, { value: 3 })),
      tool('Xuống dòng trong ô', 'Wrap text', ICONS.wrap, run('sheet.command.set-text-wrap', { value: 3 })),
      gap(),
      tool('Sắp xếp tăng dần theo cột đang chọn', 'Sort ascending', ICONS.up, () => this.#sort('ASCENDING')),
      tool('Sắp xếp giảm dần theo cột đang chọn', 'Sort descending', ICONS.down, () =>
        this.#sort('DESCENDING'),
      ),
      tool('Ghi chú của ô', 'Note', ICONS.note, () => this.#note()),
      gap(),
    ];
    const print = button({
      label: 'In',
      en: 'Print this tab on A4',
      icon: icon(ICONS.print),
      class: 'tool wide',
      attributes: { tabindex: -1 },
      press: () => this.#options.print(),
    });
    this.#place.replaceChildren(...this.#forEditors, print, this.#lock);
    this.#place.querySelector('button')?.setAttribute('tabindex', '0');
    print.setAttribute('tabindex', '0');
  }

  /** One stop for the Tab key, arrows within. */
  #onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const all = [...this.#place.querySelectorAll('button')].filter((one) => !one.hidden);
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all[(at + step + all.length) % all.length]?.focus();
    event.preventDefault();
  }

  #colours(): HTMLElement {
    const palette = el('div', {
      class: 'palette',
      attributes: { hidden: true, role: 'menu', 'aria-label': 'Màu nền' },
    });
    const open = button({
      label: 'Màu nền',
      en: 'Fill colour',
      icon: icon(ICONS.fill),
      iconOnly: true,
      class: 'tool',
      attributes: { tabindex: -1, 'aria-haspopup': 'menu' },
      press: () => {
        palette.hidden = !palette.hidden;
        if (!palette.hidden) palette.querySelector('button')?.focus();
      },
    });
    palette.append(
      ...COLOURS.map(({ name, rgb }) => {
        const swatch = el('button', {
          class: rgb ? 'swatch' : 'swatch none',
          title: name,
          attributes: { type: 'button', role: 'menuitem', 'aria-label': name },
          on: {
            click: () => {
              palette.hidden = true;
              const { commands } = this.#options.sheet;
              if (rgb) void commands.executeCommand('sheet.command.set-background-color', { value: rgb });
              else void commands.executeCommand('sheet.command.reset-background-color');
            },
          },
        });
        if (rgb) swatch.style.background = rgb;
        return swatch;
      }),
    );
    const place = el('span', { class: 'with-palette' }, [open, palette]);
    place.addEventListener('focusout', (event) => {
      if (!place.contains(event.relatedTarget as Node)) palette.hidden = true;
    });
    place.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || palette.hidden) return;
      palette.hidden = true;
      open.focus();
      event.stopPropagation();
    });
    return place;
  }

  /** The rows below the frozen ones, by the selected column. */
  #sort(sortOrder: 'ASCENDING' | 'DESCENDING'): void {
    const { tab, column } = this.#place_();
    if (!tab) return;
    const width = Math.max(0, ...tab.cells.map((row) => row.length));
    const top = Math.max(tab.frozenRows, 0);
    if (tab.cells.length <= top + 1) return;
    this.#options.send([
      {
        sortRange: {
          range: {
            sheetId: tab.sheetId,
            startRowIndex: top,
            endRowIndex: tab.cells.length,
            startColumnIndex: 0,
            endColumnIndex: width,
          },
          sortSpecs: [{ dimensionIndex: column, sortOrder }],
        },
      },
    ]);
  }

  #note(): void {
    const { tab, row, column } = this.#place_();
    if (!tab) return;
    const text = el('textarea', {
      class: 'text-input',
      attributes: { rows: 5, maxlength: 2000, 'aria-label': 'Ghi chú' },
    });
    text.value = noteAt(this.#options.sheet, row, column) ?? '';
    const save = (note: string) => {
      close();
      const start = { sheetId: tab.sheetId, rowIndex: row, columnIndex: column };
      this.#options.send([
        { updateCells: { start, rows: [{ values: [note === '' ? {} : { note }] }], fields: 'note' } },
      ]);
    };
    const close = openModal({
      title: `Ghi chú ô ${columnLetters(column)}${row + 1}`,
      class: 'question',
      content: el('div', { class: 'modal-body' }, [
        text,
        el('footer', { class: 'modal-footer' }, [
          button({ label: 'Lưu', en: 'Save', class: 'button primary', press: () => save(text.value.trim()) }),
          button({ label: 'Xóa ghi chú', en: 'Delete', press: () => save('') }),
        ]),
      ]),
    });
    text.focus();
  }

  #place_() {
    const { sheet, sync } = this.#options;
    const tab = sync.tab(Number(sheet.workbook.getActiveSheet()?.getSheetId()));
    const primary = sheet.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    return { tab, row: primary?.startRow ?? 0, column: primary?.startColumn ?? 0 };
  }
}

const ALIGN = 'sheet.command.set-horizontal-text-align';
