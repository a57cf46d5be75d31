import { SheetsSelectionsService } from '@univerjs/sheets';
import { ILayoutService } from '@univerjs/ui';
import type { Edit } from '../../edits.ts';
import { diffTab } from '../../view/diff.ts';
import type { TabView } from '../../view/types.ts';
import { Away, Refused } from '../api.ts';
import { button, el, icon } from '../dom.ts';
import { ICONS } from '../icons.ts';
import type { Session } from '../session.ts';
import { onTheme } from '../theme.ts';
import { toast } from '../toasts.ts';
import type { TopBar } from '../top-bar.ts';
import { columnLetters, readRange } from './a1.ts';
import { activate } from './apply.ts';
import { Charts } from './charts.ts';
import { setCells, takeOverPaste, typedCell } from './clipboard.ts';
import { openDropDown } from './drop-down.ts';
import { takeOverFill } from './fill-handle.ts';
import { cellRectangle, gridElement } from './geometry.ts';
import { guardTyping } from './guard.ts';
import { fitHeights } from './heights.ts';
import { FROM_SERVER, watchEdits } from './local-edits.ts';
import { showLooks } from './looks.ts';
import { showNotes } from './notes.ts';
import { ScriptDesk } from './script-desk.ts';
import { openSpreadsheet, type Spreadsheet } from './spreadsheet.ts';
import { fetchBook, Sync } from './sync.ts';
import { takeOverTabs } from './tabs.ts';
import { type CellExtras, enteredOf, idOf, textOf, toWorkbookData } from './to-univer.ts';
import { Toolbar } from './toolbar.ts';
import { keepTyping } from './typing.ts';

export interface BookOptions {
  readonly session: Session;
  readonly bar: TopBar;
  readonly stage: HTMLElement;
  readonly spreadsheetId: string;
  readonly sheetId: number | undefined;
  readonly addOn: boolean;
  readonly home: () => void;
}

/** Opens a workbook in the stage. Returns what closes it. */
export async function openBook(options: BookOptions): Promise<() => void> {
  const { session, bar, stage, spreadsheetId, home } = options;
  const back = button({
    label: 'Tất cả các sổ',
    en: 'All workbooks',
    icon: icon(ICONS.back),
    iconOnly: true,
    class: 'icon-button',
    press: home,
  });
  bar.left(back, el('strong', { class: 'brand', text: 'Đang mở sổ…' }));
  stage.replaceChildren(
    el('div', { class: 'opening', attributes: { role: 'status' } }, [el('span', { text: 'Đang mở sổ…' })]),
  );
  try {
    const first = await fetchBook(session, spreadsheetId);
    const screen = new BookScreen(options, back, first);
    return () => screen.close();
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Away)) throw error;
    bar.left(back, el('strong', { class: 'brand', text: 'Không mở được sổ' }));
    stage.replaceChildren(
      el('div', { class: 'opening' }, [
        el('p', { class: 'trouble', text: error.message }),
        ...(error instanceof Refused ? [el('small', { text: error.en, attributes: { lang: 'en' } })] : []),
        button({ label: 'Về danh sách sổ', en: 'Back to the workbooks', press: home }),
      ]),
    );
    return () => undefined;
  }
}

class BookScreen {
  readonly #options: BookOptions;
  readonly #back: HTMLElement;
  readonly #sheet: Spreadsheet;
  readonly #sync: Sync;
  readonly #charts: Charts;
  readonly #layer = el('div', { class: 'layer' });
  readonly #container = el('div', { class: 'sheet' });
  readonly #status = el('div', { class: 'book-status', attributes: { role: 'status' } });
  readonly #closing: (() => void)[] = [];
  readonly #desk: ScriptDesk;
  readonly #toolbar: Toolbar;
  #waiting = 0;
  /** A tab that was asked for and is to be shown when it comes. */
  #expected: number | undefined;
  /** Tabs whose rows were fitted as they are now. */
  readonly #fitted = new Map<number, TabView>();

