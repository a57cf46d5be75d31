import type { DocumentReference, Firestore } from '@google-cloud/firestore';
import { OAuth2Client } from 'google-auth-library';
import { drive as openDrive } from 'googleapis/build/src/apis/drive/index.js';
import { sheets as openSheets } from 'googleapis/build/src/apis/sheets/index.js';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { type CouncilCampaign, councilCampaign } from './council-campaign.ts';
import { startTestOffice, type TestOffice } from './test-office.ts';

/** An office of its own, with its own database: the same campaign can be played in two, down to its digests. */
export interface World {
  readonly office: TestOffice;
  readonly client: FirestoreClient;
}

export const worldOf = async (env: Readonly<Record<string, string>> = {}): Promise<World> => {
  const office = await startTestOffice({ env, google: true });
  return { office, client: await openFirestore(office.projectId) };
};

export const end = async ({ office, client }: World) => {
  await office.stop();
  await client.firestore.terminate();
};

export const BALLOT = 'BC-2024-03-1';

/** Everything that is stored of a campaign, with the moments at which Firestore itself says it was written. */
export interface Stored {
  readonly path: string;
  readonly data: unknown;
  readonly updatedAt: string;
}

export async function everythingOf(client: Firestore, code: string): Promise<readonly Stored[]> {
  const found: Stored[] = [];
  const walk = async (document: DocumentReference): Promise<void> => {
    const [snapshot, collections] = await Promise.all([document.get(), document.listCollections()]);
    if (snapshot.exists)
      found.push({
        path: document.path.replace(`campaigns/${code}`, ''),
        data: snapshot.data(),
        updatedAt: `${snapshot.updateTime!.seconds}.${snapshot.updateTime!.nanoseconds}`,
      });
    for (const collection of collections)
      await Promise.all((await collection.listDocuments()).map((each) => walk(each)));
  };
  await walk(client.collection('campaigns').doc(code));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * What two worlds must have in common: all but random names, moments by the machine's own clock (the office's stands
 * in 2024), and what the seal looks like.
 */
export function comparable(all: readonly Stored[]): unknown {
  const lines = all.map(({ path, data }) =>
    JSON.stringify({ path: path.replace(/^\/log\/.*/, '/log/…'), data }, (key, value) => {
      if (key === 'writtenAt' || key === 'trace' || key === 'traces') return '…';
      if (key === 'salts') return Object.keys(value);
      if (key === 'spreadsheetId' || value?.seconds > NEW_YEAR_2025) return '…';
      return key === 'sealed' ? `sealed:${String(value).length}` : value;
    }),
  );
  return lines.sort();
}

const NEW_YEAR_2025 = 1_735_689_600;

/** The documents in the order in which they were last written, those of one transaction together. */
export function inOrderOfWriting(all: readonly Stored[]): unknown {
  const byMoment = new Map<string, string[]>();
  for (const { path, data, updatedAt } of all) {
    const { action = '' } = data as { action?: string };
    const [seconds = '', nanoseconds = ''] = updatedAt.split('.');
    const moment = `${seconds}.${nanoseconds.padStart(9, '0')}`;
    const name = path.startsWith('/log/') ? `/log/${action}` : path;
    byMoment.set(moment, [...(byMoment.get(moment) ?? []), name].sort());
  }
  return [...byMoment].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, names]) => names);
}

/** Every cell of the office's workbook, and how often the file was written. */
export async function officeWorkbook({ office }: World, { store }: CouncilCampaign): Promise<unknown> {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: await office.identity.accessTokenFor('functions@x.example') });
  const options = { auth, rootUrl: `${office.sheetsUrl}/` };
  const { spreadsheetId } = (await store.workbook('office'))!;
  const { data: file } = await openDrive({ version: 'v3', ...options }).files.get({
    fileId: spreadsheetId,
    fields: 'version',
  });
  const { data } = await openSheets({ version: 'v4', ...options }).spreadsheets.get({
    spreadsheetId,
    fields: 'sheets(properties(title),data(rowData(values(formattedValue,note))))',
  });
  return [file.version, JSON.stringify(data).replaceAll(spreadsheetId, '…')];
}

export const sealOf = (all: readonly Stored[]) =>
  (all.find(({ path }) => path === `/boxes/${BALLOT}`)!.data as { sealed?: string }).sealed;

/** What the functions printed since, without random numbers and times. */
export function printedSince({ office }: World, length: number): string {
  return office
    .printed()
    .slice(length)
    .replaceAll(/"(?:trace|traceCode|logging\.googleapis\.com\/trace)":"[^"]*"/g, '')
    .replaceAll(/"causes":\[[^\]]*\]/g, '')
    .replaceAll(/"elapsedMs":\d+/g, '');
}

/** The traces of the votes that were cast since, as the log's lines of them say. */
export function tracesOfVotes({ office }: World, length: number): readonly string[] {
  const lines = office.printed().slice(length).trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as { event: string; trace?: string })
    .flatMap(({ event, trace }) => (event === 'cast-vote' && trace !== undefined ? [trace] : []));
}

export async function opened({ office, client }: World, code: string): Promise<CouncilCampaign> {
  const campaign = await councilCampaign(office, client, code);
  await campaign.evaluate('2024-03', { A: 9, B: 8 });
  await campaign.open();
  return campaign;
}
