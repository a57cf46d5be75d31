import { randomBytes } from 'node:crypto';
import type { AppsScriptHost, Effect, RunKind, RunOutcome, Selection } from '../apps-script/types.ts';
import { PageRefusal } from './refusals.ts';
import type { PageWindow, ShownEffect } from './windows.ts';

export interface ScriptOrder {
  readonly spreadsheetId: string;
  readonly kind: RunKind;
  readonly functionName: string;
  /** What the window shows while it runs. */
  readonly label: string;
  readonly args?: readonly unknown[];
  readonly selection?: Selection | undefined;
  readonly event?: unknown;
}

/** How Apps Script says that there is no such function. */
const NO_FUNCTION = /^Script function not found/;
/** `google.script.run` serves so many calls at once; the others wait their turn. */
const MOST_CALLS = 10;

/** Runs the add-on for windows: what a run shows, asks and opens reaches its own window and no other. */
export class Scripts {
  readonly #host: AppsScriptHost | undefined;
  readonly #runs = new Map<PageWindow, Map<string, string>>();
  readonly #calls = new Map<PageWindow, { running: number; waiting: (() => void)[] }>();

  constructor(host: AppsScriptHost | undefined) {
    this.#host = host;
  }

  get available(): boolean {
    return this.#host !== undefined;
  }

  /** Simple triggers that the add-on turned out not to have. */
  readonly #lacking = new Set<string>();

  /** A simple trigger, if the add-on has it. What goes wrong in one is nobody's to see, as with Google. */
  async trigger(window: PageWindow, order: ScriptOrder): Promise<void> {
    if (!this.available || this.#lacking.has(order.functionName)) return;
    const outcome = await this.run(window, order);
    if (!outcome.ok && NO_FUNCTION.test(outcome.message)) this.#lacking.add(order.functionName);
    else if (!outcome.ok) console.error(`${order.functionName}: ${outcome.name}: ${outcome.message}`);
  }

  /** @throws PageRefusal when the office was opened without the add-on */
  async run(window: PageWindow, order: ScriptOrder): Promise<RunOutcome> {
    const host = this.#host;
    if (host === undefined)
      throw new PageRefusal({
        status: 501,
        code: 'no_add_on',
        vi: 'Văn phòng này mở không kèm tiện ích Thi đua.',
        en: 'This office was opened without the add-on.',
      });
    const release = order.kind === 'client' ? await this.#turn(window) : () => undefined;
    const done = this.#show(window, order.label);
    try {
      const { spreadsheetId, kind, functionName, args, selection, event } = order;
      return await host.run({
        person: window.person,
        spreadsheetId,
        selection,
        functionName,
        ...(args && { args }),
        kind,
        event,
        window: {
          show: (effect) =>
            window.tell({ kind: 'effect', spreadsheetId, effect: shownEffect(window, effect) }),
          ask: (question) => window.ask(question),
        },
      });
    } finally {
      done();
      release();
    }
  }

  /** What runs in the window now. */
  tellRuns(window: PageWindow): void {
    const runs = [...(this.#runs.get(window) ?? [])].map(([id, label]) => ({ id, label }));
    window.tell({ kind: 'runs', runs });
  }

  /** Waits until fewer than ten calls of this window run. */
  async #turn(window: PageWindow): Promise<() => void> {
    const calls = this.#calls.get(window) ?? { running: 0, waiting: [] };
    this.#calls.set(window, calls);
    if (calls.running >= MOST_CALLS) await new Promise<void>((go) => calls.waiting.push(go));
    else calls.running++;
    return () => {
      const next = calls.waiting.shift();
      if (next) next();
      else calls.running--;
      if (calls.running === 0) this.#calls.delete(window);
    };
  }

  #show(window: PageWindow, label: string): () => void {
    const id = randomBytes(9).toString('base64url');
    const runs = this.#runs.get(window) ?? new Map<string, string>();
    this.#runs.set(window, runs);
    runs.set(id, label);
    this.tellRuns(window);
    return () => {
      runs.delete(id);
      if (runs.size === 0) this.#runs.delete(window);
      this.tellRuns(window);
    };
  }
}

function shownEffect(window: PageWindow, effect: Effect): ShownEffect {
  if (effect.kind !== 'sidebar' && effect.kind !== 'dialog') return effect;
  const { html, ...rest } = effect;
  return { ...rest, frame: window.keepFrame(html) } as ShownEffect;
}
