import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../functions/src/domain/app-error.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import { canonicalJson, digestOf } from '../../functions/src/domain/digest.ts';
import type { PeriodInputs } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { PeriodResult } from '../../functions/src/domain/evaluation/period-result.ts';
import type { KeptRow } from '../../functions/src/domain/register/register.ts';
import type { Submission } from '../../functions/src/ports/form.ts';
import type { Job } from '../../functions/src/ports/job.ts';
import type { Member } from '../../functions/src/ports/member.ts';
import type { OutboxEntry } from '../../functions/src/ports/outbox.ts';
import type { PeriodRecord } from '../../functions/src/ports/period.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import type { Workbook } from '../../functions/src/ports/workbook.ts';
import { campaignOf, decimal, unitOf } from '../domain/build/campaign.ts';

const MARCH = '2024-03' as PeriodId;
const AT = new Date('2024-04-03T08:00:00.000Z');
const LATER = new Date('2024-04-03T08:00:05.000Z');

/** What every Store promises. `open` gives a store of a campaign that nobody has touched. */
export function storeContract(
  backend: string,
  open: () => Promise<Store>,
  hooks: { before?: () => Promise<void>; after?: () => Promise<void> } = {},
): void {
  describe(`Store on ${backend}`, () => {
    beforeAll(async () => hooks.before?.());
    afterAll(async () => hooks.after?.());

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

    it('finds a workbook by its spreadsheet', async () => {
      const store = await open();
      const workbooks: Workbook[] = [
        { id: 'summary', spreadsheetId: 'sheet-summary', createdAt: AT },
        { id: 'unit:U1', spreadsheetId: 'sheet-of-u1', createdAt: AT, shared: { digest: 'd', at: AT } },
      ];
      await store.transact(async (tx) => workbooks.forEach((each) => void tx.putWorkbook(each)));
      expect(await store.workbookIn('sheet-of-u1')).toEqual(workbooks[1]);
      expect(await store.workbookIn('sheet-of-u2')).toBeUndefined();
      expect(await (await open()).workbookIn('sheet-of-u1')).toBeUndefined();
    });

    it('asks for a workbook once however often it is asked while pending', async () => {
      const store = await open();
      for (const at of [AT, LATER]) await store.transact(async (tx) => tx.enqueue('unit:U1', at));
      await store.transact(async (tx) => tx.enqueue('units', AT));
      expect(await store.pendingOutboxCount()).toBe(2);
      expect(await store.outboxEntry('unit:U1')).toEqual({
        id: 'unit:U1',
        state: 'pending',
        request: 2,
        requestedAt: LATER,
        notBefore: LATER,
        attempts: 0,
      });
      expect((await store.dueOutbox(AT, 10)).map(({ id }) => id)).toEqual(['units']);
      expect((await store.dueOutbox(LATER, 10)).map(({ id }) => id)).toEqual(['units', 'unit:U1']);
      expect((await store.dueOutbox(LATER, 1)).map(({ id }) => id)).toEqual(['units']);
    });

    it('hides entries that wait, are leased or are delivered', async () => {
      const store = await open();
      const entry = (id: OutboxEntry['id'], parts: Partial<OutboxEntry>): OutboxEntry => ({
        id,
        state: 'pending',
        request: 1,
        requestedAt: AT,
        notBefore: AT,
        attempts: 1,
        ...parts,
      });
      const entries = [
        entry('summary', { notBefore: LATER, lastErrorCode: '429' }),
        entry('office', { leaseUntil: LATER }),
        entry('unit:U1', { state: 'delivered', deliveredAt: AT }),
        entry('unit:U2', {}),
      ];
      await store.transact(async (tx) => entries.forEach((each) => void tx.putOutboxEntry(each)));
      expect(await store.dueOutbox(AT, 10)).toEqual([entries[3]]);
      expect((await store.dueOutbox(LATER, 10)).map(({ id }) => id).sort()).toEqual([
        'office',
        'summary',
        'unit:U2',
      ]);
      expect(await store.pendingOutboxCount()).toBe(3);
      expect(await store.failingOutboxCount()).toBe(1);
      await store.transact(async (tx) => tx.enqueue('summary', LATER));
      expect(await store.failingOutboxCount()).toBe(0);
    });

    it('keeps jobs as they were, and knows which have not ended', async () => {
      const store = await open();
      const jobs = [
        jobOf({
          key: 'provision',
          kind: 'provision',
          state: 'done',
          endedAt: LATER,
          outcome: { waiting: 0 },
        }),
        jobOf({ key: 'evaluate.2024-03', period: MARCH, requestedAt: LATER }),
        jobOf({ key: 'collect.2024-03', kind: 'collect', state: 'running', leaseUntil: AT, after: 'U7' }),
        jobOf({
          key: 'publish.2024-03',
          kind: 'publish',
          state: 'failed',
          error: { code: 'period_wrong_state', details: { period: '2024-03', attempts: 2 } },
        }),
      ] as const;
      await store.transact(async (tx) => jobs.forEach((job) => void tx.putJob(job)));
      for (const job of jobs) expect(await store.job(job.key)).toEqual(job);
      expect(await store.job('publish.2024-04')).toBeUndefined();
      expect((await store.jobs(9))[0]).toEqual(jobs[1]);
      expect((await store.jobs(9)).length).toBe(4);
      expect((await store.jobs(2)).length).toBe(2);
      expect((await store.unfinishedJobs()).map(({ key }) => key)).toEqual([jobs[2].key, jobs[1].key]);
      await store.transact(async (tx) => tx.putJob({ ...jobs[1], state: 'done' }));
      expect(await store.unfinishedJobs()).toEqual([jobs[2]]);
    });

    it('keeps a lease while its workbook is asked for again', async () => {
      const store = await open();
      const leased: OutboxEntry = {
        id: 'office',
        state: 'pending',
        request: 1,
        requestedAt: AT,
        notBefore: AT,
        attempts: 1,
        leaseUntil: LATER,
      };
      await store.transact(async (tx) => tx.putOutboxEntry(leased));
      await store.transact(async (tx) => tx.enqueue('office', AT));
      expect(await store.dueOutbox(AT, 10)).toEqual([]);
      expect(await store.outboxEntry('office')).toEqual({ ...leased, request: 2, attempts: 0 });
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
  });
}

function recordOf(parts: Partial<PeriodRecord> = {}): PeriodRecord {
  return {
    period: MARCH,
    revision: 3,
    state: 'open',
    ballot: 'not_held',
    deadlineAt: LATER,
    changedAt: AT,
    changedBy: 'officer@x.example',
    resultVersion: 0,
    publishedVersion: 0,
    publications: [{ version: 1, at: AT, by: 'officer@x.example' }],
    reopenings: [{ at: AT, by: 'officer@x.example', reason: 'Bổ sung số liệu', fromVersion: 1 }],
    ...parts,
  };
}

function jobOf(parts: Partial<Job> & Pick<Job, 'key'>): Job {
  const requested = { requestedAt: AT, requestedBy: 'officer@x.example' };
  return {
    kind: 'evaluate',
    nth: 1,
    state: 'waiting',
    ...requested,
    done: 0,
    total: 3,
    attempts: 0,
    ...parts,
  };
}

const rowOf = (code: string, unitId: string | undefined, values: KeptRow['values']): KeptRow => ({
  register: 'registration',
  code,
  ...(unitId !== undefined && { unitId }),
  revision: 1,
  values,
  addedAt: AT,
  savedAt: AT,
  savedBy: 'editor@x.example',
});

function submissionOf(unitId: string, revision: number): Submission {
  return {
    period: MARCH,
    unitId,
    revision,
    submittedAt: AT,
    submittedBy: 'editor@x.example',
    source: 'submitted',
    late: false,
    reopenings: 2,
    answers: [
      { criterion: 'C1', reported: { kind: 'number', value: decimal('0') }, target: decimal('12.5') },
      { criterion: 'C2', reported: { kind: 'not_applicable' }, note: 'Không có' },
      { criterion: 'C3', reported: { kind: 'yes_no', value: false } },
      { criterion: 'C4', reported: { kind: 'text', value: '=IMPORTXML("x")' } },
      { criterion: 'C5' },
    ],
  };
}

const resultOf = (n: number): PeriodResult => ({
  campaign: 'TEST',
  period: MARCH,
  inputsDigest: `digest ${n}`,
  units: [],
  quotas: [],
  recognitions: [],
});
