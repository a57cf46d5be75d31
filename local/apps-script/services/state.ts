import type { RunKind, Selection } from '../types.ts';

/** What the thread tells this world when a run starts. JSON. */
export interface StartOrder {
  readonly person: string;
  readonly spreadsheetId: string;
  readonly selection?: Selection | undefined;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly kind: RunKind;
  readonly event?: unknown;
  readonly scopes: readonly string[];
  readonly timeZone: string;
  readonly userLocale: string;
  readonly addOnName?: string | undefined;
  /** The office's clock minus the machine's, in ms. */
  readonly clockAheadMs: number;
}

export type RunResult = { ok: true; value: unknown } | { ok: false; name: string; message: string };

let current: StartOrder | undefined;

export function startRun(order: StartOrder): void {
  current = order;
}

/** The run that this world is for. */
export function theRun(): StartOrder {
  return current!;
}

/** Simple triggers run without anybody's consent. */
export const isSimpleTrigger = () => theRun().kind === 'open' || theRun().kind === 'edit';
