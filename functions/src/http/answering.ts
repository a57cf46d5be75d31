import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../domain/app-error.ts';
import { framesOf, logEvent } from '../log.ts';
import { refusalOf } from './errors.ts';
import { type Language, languageOf } from './language.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Incoming {
  readonly request: IncomingMessage;
  readonly requestId: string;
  readonly language: Language;
  /** Filled once the body is known to be well shaped; ids only, for the log. */
  readonly heard: { campaign?: string; period?: string; unitId?: string };
}

/** What `work` returns goes out as JSON, what it throws as a refusal. Nothing else in http/ catches. */
export function answering(
  name: string,
  work: (incoming: Incoming) => Promise<unknown>,
  status: 200 | 202 = 200,
): Handler {
  return async (request, response) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(request);
    const language = languageOf(request.headers['accept-language']);
    const heard: Incoming['heard'] = {};
    const reply = await work({ request, requestId, language, heard }).then(
      (answer) => ({ status, body: answer ?? {}, code: undefined, frames: undefined }),
      (error: unknown) => refused(error, language, response),
    );
    const severity = reply.status >= 500 ? 'ERROR' : 'INFO';
    const elapsedMs = Math.round(performance.now() - startedAt);
    const { code, frames } = reply;
    logEvent({ severity, event: name, requestId, ...heard, status: reply.status, code, elapsedMs, frames });
    send(response, reply.status, reply.body, requestId);
  };
}

const RETRY_AFTER_SECONDS = 5;

function refused(error: unknown, language: Language, response: ServerResponse) {
  const { status, body } = refusalOf(error, language);
  if (error instanceof AppError && error.code === 'method_not_allowed')
    response.setHeader('Allow', String(error.details.allowed));
  if (status === 503) response.setHeader('Retry-After', String(RETRY_AFTER_SECONDS));
  return { status, body, code: body.error.code, frames: status === 500 ? framesOf(error) : undefined };
}

/** The trace that Google Cloud gave the request, so that one click can be followed through the logs. */
function requestIdOf(request: IncomingMessage): string {
  const trace = String(request.headers['x-cloud-trace-context'] ?? request.headers.traceparent ?? '');
  return /[0-9a-f]{32}/.exec(trace)?.[0] ?? randomUUID();
}

function send(response: ServerResponse, status: number, body: unknown, requestId: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Request-Id', requestId);
  response.end(JSON.stringify(body));
}
