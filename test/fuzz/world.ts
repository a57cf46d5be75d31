import type { FirestoreClient } from '../../functions/src/adapters/firestore/client.ts';
import { type CouncilCampaign, councilCampaign } from '../http/council-campaign.ts';
import { EDITOR_A, filledForm, OFFICER } from '../http/small-campaign.ts';
import type { TestOffice } from '../http/test-office.ts';

/** Campaigns in every state that a function can meet, and one that nobody is to touch. */
export interface World {
  readonly campaigns: readonly string[];
  readonly bystander: string;
}

/** A new world beside the others: what earlier requests left behind does not make later ones dull. */
export async function makeWorld(office: TestOffice, client: FirestoreClient, round: number): Promise<World> {
  const make = (letter: string, secrecy: 'secret' | 'open') =>
    councilCampaign(office, client, `R${round}${letter}`, { secrecy });
  const [taking, secret, shown, decided, bystander] = await Promise.all([
    make('TAKING', 'secret'),
    make('SECRET', 'secret'),
    make('SHOWN', 'open'),
    make('DECIDED', 'open'),
    make('BYSTANDER', 'open'),
  ]);
  await Promise.all([
    takeForms(taking),
    evaluated(secret).then(() => secret.open()),
    evaluated(shown).then(() => shown.open()),
    decide(decided),
    decide(bystander),
  ]);
  return {
    campaigns: [taking, secret, shown, decided].map(({ code }) => code),
    bystander: bystander.code,
  };
}

async function takeForms(campaign: CouncilCampaign): Promise<void> {
  const at = '2024-03-20T03:00:00.000Z';
  await campaign.do('/move-period', OFFICER, { period: '2024-03', action: 'open' }, { at });
  const cells = filledForm({ C1: 8, C2: 'Có' });
  await campaign.do('/submit-form', EDITOR_A, { period: '2024-03', unitId: 'A', cells }, { at });
  await campaign.do('/start-job', OFFICER, { kind: 'provision' }, { at });
}

async function evaluated(campaign: CouncilCampaign): Promise<void> {
  await campaign.evaluate('2024-03', { A: 9, B: 8 });
  await campaign.keepRows({
    register: 'registration',
    code: 'DK-AAAAAA',
    unitId: 'B',
    revision: 1,
    values: { name: 'Bà Sáu', content: 'Hiến đất làm đường', field: 'NN', state: 'Đang phấn đấu' },
  });
}

async function decide(campaign: CouncilCampaign): Promise<void> {
  await evaluated(campaign);
  await campaign.open();
  await campaign.passAll('BC-2024-03-1');
  await campaign.close('BC-2024-03-1');
  const subjects = [{ candidate: 'praise-A', field: 'NN', becomesExemplar: true }];
  const { status, body } = await campaign.decide('BC-2024-03-1', 'praise', subjects);
  if (status !== 200) throw new Error(JSON.stringify(body));
  await campaign.move('2024-03', 'publish');
}
