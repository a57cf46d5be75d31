import type { RegisterRow, RowValues } from '../../functions/src/domain/register/register.ts';
import { councilCampaign, MEMBERS_OF_COUNCIL } from './council-campaign.ts';
import { firestore, office } from './running-office.ts';
import type { Reply } from './test-office.ts';

export const [C1, C2, C3, C4, C5] = MEMBERS_OF_COUNCIL as [string, string, string, string, string];
export const NOMINATION = 'BC-2024-03-1';
export const ALL_YES = { 'praise-A': 'yes', 'reward-A': 'yes', 'praise-B': 'yes' } as const;
export const code = (reply: Reply) => reply.body.error?.code ?? reply.status;

export async function evaluated(name: string, settings: Parameters<typeof councilCampaign>[3] = {}) {
  const campaign = await councilCampaign(office, firestore, name, settings);
  await campaign.evaluate('2024-03', { A: 9, B: 8 });
  return campaign;
}
export const row = (register: string, rowCode: string, unitId: string, values: RowValues): RegisterRow => ({
  register,
  code: rowCode,
  unitId,
  revision: 1,
  values,
});
