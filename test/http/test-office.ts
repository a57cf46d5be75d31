import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Identity, startIdentity } from '../../local/identity/server.ts';
import { type FunctionsServer, startFunctions } from '../../local/office/functions-server.ts';
import { startSheetsServer } from '../../local/sheets/server.ts';
import { builtFunctions } from '../support/built-functions.ts';
import { freshProjectId } from '../support/fresh-firestore.ts';

export const AUDIENCE = 'dien-hinh-test.apps.example';
export const ADMIN = 'admin@x.example';

/** The bundle on the framework's own server, with the local token issuer and the emulator. */
export interface TestOffice {
  readonly projectId: string;
  readonly identity: Identity;
  readonly functions: FunctionsServer;
  /** POSTs (or GETs, with a query) as a person; an undefined `as` sends no token. */
  call(path: string, wish?: CallWish): Promise<Reply>;
  /** What the functions have printed so far. */
  printed(): string;
  /** Where the local Sheets and Drive are; "" without them. */
  readonly sheetsUrl: string;
  /**
   * SIGKILL in the middle of the n-th call to Google from now on, which Google still does; then the functions again
   * at the same address. Firestore holds no lock at such a moment if one workbook is delivered at a time.
   */
  killAtGoogleCall(n: number): Promise<void>;
  stop(): Promise<void>;
}

export interface CallWish {
  readonly as?: string | undefined;
  /** A value is sent as JSON, bytes and streams as they are. */
  readonly body?: unknown;
  readonly raw?: NonNullable<RequestInit['body']>;
  readonly query?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The moment it is for the functions: the header X-Clock. */
  readonly at?: string | undefined;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire is compared whole
  readonly body: any;
}

export async function startTestOffice(
  options: {
    readonly target?: string;
    readonly env?: Readonly<Record<string, string>>;
    /** With Sheets and Drive, for what delivers and collects. */
    readonly google?: true;
    /** The functions' environment as it would be; what is returned is what they get: other addresses, say. */
    readonly through?: (environment: NodeJS.ProcessEnv) => Promise<NodeJS.ProcessEnv>;
  } = {},
): Promise<TestOffice> {
  const projectId = freshProjectId();
  // Below node_modules, where the bundle finds the framework as it does when deployed.
  mkdirSync('node_modules/.cache', { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), 'node_modules/.cache/functions-'));
  const identity = await startIdentity({
    keyFile: join(folder, 'key.pem'),
    projectId,
    serviceAccountEmail: 'functions@x.example',
  });
  let onGoogleCall = async () => {};
  const sheets =
    options.google &&
    (await startSheetsServer({
      dir: join(folder, 'sheets'),
      port: 0,
      callerOf: async (token) => {
        await onGoogleCall();
        return identity.callerOf(token);
      },
      now: () => new Date(),
    }));
  const source = await builtFunctions(join(folder, 'dist'));
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'production',
    ...identity.functionsEnv,
    FIRESTORE_EMULATOR_HOST: process.env.FIRESTORE_EMULATOR_HOST,
    TOKEN_AUDIENCE: AUDIENCE,
    TOKEN_CERTS_URL: identity.certsUrl,
    FIRST_ADMIN: ADMIN,
    ALLOW_CLOCK_HEADER: '1',
    BALLOT_KEY: randomBytes(32).toString('base64'),
    ...(sheets && { SHEETS_ROOT_URL: sheets.url }),
    ...options.env,
  };
  const logFile = join(folder, 'functions.log');
  const start = {
    source,
    target: options.target ?? 'api',
    port: await freePort(),
    logFile,
    env: (await options.through?.(env)) ?? env,
  };
  let functions = await startFunctions(start);
  return {
    projectId,
    identity,
    get functions() {
      return functions;
    },
    sheetsUrl: sheets?.url ?? '',
    async killAtGoogleCall(n) {
      const ended = new Promise<void>((resolve) => functions.onLost(() => resolve()));
      let calls = 0;
      onGoogleCall = async () => {
        if (++calls !== n) return;
        process.kill(functions.pid, 'SIGKILL');
        await ended;
      };
      await ended;
      onGoogleCall = async () => {};
      functions = await startFunctions(start);
    },
    printed: () => readFileSync(logFile, 'utf8'),
    async call(path, { as, body, raw, query, method, headers, at } = {}) {
      const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
      const token = as && (await identity.issueIdToken({ email: as, audience: AUDIENCE }));
      const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await fetch(`${functions.url}${path}${search}`, {
        method: method ?? (query === undefined ? 'POST' : 'GET'),
        headers: {
          ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(at === undefined ? {} : { 'X-Clock': at }),
          ...headers,
        },
        ...(content === undefined ? {} : { body: content, duplex: 'half' }),
      } as RequestInit);
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
    },
    async stop() {
      await functions.stop();
      await sheets?.close();
      await identity.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
