import type { Reply, TestOffice } from '../http/test-office.ts';

/** One call as its caller saw it, tries after an error included. */
export interface Measured {
  readonly call: string;
  readonly ms: number;
  /** Of each try: the status, or the code of the error. */
  readonly outcomes: readonly string[];
}

export interface Caller {
  /** As the add-on does, the same request is sent again, a little later each time, where the answer says so. */
  call(name: string, as: string, body: object, at: string): Promise<Reply>;
  get(name: string, as: string, query: Readonly<Record<string, string>>, at: string): Promise<Reply>;
  readonly measured: readonly Measured[];
}

const MOST_TRIES = 6;
/** Worth another try: somebody else was quicker, or a service is away. */
const AGAIN: ReadonlySet<string> = new Set(['conflict', 'unavailable', 'identity_unavailable', 'no answer']);

/** Calls the functions, and keeps how long each took and what came of it. */
export function measuring(office: TestOffice, campaign: string, random: () => number): Caller {
  const measured: Measured[] = [];
  const tried = async (call: string, send: () => Promise<Reply>): Promise<Reply> => {
    const startedAt = performance.now();
    const outcomes: string[] = [];
    for (;;) {
      const reply = await send().catch(() => undefined);
      const outcome = reply === undefined ? 'no answer' : outcomeOf(reply);
      outcomes.push(outcome);
      if (reply !== undefined && (!AGAIN.has(outcome) || outcomes.length === MOST_TRIES)) {
        measured.push({ call, ms: performance.now() - startedAt, outcomes });
        return reply;
      }
      if (outcomes.length === MOST_TRIES) throw new Error(`${call}: no answer in ${MOST_TRIES} tries`);
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** outcomes.length * (0.5 + random())));
    }
  };
  return {
    measured,
    call: (name, as, body, at) =>
      tried(name, () => office.call(`/${name}`, { as, at, body: { campaign, ...body } })),
    get: (name, as, query, at) =>
      tried(name, () => office.call(`/${name}`, { as, at, query: { campaign, ...query } })),
  };
}

export function outcomeOf({ status, body }: Reply): string {
  return status < 300 ? String(status) : String(body?.error?.code ?? status);
}
