import type { RunOutcome } from '../../../../apps-script/types.ts';
import type { ShownEffect, WindowEvent } from '../../../windows.ts';
import { Away, Refused } from '../../api.ts';
import { el } from '../../dom.ts';
import type { Session } from '../../session.ts';
import { toast } from '../../toasts.ts';
import { MenuBar } from './menu-bar.ts';
import { askQuestion } from './questions.ts';
import { openDialog, openSidebar } from './script-pages.ts';

export interface ScriptDeskOptions {
  readonly session: Session;
  readonly spreadsheetId: string;
  readonly menus: HTMLElement;
  /** Where it is told what runs now. */
  readonly status: HTMLElement;
  readonly side: HTMLElement;
  readonly selection: () => { sheetId: number; range: string } | undefined;
  readonly activate: (sheetId: number, range: string | undefined) => void;
  readonly focusGrid: () => void;
}

/** Where the add-on meets the person: menus, sidebar, dialogs, questions, toasts, and what runs now. */
export class ScriptDesk {
  readonly #options: ScriptDeskOptions;
  readonly #bar: MenuBar;
  readonly #running = el('span', { class: 'running', attributes: { role: 'status' } });
  readonly #questions = new Map<string, () => void>();
  #closeSidebar: (() => void) | undefined;
  #closeDialog: (() => void) | undefined;

  constructor(options: ScriptDeskOptions) {
    this.#options = options;
    const bar = el('div', { class: 'menu-bar' });
    options.menus.replaceChildren(bar);
    options.status.append(this.#running);
    this.#bar = new MenuBar(bar, (functionName, label) => void this.#run('menu', functionName, label));
  }

  /** The workbook was opened: the add-on builds its menus. */
  async open(): Promise<void> {
    await this.#run('open', 'onOpen', 'Đang mở thực đơn');
  }

  hear(event: WindowEvent): void {
    if (event.kind === 'effect' && event.spreadsheetId === this.#options.spreadsheetId)
      this.#show(event.effect);
    else if (event.kind === 'question') this.#ask(event.id, event.question);
    else if (event.kind === 'question-gone') this.#withdraw(event.id);
    else if (event.kind === 'runs') this.#showRuns(event.runs.map(({ label }) => label));
  }

  close(): void {
    this.#closeSidebar?.();
    this.#closeDialog?.();
    for (const withdraw of this.#questions.values()) withdraw();
  }

  async #run(kind: 'open' | 'menu', functionName: string, label: string): Promise<void> {
    try {
      const outcome = await this.#send(kind, functionName, label);
      if (!outcome.ok) toast({ title: label, message: outcome.message, kind: 'error', seconds: -1 });
    } catch (error) {
      if (error instanceof Refused)
        toast({ title: label, message: error.message, en: error.en, kind: 'error' });
      else if (error instanceof Away) toast({ title: label, message: AWAY, kind: 'error' });
      else throw error;
    }
  }

  #send(
    kind: 'open' | 'menu' | 'client',
    functionName: string,
    label: string,
    args?: readonly unknown[],
  ): Promise<RunOutcome> {
    const { session, spreadsheetId, selection } = this.#options;
    return session.ask('POST', '/api/run', {
      spreadsheetId,
      kind,
      functionName,
      label,
      ...(args && { args }),
      selection: selection(),
    });
  }

  /** google.script.run: whatever happens, the page in the frame gets an answer. */
  readonly #call = async (functionName: string, args: readonly unknown[]): Promise<object> => {
    try {
      return await this.#send('client', functionName, functionName, args);
    } catch (error) {
      const message = error instanceof Refused ? error.message : AWAY;
      return { ok: false, name: 'Exception', message };
    }
  };

  #show(effect: ShownEffect): void {
    switch (effect.kind) {
      case 'menu':
        this.#bar.set(effect);
        break;
      case 'sidebar':
        this.#openSidebar(effect.title, effect.frame);
        break;
      case 'dialog':
        this.#openDialog(effect);
        break;
      case 'close-dialog':
        this.#closeDialog?.();
        break;
      case 'toast':
        toast({ message: effect.message, title: effect.title, seconds: effect.seconds });
        break;
      case 'activate':
        this.#options.activate(effect.sheetId, effect.range);
        break;
    }
  }

  #openSidebar(title: string, frame: string): void {
    this.#closeSidebar?.();
    const { side, focusGrid } = this.#options;
    this.#closeSidebar = openSidebar(side, {
      ...{ title, frame, focusGrid, call: this.#call },
      closed: () => {
        this.#closeSidebar = undefined;
      },
    });
  }

  #openDialog(dialog: Extract<ShownEffect, { kind: 'dialog' }>): void {
    this.#closeDialog?.();
    this.#closeDialog = openDialog({
      ...dialog,
      ...{ focusGrid: this.#options.focusGrid, call: this.#call },
      closed: () => {
        this.#closeDialog = undefined;
      },
    });
  }

  #ask(id: string, question: Parameters<typeof askQuestion>[0]): void {
    if (this.#questions.has(id)) return;
    const withdraw = askQuestion(question, (answer) => {
      this.#questions.delete(id);
      this.#options.session.ask('POST', '/api/answer', { id, answer }).catch((error: unknown) => {
        if (error instanceof Refused) toast({ message: error.message, en: error.en, kind: 'warning' });
        else if (error instanceof Away)
          this.#ask(id, question); // the run still waits: ask again
        else throw error;
      });
    });
    this.#questions.set(id, withdraw);
  }

  #withdraw(id: string): void {
    this.#questions.get(id)?.();
    this.#questions.delete(id);
  }

  #showRuns(labels: readonly string[]): void {
    this.#running.replaceChildren(
      ...(labels.length === 0
        ? []
        : [
            el('span', { class: 'spinner', attributes: { 'aria-hidden': 'true' } }),
            el('span', { text: 'Đang chạy…' }),
          ]),
    );
    this.#running.title = labels.join(', ');
  }
}

const AWAY = 'Chưa nối được với văn phòng. Không có gì bị mất; hãy thử lại sau giây lát.';
