import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { PATIENT } from '../../adapters/local-google.ts';
import { campaignFiles } from '../../http/small-campaign.ts';
import type { PublishedCampaign } from './publishing-office.ts';
import { office } from './running-publishing-office.ts';

export const MARCH = '2024-03';
let count = 0;

export async function open(): Promise<PublishedCampaign> {
  const code = `D${count++}`;
  return office.campaign(code, campaignFiles(code));
}

export async function publishMarch(t: PublishedCampaign): Promise<void> {
  await t.move(MARCH, 'open');
  await t.deliver();
  await t.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
  await t.submit(MARCH, 'B', { C1: 9.5, C2: 'Không' });
  for (const action of ['close', 'evaluate', 'publish'] as const) await t.move(MARCH, action);
  await t.deliver();
}

export async function ask(t: PublishedCampaign, id: 'summary' | 'office' | `unit:${string}`): Promise<void> {
  await t.store.transact(async (transaction) => transaction.enqueue(id, t.at));
}

/** Types the answers into a unit's form, in the order of its rows. */
export async function fill(
  t: PublishedCampaign,
  unitId: string,
  period: string,
  answers: readonly (string | number)[],
) {
  const { sheets } = office.local.google();
  const id = await t.spreadsheetId(`unit:${unitId}`);
  const { tabs } = await sheets.read(id, PATIENT);
  const tab = tabs.find(({ marks }) => marks.some(({ value }) => value === `form:${period}`))!;
  const { at: columnIndex } = tab.columnMarks.find(({ value }) => value === 'reported')!;
  const rows = answers.map((answer) => ({
    values: [
      { userEnteredValue: typeof answer === 'number' ? { numberValue: answer } : { stringValue: answer } },
    ],
  }));
  const start = { sheetId: tab.sheetId, rowIndex: tab.rowMarks[0]!.at + 1, columnIndex };
  await sheets.apply(
    id,
    { requests: [{ updateCells: { start, rows, fields: 'userEnteredValue' } }] },
    PATIENT,
  );
}

export function client(): drive_v3.Drive {
  return new drive_v3.Drive({
    rootUrl: office.local.url,
    headers: { authorization: 'Bearer functions@x.example' },
  });
}

export async function people(
  t: PublishedCampaign,
  id: 'summary' | 'office' | `unit:${string}`,
): Promise<string[]> {
  const fileId = await t.spreadsheetId(id);
  const { data } = await client().permissions.list({ fileId, fields: 'permissions(role,emailAddress)' });
  return data
    .permissions!.filter(({ role }) => role !== 'owner')
    .map(({ role, emailAddress }) => `${role} ${emailAddress}`)
    .sort();
}

export async function files(t: PublishedCampaign) {
  const q = `appProperties has { key='dienHinhCampaign' and value='${t.code}' }`;
  return (await client().files.list({ q, fields: 'files(id)' })).data.files!;
}

export async function until(is: () => Promise<boolean>): Promise<void> {
  while (!(await is())) await new Promise((resolve) => setImmediate(resolve));
}
