import type { FirestoreClient } from '../../../functions/src/adapters/firestore/client.ts';
import type { WorkbookId } from '../../../functions/src/ports/workbook.ts';
import { councilCampaign, VOTING_DAY } from '../council-campaign.ts';
import { EDITOR_A, EDITOR_B, filledForm } from '../small-campaign.ts';
import type { TestOffice } from '../test-office.ts';
import { BALLOT, spreadsheetOf } from './calls.ts';
import { type MonthState, STATES } from './rule-table.ts';

/** Its row names no unit: the configuration refuses such a member, a store may still have one. */
export const EDITOR_WITHOUT_UNITS = 'none@x.example';

/** A campaign of its own for each state, whose March is in it. No workbook waits to be written. */
export async function openCampaigns(
  office: TestOffice,
  client: FirestoreClient,
): Promise<ReadonlyMap<MonthState, string>> {
  const all = STATES.map(async (state, i) => {
    const code = `MONTH-${i}`;
    await openCampaign(office, client, code, state);
    return [state, code] as const;
  });
  return new Map(await Promise.all(all));
}

async function openCampaign(
  office: TestOffice,
  client: FirestoreClient,
  code: string,
  state: MonthState,
): Promise<void> {
  const campaign = await councilCampaign(office, client, code);
  const period = '2024-03';
  const steps: readonly (readonly [MonthState, () => Promise<unknown>])[] = [
    [
      'open',
      async () => {
        await campaign.move(period, 'open');
        for (const [unitId, as, C1] of [['A', EDITOR_A, 8] as const, ['B', EDITOR_B, 7] as const])
          await campaign.do('/submit-form', as, { period, unitId, cells: filledForm({ C1, C2: 'Có' }) });
      },
    ],
    ['closed', () => campaign.move(period, 'close')],
    ['evaluated', () => campaign.move(period, 'evaluate')],
    ['ballot open', () => campaign.open()],
    [
      'voted',
      async () => {
        await campaign.passAll(BALLOT);
        await campaign.close(BALLOT);
        await campaign.decide(BALLOT, 'praise', [{ candidate: 'praise-A', field: 'NN' }]);
      },
    ],
    ['published', () => campaign.move(period, 'publish')],
  ];
  const until = STATES.indexOf(state);
  for (const [to, take] of steps) if (STATES.indexOf(to) <= until) await take();
  await settle(client, code);
}

/** As after everything was delivered. */
async function settle({ firestore }: FirestoreClient, code: string): Promise<void> {
  const head = firestore.collection('campaigns').doc(code);
  const batch = firestore.batch();
  for (const document of await head.collection('outbox').listDocuments()) batch.delete(document);
  const workbooks: readonly WorkbookId[] = ['summary', 'office', 'unit:A', 'unit:B', 'unit:C'];
  for (const id of workbooks)
    batch.set(head.collection('workbooks').doc(id), {
      id,
      spreadsheetId: spreadsheetOf(id),
      createdAt: new Date(VOTING_DAY),
    });
  batch.set(head.collection('members').doc(EDITOR_WITHOUT_UNITS), {
    email: EDITOR_WITHOUT_UNITS,
    roles: ['unit_editor'],
    unitIds: [],
  });
  await batch.commit();
}
