import { randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isProgram } from '../office/only-programs.ts';
import { type Call, type NewId, PlainAnswer, Query } from './call.ts';
import { ROUTES, type Route } from './routes.ts';
import { type Change, FileStore } from './store/file-store.ts';
import { checkFields } from './wire/answers.ts';
import { ApiError, badField, invalid, unsupported } from './wire/errors.ts';
import { applyMask, parseMask } from './wire/mask.ts';

export interface SheetsServerOptions {
  /** Where the files live; made when it is missing. One server at a time. */
  dir: string;
  port: number;
  host?: string;
  /** Who a bearer token stands for, as an e-mail address; undefined for a token that is not valid. */
  callerOf: (bearerToken: string) => string | undefined | Promise<string | undefined>;
  now: () => Date;
  newId?: NewId;
}

export interface SheetsServer {
  readonly url: string;
  /** Tells of every durable write, after it happened. Returns a function that stops it. */
  onChange(listener: (change: Change) => void): () => void;
  /** Answers what is under way, then closes the files. */
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 32 * 1024 * 1024;

/**
 * Serves Sheets v4 below `/v4`, Drive v3 below `/drive/v3` on one origin, from files on disk.
 * An answer is sent only when what it tells is durable.
 */
export async function startSheetsServer(options: SheetsServerOptions): Promise<SheetsServer> {
  const { dir, port, host = '127.0.0.1' } = options;
  const files = await FileStore.open(dir);
  const server = createServer((request, response) => {
    answer(request, response, files, options).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    onChange: (listener) => files.onChange(listener),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      // A connection that is answering now becomes idle later.
      const idle = setInterval(() => server.closeIdleConnections(), 20);
      await closed;
      clearInterval(idle);
      await files.close();
    },
  };
}

const RANDOM_ID: NewId = {
  file: () => `1${randomBytes(32).toString('base64url')}`,
  object: () => randomInt(1, 2 ** 31 - 1),
};

type Options = Pick<SheetsServerOptions, 'callerOf' | 'now' | 'newId'>;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  files: FileStore,
  options: Options,
) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  try {
    const result = await perform(request, url, files, options);
    if (result instanceof PlainAnswer) send(response, result.status, result.type, result.text);
    else send(response, 200, 'application/json; charset=UTF-8', JSON.stringify(result));
  } catch (error) {
    // Nothing private in the answer; whoever runs the server sees the cause.
    if (!(error instanceof ApiError)) console.error(error);
    const known = error instanceof ApiError ? error : new ApiError(500, 'Internal error encountered.');
    const body = url.pathname.includes('/drive/') ? known.driveBody() : known.sheetsBody();
    if (known.code === 401)
      response.setHeader('www-authenticate', 'Bearer realm="https://accounts.google.com/"');
    send(response, known.code, 'application/json; charset=UTF-8', JSON.stringify(body));
  }
}

async function perform(
  request: IncomingMessage,
  url: URL,
  files: FileStore,
  options: Options,
): Promise<unknown> {
  const text = await readBody(request);
  if (!isProgram(request)) throw new ApiError(403, 'Only programs of this machine are answered here.');
  const caller = await authenticate(request, options);
  const { route, params } = findRoute(request.method ?? 'GET', url.pathname);
  const query = new Query(url.searchParams);
  const fieldsText = query.text('fields');
  const fields = fieldsText ? parseMask(fieldsText) : undefined;
  if (fields && route.answer) checkFields(fields, route.answer);
  const call: Call = {
    files,
    caller,
    now: options.now,
    newId: options.newId ?? RANDOM_ID,
    params,
    query,
    fields,
    body: parseBody(text),
    origin: `http://${request.headers.host ?? ''}`,
  };
  const result = await route.run(call);
  await files.settled(
    params[0] ??
      (result as { id?: string; spreadsheetId?: string }).spreadsheetId ??
      (result as { id?: string }).id,
  );
  if (result instanceof PlainAnswer) return result;
  return applyMask(result, fields ?? route.fields ?? true);
}

async function authenticate(request: IncomingMessage, { callerOf }: Options): Promise<string> {
  const expected =
    'Expected OAuth 2 access token, login cookie or other valid authentication credential. ' +
    'See https://developers.google.com/identity/sign-in/web/devconsole-project.';
  const [, token] = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined)
    throw new ApiError(401, `Request is missing required authentication credential. ${expected}`, {
      reason: 'required',
    });
  const caller = await callerOf(token);
  if (caller === undefined)
    throw new ApiError(401, `Request had invalid authentication credentials. ${expected}`, {
      reason: 'authError',
    });
  return caller;
}

function findRoute(method: string, path: string): { route: Route; params: string[] } {
  for (const route of ROUTES) {
    const found = route.method === method ? route.path.exec(path) : null;
    if (found) return { route, params: found.slice(1).map(decode) };
  }
  throw unsupported(`${method} ${path}`);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid(`The path is not valid: ${part}`);
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Read to the end all the same: a client that is still sending would not see the answer.
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (bytes > MAX_BODY_BYTES) throw new ApiError(413, 'Request payload size exceeds the limit.');
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(text: string): unknown {
  if (text.trim() === '') return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw invalid('Invalid JSON payload received. Unexpected token.');
  }
  if (typeof body !== 'object' || Array.isArray(body) || body === null)
    throw badField('', 'Invalid JSON payload received. Unknown name "": Root element must be a message.');
  return body;
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
