import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import { parseSubmission } from '../../functions/src/domain/form/submission-form.ts';
import type { Submission } from '../../functions/src/ports/form.ts';
import { periodOf, rulesOf, setupOf, unitOf } from '../../functions/src/usecases/rules-of.ts';
import { loadedFiles, someForm } from '../../test/load/campaign.ts';
import { seededRandom } from '../../test/support/seeded-random.ts';
import type {
  PublishedCampaign,
  PublishingOffice,
} from '../../test/usecases/publishing/publishing-office.ts';
import { AT_ONCE } from '../outbox.ts';

export const MARCH = '2024-03' as PeriodId;

/** A month of so many units, evaluated from a form of each, and published. */
export async function publishMonth(
  office: PublishingOffice,
  unitIds: readonly string[],
): Promise<PublishedCampaign> {
  const code = `PUBLISH${unitIds.length}`;
  const campaign = await office.campaign(code, loadedFiles(code, unitIds));
  await campaign.move(MARCH, 'open');
  await submitAll(campaign, unitIds);
  for (const action of ['close', 'evaluate', 'publish'] as const) await campaign.move(MARCH, action);
  return campaign;
}

/** The forms of all units, as if each had been sent. */
async function submitAll({ store, at }: PublishedCampaign, unitIds: readonly string[]): Promise<void> {
  const random = seededRandom(6);
  const form = await formReader({ store });
  for (let start = 0; start < unitIds.length; start += AT_ONCE)
    await store.transact(async (transaction) => {
      for (const unitId of unitIds.slice(start, start + AT_ONCE))
        transaction.putSubmission({ ...form(unitId, random), submittedAt: at });
    });
}

async function formReader({ store }: Pick<PublishedCampaign, 'store'>) {
  const { campaign } = await setupOf(store);
  const rules = rulesOf(campaign, periodOf(campaign, MARCH));
  return (unitId: string, random: () => number): Submission => {
    const parsed = parseSubmission(someForm(random), { ...unitOf(rules, unitId), targets: rules.targets });
    if (!parsed.ok) throw new Error(`${unitId}: the form is refused`);
    return {
      period: MARCH,
      unitId,
      revision: 1,
      submittedAt: new Date(0),
      submittedBy: `${unitId}@x.example`,
      source: 'submitted',
      late: false,
      answers: parsed.value,
      reopenings: 0,
    };
  };
}

/** One unit's form is wrong: the month is opened again, mended, evaluated and published anew. */
export async function correct(campaign: PublishedCampaign, unitId: string): Promise<void> {
  await campaign.move(MARCH, 'reopen', 'Nhập sai một số liệu');
  const form = (await formReader(campaign))(unitId, seededRandom(7));
  const before = await campaign.store.submission(MARCH, unitId);
  await campaign.store.transact(async (transaction) =>
    transaction.putSubmission({ ...form, revision: 2, submittedAt: campaign.at, reopenings: 1 }, before),
  );
  for (const action of ['close', 'evaluate', 'publish'] as const) await campaign.move(MARCH, action);
}
