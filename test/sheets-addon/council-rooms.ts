import { type CouncilSettings, councilFiles, VOTING_DAY } from '../http/council-campaign.ts';
import { EDITOR_A, EDITOR_B, filledForm } from '../http/small-campaign.ts';
import type { AddOnCampaign, AddOnOffice } from './add-on-office.ts';

export const PERSONS = ['c1', 'c2', 'c3'].map((name) => `${name}@x.example`) as [string, string, string];

/** A campaign with a council of three whose March is evaluated, A before B; its workbooks are there. */
export async function councilRooms(
  addOn: AddOnOffice,
  code: string,
  settings: CouncilSettings = {},
): Promise<AddOnCampaign> {
  addOn.at = new Date('2024-03-20T03:00:00Z');
  const t = await addOn.campaign(code, councilFiles(code, { council: PERSONS, ...settings }));
  await evaluateMonth(t, '2024-03', { A: 9, B: 8 });
  await t.post('/provision');
  await t.deliver();
  addOn.at = new Date(VOTING_DAY);
  return t;
}

export async function evaluateMonth(
  t: AddOnCampaign,
  period: string,
  points: Readonly<Record<'A' | 'B', number>>,
): Promise<void> {
  await t.move('open', { period });
  for (const [unitId, as] of [
    ['A', EDITOR_A],
    ['B', EDITOR_B],
  ] as const) {
    const cells = filledForm({ C1: points[unitId], C2: 'Có' });
    await t.post('/submit-form', { period, unitId, cells }, as);
  }
  await t.move('close', { period });
  await t.move('evaluate', { period });
}
