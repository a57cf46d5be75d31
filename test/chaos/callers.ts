import { codeOf, type Deed, type Wish } from './deeds.ts';
import type { Json } from './judge/evidence.ts';
import { AUDIENCE, type ChaosOffice } from './office.ts';

/** People, programs and the scheduler, who repeat what was not acknowledged with the key of the first time. */
export interface Callers {
  /** Everything that was wanted so far, and what became of it. */
  readonly deeds: readonly Deed[];
  /** The moment people act at, ISO. */
  at: string;
  call(wish: Wish): Promise<Deed>;
  /** A look, repeated until it is answered. */
  look(path: string, as: string, query: Readonly<Record<string, string>>): Promise<Json>;
}

/** Without a key: what is stored of it could tell a secret vote, or it is no deed of its own. */
const WITHOUT_KEY: ReadonlySet<string> = new Set(['/cast-vote', '/deliver', '/run-jobs']);
const MOST_ATTEMPTS = 40;
const PASSING: ReadonlySet<string | undefined> = new Set(['conflict', 'unavailable', 'identity_unavailable']);

/** `newKey`: another text each time it is asked. */
export function openCallers(office: ChaosOffice, campaign: string, newKey: () => string): Callers {
  const deeds: Deed[] = [];
  const callers: Callers = {
    deeds,
    at: '2024-01-20T03:00:00.000Z',
    async call(wish) {
      const key = WITHOUT_KEY.has(wish.path) ? undefined : newKey();
      const body = { campaign, ...wish.body, ...(key !== undefined && { requestKey: key }) };
      const { at } = callers;
      let said: Said | undefined;
      let attempts = 0;
      for (; attempts < (wish.patience ?? MOST_ATTEMPTS) && !isAnswer(said); attempts++)
        said = await send(office, wish, { method: 'POST', body: JSON.stringify(body), at });
      const deed: Deed = { ...wish, key, attempts, ...outcomeOf(said, attempts) };
      deeds.push(deed);
      return deed;
    },
    async look(path, as, query) {
      const search = new URLSearchParams({ campaign, ...query });
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        const said = await send(office, { path: `${path}?${search}`, as }, { method: 'GET', at: callers.at });
        if (said?.status === 200) return said.answer;
      }
      throw new Error(`${path}: no answer`);
    },
  };
  return callers;
}

type Said = Pick<Deed, 'status' | 'answer'>;

/** Undefined where the connection broke: whether it was done, nobody knows. */
async function send(
  office: ChaosOffice,
  { path, as }: Pick<Wish, 'path' | 'as'>,
  { method, body, at }: { method: string; body?: string; at: string },
): Promise<Said | undefined> {
  await office.up();
  const token = await office.identity.issueIdToken({ email: as, audience: AUDIENCE });
  try {
    const response = await fetch(`${office.functionsUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'X-Clock': at },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return { status: response.status, answer: text === '' ? null : (JSON.parse(text) as Json) };
  } catch {
    return undefined;
  }
}

function isAnswer(said: Said | undefined): boolean {
  return said !== undefined && !PASSING.has(codeOf(said));
}

/**
 * A secret vote has no key: who is told after a broken attempt that the vote was cast has cast it. It is so with a
 * second broken attempt, too.
 */
function outcomeOf(said: Said | undefined, attempts: number): Pick<Deed, 'outcome' | 'status' | 'answer'> {
  const { status, answer } = said ?? { status: 0, answer: null };
  if (said === undefined || !isAnswer(said)) return { outcome: 'given_up', status, answer };
  const isDone = said.status < 300 || (codeOf(said) === 'already_voted' && attempts > 1);
  return { outcome: isDone ? 'acknowledged' : 'refused', status, answer };
}
