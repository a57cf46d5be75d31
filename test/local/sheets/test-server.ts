import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OAuth2Client } from 'google-auth-library';
import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type SheetsServer, startSheetsServer } from '../../../local/sheets/server.ts';

/** A server on a directory of its own, for tests. A token is the caller's e-mail address. */
export interface TestServer extends SheetsServer {
  dir: string;
  /** Google's own clients, signed in as that person. */
  as(email: string): { sheets: sheets_v4.Sheets; drive: drive_v3.Drive };
  /** Closes and deletes everything. */
  end(): Promise<void>;
}

export const AT = new Date('2024-03-05T01:02:03.004Z');

export async function startTestServer(given: { dir?: string } = {}): Promise<TestServer> {
  const dir = given.dir ?? (await mkdtemp(join(tmpdir(), 'sheets-')));
  const server = await startSheetsServer({
    dir,
    port: 0,
    callerOf: (token) => (token.includes('@') ? token : undefined),
    now: () => AT,
  });
  return {
    ...server,
    dir,
    as: (email) => clients(server.url, email),
    end: async () => {
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function clients(rootUrl: string, token: string) {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: token });
  const options = { auth, rootUrl: `${rootUrl}/`, retry: false };
  return {
    sheets: sheets({ version: 'v4', ...options } as sheets_v4.Options),
    drive: drive({ version: 'v3', ...options } as drive_v3.Options),
  };
}

/** What a refused call answered: its status and message. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; message: string }> {
  try {
    await call;
  } catch (error) {
    const { response } = error as { response?: { status: number; data: { error: { message: string } } } };
    if (!response) throw error;
    return { status: response.status, message: response.data.error.message };
  }
  throw new Error('the call was not refused');
}
