import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OAuth2Client } from 'google-auth-library';
import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { formatCellAddress } from '../../functions/src/domain/form/cell-address.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import {
  type AppsScriptHost,
  type Asked,
  type LogLine,
  openAppsScriptHost,
} from '../../local/apps-script/host.ts';
import { buildAddOn } from '../../sheets-addon/build.ts';
import { campaignFiles, OFFICER } from '../http/small-campaign.ts';
import { ADMIN, AUDIENCE, type Reply, startTestOffice, type TestOffice } from '../http/test-office.ts';
import { AddOnWindow } from './add-on-window.ts';

export const PERIOD = '2024-03';

/** The compiled add-on in the Apps Script host, before the real functions, Firestore's emulator, and Sheets. */
export interface AddOnOffice {
  readonly office: TestOffice;
  /** The moment it is for everybody: scripts, functions and tests. */
  at: Date;
  /** What the scripts have logged. */
  readonly logs: readonly LogLine[];
  readonly host: AppsScriptHost;
  campaign(code: string, files?: Readonly<Record<string, string>>): Promise<AddOnCampaign>;
  /** Google's own clients with that person's token. */
  as(person: string): Promise<{ readonly sheets: sheets_v4.Sheets; readonly drive: drive_v3.Drive }>;
  /** A host whose functions are somewhere else: nowhere, behind a door, … */
  hostBefore(backendUrl: string, wish?: HostWish): Promise<AppsScriptHost>;
  /** Everything that scripts have kept under that name (see HostWish), as text. */
  propertiesOf(name: string): string;
  stop(): Promise<void>;
}

export interface HostWish {
  readonly issuer?: Pick<TestOffice['identity'], 'issueIdToken' | 'accessTokenFor'>;
  /** Hosts with the same name know the same document and user properties, one after the other. */
  readonly properties?: string;
  readonly scriptProperties?: Readonly<Record<string, string>>;
  readonly onAsked?: (asked: Asked) => void;
}

export interface AddOnCampaign {
  readonly code: string;
  readonly store: Store;
  post(path: string, body?: object, as?: string): Promise<Reply>;
  move(action: string, parts?: object): Promise<void>;
  /** What the scheduler does every minute. */
  deliver(): Promise<void>;
  idOf(workbook: WorkbookId): Promise<string>;
  /** A person's window with one of the campaign's workbooks in it. */
  open(person: string, workbook: WorkbookId, host?: AppsScriptHost): Promise<AddOnWindow>;
  /** The tab of a workbook by its key. */
  tab(workbook: WorkbookId, key: string): Promise<{ readonly sheetId: number; readonly title: string }>;
  values(workbook: WorkbookId, tabKey: string): Promise<readonly (readonly unknown[])[]>;
  /** Notes and backgrounds of a tab, by address: what stands there besides the values. */
  dress(workbook: WorkbookId, tabKey: string): Promise<Readonly<Record<string, Dress>>>;
  /** Changes a workbook as its owner, by requests of the Sheets API. */
  change(workbook: WorkbookId, ...requests: readonly sheets_v4.Schema$Request[]): Promise<void>;
  /** Types into a tab as a person does. */
  type(
    person: string,
    workbook: WorkbookId,
    tabKey: string,
    range: string,
    values: readonly (readonly (string | number | boolean | null)[])[],
  ): Promise<void>;
}

export interface Dress {
  readonly note?: string;
  readonly background?: sheets_v4.Schema$ColorStyle;
}

/** The functions' own account, which owns the workbooks. */
const OWNER = 'functions@x.example';

