import { AUDIENCE } from '../http/test-office.ts';
import { errorIn } from './answer.ts';
import type { FaultyOffice } from './office.ts';
import { drawsOf } from './plan.ts';

/** What somebody asked for and was at last told. */
export interface Told {
  readonly path: string;
  readonly status: number;
  /** As it came over the wire: answer.ts reads what is looked at in it. */
  readonly body: unknown;
  /** How often it was asked for. */
  readonly attempts: number;
}

/**
 * Somebody who asks again, with the same key, until the functions answer for good: as the add-on does, with more
 * patience. Every answer on the way is looked at, and what may not be is kept in `wrongs`.
 */
export interface Caller {
  readonly campaign: string;
  readonly wrongs: string[];
  ask(path: string, as: string, body: object, wish?: Wish): Promise<Told>;
}

export interface Wish {
  readonly at?: string;
  /** Reading, by GET. */
  readonly query?: true;
  /** Without a request key: the work is safe to repeat by itself. */
  readonly keyless?: true;
}

const MOST_ATTEMPTS = 40;
/** What a passing trouble may be called. */
const PASSING = new Set(['unavailable', 'identity_unavailable', 'conflict']);

export function openCaller(office: FaultyOffice, campaign: string, seed: number): Caller {
  const draw = drawsOf(`${seed}/keys`);
  const wrongs: string[] = [];
  let asked = 0;
  return {
    campaign,
    wrongs,
    async ask(path, as, body, { at, query, keyless } = {}) {
      const key = `fault-${draw(1e9)}-${++asked}`;
      const whole = { campaign, ...body, ...(!query && !keyless && { requestKey: key }) };
      for (let attempts = 1; attempts <= MOST_ATTEMPTS; attempts++) {
        const token = await office.identity.issueIdToken({ email: as, audience: AUDIENCE });
        const search = query ? `?${new URLSearchParams(whole as Record<string, string>)}` : '';
        const heard = await fetch(`${office.callersUrl}${path}${search}`, {
          method: query ? 'GET' : 'POST',
          headers: {
            Authorization: `Bearer ${token}`,
            ...(at && { 'X-Clock': at }),
            ...(!query && { 'Content-Type': 'application/json' }),
          },
          ...(!query && { body: JSON.stringify(whole) }),
        })
          .then(read)
          .catch(() => undefined);
        if (heard === undefined || !heard.isOurs) continue;
        const wrong = wrongOf(heard);
        if (wrong !== undefined) wrongs.push(`${path}: ${wrong}`);
        if (heard.status < 500 && errorIn(heard.body).code !== 'conflict')
          return { path, status: heard.status, body: heard.body, attempts };
      }
      throw new Error(`${path} of ${as}: no final answer after ${MOST_ATTEMPTS} attempts`);
    },
  };
}

interface Heard {
  /** The functions' own: what the door in front of them made up carries other headers. */
  readonly isOurs: boolean;
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
  readonly body: unknown;
}

/** Throws where the answer breaks off. */
async function read(response: Response): Promise<Heard> {
  const text = await response.text();
  const isOurs = response.headers.get('x-content-type-options') === 'nosniff';
  const { status } = response;
  const retryAfter = response.headers.get('retry-after');
  return { isOurs, status, retryAfter, text, body: isOurs ? JSON.parse(text) : undefined };
}

/** A passing trouble is 503 with a sentence and a moment to come again, and tells nothing of what is behind it. */
function wrongOf({ status, text, body, retryAfter }: Heard): string | undefined {
  if (/person@x\.example|injected|grpc|ECONN|UNAVAILABLE:/.test(text)) return `tells too much: ${text}`;
  if (status < 400) return undefined;
  const { code, message } = errorIn(body);
  if (typeof code !== 'string' || typeof message !== 'string' || message.length < 20)
    return `not our shape: ${text}`;
  if (status >= 500 && !(status === 503 && PASSING.has(code) && retryAfter !== null))
    return `${status} ${code} is no answer to a passing trouble`;
  return undefined;
}