  constructor(options: BookOptions, back: HTMLElement, first: Awaited<ReturnType<typeof fetchBook>>) {
    this.#options = options;
    this.#back = back;
    const { book } = first;
    const { session, stage, spreadsheetId, sheetId } = options;
    const menus = el('div', { class: 'menus' });
    const toolbarPlace = el('div', {
      class: 'toolbar',
      attributes: { role: 'toolbar', 'aria-label': 'Công cụ' },
    });
    const running = el('div', { class: 'running-place' });
    const side = el('aside', { class: 'side', attributes: { hidden: true } });
    const grid = el('div', { class: 'grid-place' }, [this.#container, this.#layer]);
    stage.replaceChildren(
      el('div', { class: 'book' }, [
        el('div', { class: 'book-bar' }, [menus, toolbarPlace, this.#status, running]),
        el('div', { class: 'desk' }, [grid, side]),
      ]),
    );
    const unitId = `book-${spreadsheetId}`;
    this.#sheet = openSpreadsheet(
      this.#container,
      toWorkbookData(unitId, book.title, book.tabs, sheetId),
      book.mayEdit,
    );
    this.#sync = new Sync(session, this.#sheet, first, {
      changed: () => this.#changed(),
      refused: ({ message, en }) => toast({ message, en, kind: 'warning' }),
      waiting: (count) => {
        this.#waiting = count;
        this.#showStatus();
      },
      gone: ({ message, en }) => {
        toast({ message, en, kind: 'error' });
        options.home();
      },
    });
    const mayEdit = () => this.#sync.book.mayEdit;
    const tab = (id: number) => this.#sync.tab(id);
    this.#charts = new Charts(this.#sheet, this.#layer, book.locale);
    this.#closing.push(
      guardTyping(this.#sheet, { mayEdit, tab, refused: (why) => toast(WHY[why]) }),
      keepTyping(this.#sheet),
      watchEdits(
        this.#sheet,
        (edit) => this.#sync.push(edit),
        () => toast(mayEdit() ? NOT_HERE : WHY.reader),
      ),
      showLooks(this.#sheet, { mayEdit, tab, choose: (row, column) => this.#choose(row, column) }),
      showNotes(this.#sheet, this.#layer),
      onTheme((now) => this.#sheet.setDark(now === 'dark')),
      this.#follow(),
    );
    this.#closing.push(
      takeOverTabs(this.#sheet, {
        book: () => this.#sync.book,
        send: (requests) => void this.#send([{ kind: 'requests', requests }]),
        expect: (id) => {
          this.#expected = id;
        },
      }),
    );
    takeOverPaste(this.#sheet, { grow: (id, rows, columns) => this.#grow(id, rows, columns) });
    takeOverFill(this.#sheet, Intl.NumberFormat(book.locale.replace('_', '-')).format(0.5)[1] ?? '.');
    this.#desk = new ScriptDesk({
      session,
      spreadsheetId,
      menus,
      status: running,
      side,
      selection: () => this.selection(),
      activate: (id, range) => this.#select(id, range),
      focusGrid: () => this.#focus(),
    });
    this.#closing.push(() => this.#desk.close());
    this.#toolbar = new Toolbar(toolbarPlace, {
      sheet: this.#sheet,
      sync: this.#sync,
      send: (requests) => void this.#send([{ kind: 'requests', requests }]),
      print: () => this.#print(),
    });
    this.#showTitle();
    this.#changed();
    this.#keepPlace();
    if (options.addOn) void this.#desk.open();
    Object.assign(globalThis, { dienHinh: this.#forTheCurious() });
    void this.#sheet.drawn.then(() => this.#activeChanged());
  }

  /** What is active in this window, as the add-on is told. */
  selection(): { sheetId: number; range: string } | undefined {
    const id = this.#sheet.workbook.getActiveSheet()?.getSheetId();
    if (id === undefined) return undefined;
    const range = this.#sheet.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    if (!range) return { sheetId: Number(id), range: 'A1' };
    const from = `${columnLetters(range.startColumn)}${range.startRow + 1}`;
    const to = `${columnLetters(range.endColumn)}${range.endRow + 1}`;
    return { sheetId: Number(id), range: from === to ? from : `${from}:${to}` };
  }

  /** What a browser test, or somebody at the console, cannot read off a canvas. */
  #forTheCurious() {
    return {
      selection: () => this.selection(),
      book: () => this.#sync.book,
      /** A cell of the active tab on the screen, scrolled to: pixels of the window. */
      place: (a1: string) => {
        const { startRow, startColumn } = readRange(a1)!;
        const cell = cellRectangle(this.#sheet, startRow, startColumn);
        const grid = gridElement(this.#container)?.getBoundingClientRect();
        return cell && grid && { ...cell, left: cell.left + grid.left, top: cell.top + grid.top };
      },
      /** What the grid shows in a cell of the active tab. */
      shown: (a1: string) => {
        const { startRow, startColumn } = readRange(a1)!;
        const cell = this.#sheet.workbook.getActiveSheet()?.getCellRaw(startRow, startColumn);
        return cell ? textOf(cell) : '';
      },
    };
  }

  close(): void {
    Reflect.deleteProperty(globalThis, 'dienHinh');
    this.#sync.close();
    this.#charts.close();
    for (const close of this.#closing.reverse()) close();
    this.#sheet.close();
  }

  get #activeTab(): TabView | undefined {
    return this.#sync.tab(Number(this.#sheet.workbook.getActiveSheet()?.getSheetId()));
  }

  /** Hears of writes and of the line; keeps the layer over the grid's canvas. */
  #follow(): () => void {
    const { session, spreadsheetId } = this.#options;
    const stops = [
      session.onEvent((event) => {
        if (event.kind === 'changed' && event.spreadsheetId === spreadsheetId) {
          if (event.revision > this.#sync.book.revision) this.#sync.refresh();
        } else if (event.kind === 'hello') this.#sync.refresh();
        else this.#desk.hear(event);
      }),
    ];
    const active = this.#sheet.commands.onCommandExecuted(({ id }) => {
      if (id === 'sheet.operation.set-worksheet-active') this.#activeChanged();
      if (id === 'sheet.operation.set-selections') this.#toolbar?.selected();
    });
    const keys = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key !== 'ArrowDown') return;
      event.preventDefault();
      event.stopPropagation();
      this.#openList();
    };
    this.#container.addEventListener('keydown', keys, true);
    const observer = new ResizeObserver(() => this.#placeLayer());
    observer.observe(this.#container);
    void this.#sheet.drawn.then(() => {
      const grid = gridElement(this.#container);
      if (grid) observer.observe(grid); // its bars come and go
    });
    return () => {
      for (const stop of stops) stop();
      active.dispose();
      observer.disconnect();
    };
  }

  #placeLayer(): void {
    const grid = gridElement(this.#container);
    if (!grid) return;
    const [own, outer] = [grid.getBoundingClientRect(), this.#container.getBoundingClientRect()];
    Object.assign(this.#layer.style, {
      left: `${own.left - outer.left}px`,
      top: `${own.top - outer.top}px`,
      width: `${own.width}px`,
      height: `${own.height}px`,
    });
  }

  /** For what is done past Univer. */
  async #send(edits: readonly Edit[]): Promise<void> {
    try {
      await this.#sync.send(edits);
    } catch (error) {
      if (error instanceof Refused) toast({ message: error.message, en: error.en, kind: 'warning' });
      else if (error instanceof Away) toast(AWAY);
      else throw error;
    }
  }

