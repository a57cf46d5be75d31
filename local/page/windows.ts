import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Answer, Effect, Question } from '../apps-script/types.ts';
import { PageRefusal } from './refusals.ts';

/** What a window is told as it happens. */
export type WindowEvent =
  | { readonly kind: 'hello'; readonly now: string; readonly timeZone: string }
  | { readonly kind: 'changed'; readonly spreadsheetId: string; readonly revision: number }
  | { readonly kind: 'effect'; readonly spreadsheetId: string; readonly effect: ShownEffect }
  | { readonly kind: 'question'; readonly id: string; readonly question: Question }
  | { readonly kind: 'question-gone'; readonly id: string }
  | { readonly kind: 'runs'; readonly runs: readonly { readonly id: string; readonly label: string }[] };

/** HTML never travels as an event: the frame fetches it, with a policy of its own. */
export type ShownEffect =
  | Exclude<Effect, { kind: 'sidebar' | 'dialog' }>
  | (Omit<Extract<Effect, { kind: 'sidebar' }>, 'html'> & { readonly frame: string })
  | (Omit<Extract<Effect, { kind: 'dialog' }>, 'html'> & { readonly frame: string });

/** A window that says nothing for so long is gone. */
const GONE_MS = 60_000;
const MOST_FRAMES = 20;
const MOST_FOLLOWED = 20;

interface Waiting {
  readonly question: Question;
  readonly answer: (answer: Answer) => void;
  readonly giveUp: (reason: Error) => void;
}

/** One browser window, which is one person. Whoever knows its id is that window. */
export class PageWindow {
  readonly id = randomBytes(24).toString('base64url');
  readonly person: string;
  readonly #lines = new Set<WebSocket>();
  readonly #questions = new Map<string, Waiting>();
  readonly #frames = new Map<string, string>();
  readonly #followed = new Set<string>();
  #silentSince = Date.now();

  constructor(person: string) {
    this.person = person;
  }

  /** Adds an open line; questions that wait are asked there again. */
  listen(line: WebSocket): void {
    this.#lines.add(line);
    for (const [id, { question }] of this.#questions) write(line, { kind: 'question', id, question });
    line.once('close', () => {
      this.#lines.delete(line);
      this.#silentSince = Date.now();
    });
  }

  tell(event: WindowEvent): void {
    for (const line of this.#lines) write(line, event);
  }

  /** Hears of writes to this workbook from now on: asked for before it is read, given up where that is refused. */
  follow(spreadsheetId: string): void {
    this.#followed.delete(spreadsheetId);
    this.#followed.add(spreadsheetId);
    for (const old of this.#followed) {
      if (this.#followed.size <= MOST_FOLLOWED) break;
      this.#followed.delete(old);
    }
  }

  giveUp(spreadsheetId: string): void {
    this.#followed.delete(spreadsheetId);
  }

  follows(spreadsheetId: string): boolean {
    return this.#followed.has(spreadsheetId);
  }

  /** Rejects when the window goes away unanswered. */
  ask(question: Question): Promise<Answer> {
    const id = randomBytes(12).toString('base64url');
    return new Promise((answer, giveUp) => {
      this.#questions.set(id, { question, answer, giveUp });
      this.tell({ kind: 'question', id, question });
    });
  }

  /** @throws PageRefusal when no such question waits in this window */
  answer(id: string, answer: Answer): void {
    const waiting = this.#questions.get(id);
    if (waiting === undefined)
      throw new PageRefusal({
        status: 404,
        code: 'no_question',
        vi: 'Câu hỏi này không còn chờ trả lời ở cửa sổ này.',
        en: 'No such question waits in this window.',
      });
    this.#questions.delete(id);
    waiting.answer(answer);
    this.tell({ kind: 'question-gone', id });
  }

  /** Keeps HTML for a frame of this window; the oldest are forgotten. */
  keepFrame(html: string): string {
    const id = randomBytes(18).toString('base64url');
    this.#frames.set(id, html);
    for (const old of this.#frames.keys()) {
      if (this.#frames.size <= MOST_FRAMES) break;
      this.#frames.delete(old);
    }
    return id;
  }

  frame(id: string): string | undefined {
    return this.#frames.get(id);
  }

  isGone(now = Date.now()): boolean {
    return this.#lines.size === 0 && now - this.#silentSince > GONE_MS;
  }

  /** Ends the lines; what waits for an answer is told that none will come. */
  close(): void {
    for (const { giveUp } of this.#questions.values()) giveUp(new Error('the window is gone'));
    this.#questions.clear();
    for (const line of this.#lines) line.close(1001);
  }
}

/** All open windows. */
export class Windows {
  readonly #byId = new Map<string, PageWindow>();
  readonly #sweep = setInterval(() => this.#forgetGone(), GONE_MS / 4);

  constructor() {
    this.#sweep.unref();
  }

  open(person: string): PageWindow {
    const window = new PageWindow(person);
    this.#byId.set(window.id, window);
    return window;
  }

  find(id: string): PageWindow | undefined {
    return this.#byId.get(id);
  }

  /** @throws PageRefusal 410 for an id that is not, or no longer, a window's */
  require(id: string | undefined): PageWindow {
    const window = this.#byId.get(id ?? '');
    if (window === undefined)
      throw new PageRefusal({
        status: 410,
        code: 'window_gone',
        vi: 'Cửa sổ này đã bị ngắt; đang nối lại.',
        en: 'This window is not known any more; connecting again.',
      });
    return window;
  }

  findFrame(id: string): string | undefined {
    for (const window of this.#byId.values()) {
      const html = window.frame(id);
      if (html !== undefined) return html;
    }
    return undefined;
  }

  /** Tells those who may read the workbook; of others' workbooks nobody hears so much as that there are some. */
  tellOfWrite(spreadsheetId: string, revision: number): void {
    for (const window of this.#byId.values())
      if (window.follows(spreadsheetId)) window.tell({ kind: 'changed', spreadsheetId, revision });
  }

  close(): void {
    clearInterval(this.#sweep);
    for (const window of this.#byId.values()) window.close();
    this.#byId.clear();
  }

  #forgetGone(): void {
    for (const [id, window] of this.#byId) {
      if (!window.isGone()) continue;
      this.#byId.delete(id);
      window.close();
    }
  }
}

const write = (line: WebSocket, event: WindowEvent): void => line.send(JSON.stringify(event));
