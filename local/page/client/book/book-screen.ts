import { ILayoutService } from '@univerjs/ui';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { diffTab } from '../../view/diff.ts';
import type { TabView } from '../../view/types.ts';
import { Away, Refused } from '../api.ts';
import { el } from '../dom.ts';
import type { Session } from '../session.ts';
import { onTheme } from '../theme.ts';
import { toast } from '../toasts.ts';
import type { TopBar } from '../top-bar.ts';
import { ScriptDesk } from './add-on/script-desk.ts';
import { takeOverPaste } from './edits/clipboard.ts';
import { takeOverFill } from './edits/fill-handle.ts';
import { growTab } from './edits/grow.ts';
import { guardTyping } from './edits/guard.ts';
import { watchEdits } from './edits/local-edits.ts';
import { takeOverTabs } from './edits/tabs.ts';
import { keepTyping } from './edits/typing.ts';
import { tellTheCurious } from './for-the-curious.ts';
import { layOut } from './layout.ts';
import { walkRegions } from './regions.ts';
import { AWAY, NOT_HERE, notInList, tellRefusal, WHY_CLOSED } from './sentences.ts';
import type { Fetched } from './sync/fetch-book.ts';
import { Sync } from './sync/sync.ts';
import { showTitle, statusOf } from './title.ts';
import { Toolbar } from './toolbar.ts';
import { Charts } from './univer/charts.ts';
import { chooseFromList, listenForChoices } from './univer/choices.ts';
import { fitHeights } from './univer/heights.ts';
import { keepInSight } from './univer/in-sight.ts';
import { Layer } from './univer/layer.ts';
import { showLooks } from './univer/looks.ts';
import { showNotes } from './univer/notes.ts';
import { activeSheetId, select, selectionOf, showTab } from './univer/selection.ts';
import { openSpreadsheet, type Spreadsheet } from './univer/spreadsheet.ts';
import { toWorkbookData } from './univer/to-univer.ts';

export interface BookOptions {
  readonly session: Session;
  readonly bar: TopBar;
  readonly stage: HTMLElement;
  readonly spreadsheetId: string;
  /** The tab to show; the first visible one when it is not there. */
  readonly sheetId: number | undefined;
  /** Whether the office runs the add-on. */
  readonly addOn: boolean;
  readonly home: () => void;
}

/** An open workbook: Univer, what is ours in and over it, the line to the server, and the add-on. */
export class BookScreen {
  readonly #options: BookOptions;
  readonly #back: HTMLElement;
  readonly #container = el('div', { class: 'sheet' });
  readonly #layer = new Layer(this.#container);
  readonly #status = el('div', { class: 'book-status', attributes: { role: 'status' } });
  readonly #sheet: Spreadsheet;
  readonly #sync: Sync;
  readonly #charts: Charts;
  readonly #toolbar: Toolbar;
  readonly #desk: ScriptDesk;
  readonly #closing: (() => void)[];
  #waiting = 0;
  /** A tab that was asked for and is to be shown when it comes. */
  #expected: number | undefined;
  /** Tabs whose rows were fitted as they are now. */
  readonly #fitted = new Map<number, TabView>();

