import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OAuth2Client } from 'google-auth-library';
import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import {
  type AppsScriptHost,
  type HostOptions,
  openAppsScriptHost,
} from '../../../local/apps-script/host.ts';
import type {
  Answer,
  Effect,
  LogLine,
  Question,
  RunOrder,
  RunOutcome,
} from '../../../local/apps-script/types.ts';
import { createIssuer, type Issuer } from '../../../local/identity/issuer.ts';
import { loadSigningKey } from '../../../local/identity/key.ts';
import { startSheetsServer } from '../../../local/sheets/server.ts';

export const SCOPES = [
  'openid',
  'https://www.googleapis.com/auth/userinfo.email',
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/script.external_request',
];
export const MANIFEST = {
  timeZone: 'Asia/Ho_Chi_Minh',
  runtimeVersion: 'V8',
  exceptionLogging: 'STACKDRIVER',
  oauthScopes: SCOPES,
  urlFetchWhitelist: ['https://example.com/allowed/'],
};
export const OWNER = 'owner@ben-tre.vn';

/** A window without a screen: it keeps what a run shows, and answers questions in their order. */
export class RecordingWindow {
  readonly effects: Effect[] = [];
  readonly questions: Question[] = [];
  readonly #answers: (Answer | (() => Promise<Answer>))[] = [];

  /** What the next questions are answered, or who answers them; an unexpected question fails the run. */
  answer(...answers: (Answer | (() => Promise<Answer>))[]): this {
    this.#answers.push(...answers);
    return this;
  }
  show(effect: Effect): void {
    this.effects.push(effect);
  }
  async ask(question: Question): Promise<Answer> {
    this.questions.push(question);
    const answer = this.#answers.shift();
    if (answer === undefined) throw new Error(`nobody answers: ${question.prompt}`);
    return typeof answer === 'function' ? answer() : answer;
  }
}

/** A bundle in a folder of its own: the given code and pages, and a manifest that is changed where told. */
export async function writeBundle(
  dir: string,
  code: string,
  { pages = {}, manifest = {} }: { pages?: Record<string, string>; manifest?: object } = {},
): Promise<string> {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'Code.js'), code);
  await writeFile(join(dir, 'appsscript.json'), JSON.stringify({ ...MANIFEST, ...manifest }));
  for (const [name, html] of Object.entries(pages)) await writeFile(join(dir, `${name}.html`), html);
  return dir;
}

type Order = Partial<RunOrder> & Pick<RunOrder, 'functionName'>;

/** The real Sheets server and token issuer in a temporary folder, and hosts on them. */
export interface ScriptOffice {
  readonly dir: string;
  readonly sheetsUrl: string;
  readonly issuer: Issuer;
  readonly logs: LogLine[];
  /** Google's own clients with that person's token. */
  as(email: string): Promise<{ sheets: sheets_v4.Sheets; drive: drive_v3.Drive }>;
  /** A spreadsheet of OWNER, shared with the writers. Gives its id. */
  newBook(given?: {
    sheets?: sheets_v4.Schema$Sheet[];
    writers?: string[];
    readers?: string[];
  }): Promise<string>;
  /** A host for a bundle that is already somewhere. */
  open(bundleDir: string, options?: Partial<HostOptions>): AppsScriptHost;
  /** A host for code written in a test. */
  openCode(
    code: string,
    bundle?: { pages?: Record<string, string>; manifest?: object },
    options?: Partial<HostOptions>,
  ): Promise<AppsScriptHost>;
  /** Closes the hosts and the server, and deletes everything. */
  end(): Promise<void>;
}

export async function startScriptOffice(): Promise<ScriptOffice> {
  const dir = await mkdtemp(join(tmpdir(), 'scripts-'));
  const issuer = createIssuer(await loadSigningKey(join(dir, 'key.pem')));
  const server = await startSheetsServer({
    dir: join(dir, 'sheets'),
    port: 0,
    callerOf: (token) => issuer.callerOf(token),
    now: () => new Date(),
  });
  const hosts: AppsScriptHost[] = [];
  const logs: LogLine[] = [];
  let bundles = 0;

  const as = async (email: string) => clients(server.url, await issuer.accessTokenFor(email));
  const open = (bundleDir: string, options: Partial<HostOptions> = {}) => {
    const host = openAppsScriptHost({
      bundleDir,
      sheetsUrl: server.url,
      issuer,
      audience: 'add-on.apps.googleusercontent.com',
      scriptProperties: {},
      now: () => new Date(),
      onLog: (line) => logs.push(line),
      ...options,
    });
    hosts.push(host);
    return host;
  };
  return {
    dir,
    sheetsUrl: server.url,
    issuer,
    logs,
    as,
    open,
    openCode: async (code, bundle = {}, options = {}) =>
      open(await writeBundle(join(dir, `bundle-${bundles++}`), code, bundle), options),
    newBook: async ({ sheets: tabs, writers = [], readers = [] } = {}) => {
      const owner = await as(OWNER);
      const properties = { title: 'Sổ thi đua', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' };
      const requestBody = { properties, ...(tabs && { sheets: tabs }) };
      const fileId = (await owner.sheets.spreadsheets.create({ requestBody })).data.spreadsheetId!;
      for (const [role, emails] of [
        ['writer', writers],
        ['reader', readers],
      ] as const)
        for (const emailAddress of emails)
          await owner.drive.permissions.create({ fileId, requestBody: { type: 'user', role, emailAddress } });
      return fileId;
    },
    end: async () => {
      await Promise.all(hosts.map((host) => host.close()));
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Runs one function as a page's `google.script.run` would, in OWNER's window, unless told otherwise. */
export function runScript(host: AppsScriptHost, spreadsheetId: string, order: Order): Promise<RunOutcome> {
  return host.run({ person: OWNER, spreadsheetId, kind: 'client', window: new RecordingWindow(), ...order });
}

/** What the function returned. @throws Error with what it threw */
export async function returned(host: AppsScriptHost, spreadsheetId: string, order: Order): Promise<unknown> {
  const outcome = await runScript(host, spreadsheetId, order);
  if (!outcome.ok) throw new Error(`${outcome.name}: ${outcome.message}`);
  return outcome.value;
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
