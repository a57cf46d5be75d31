import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isTraceId } from '../domain/trace/trace-code.ts';
import type { Trace } from '../trace.ts';

/**
 * The trace of a request: the one that the add-on began with the click (W3C `traceparent`), else the one that Google's
 * front door gave it (`X-Cloud-Trace-Context`), else a new one. Anything that is not exactly an id is not taken, so
 * nothing that a caller makes up reaches a log line or a document. With a project, lines are also filed under the front
 * door's own trace, next to the lines of the platform.
 */
export function traceOf({ headers }: Pick<IncomingMessage, 'headers'>, projectId?: string): Trace {
  const clicked = idIn(headers.traceparent, /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/);
  const platform = idIn(headers['x-cloud-trace-context'], /^([0-9a-f]{32})(?:\/\d{1,20})?(?:;o=\d)?$/);
  const id = clicked ?? platform ?? randomBytes(16).toString('hex');
  if (projectId === undefined) return { id };
  return { id, cloudName: `projects/${projectId}/traces/${platform ?? id}` };
}

function idIn(header: string | readonly string[] | undefined, shape: RegExp): string | undefined {
  const id = typeof header === 'string' ? shape.exec(header)?.[1] : undefined;
  return id !== undefined && isTraceId(id) ? id : undefined;
}
