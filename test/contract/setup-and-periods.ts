import { expect, it } from 'vitest';
import { canonicalJson, digestOf } from '../../functions/src/domain/digest.ts';
import type { PeriodInputs } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../../functions/src/domain/evaluation/period-result.ts';
import type { Member } from '../../functions/src/ports/member.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { campaignOf, decimal, unitOf } from '../domain/build/campaign.ts';
import { AT, LATER, MARCH, recordOf, resultOf, rowOf, submissionOf } from './stored-records.ts';

/** What every Store promises of a campaign, its members, its periods and what is sent in them. */
export function setupAndPeriods(open: () => Promise<Store>): void {
  it('has nothing at first', async () => {
    const store = await open();
    expect(await store.setup()).toBeUndefined();
    expect(await store.member('a@x.example')).toBeUndefined();
    expect(await store.period(MARCH)).toBeUndefined();
    expect(await store.submissions(MARCH)).toEqual([]);
    expect(await store.result(MARCH)).toBeUndefined();
    expect(await store.pendingOutboxCount()).toBe(0);
  });

  it('gives back a campaign of any size as it was, by version', async () => {
    const store = await open();
    const small = campaignOf({ units: [unitOf('A', { name: 'Xã Mỹ Hòa 😀' })] });
    const large = campaignOf({
      units: Array.from({ length: 6000 }, (_, i) => unitOf(`U${i}`, { name: `Xã thứ ${i} 😀` })),
    });
    for (const [version, campaign] of [
      [1, small],
      [2, large],
    ] as const) {
      const staged = await store.stageCampaign(campaign);
      await store.transact(async (tx) =>
        tx.putSetup({ version, loadedAt: AT, loadedBy: 'admin@x.example' }, staged),
      );
    }
    const head = { loadedAt: AT, loadedBy: 'admin@x.example' };
    const [first, newest] = [await store.setup(1), await store.setup()];
    const names = [first, newest].map((setup) => ({ digest: setup!.digest, pages: setup!.pages }));
    expect(first).toEqual({ ...head, ...names[0], version: 1, digest: digestOf(small), campaign: small });
    expect(newest).toEqual({ ...head, ...names[1], version: 2, digest: digestOf(large), campaign: large });
    expect(await Promise.all(names.map((name) => store.campaignNamed(name)))).toEqual([small, large]);
    expect(await store.setup(3)).toBeUndefined();
  });

  it('shows nothing of a campaign that was only staged', async () => {
    const store = await open();
    await store.stageCampaign(campaignOf());
    expect(await store.setup()).toBeUndefined();
  });

  it('keeps and removes members', async () => {
    const store = await open();
    const members: Member[] = [
      { email: 'a@x.example', roles: ['officer'], unitIds: [] },
      { email: 'b.c+d@x.example', roles: ['unit_editor', 'leader'], unitIds: ['U1', 'U2'] },
    ];
    await store.transact(async (tx) => members.forEach((member) => void tx.putMember(member)));
    expect(await store.members()).toEqual(members);
    expect(await store.member('b.c+d@x.example')).toEqual(members[1]);
    await store.transact(async (tx) => tx.removeMember('a@x.example'));
    expect(await store.members()).toEqual([members[1]]);
  });

  it('knows no member whose address cannot name a document', async () => {
    const store = await open();
    expect(await store.member('a/b@x.example')).toBeUndefined();
    expect(await store.member('..')).toBeUndefined();
  });

  it('keeps a period, its forms, appraisals and refusals as they were', async () => {
    const store = await open();
    const submission = submissionOf('U1', 1);
    const appraisal = {
      period: MARCH,
      unitId: 'U1',
      revision: 1,
      appraisedAt: AT,
      appraisedBy: 'officer@x.example',
      answers: [{ criterion: 'C1', appraised: { kind: 'number', value: decimal('9.5') }, note: 'Thiếu' }],
    } as const;
    const refusal = {
      period: MARCH,
      unitId: 'U2',
      refusedAt: AT,
      source: 'collected',
      issues: [{ code: 'answer_missing', cell: 'G3' }, { code: 'form_too_large' }],
    } as const;
    await store.transact(async (tx) => {
      tx.putPeriod(recordOf());
      tx.putSubmission(submission);
      tx.putAppraisal(appraisal);
      tx.putRefusal(refusal);
    });
    expect(await store.period(MARCH)).toEqual(recordOf());
    expect(await store.periods()).toEqual([recordOf()]);
    expect(await store.submission(MARCH, 'U1')).toEqual(submission);
    expect(await store.submissions(MARCH)).toEqual([submission]);
    const { answers: _, ...sent } = submission;
    expect(await store.sentForms(MARCH)).toEqual([sent]);
    expect(await store.appraisal(MARCH, 'U1')).toEqual(appraisal);
    expect(await store.appraisals(MARCH)).toEqual([appraisal]);
    expect(await store.appraisedUnits(MARCH)).toEqual(['U1']);
    expect(await store.refusal(MARCH, 'U2')).toEqual(refusal);
    expect(await store.refusals(MARCH)).toEqual([refusal]);
    await store.transact(async (tx) => tx.clearRefusal(MARCH, 'U2'));
    expect(await store.refusals(MARCH)).toEqual([]);
  });

  it('opens a form again without touching what was sent', async () => {
    const store = await open();
    const sent = submissionOf('U1', 1);
    await store.transact(async (tx) => tx.putSubmission(sent));
    const unlocked = { ...sent, unlocked: { at: LATER, by: 'editor@x.example', reason: 'Ghi nhầm' } };
    await store.transact(async (tx) => tx.putLock(unlocked));
    expect(await store.submission(MARCH, 'U1')).toEqual(unlocked);
    await store.transact(async (tx) => tx.putLock(sent));
    expect(await store.submission(MARCH, 'U1')).toEqual(sent);
  });

  it('gives submissions of some units after others, by unit', async () => {
    const store = await open();
    const ids = ['A', 'B.1', 'C-2', 'D', 'a'];
    await store.transact(async (tx) => {
      for (const unitId of ids.toReversed()) tx.putSubmission(submissionOf(unitId, 1));
    });
    const between = async (after?: string, upTo?: string) =>
      (await store.submissionsBetween(MARCH, { after, upTo })).map(({ unitId }) => unitId);
    expect(await between(undefined, 'B.1')).toEqual(['A', 'B.1']);
    expect(await between('B.1', 'E')).toEqual(['C-2', 'D']);
    expect(await between('D')).toEqual(['a']);
    expect(await between('a')).toEqual([]);
    expect(await between('D', 'E')).toEqual([]);
    expect(await between()).toEqual(ids);
  });

  it('keeps every version of a result with its inputs', async () => {
    const store = await open();
    const inputs = { rules: {}, submissions: [], history: [] } as unknown as PeriodInputs;
    const results = [1, 2].map((n) => resultOf(n));
    for (const [i, result] of results.entries()) {
      const staged = await store.stageResult(result, await store.stageInputs(inputs));
      await store.transact(async (tx) => {
        tx.putPeriod(recordOf({ resultVersion: i + 1 }));
        const head = { version: i + 1, setupVersion: 1, evaluatedAt: AT, evaluatedBy: 'o@x.example' };
        tx.putResult(MARCH, head, staged);
      });
    }
    const stored = {
      version: 2,
      setupVersion: 1,
      evaluatedAt: AT,
      evaluatedBy: 'o@x.example',
      digest: digestOf(results[1]),
      result: results[1],
    };
    expect(await store.result(MARCH)).toEqual(stored);
    expect((await store.result(MARCH, 1))?.result).toEqual(results[0]);
    const units: UnitResult[] = [];
    for await (const some of (await store.resultInParts(MARCH, 1))!.units()) units.push(...some);
    expect(units).toEqual(results[0]!.units);
    expect(canonicalJson(await store.resultInputs(MARCH, 1))).toBe(canonicalJson(inputs));
    expect(await store.result(MARCH, 3)).toBeUndefined();
  });

  it('refuses a result version that exists', async () => {
    const store = await open();
    const staged = await store.stageResult(resultOf(1), await store.stageInputs({} as PeriodInputs));
    const put = () =>
      store.transact(async (tx) =>
        tx.putResult(MARCH, { version: 1, setupVersion: 1, evaluatedAt: AT, evaluatedBy: 'o' }, staged),
      );
    await put();
    await expect(put()).rejects.toThrow();
  });

  it('keeps rows of registers with every revision, of one unit and of all, the oldest first', async () => {
    const store = await open();
    const [a, b, c] = [
      rowOf('DK-BBBBBB', 'U1', { name: 'Tổ 9', count: 0, proposed: false }),
      { ...rowOf('DK-AAAAAA', 'U2', { name: '=1+1' }), addedAt: LATER },
      rowOf('DK-CCCCCC', undefined, {}),
    ];
    await store.transact(async (tx) => [a, b, c].forEach((row) => void tx.putRegisterRow(row!)));
    const amended = { ...a!, revision: 2, values: { name: 'Tổ 10' }, savedAt: LATER };
    await store.transact(async (tx) => tx.putRegisterRow(amended, a));
    expect(await store.registerRows('registration')).toEqual([amended, c, b]);
    expect(await store.registerRows('registration', 'U2')).toEqual([b]);
    expect(await store.registerRow('registration', 'DK-BBBBBB')).toEqual(amended);
    expect(await store.registerRow('registration', 'DK-DDDDDD')).toBeUndefined();
    expect(await store.registerRows('factor')).toEqual([]);
    await store.transact(async (tx) => tx.putRegisterRevision('registration', 'U1', 2));
    await store.transact(async (tx) => tx.putRegisterRevision('event', undefined, 3));
    const revisions = [
      store.registerRevision('registration', 'U1'),
      store.registerRevision('registration', 'U2'),
      store.registerRevision('event'),
    ];
    expect(await Promise.all(revisions)).toEqual([2, 0, 3]);
    await expect(store.transact(async (tx) => tx.putRegisterRow(a!))).rejects.toThrow();
  });
}
