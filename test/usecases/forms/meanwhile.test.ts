import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../../functions/src/adapters/firestore/store.ts';
import type { PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import type { PeriodAction } from '../../../functions/src/ports/period.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import type { Acting } from '../../../functions/src/usecases/acting.ts';
import { appraise } from '../../../functions/src/usecases/forms/appraise.ts';
import { receiveForm } from '../../../functions/src/usecases/forms/submit-form.ts';
import { unlockForm } from '../../../functions/src/usecases/forms/unlock-form.ts';
import { movePeriod } from '../../../functions/src/usecases/periods/move-period.ts';
import { loadCampaign } from '../../../functions/src/usecases/setup/load-campaign.ts';
import { campaignFiles, filledAppraisal, filledForm } from '../../http/small-campaign.ts';
import { freshProjectId } from '../../support/fresh-firestore.ts';

const MARCH = '2024-03' as PeriodId;
const AT = new Date('2024-04-02T01:00:00.000Z');
let client: FirestoreClient;

beforeAll(async () => {
  client = await openFirestore(freshProjectId());
});
afterAll(() => client.firestore.terminate());

/** A period that is open, with the form of unit A in it. */
async function openMarch(): Promise<Desk> {
  const code = `C-${randomUUID()}`;
  const desk = deskOf(openStore(client, code));
  await loadCampaign(desk.acting, { campaign: code, files: campaignFiles(code) });
  await desk.move('open');
  await desk.submit('A', 8);
  return desk;
}

interface Desk {
  readonly acting: Acting;
  move(action: PeriodAction, store?: Store): ReturnType<typeof movePeriod>;
  submit(unitId: string, points: number): ReturnType<typeof receiveForm>;
  unlock(unitId: string): ReturnType<typeof unlockForm>;
  appraise(points: number | null, store?: Store): ReturnType<typeof appraise>;
}

function deskOf(store: Store): Desk {
  const acting: Acting = { store, now: () => AT, by: 'officer@x.example' };
  return {
    acting,
    move: (action, other = store) =>
      movePeriod({ ...acting, store: other }, { period: MARCH, action, reason: 'Sửa' }),
    submit: (unitId, points) =>
      receiveForm(
        acting,
        { period: MARCH, unitId, cells: filledForm({ C1: points, C2: 'Có' }) },
        'submitted',
      ),
    unlock: (unitId) => unlockForm(acting, { period: MARCH, unitId, reason: 'Sửa' }),
    appraise: (points, other = store) =>
      appraise(
        { ...acting, store: other },
        {
          period: MARCH,
          cells: filledAppraisal([{ unit: 'A', criterion: 'C1', appraised: points, note: 'Thẩm định' }]),
        },
      ),
  };
}

/** The same store, where something else happens once between loading and saving. */
function interrupted(store: Store, happening: () => Promise<unknown>): Store {
  let happened = false;
  const first = async () => {
    if (happened) return;
    happened = true;
    await happening();
  };
  return {
    ...store,
    transact: async (work) => {
      await first();
      return store.transact(work);
    },
  };
}

const refused = (code: string) => expect.objectContaining({ code });

describe('a form', () => {
  it('is held against the configuration that is stored when it comes, whenever its period was opened', async () => {
    const desk = await openMarch();
    const { store } = desk.acting;
    const load = async (most: number) => {
      const code = (await store.setup())!.campaign.code;
      const files = campaignFiles(code);
      const criteria = files['criteria.csv']!.replace('step=0.5,10', `step=0.5,${most}`);
      await loadCampaign(desk.acting, { campaign: code, files: { ...files, 'criteria.csv': criteria } });
    };
    const outcomes = async () => {
      const sent = [await desk.submit('B', 9), await desk.submit('C', 6)];
      return sent.map((form) => (form.outcome === 'refused' ? form.issues[0]!.code : form.outcome));
    };
    await load(7);
    expect(await outcomes()).toEqual(['value_above_max', 'accepted']);
    await desk.move('close');
    await load(5);
    await desk.move('reopen');
    expect(await outcomes()).toEqual(['value_above_max', 'value_above_max']);
    // As records were kept before they named a setup.
    await store.transact(async (transaction) => {
      const { setup: _, ...record } = (await transaction.period(MARCH))!;
      transaction.putPeriod(record);
    });
    expect(await outcomes()).toEqual(['value_above_max', 'value_above_max']);
    await load(10);
    expect(await outcomes()).toEqual(['accepted', 'accepted']);
  });
});

describe('an evaluation', () => {
  it('is told of an appraisal that came while it was working, and takes it the next time', async () => {
    const desk = await openMarch();
    await desk.move('close');
    const { store } = desk.acting;
    await expect(
      desk.move(
        'evaluate',
        interrupted(store, () => desk.appraise(3)),
      ),
    ).rejects.toEqual(refused('conflict'));
    expect(await store.result(MARCH)).toBeUndefined();
    await desk.move('evaluate');
    expect((await store.result(MARCH))!.result.units[0]!.total).toBe(8_000_000);
  });

  it('is told when the period was opened and closed again meanwhile', async () => {
    const desk = await openMarch();
    await desk.move('close');
    const { store } = desk.acting;
    const meanwhile = async () => {
      await desk.move('reopen');
      await desk.submit('A', 10);
      await desk.move('close');
    };
    await expect(desk.move('evaluate', interrupted(store, meanwhile))).rejects.toEqual(refused('conflict'));
    expect(await store.result(MARCH)).toBeUndefined();
  });

  it('that was beaten by another is told so, and leaves the other’s result as it is', async () => {
    const desk = await openMarch();
    await desk.move('close');
    const { store } = desk.acting;
    await expect(
      desk.move(
        'evaluate',
        interrupted(store, () => desk.move('evaluate')),
      ),
    ).rejects.toEqual(refused('period_wrong_state'));
    expect((await store.result(MARCH))!.version).toBe(1);
    expect((await store.log(1))[0]!.action).toBe('period_evaluated');
  });
});

describe('an appraisal', () => {
  it('is about the form that was read: one sent meanwhile makes it a conflict', async () => {
    const desk = await openMarch();
    const { store } = desk.acting;
    await expect(
      desk.appraise(
        3,
        interrupted(store, async () => {
          await desk.unlock('A');
          await desk.submit('A', 9);
        }),
      ),
    ).rejects.toEqual(refused('conflict'));
    expect(await store.appraisals(MARCH)).toEqual([]);
  });

  it('comes too late when the period was evaluated meanwhile', async () => {
    const desk = await openMarch();
    await desk.move('close');
    const { store } = desk.acting;
    await expect(
      desk.appraise(
        3,
        interrupted(store, () => desk.move('evaluate')),
      ),
    ).rejects.toEqual(refused('period_wrong_state'));
    expect(await store.appraisals(MARCH)).toEqual([]);
  });

  it('keeps its revisions, and takes back what it said', async () => {
    const desk = await openMarch();
    const { store } = desk.acting;
    expect(await desk.appraise(3)).toEqual({ period: MARCH, changed: ['A'], unchanged: 0 });
    expect(await desk.appraise(3)).toEqual({ period: MARCH, changed: [], unchanged: 1 });
    expect(await desk.appraise(4)).toEqual({ period: MARCH, changed: ['A'], unchanged: 0 });
    expect((await store.appraisal(MARCH, 'A'))!.revision).toBe(2);
    await desk.appraise(null);
    const last = await store.appraisal(MARCH, 'A');
    expect(last!.revision).toBe(3);
    expect(last!.answers.some(({ appraised }) => appraised !== undefined)).toBe(false);
    expect((await store.log(3)).map(({ action, details }) => [action, details])).toEqual([
      ['form_appraised', { revision: 3 }],
      ['form_appraised', { revision: 2 }],
      ['form_appraised', { revision: 1 }],
    ]);
  });

  it('is refused whole for one wrong row', async () => {
    const desk = await openMarch();
    const cells = filledAppraisal([
      { unit: 'A', criterion: 'C1', appraised: 99, note: 'x' },
      { unit: 'A', criterion: 'C2', appraised: 'Không' },
      { unit: 'B', criterion: 'C1', appraised: 5, note: 'x' },
      { unit: 'Z', criterion: 'C1', appraised: 5, note: 'x' },
    ]);
    const attempt = appraise(desk.acting, { period: MARCH, cells });
    await expect(attempt).rejects.toEqual(refused('has_issues'));
    const issues = await attempt.catch((error) => error.issues);
    expect(issues.map(({ code, at }: { code: string; at: { cell: string } }) => [code, at.cell])).toEqual([
      ['value_above_max', 'I2'],
      ['note_missing', 'J3'],
      ['nothing_to_appraise', 'I4'],
      ['unit_unknown', 'A5'],
    ]);
    expect(await desk.acting.store.appraisals(MARCH)).toEqual([]);
  });
});

describe('a form that fails in the middle', () => {
  it('leaves nothing behind', async () => {
    const desk = await openMarch();
    const { store } = desk.acting;
    const broken: Store = {
      ...store,
      transact: (work) =>
        store.transact(async (transaction) => {
          await work(transaction);
          throw new Error('killed before the commit');
        }),
    };
    const form = { period: MARCH, unitId: 'B', cells: filledForm({ C1: 1, C2: 'Có' }) };
    await expect(receiveForm({ ...desk.acting, store: broken }, form, 'submitted')).rejects.toThrow('killed');
    expect((await store.submissions(MARCH)).map(({ unitId }) => unitId)).toEqual(['A']);
    expect((await store.log(1))[0]).toMatchObject({ action: 'form_submitted', unitId: 'A' });
  });
});
