import { traceCode, traceHeader } from '../../../functions/src/domain/trace/trace-code.ts';
import type { Language } from '../words/words.ts';
import type { IssueAnswer } from './answers.ts';
import { TroubleError } from './trouble.ts';

/** The functions, asked one thing at a time. Throws TroubleError: refused, away, no_identity, no_backend. */
export interface Backend {
  get<Answer>(...question: Question): Answer;
  post<Answer>(path: string, body: object): Answer;
  /**
   * Sends questions that are about to be asked, all at once, so that one does not wait for the other's answer. A `get`
   * of one of them takes what came of it here; what nobody asks afterwards is forgotten.
   */
  ahead(...questions: readonly Question[]): void;
  /** The address in the newest token, unverified: for telling a person which account was turned away. */
  accountInToken(): string | undefined;
  /** Of the click that all of this is asked for: what a person reads out when something went wrong. */
  readonly code: string;
}

export type Question = readonly [path: string, query: Readonly<Record<string, string | undefined>>];

/** The few things that only Google can do. */
export interface Wire {
  /** All at once; throws when one of them is not answered. */
  send(requests: readonly WireRequest[]): readonly WireReply[];
  /** A token for the person who is acting; null where the add-on is not authorised. */
  identityToken(): string | null;
  sleep(milliseconds: number): void;
}

export interface WireRequest {
  readonly method: 'get' | 'post';
  readonly url: string;
  readonly payload?: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface WireReply {
  readonly status: number;
  readonly text: string;
}

/**
 * Whatever the add-on sends may be sent again: it asks, or carries a requestKey, or changes nothing the second time.
 * So a lost answer is asked for once more, a busy server twice, and a token that has run out is renewed once.
 */
export function openBackend(
  wire: Wire,
  options: { readonly url: string; readonly language: Language; readonly trace: string },
): Backend {
  const root = options.url.replace(/\/+$/, '');
  const requestTo = (path: string, token: string): WireRequest => ({
    method: 'get',
    url: root + path,
    headers: {
      Authorization: `Bearer ${token}`,
      'Accept-Language': options.language,
      traceparent: traceHeader(options.trace),
    },
  });
  const exchange = (path: string, more: Partial<WireRequest> = {}, first?: Sent): unknown => {
    if (root === '') throw new TroubleError({ kind: 'no_backend' });
    return answerOf(patiently(wire, (token) => ({ ...requestTo(path, token), ...more }), first));
  };
  const sentAhead = new Map<string, Sent>();
  return {
    get<Answer>(path: string, query: Question[1]) {
      const whole = path + searchOf(query);
      const first = sentAhead.get(whole);
      sentAhead.delete(whole);
      return exchange(whole, {}, first) as Answer;
    },
    post: <Answer>(path: string, body: object) =>
      exchange(path, { method: 'post', payload: JSON.stringify(body) }) as Answer,
    ahead(...questions) {
      const token = root === '' ? null : wire.identityToken();
      if (!token) return; // whoever asks is told
      const paths = questions.map(([path, query]) => path + searchOf(query));
      const replies = sent(
        wire,
        paths.map((path) => requestTo(path, token)),
      );
      for (const [i, path] of paths.entries()) sentAhead.set(path, { reply: replies?.[i] });
    },
    accountInToken: () => emailIn(wire.identityToken()),
    code: traceCode(options.trace),
  };
}

const BUSY: readonly number[] = [429, 502, 503, 504];
const BUSY_PAUSES_MS = [500, 2000];

/** What became of a request; without a reply it was lost. */
interface Sent {
  readonly reply: WireReply | undefined;
}

/** `first`: what became of the first attempt, where it was made ahead. */
function patiently(wire: Wire, request: (token: string) => WireRequest, first?: Sent): WireReply {
  let ahead = first;
  let isRenewed = false;
  let losses = 0;
  let pauses = 0;
  for (;;) {
    const { reply } = ahead ?? attempt(wire, request);
    ahead = undefined;
    if (reply === undefined) {
      losses += 1;
      if (losses > 1) throw new TroubleError({ kind: 'away' });
    } else if (reply.status === 401 && !isRenewed) isRenewed = true;
    else if (BUSY.includes(reply.status) && pauses < BUSY_PAUSES_MS.length)
      wire.sleep(BUSY_PAUSES_MS[pauses++]!);
    else return reply;
  }
}

function attempt(wire: Wire, request: (token: string) => WireRequest): Sent {
  const token = wire.identityToken();
  if (!token) throw new TroubleError({ kind: 'no_identity' });
  return { reply: sent(wire, [request(token)])?.[0] };
}

function sent(wire: Wire, requests: readonly WireRequest[]): readonly WireReply[] | undefined {
  try {
    return wire.send(requests);
  } catch {
    return undefined;
  }
}

/** What is not one of our answers comes from something in between: a proxy's page, a wrong address. */
function answerOf({ status, text }: WireReply): unknown {
  const body = parsed(text);
  if (status === 200 || status === 202) {
    if (body === undefined) throw new TroubleError({ kind: 'away' });
    return body;
  }
  const error = body?.error;
  if (typeof error?.code !== 'string' || typeof error.message !== 'string')
    throw new TroubleError({ kind: 'away' });
  const { code, message, issues = [] } = error;
  throw new TroubleError({ kind: 'refused', code, status, message, issues });
}

interface ErrorAnswer {
  readonly error?: {
    readonly code?: string;
    readonly message?: string;
    readonly issues?: readonly IssueAnswer[];
  };
}

function parsed(text: string): ErrorAnswer | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function searchOf(query: Readonly<Record<string, string | undefined>>): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The claim "email" of a JSON Web Token. Addresses are ASCII, so bytes are characters. */
function emailIn(token: string | null): string | undefined {
  const payload = token?.split('.')[1];
  if (payload === undefined) return undefined;
  const claims = parsed(fromBase64Url(payload)) as { readonly email?: unknown } | undefined;
  return typeof claims?.email === 'string' ? claims.email : undefined;
}

function fromBase64Url(text: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let bits = 0;
  let held = 0;
  let bytes = '';
  for (const character of text) {
    const digit = digits.indexOf(character);
    if (digit < 0) continue;
    bits = (bits << 6) | digit;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += String.fromCharCode((bits >> held) & 0xff);
    bits &= (1 << held) - 1;
  }
  return bytes;
}
