import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { AppError } from '../domain/app-error.ts';

/**
 * The Functions Framework (5.0.5, read 2026-11-23) parses bodies before any function of ours runs: up to 1 GB,
 * and malformed JSON or an undecodable path is answered with an HTML page. It offers no setting for that. Node
 * announces each request on a diagnostics channel before the server's own listeners see it: there we take the
 * two headers away by which the framework's parsers recognise a body, and they leave the stream to `readJson`.
 * Node has framed the message by then, so nothing else changes. Returns how to stop.
 */
export function keepBodiesForUs(): () => void {
  const onRequest = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    announcedLengths.set(request, request.headers['content-length']);
    delete request.headers['content-length'];
    delete request.headers['transfer-encoding'];
    if (!isDecodable(request.url ?? '/')) request.url = '/undecodable-path';
  };
  subscribe(REQUEST_START, onRequest);
  return () => unsubscribe(REQUEST_START, onRequest);
}

/**
 * Reads a body that must be JSON. Refuses by what is announced before reading, and by what comes while reading.
 * Throws AppError too_large (details: most, in bytes) or malformed (details: why).
 */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  if (Number(announcedLengths.get(request) ?? 0) > mostBytes)
    throw new AppError('too_large', { most: mostBytes });
  if (request.headers['content-encoding'] !== undefined) throw malformed('content_encoding');
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  const bytes = await readBytes(request, mostBytes);
  if (bytes.length === 0) throw malformed('body_missing');
  if (type !== 'application/json') throw malformed('content_type');
  return parseJson(bytes);
}

/** Exported for its laws. Accepts what a form or a campaign can be and nothing that only an attack would be. */
export function parseJson(bytes: Uint8Array): unknown {
  const value = attempt(
    () => JSON.parse(attempt(() => utf8.decode(bytes), 'not_utf8')) as unknown,
    'not_json',
  );
  const pending: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value: each, depth } = next;
    if (typeof each === 'string' && !each.isWellFormed()) throw malformed('lone_surrogate');
    if (typeof each !== 'object' || each === null) continue;
    if (depth === MOST_DEPTH) throw malformed('too_deep');
    for (const [key, member] of Object.entries(each)) {
      if (FORBIDDEN_KEYS.has(key)) throw malformed('forbidden_key');
      if (typeof member === 'object' || typeof member === 'string')
        pending.push({ value: member, depth: depth + 1 });
    }
  }
  return value;
}

const REQUEST_START = 'http.server.request.start';
channel(REQUEST_START); // kept alive: a channel without a reference may be collected with its subscribers
const announcedLengths = new WeakMap<IncomingMessage, string | undefined>();

/** cells → values → row → cell, or files → text: six levels are plenty. */
const MOST_DEPTH = 8;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true });

async function readBytes(request: IncomingMessage, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > mostBytes) throw new AppError('too_large', { most: mostBytes });
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof AppError ? error : malformed('cut_off'); // the caller went away in the middle
  }
  return Buffer.concat(chunks);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path.split('?')[0]!);
    return true;
  } catch {
    return false;
  }
}

function attempt<T>(work: () => T, why: string): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof AppError ? error : malformed(why);
  }
}

const malformed = (why: string) => new AppError('malformed', { why });