export async function startAddOnOffice(): Promise<AddOnOffice> {
  const office = await startTestOffice({ google: true });
  const client = await openFirestore(office.projectId);
  const folder = mkdtempSync(join(tmpdir(), 'add-on-office-'));
  const logs: LogLine[] = [];
  const hosts: AppsScriptHost[] = [];
  let bundles = 0;
  const addOn: Omit<AddOnOffice, 'host'> & { host?: AppsScriptHost } = {
    office,
    at: new Date('2024-03-20T03:00:00Z'),
    logs,
    campaign: (code, files = campaignFiles(code)) => openCampaign(addOn as AddOnOffice, client, code, files),
    as: async (person) => clientsOf(office.sheetsUrl, await office.identity.accessTokenFor(person)),
    async hostBefore(backendUrl, wish = {}) {
      const { issuer = office.identity, properties, scriptProperties, onAsked } = wish;
      const bundleDir = join(folder, `bundle-${bundles++}`);
      await buildAddOn({ outdir: bundleDir, backendUrl });
      const host = openAppsScriptHost({
        bundleDir,
        sheetsUrl: office.sheetsUrl,
        issuer,
        audience: AUDIENCE,
        scriptProperties: scriptProperties ?? { BACKEND_URL: backendUrl },
        ...(properties && { propertiesFile: join(folder, `${properties}.json`) }),
        now: () => addOn.at,
        onLog: (line) => logs.push(line),
        ...(onAsked && { onAsked }),
      });
      hosts.push(host);
      return host;
    },
    propertiesOf: (name) => readFileSync(join(folder, `${name}.json`), 'utf8'),
    async stop() {
      await Promise.all(hosts.map((host) => host.close()));
      await client.firestore.terminate();
      await office.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  addOn.host = await addOn.hostBefore(office.functions.url);
  return addOn as AddOnOffice;
}

async function openCampaign(
  addOn: AddOnOffice,
  { firestore }: FirestoreClient,
  code: string,
  files: Readonly<Record<string, string>>,
): Promise<AddOnCampaign> {
  const { office } = addOn;
  const store = openStore({ firestore } as FirestoreClient, code);
  const campaign: AddOnCampaign = {
    code,
    store,
    post: (path, body = {}, as = OFFICER) =>
      office.call(path, { as, body: { campaign: code, ...body }, at: addOn.at.toISOString() }),
    async move(action, parts = {}) {
      const reply = await campaign.post('/move-period', { period: PERIOD, action, ...parts });
      if (reply.status !== 200) throw new Error(`${action}: ${JSON.stringify(reply.body)}`);
    },
    async deliver() {
      for (;;) {
        const { status, body } = await campaign.post('/deliver');
        if (status !== 200 || body.failed > 0) throw new Error(`deliver: ${JSON.stringify(body)}`);
        if (body.remaining === 0) return;
      }
    },
    async idOf(workbook) {
      const found = await store.workbook(workbook);
      if (found === undefined) throw new Error(`no workbook ${workbook}`);
      return found.spreadsheetId;
    },
    async open(person, workbook, host = addOn.host) {
      return AddOnWindow.open(host, person, await campaign.idOf(workbook));
    },
    async tab(workbook, key) {
      const { sheets } = await addOn.as(OWNER);
      const { data } = await sheets.spreadsheets.get({
        spreadsheetId: await campaign.idOf(workbook),
        fields: 'sheets(properties(sheetId,title),developerMetadata)',
      });
      const found = data.sheets?.find(({ developerMetadata }) =>
        developerMetadata?.some(
          ({ metadataKey, metadataValue }) => metadataKey === 'dien-hinh.tab' && metadataValue === key,
        ),
      )?.properties;
      if (!found) throw new Error(`no tab ${key} in ${workbook}`);
      return { sheetId: found.sheetId ?? 0, title: found.title! };
    },
    async values(workbook, key) {
      const { title } = await campaign.tab(workbook, key);
      const { sheets } = await addOn.as(OWNER);
      const { data } = await sheets.spreadsheets.values.get({
        spreadsheetId: await campaign.idOf(workbook),
        range: `'${title}'`,
      });
      return data.values ?? [];
    },
    async dress(workbook, key) {
      const { title } = await campaign.tab(workbook, key);
      const { sheets } = await addOn.as(OWNER);
      const { data } = await sheets.spreadsheets.get({
        spreadsheetId: await campaign.idOf(workbook),
        ranges: [`'${title}'`],
        fields: 'sheets(data(rowData(values(note,userEnteredFormat(backgroundColorStyle)))))',
      });
      return dressOf(data.sheets?.[0]?.data?.[0]?.rowData ?? []);
    },
    async change(workbook, ...requests) {
      const { sheets } = await addOn.as(OWNER);
      await sheets.spreadsheets.batchUpdate({
        spreadsheetId: await campaign.idOf(workbook),
        requestBody: { requests: [...requests] },
      });
    },
    async type(person, workbook, tabKey, range, values) {
      const { title } = await campaign.tab(workbook, tabKey);
      const { sheets } = await addOn.as(person);
      await sheets.spreadsheets.values.update({
        spreadsheetId: await campaign.idOf(workbook),
        range: `'${title}'!${range}`,
        valueInputOption: 'USER_ENTERED',
        requestBody: { values: values.map((row) => row.map((value) => value ?? '')) },
      });
    },
  };
  const loaded = await campaign.post('/load-campaign', { files }, ADMIN);
  if (loaded.status !== 200) throw new Error(JSON.stringify(loaded.body));
  return campaign;
}

function dressOf(rows: readonly sheets_v4.Schema$RowData[]): Record<string, Dress> {
  const found: Record<string, Dress> = {};
  for (const [row, { values = [] }] of rows.entries())
    for (const [column, { note, userEnteredFormat }] of values.entries()) {
      const background = userEnteredFormat?.backgroundColorStyle;
      if (note || background)
        found[formatCellAddress({ row, column })] = {
          ...(note && { note }),
          ...(background && { background }),
        };
    }
  return found;
}

function clientsOf(rootUrl: string, token: string) {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: token });
  const options = { auth, rootUrl: `${rootUrl}/`, retry: false };
  return {
    sheets: sheets({ version: 'v4', ...options } as sheets_v4.Options),
    drive: drive({ version: 'v3', ...options } as drive_v3.Options),
  };
}
