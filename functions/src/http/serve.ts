import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';
import { AppError } from '../domain/app-error.ts';
import { digestOf } from '../domain/digest.ts';
import { fieldPath } from '../field-path.ts';
import { framesOf, logEvent } from '../log.ts';
import { strangeSignIn } from '../messages/strange-sign.ts';
import type { Store } from '../ports/store.ts';
import type { WorkbookId } from '../ports/workbook.ts';
import type { Acting } from '../usecases/acting.ts';
import { heartbeat } from '../usecases/watch/heartbeat.ts';
import { noteCopy } from '../usecases/watch/note-copy.ts';
import { answering, type Handler, type Incoming } from './answering.ts';
import { readJson } from './body.ts';
import { type Deadline, withinDeadline } from './deadline.ts';
import { type Addressed, type Call, DEFAULT_MOST_BYTES, type Endpoint } from './endpoint.ts';
import type { Identity } from './identity.ts';
import { includesUnit, scopeOf } from './scope.ts';

/** What the functions live on; made once per process. */
export interface Office {
  readonly config: Config;
  readonly identity: Identity;
  /** `signal`: aborted when the request has no time left. */
  openStore(campaign: string, signal: AbortSignal): Promise<Store>;
}

/**
 * An endpoint as a handler. In this order: method, token, size, JSON, shape, member and scope, answer; so a
 * stranger learns nothing of shapes and cannot make us read much.
 */
export function serve(name: string, endpoint: Endpoint, office: Office): Handler {
  const work = async ({ request, language, heard }: Incoming, deadline: Deadline) => {
    if (request.method !== endpoint.method)
      throw new AppError('method_not_allowed', { allowed: endpoint.method });
    const by = await office.identity.verify(request.headers.authorization);
    const body = shaped(endpoint, await rawBody(request, endpoint));
    const { campaign, period, unitId, requestKey } = body;
    Object.assign(heard, { campaign, period, unitId });
    if (endpoint.worksForMs !== undefined) deadline.extend(endpoint.worksForMs(body));
    const store = await office.openStore(campaign, deadline.signal);
    const { scope, roles } = await admit(endpoint, store, by, office.config.firstAdmin);
    if (unitId !== undefined && !includesUnit(scope, unitId)) throw new AppError('forbidden');
    const now = clockOf(request, office.config);
    const stamp = requestKey === undefined ? undefined : stampOf(name, by, body, requestKey);
    const acting = { store, now, by, request: stamp };
    if (endpoint.scheduled !== undefined && isScheduler(request))
      await heartbeat(store, campaign, endpoint.scheduled, new Date());
    const answer = endpoint.answer(body, { acting, scope, roles, language, config: office.config });
    return answer.catch((error: unknown) => keepIfCopy(error, acting, body));
  };
  const { status, leavesNoMark } = endpoint;
  const inTime = (incoming: Incoming) =>
    withinDeadline(office.config.answerWithinMs, (deadline) => work(incoming, deadline));
  return answering(name, inTime, { status, leavesNoMark, projectId: office.config.projectId });
}

/**
 * Whoever stood in a spreadsheet that is none of ours is refused, and an officer hears of it. Throws the error again.
 */
async function keepIfCopy(error: unknown, acting: Acting, { spreadsheetId }: Addressed): Promise<never> {
  if (error instanceof AppError && error.code === 'workbook_unknown' && spreadsheetId !== undefined) {
    const { workbook } = error.details;
    const copy = { spreadsheetId, workbook: workbook as WorkbookId | undefined };
    await noteCopy(acting, copy).catch((trouble: unknown) =>
      logEvent({ severity: 'WARNING', event: 'copy-not-kept', frames: framesOf(trouble) }),
    );
  }
  throw error;
}

/** As Cloud Scheduler calls itself. Whoever else says so has an officer's token, and makes a sign of life. */
function isScheduler(request: IncomingMessage): boolean {
  return (request.headers['user-agent'] ?? '').startsWith('Google-Cloud-Scheduler');
}

async function admit(
  endpoint: Endpoint,
  store: Store,
  by: string,
  firstAdmin: string | undefined,
): Promise<Pick<Call, 'scope' | 'roles'>> {
  const isFirst = endpoint.firstAdminMayCall === true && firstAdmin !== undefined && by === firstAdmin;
  if (isFirst && (await store.setup()) === undefined) return { scope: { reach: 'campaign' }, roles: [] };
  const member = await store.member(by);
  return { scope: scopeOf(member, endpoint.mayCall), roles: member?.roles ?? [] };
}

function rawBody(request: IncomingMessage, { method, mostBytes }: Endpoint): Promise<unknown> | unknown {
  if (method === 'POST') return readJson(request, mostBytes ?? DEFAULT_MOST_BYTES);
  const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
  const names = [...query.keys()];
  if (new Set(names).size < names.length) throw new AppError('malformed', { why: 'parameter_repeated' });
  return Object.fromEntries(query);
}

function shaped(endpoint: Endpoint, raw: unknown): Addressed {
  const parsed = endpoint.accepts.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const sign = strangeSignIn(textAt(raw, first?.path ?? []))?.name;
  throw new AppError('malformed', {
    why: first?.code ?? 'shape',
    field: fieldPath(first),
    ...(sign && { sign }),
  });
}

/** What stands at a path, if it is a text. */
function textAt(raw: unknown, path: readonly PropertyKey[]): string {
  const found = path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined),
    raw,
  );
  return typeof found === 'string' ? found : '';
}

const stampOf = (name: string, by: string, { requestKey: _, ...order }: Addressed, key: string) => ({
  key,
  fingerprint: digestOf([name, by, order]),
});

function clockOf(request: IncomingMessage, config: Config): () => Date {
  const given = config.allowClockHeader ? request.headers['x-clock'] : undefined;
  if (given === undefined) return () => new Date();
  const at = new Date(String(given));
  if (Number.isNaN(at.getTime())) throw new AppError('malformed', { why: 'clock', field: 'X-Clock' });
  return () => at;
}
