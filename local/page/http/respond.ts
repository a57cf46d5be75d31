import type { IncomingMessage, ServerResponse } from 'node:http';
import { PageRefusal } from '../refusals.ts';

/** Sends JSON that nobody keeps. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

export interface Extra {
  /** Content-Security-Policy. */
  readonly policy?: string;
  /** `no-store` unless said otherwise. */
  readonly cache?: string;
}

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  { policy = "default-src 'none'; frame-ancestors 'none'", cache = 'no-store' }: Extra = {},
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': cache,
  });
  response.end(body);
}

/** A pasted block may be long; more than this is nobody's typing. */
const MOST_BYTES = 8 * 1024 * 1024;

/** @throws PageRefusal for what is no JSON object, or too much of it */
export async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw bad('JSON is wanted', 415);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MOST_BYTES) chunks.push(chunk);
  }
  if (bytes > MOST_BYTES) throw bad('too much at once', 413);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw bad('this is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw bad('a JSON object is wanted');
  return value as Readonly<Record<string, unknown>>;
}

export const bad = (en: string, status = 400): PageRefusal =>
  new PageRefusal({ status, code: 'bad_request', vi: `Yêu cầu không hợp lệ: ${en}`, en });
