import type { DocumentReference, Firestore } from '@google-cloud/firestore';
import { OAuth2Client } from 'google-auth-library';
import type { FirestoreClient } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { GoogleAccess } from '../../functions/src/adapters/google-client.ts';
import { openSheets, type Sheets } from '../../functions/src/adapters/sheets/open-sheets.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import { verifyChain } from '../../functions/src/domain/log-chain/verify-chain.ts';
import { planEdits } from '../../functions/src/domain/publishing/plan/plan-edits.ts';
import { replayPeriod } from '../../functions/src/usecases/periods/replay-period.ts';
import { openSnapshot } from '../../functions/src/usecases/publishing/snapshot.ts';
import { wantedWorkbook } from '../../functions/src/usecases/publishing/wanted-workbook.ts';
import { PATIENT } from '../adapters/local-google.ts';
import { collection, type Document, type Evidence, type Json } from './judge/evidence.ts';
import { type ChaosOffice, SERVICE_ACCOUNT } from './office.ts';

/** Everything there is of a campaign, when it has come to rest: in Firestore, on Drive, in the sheets. */
export async function gather(
  office: ChaosOffice,
  client: FirestoreClient,
  campaign: string,
  at: Date,
): Promise<Evidence> {
  const documents = await allDocuments(client.firestore, campaign);
  const store = openStore(client, campaign);
  const sheets = sheetsOf(office);
  const snapshot = openSnapshot(store);
  const toWrite: Record<string, number> = {};
  for (const { id, spreadsheetId } of await store.workbooks()) {
    const wanted = await wantedWorkbook(id, snapshot, at);
    const current = await sheets.read(spreadsheetId, PATIENT);
    toWrite[id] =
      wanted === undefined ? 0 : planEdits(current, wanted, { editor: SERVICE_ACCOUNT }).requests.length;
  }
  const replayed: Record<string, string> = {};
  for (const period of collection(documents, 'periods').keys())
    for (const version of collection(documents, `periods/${period}/results`).keys()) {
      const replay = await replayPeriod(store, period as PeriodId, Number(version));
      replayed[`${period}/${version}`] = replay.same ? replay.replayedDigest : 'another result';
    }
  const { faults, waiting } = verifyChain(await store.logChain());
  const chain = { faults: faults.map((fault) => JSON.stringify(fault)), waiting };
  return { documents, chain, files: await filesOf(office, campaign), toWrite, replayed };
}

/** The local Sheets server, as the functions' own account. */
export function sheetsOf(office: ChaosOffice): Sheets {
  const access: GoogleAccess = {
    rootUrl: office.sheetsUrl,
    auth: async () => {
      const client = new OAuth2Client();
      client.setCredentials({ access_token: await office.identity.accessTokenFor(SERVICE_ACCOUNT) });
      return client;
    },
    account: async () => SERVICE_ACCOUNT,
  };
  return openSheets(access);
}

async function allDocuments(firestore: Firestore, campaign: string): Promise<Record<string, Document>> {
  const head = firestore.collection('campaigns').doc(campaign);
  const found: Record<string, Document> = {};
  const visit = async (reference: DocumentReference): Promise<void> => {
    const [snapshot, collections] = await Promise.all([reference.get(), reference.listCollections()]);
    const path = reference.path.slice(head.path.length + 1);
    if (snapshot.exists) found[path] = plain(snapshot.data()) as Document;
    for (const each of collections) {
      if (each.id === 'pages') continue; // looked at by replaying what names them
      await Promise.all((await each.listDocuments()).map(visit));
    }
  };
  await visit(head);
  return found;
}

function plain(value: unknown): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Json;
  if ('toDate' in value) return (value as { toDate(): Date }).toDate().toISOString();
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

async function filesOf(office: ChaosOffice, campaign: string): Promise<Evidence['files']> {
  const query = new URLSearchParams({
    q: `appProperties has { key='dienHinhCampaign' and value='${campaign}' } and trashed = false`,
    fields: 'files(id,appProperties)',
    pageSize: '100',
  });
  const token = await office.identity.accessTokenFor(SERVICE_ACCOUNT);
  const response = await fetch(`${office.sheetsUrl}/drive/v3/files?${query}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { files } = (await response.json()) as {
    files: { id: string; appProperties: { dienHinhWorkbook: string } }[];
  };
  return files.map(({ id, appProperties }) => ({ id, workbook: appProperties.dienHinhWorkbook }));
}