  #changed(): void {
    if (this.#expected !== undefined && this.#sync.tab(this.#expected)) {
      activate(this.#sheet, this.#expected);
      this.#expected = undefined;
    }
    this.#showTitle();
    this.#activeChanged();
  }

  #activeChanged(): void {
    const tab = this.#activeTab;
    if (tab) this.#fit(tab);
    this.#charts?.show(tab);
    this.#toolbar?.selected();
    this.#showStatus();
    this.#keepPlace();
  }

  #fit(tab: TabView): void {
    const before = this.#fitted.get(tab.sheetId);
    if (before === tab) return;
    const sameColumns = before && JSON.stringify(before.columns) === JSON.stringify(tab.columns);
    if (fitHeights(this.#sheet, tab, sameColumns ? changedRows(before, tab) : undefined))
      this.#fitted.set(tab.sheetId, tab);
  }

  /** The address names the tab, so that a reload opens it again. */
  #keepPlace(): void {
    const id = this.#sheet.workbook.getActiveSheet()?.getSheetId();
    if (id === undefined) return;
    history.replaceState(undefined, '', `/#/so/${this.#options.spreadsheetId}/${id}`);
  }

  #showTitle(): void {
    const { title, mayEdit } = this.#sync.book;
    document.title = `${title} – Văn phòng thi đua`;
    this.#options.bar.left(
      this.#back,
      el('strong', { class: 'brand', text: title, title }),
      ...(mayEdit
        ? []
        : [
            el('span', { class: 'badge', title: 'You may read this workbook' }, [
              icon(ICONS.eye),
              el('span', { text: 'Chỉ xem' }),
            ]),
          ]),
    );
  }

  #showStatus(): void {
    const notShown = this.#activeTab?.notShown ?? [];
    this.#status.replaceChildren(
      ...(notShown.length > 0
        ? [
            el('span', {
              class: 'badge quiet',
              text: `Trang này còn phần chưa hiện: ${notShown.join(', ')}`,
              title: 'Parts of this tab that the page does not show, by their names in the Sheets API',
            }),
          ]
        : []),
      ...(this.#waiting > 0 ? [el('span', { class: 'saving', text: 'Đang ghi…', title: 'Saving' })] : []),
    );
  }

  #print(): void {
    const id = this.#sheet.workbook.getActiveSheet()?.getSheetId();
    const window = encodeURIComponent(this.#options.session.window);
    globalThis.open(`/print/${this.#options.spreadsheetId}/${id}?window=${window}`, '_blank', 'noopener');
  }

  #openList(): void {
    const primary = this.#sheet.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    if (primary) this.#choose(primary.startRow, primary.startColumn);
  }

  #choose(row: number, column: number): void {
    const worksheet = this.#sheet.workbook.getActiveSheet();
    const cell = worksheet?.getCellRaw(row, column);
    const { choices } = (cell?.custom ?? {}) as CellExtras;
    const list = choices === undefined ? undefined : this.#activeTab?.dropDowns[choices];
    const place = cellRectangle(this.#sheet, row, column);
    if (!list || !place || !worksheet) return;
    openDropDown(this.#layer, {
      place,
      list,
      chosen: enteredOf(cell),
      choose: (value) =>
        setCells(this.#sheet, worksheet.getSheetId(), {
          [row]: { [column]: typedCell(worksheet.getCellRaw(row, column), value) },
        }),
      closed: () => this.#focus(),
    });
  }

  #grow(sheetId: number, rows: number, columns: number): void {
    const tab = this.#sync.tab(sheetId);
    if (!tab || (rows <= 0 && columns <= 0)) return;
    const target = { unitId: this.#sheet.unitId, subUnitId: idOf(sheetId) };
    const append = (dimension: 'ROWS' | 'COLUMNS', length: number) => {
      const which = dimension === 'ROWS' ? 'rows' : 'columns';
      const before = dimension === 'ROWS' ? tab.rowCount : tab.columnCount;
      this.#sheet.commands.syncExecuteCommand(
        `sheet.mutation.set-worksheet-${dimension === 'ROWS' ? 'row' : 'column'}-count`,
        { ...target, [dimension === 'ROWS' ? 'rowCount' : 'columnCount']: before + length },
        FROM_SERVER,
      );
      this.#sync.push({
        sheetId,
        edits: [{ kind: 'requests', requests: [{ appendDimension: { sheetId, dimension, length } }] }],
        cells: [],
        shift: { dimension: which, at: before, count: length },
      });
    };
    if (rows > 0) append('ROWS', rows);
    if (columns > 0) append('COLUMNS', columns);
  }

  /** What a script activated: the tab, and the cells, scrolled to. */
  #select(sheetId: number, range: string | undefined): void {
    if (this.#sheet.workbook.getActiveSheet()?.getSheetId() !== idOf(sheetId)) activate(this.#sheet, sheetId);
    const box = range === undefined ? undefined : readRange(range);
    if (!box) return;
    const target = { unitId: this.#sheet.unitId, subUnitId: idOf(sheetId) };
    this.#sheet.commands.syncExecuteCommand('sheet.operation.set-selections', {
      ...target,
      selections: [
        {
          range: box,
          primary: {
            startRow: box.startRow,
            startColumn: box.startColumn,
            endRow: box.startRow,
            endColumn: box.startColumn,
            actualRow: box.startRow,
            actualColumn: box.startColumn,
            isMerged: false,
            isMergedMainCell: false,
          },
          style: null,
        },
      ],
    });
    this.#sheet.commands.syncExecuteCommand('sheet.command.scroll-to-cell', { range: box });
  }

  #focus(): void {
    this.#sheet.get<ILayoutService>(ILayoutService).focus();
  }
}

function changedRows(before: TabView, now: TabView): Set<number> {
  const { cells } = diffTab(before, now);
  return new Set(cells.map(({ row }) => row));
}

const WHY = {
  reader: {
    message: 'Bạn chỉ được xem sổ này, không sửa được.',
    en: 'You may read this workbook, not change it.',
    kind: 'warning',
  },
  protected: {
    message: 'Ô này được bảo vệ nên không ghi được. Chỉ ghi vào các ô nền vàng.',
    en: 'This cell is protected: write in the yellow cells only.',
    kind: 'warning',
  },
  locked: {
    message: 'Cả trang này đã khóa nên không ghi được, ví dụ phiếu đã nộp hoặc tháng đã chốt.',
    en: 'The whole tab is locked: the form was submitted, or the month was closed.',
    kind: 'warning',
  },
} as const;
const AWAY = {
  message: 'Chưa nối được với văn phòng; hãy thử lại sau giây lát.',
  en: 'The office cannot be reached; try again in a moment.',
  kind: 'warning',
} as const;
const NOT_HERE = {
  message: 'Văn phòng trên máy này chưa làm được việc đó với bảng tính.',
  en: 'The local office cannot do this to a spreadsheet.',
  kind: 'warning',
} as const;
