import { expect, it } from 'vitest';
import { AppError } from '../../functions/src/domain/app-error.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { AT, MARCH, recordOf, submissionOf } from './stored-records.ts';

/** What every Store promises of its transactions, its log and its answers. */
export function transactions(open: () => Promise<Store>): void {
  it('lets one of two racing revisions win', async () => {
    const store = await open();
    const submit = () =>
      store.transact(async (tx) => {
        const before = await tx.submission(MARCH, 'U1');
        const revision = (before?.revision ?? 0) + 1;
        tx.putSubmission(submissionOf('U1', revision), before);
        return revision;
      });
    expect((await Promise.all([submit(), submit(), submit()])).sort()).toEqual([1, 2, 3]);
  });

  it('does all of a transaction or nothing', async () => {
    const store = await open();
    const failing = store.transact(async (tx) => {
      tx.putPeriod(recordOf());
      tx.enqueue('office', AT);
      throw new AppError('conflict');
    });
    await expect(failing).rejects.toMatchObject({ code: 'conflict' });
    expect(await store.period(MARCH)).toBeUndefined();
    expect(await store.pendingOutboxCount()).toBe(0);
  });

  it('gives the log newest first, in the order of the writing', async () => {
    const store = await open();
    for (const [i, action] of (['period_opened', 'period_closed', 'period_reopened'] as const).entries())
      await store.transact(async (tx) =>
        tx.appendLog({
          at: AT,
          by: 'o@x.example',
          action,
          period: MARCH,
          reason: action === 'period_reopened' ? 'Sai số liệu' : undefined,
          details: { n: i },
        }),
      );
    const log = await store.log(2);
    expect(new Set(log.map(({ id }) => id)).size).toBe(2);
    expect(log.map(({ id: _, ...entry }) => entry)).toEqual([
      {
        at: AT,
        by: 'o@x.example',
        action: 'period_reopened',
        period: MARCH,
        reason: 'Sai số liệu',
        details: { n: 2 },
      },
      {
        at: AT,
        by: 'o@x.example',
        action: 'period_closed',
        period: MARCH,
        details: { n: 1 },
      },
    ]);
    const april = '2024-04' as PeriodId;
    const entry = { at: AT, by: 'o@x.example', action: 'period_opened', period: april } as const;
    await store.transact(async (tx) => tx.appendLog(entry));
    expect((await store.log(9, MARCH)).map(({ details }) => details?.n)).toEqual([2, 1, 0]);
    expect((await store.log(9, april)).map(({ action }) => action)).toEqual(['period_opened']);
    expect(await store.log(9, '2024-05' as PeriodId)).toEqual([]);
  });

  it('keeps the answer of a request, lists within lists included', async () => {
    const store = await open();
    const request = {
      key: 'key-12345678',
      fingerprint: 'f',
      status: 200,
      body: { rows: [[1, [2]]] },
      at: AT,
    };
    await store.transact(async (tx) => tx.putRequest(request));
    expect(await store.request('key-12345678')).toEqual(request);
    expect(await store.request('key-other')).toBeUndefined();
  });

  it('names no document by a path', async () => {
    const store = await open();
    for (const unitId of ['a/b', '.', '..', '__x__', '', 'a b', 'á'])
      await expect(store.submission(MARCH, unitId)).rejects.toMatchObject({ code: 'malformed' });
  });

  it('refuses what is larger than a document holds, and keeps no answer that is', async () => {
    const store = await open();
    const note = '😀'.repeat(2000);
    const answers = Array.from({ length: 130 }, (_, i) => ({ criterion: `C${i}`, note }));
    const large = { ...submissionOf('U1', 1), answers };
    await expect(store.transact(async (tx) => tx.putSubmission(large))).rejects.toMatchObject({
      code: 'too_large',
    });
    const fits = { ...large, answers: answers.slice(0, 110) };
    await store.transact(async (tx) => tx.putSubmission(fits));
    expect((await store.submission(MARCH, 'U1'))!.answers).toHaveLength(110);
    const request = { key: 'large-0001', fingerprint: 'f', status: 200, body: answers, at: AT };
    await store.transact(async (tx) => tx.putRequest(request));
    expect(await store.request('large-0001')).toBeUndefined();
  });

  it('writes far more than five hundred documents in one transaction', async () => {
    const store = await open();
    await store.transact(async (tx) => {
      for (let i = 0; i < 1_000; i++)
        tx.putMember({ email: `u${i}@x.example`, roles: ['unit_editor'], unitIds: [`U${i}`] });
    });
    expect((await store.members()).length).toBe(1_000);
  });
}
