import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../domain/app-error.ts';
import { framesOf, logEvent } from '../log.ts';
import { traced } from '../trace.ts';
import { refusalOf } from './errors.ts';
import { type Language, languageOf } from './language.ts';
import { traceOf } from './trace-of.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Incoming {
  readonly request: IncomingMessage;
  readonly language: Language;
  /** Filled once the body is known to be well shaped; ids only, for the log. */
  readonly heard: { campaign?: string; period?: string; unitId?: string };
}

export interface AnswerOptions {
  /** Of a good answer; 200 if absent. */
  readonly status?: 202 | undefined;
  /** Files log lines under the project's traces. */
  readonly projectId?: string | undefined;
  readonly leavesNoMark?: true | undefined;
}

/** What `work` returns goes out as JSON, what it throws as a refusal. Nothing else in http/ catches. */
export function answering(
  name: string,
  work: (incoming: Incoming) => Promise<unknown>,
  { status, projectId, leavesNoMark }: AnswerOptions = {},
): Handler {
  return (request, response) => {
    const trace = { ...traceOf(request, projectId), ...(leavesNoMark && { leavesNoMark }) };
    return traced(trace, async () => {
      const startedAt = performance.now();
      const language = languageOf(request.headers['accept-language']);
      const heard: Incoming['heard'] = {};
      const reply = await work({ request, language, heard }).then(
        (answer) => ({ status: status ?? 200, body: answer ?? {}, code: undefined, frames: undefined }),
        (error: unknown) => refused(error, language, response, trace.id),
      );
      const severity = reply.status >= 500 ? 'ERROR' : 'INFO';
      const elapsedMs = Math.round(performance.now() - startedAt);
      const { code, frames } = reply;
      logEvent({ severity, event: name, ...heard, status: reply.status, code, elapsedMs, frames });
      send(response, reply.status, reply.body, trace.id);
    });
  };
}

const RETRY_AFTER_SECONDS = 5;

function refused(error: unknown, language: Language, response: ServerResponse, traceId: string) {
  const { status, body } = refusalOf(error, language, traceId);
  if (error instanceof AppError && error.code === 'method_not_allowed')
    response.setHeader('Allow', String(error.details.allowed));
  if (status === 503) response.setHeader('Retry-After', String(RETRY_AFTER_SECONDS));
  return { status, body, code: body.error.code, frames: status === 500 ? framesOf(error) : undefined };
}

function send(response: ServerResponse, status: number, body: unknown, traceId: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Trace-Id', traceId);
  response.end(JSON.stringify(body));
}
