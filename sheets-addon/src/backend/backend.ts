import { traceCode, traceHeader } from '../../../functions/src/domain/trace/trace-code.ts';
import type { Language } from '../words/words.ts';
import type { IssueAnswer } from './answers.ts';
import { TroubleError } from './trouble.ts';

/** The functions, asked one thing at a time. Throws TroubleError: refused, away, no_identity, no_backend. */
export interface Backend {
  get<Answer>(path: string, query: Readonly<Record<string, string | undefined>>): Answer;
  post<Answer>(path: string, body: object): Answer;
  /** The address in the newest token, unverified: for telling a person which account was turned away. */
  accountInToken(): string | undefined;
  /** Of the click that all of this is asked for: what a person reads out when something went wrong. */
  readonly code: string;
}

/** The few things that only Google can do. */
export interface Wire {
  /** Throws when nobody answers. */
  send(request: WireRequest): WireReply;
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
  const exchange = (request: Pick<WireRequest, 'method' | 'payload'>, path: string): unknown => {
    if (root === '') throw new TroubleError({ kind: 'no_backend' });
    return answerOf(
      patiently(wire, (token) => ({
        ...request,
        url: root + path,
        headers: {
          Authorization: `Bearer ${token}`,
          'Accept-Language': options.language,
          traceparent: traceHeader(options.trace),
        },
      })),
    );
  };
  return {
    get: <Answer>(path: string, query: Readonly<Record<string, string | undefined>>) =>
      exchange({ method: 'get' }, path + searchOf(query)) as Answer,
    post: <Answer>(path: string, body: object) =>
      exchange({ method: 'post', payload: JSON.stringify(body) }, path) as Answer,
    accountInToken: () => emailIn(wire.identityToken()),
    code: traceCode(options.trace),
  };
}

const BUSY: readonly number[] = [429, 502, 503, 504];
const BUSY_PAUSES_MS = [500, 2000];

function patiently(wire: Wire, request: (token: string) => WireRequest): WireReply {
  let isRenewed = false;
  let losses = 0;
  let pauses = 0;
  for (;;) {
    const token = wire.identityToken();
    if (!token) throw new TroubleError({ kind: 'no_identity' });
    const reply = sent(wire, request(token));
    if (reply === undefined) {
      losses += 1;
      if (losses > 1) throw new TroubleError({ kind: 'away' });
    } else if (reply.status === 401 && !isRenewed) isRenewed = true;
    else if (BUSY.includes(reply.status) && pauses < BUSY_PAUSES_MS.length)
      wire.sleep(BUSY_PAUSES_MS[pauses++]!);
    else return reply;
  }
}

function sent(wire: Wire, request: WireRequest): WireReply | undefined {
  try {
    return wire.send(request);
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
