import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OAuth2Client } from 'google-auth-library';
import { openDrive } from '../../functions/src/adapters/drive/open-drive.ts';
import type { Patience } from '../../functions/src/adapters/google-call.ts';
import type { GoogleAccess } from '../../functions/src/adapters/google-client.ts';
import { openSheets } from '../../functions/src/adapters/sheets/open-sheets.ts';
import { openFileWatch } from '../../functions/src/adapters/watch/open-file-watch.ts';
import type { Google } from '../../functions/src/usecases/publishing/google.ts';
import { startSheetsServer } from '../../local/sheets/server.ts';

export const FUNCTIONS = 'functions@x.example';

/** The local Sheets and Drive server behind a door that counts what passes and can refuse it first. */
export interface LocalGoogle {
  readonly url: string;
  /** "GET /v4/spreadsheets", "POST /v4/spreadsheets:batchUpdate", …: ids taken out. */
  readonly calls: string[];
  /** The next calls are answered so; "cut" breaks the connection after the server has done the work. */
  readonly faults: Fault[];
  /** As whom: a bearer token is simply an address here. */
  access(email?: string): GoogleAccess;
  google(parts?: Partial<Google>): Google;
  stop(): Promise<void>;
}

export type Fault =
  | { readonly status: number; readonly retryAfter?: string; readonly only?: RegExp }
  | { readonly cut: true; readonly only?: RegExp };

export async function startLocalGoogle(): Promise<LocalGoogle> {
  const dir = mkdtempSync(join(tmpdir(), 'local-google-'));
  const server = await startSheetsServer({
    dir,
    port: 0,
    callerOf: (token) => token,
    now: () => new Date('2024-04-08T02:00:00Z'),
  });
  const calls: string[] = [];
  const faults: Fault[] = [];
  const door = createServer((request, response) => {
    passOn(server.url, request, response, { calls, faults }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const access = (email = FUNCTIONS): GoogleAccess => ({
    rootUrl: url,
    auth: async () => {
      const client = new OAuth2Client();
      client.setCredentials({ access_token: email });
      return client;
    },
    account: async () => email,
  });
  return {
    url,
    calls,
    faults,
    access,
    google: (parts) => ({
      sheets: openSheets(access()),
      drive: openDrive(access(), undefined),
      watch: openFileWatch(access(), undefined),
      account: async () => FUNCTIONS,
      sleep: async () => {},
      random: () => 0.5,
      monotonicMs: () => performance.now(),
      ...parts,
    }),
    async stop() {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Waits for nothing and always has time. */
export const PATIENT: Patience = { leftMs: () => 60_000, sleep: async () => {}, random: () => 0 };

async function passOn(
  to: string,
  request: IncomingMessage,
  response: ServerResponse,
  { calls, faults }: Pick<LocalGoogle, 'calls' | 'faults'>,
): Promise<void> {
  const name = `${request.method} ${request.url!.split('?')[0]!.replace(/[\w-]{40,}/, '*')}`;
  calls.push(name);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const index = faults.findIndex(({ only }) => only === undefined || only.test(name));
  const [fault] = index === -1 ? [] : faults.splice(index, 1);
  if (fault !== undefined && 'status' in fault) {
    response.writeHead(fault.status, {
      'content-type': 'application/json',
      ...(fault.retryAfter && { 'retry-after': fault.retryAfter }),
    });
    response.end(
      JSON.stringify({ error: { code: fault.status, message: 'Quota exceeded: secret', status: 'X' } }),
    );
    return;
  }
  const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
  const answer = await fetch(`${to}${request.url}`, {
    method: request.method!,
    headers: headers as Record<string, string>,
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (fault !== undefined) response.destroy();
  else {
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(body);
  }
}