  constructor(options: BookOptions, back: HTMLElement, first: Fetched) {
    this.#options = options;
    this.#back = back;
    const { session, spreadsheetId, sheetId } = options;
    const { book } = first;
    const grid = [this.#container, this.#layer.element];
    const places = layOut(options.stage, { status: this.#status, grid });
    const data = toWorkbookData(`book-${spreadsheetId}`, book.title, book.tabs, sheetId);
    this.#sheet = openSpreadsheet(this.#container, data, book.mayEdit);
    this.#layer.follow(this.#sheet);
    this.#sync = new Sync(session, this.#sheet, first, {
      changed: () => this.#changed(),
      refused: tellRefusal,
      waiting: (count) => {
        this.#waiting = count;
        this.#showStatus();
      },
      gone: (refusal) => {
        tellRefusal(refusal, 'error');
        options.home();
      },
    });
    this.#charts = new Charts(this.#sheet, this.#layer.element, book.locale);
    this.#desk = new ScriptDesk({
      session,
      spreadsheetId,
      ...places,
      selection: () => selectionOf(this.#sheet),
      activate: (id, range) => select(this.#sheet, id, range),
      focusGrid: () => this.#focus(),
    });
    this.#toolbar = new Toolbar(places.toolbar, {
      sheet: this.#sheet,
      sync: this.#sync,
      send: (requests) => void this.#send(requests),
      print: () => this.#print(),
    });
    this.#closing = [...this.#takeOver(book.locale), ...this.#listen(), this.#walk(places)];
    this.#changed();
    void this.#sheet.drawn.then(() => this.#activeChanged());
    if (options.addOn) void this.#desk.open();
  }

  close(): void {
    this.#sync.close();
    this.#charts.close();
    this.#desk.close();
    for (const close of this.#closing.toReversed()) close();
    this.#layer.close();
    this.#sheet.close();
  }

  /** What Univer would do by itself and we do otherwise. */
  #takeOver(locale: string): (() => void)[] {
    const sheet = this.#sheet;
    const tab = (id: number) => this.#sync.tab(id);
    const mayEdit = () => this.#sync.book.mayEdit;
    const choose = (cell: { row: number; column: number }) =>
      chooseFromList(sheet, this.#layer.element, this.#activeTab, cell, () => this.#focus());
    takeOverPaste(sheet, {
      grow: (id, rows, columns) => {
        const grown = tab(id);
        if (grown) growTab(sheet, grown, { rows, columns }, (edit) => this.#sync.push(edit));
      },
    });
    takeOverFill(sheet, Intl.NumberFormat(locale.replace('_', '-')).format(0.5)[1] ?? '.');
    return [
      keepInSight(sheet, this.#container),
      guardTyping(sheet, { mayEdit, tab, refused: (why) => toast(WHY_CLOSED[why]) }),
      keepTyping(sheet, {
        listAt: (id, choices) => tab(id)?.dropDowns[choices],
        refused: (values) => toast(notInList(values)),
      }),
      watchEdits(
        sheet,
        (edit) => this.#sync.push(edit),
        () => toast(mayEdit() ? NOT_HERE : WHY_CLOSED.reader),
      ),
      takeOverTabs(sheet, {
        book: () => this.#sync.book,
        send: (requests) => void this.#send(requests),
        expect: (id) => {
          this.#expected = id;
        },
      }),
      showLooks(sheet, { mayEdit, tab, choose }),
      showNotes(sheet, this.#layer.element),
      listenForChoices(sheet, this.#container, choose),
      tellTheCurious(sheet, this.#sync, this.#container),
    ];
  }

  /** To the office, to the person's choices, and to Univer. */
  #listen(): (() => void)[] {
    const { session, spreadsheetId } = this.#options;
    const commands = this.#sheet.commands.onCommandExecuted(({ id }) => {
      if (id === 'sheet.operation.set-worksheet-active') this.#activeChanged();
      else if (id === 'sheet.operation.set-selections') this.#toolbar.selected();
    });
    // Whoever chose a tab wants to type; a second press is a double one, which renames it.
    this.#container.addEventListener('click', ({ target, detail }) => {
      if (detail === 1 && (target as Element).closest('[data-u-comp="slide-tab-item"]')) this.#focus();
    });
    return [
      () => commands.dispose(),
      onTheme((now) => this.#sheet.setDark(now === 'dark')),
      session.onEvent((event) => {
        if (event.kind === 'hello') this.#sync.refresh();
        else if (event.kind !== 'changed') this.#desk.hear(event);
        else if (event.spreadsheetId === spreadsheetId && event.revision > this.#sync.book.revision)
          this.#sync.refresh();
      }),
    ];
  }

  #walk({ menus, side }: Readonly<Record<'menus' | 'side', HTMLElement>>): () => void {
    return walkRegions([
      { place: menus, enter: () => menus.querySelector('button')?.focus() },
      { place: this.#container, enter: () => this.#focus() },
      { place: side, enter: () => side.querySelector('iframe')?.focus() },
    ]);
  }

  get #activeTab(): TabView | undefined {
    return this.#sync.tab(activeSheetId(this.#sheet));
  }

  #changed(): void {
    if (this.#expected !== undefined && this.#sync.tab(this.#expected)) {
      showTab(this.#sheet, this.#expected);
      this.#expected = undefined;
    }
    showTitle(this.#options.bar, this.#back, this.#sync.book);
    this.#activeChanged();
  }

  /** Another tab is shown, or the shown one is another. The address names it, so that a reload shows it again. */
  #activeChanged(): void {
    const tab = this.#activeTab;
    if (!tab) return;
    this.#fit(tab);
    this.#charts.show(tab);
    this.#toolbar.selected();
    this.#showStatus();
    history.replaceState(undefined, '', `/#/so/${this.#options.spreadsheetId}/${tab.sheetId}`);
  }

  #fit(tab: TabView): void {
    const before = this.#fitted.get(tab.sheetId);
    if (before === tab) return;
    const sameColumns = before && JSON.stringify(before.columns) === JSON.stringify(tab.columns);
    const rows = sameColumns ? new Set(diffTab(before, tab).cells.map(({ row }) => row)) : undefined;
    if (fitHeights(this.#sheet, tab, rows)) this.#fitted.set(tab.sheetId, tab);
  }

  #showStatus(): void {
    this.#status.replaceChildren(...statusOf(this.#activeTab?.notShown ?? [], this.#waiting));
  }

  /** For what is done past Univer. */
  async #send(requests: readonly api.Schema$Request[]): Promise<void> {
    try {
      await this.#sync.send([{ kind: 'requests', requests }]);
    } catch (error) {
      if (error instanceof Refused) tellRefusal(error);
      else if (error instanceof Away) toast(AWAY);
      else throw error;
    }
  }

  #print(): void {
    const { session, spreadsheetId } = this.#options;
    const query = new URLSearchParams({ window: session.window });
    window.open(`/print/${spreadsheetId}/${activeSheetId(this.#sheet)}?${query}`, '_blank', 'noopener');
  }

  #focus(): void {
    this.#sheet.get<ILayoutService>(ILayoutService).focus();
  }
}
