import { Timestamp } from '@google-cloud/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { replayPeriod } from '../../functions/src/usecases/periods/replay-period.ts';
import {
  COUNCIL,
  campaignFiles,
  EDITOR_A,
  EDITOR_B,
  filledAppraisal,
  filledForm,
  LEADER,
  OFFICER,
  OFFICER_2,
} from './small-campaign.ts';
import { ADMIN, type CallWish, type Reply, startTestOffice, type TestOffice } from './test-office.ts';

const MARCH = '2024-03' as PeriodId;
const IN_MARCH = '2024-03-20T03:00:00.000Z';
/** 5 April, the last day, and one second into the next, in Vietnam. */
const IN_TIME = '2024-04-05T16:59:59.999Z';
const TOO_LATE = '2024-04-05T17:00:00.000Z';

let office: TestOffice;
let firestore: Awaited<ReturnType<typeof openFirestore>>;

beforeAll(async () => {
  office = await startTestOffice();
  firestore = await openFirestore(office.projectId);
});
afterAll(async () => {
  await office.stop();
  await firestore.firestore.terminate();
});

/** A campaign of its own for each test. */
async function campaignOf(code: string): Promise<Campaign> {
  const campaign: Campaign = {
    code,
    store: openStore(firestore, code),
    do: (path, as, body = {}, wish = {}) =>
      office.call(path, { as, body: { campaign: code, ...body }, at: IN_MARCH, ...wish }),
    move: (action, parts = {}, as = OFFICER) =>
      campaign.do('/move-period', as, { period: MARCH, action, ...parts }),
    submit: (as, unitId, answers, parts = {}, wish = {}) =>
      campaign.do('/submit-form', as, { period: MARCH, unitId, cells: filledForm(answers), ...parts }, wish),
    unlock: (as, unitId) => campaign.do('/unlock-form', as, { period: MARCH, unitId, reason: 'Ghi nhầm' }),
    status: (as = OFFICER) => office.call('/period-status', { as, query: { campaign: code, period: MARCH } }),
    result: (as, unitId) =>
      office.call('/unit-result', { as, query: { campaign: code, period: MARCH, unitId } }),
  };
  const loaded = await campaign.do('/load-campaign', ADMIN, { files: campaignFiles(code) });
  expect(loaded.body).toEqual({
    campaign: code,
    version: 1,
    changed: true,
    units: 3,
    criteria: 2,
    members: 7,
  });
  return campaign;
}

interface Campaign {
  readonly code: string;
  readonly store: Store;
  do(path: string, as: string, body?: object, wish?: CallWish): Promise<Reply>;
  move(action: string, parts?: object, as?: string): Promise<Reply>;
  submit(
    as: string,
    unitId: string,
    answers: Parameters<typeof filledForm>[0],
    parts?: object,
    wish?: CallWish,
  ): Promise<Reply>;
  unlock(as: string, unitId: string): Promise<Reply>;
  status(as?: string): Promise<Reply>;
  result(as: string, unitId: string): Promise<Reply>;
}

const outcomes = (replies: readonly Reply[]) =>
  replies.map(({ status, body }) => body.error?.code ?? status).sort();
const actions = async (store: Store) =>
  (await store.log(100)).map(({ action, unitId }) => (unitId ? `${action} ${unitId}` : action)).reverse();

describe('a period, from its opening to its publication', () => {
  it('goes through its steps, keeps the log and asks for the workbooks', async () => {
    const march = await campaignOf('LIFE');
    expect((await march.status()).body).toMatchObject({ state: 'none', counts: { units: 3, missing: 3 } });
    expect((await march.move('open')).body).toEqual({
      period: MARCH,
      state: 'open',
      deadlineAt: IN_TIME,
      changedAt: IN_MARCH,
      resultVersion: 0,
      publishedVersion: 0,
    });
    expect((await march.store.dueOutbox(new Date(IN_MARCH), 10)).map(({ id }) => id).sort()).toEqual([
      'office',
      'units',
    ]);
    expect((await march.submit(EDITOR_A, 'A', { C1: 8, C2: 'Có' })).body).toEqual({
      outcome: 'accepted',
      revision: 1,
      late: false,
      changed: true,
      submittedAt: IN_MARCH,
    });
    await march.submit(EDITOR_B, 'B', { C1: 9.5, C2: 'Không' }, {}, { at: TOO_LATE });
    const appraisal = filledAppraisal([
      { unit: 'A', criterion: 'C1', appraised: 7.5, note: 'Thiếu minh chứng' },
      { unit: 'A', criterion: 'C2', appraised: null },
      { unit: 'B', criterion: 'C1', appraised: null },
      { unit: 'B', criterion: 'C2', appraised: null },
    ]);
    expect((await march.move('close')).body.state).toBe('closed');
    expect((await march.do('/appraise', OFFICER, { period: MARCH, cells: appraisal })).body).toEqual({
      period: MARCH,
      changed: ['A'],
      unchanged: 1,
    });
    expect((await march.do('/appraise', OFFICER, { period: MARCH, cells: appraisal })).body.changed).toEqual(
      [],
    );
    expect((await march.move('evaluate')).body).toMatchObject({ state: 'evaluated', resultVersion: 1 });
    expect((await march.move('publish')).body).toMatchObject({ state: 'published', publishedVersion: 1 });

    const stored = await march.store.result(MARCH);
    expect(
      stored!.result.units.map(({ unitId, status, late, total, place }) => [
        unitId,
        status,
        late,
        total,
        place.place,
      ]),
    ).toEqual([
      ['A', 'ranked', false, 12_500_000, 1],
      ['B', 'ranked', true, 9_500_000, 2],
      ['C', 'not_reported', false, 0, undefined],
    ]);
    expect(await actions(march.store)).toEqual([
      'campaign_loaded',
      'period_opened',
      'form_submitted A',
      'form_submitted B',
      'period_closed',
      'form_appraised A',
      'period_evaluated',
      'period_published',
    ]);
    expect((await march.store.dueOutbox(new Date(TOO_LATE), 10)).map(({ id }) => id).sort()).toEqual([
      'office',
      'summary',
      'unit:A',
      'unit:B',
      'units',
    ]);
  });

  it('replays every version to the same bytes after the rules have changed', async () => {
    const march = await campaignOf('REPLAY');
    await march.move('open');
    await march.submit(EDITOR_A, 'A', { C1: 8, C2: 'Có' });
    await march.move('close');
    await march.move('evaluate');
    await march.move('reopen', { reason: 'Bổ sung' });
    await march.submit(EDITOR_B, 'B', { C1: 6, C2: 'Có' });
    const files = campaignFiles('REPLAY');
    files['criteria.csv'] = files['criteria.csv']!.replace('step=0.5,10', 'step=0.5,20');
    expect((await march.do('/load-campaign', ADMIN, { files })).body).toMatchObject({ version: 2 });
    await march.move('close');
    await march.move('evaluate');
    for (const version of [1, 2]) {
      const stored = await march.store.result(MARCH, version);
      expect(await replayPeriod(march.store, MARCH, version)).toEqual({
        version,
        same: true,
        inputsDigest: stored!.result.inputsDigest,
        digest: stored!.digest,
        replayedDigest: stored!.digest,
      });
    }
    expect((await march.store.result(MARCH, 1))!.result.units[0]!.criteria[0]!.countedMax).toBe(10_000_000);
    expect((await march.store.result(MARCH, 2))!.result.units[0]!.criteria[0]!.countedMax).toBe(20_000_000);
  });

  it('refuses each step where it makes no sense, and says who took the last one and when', async () => {
    const march = await campaignOf('STEPS');
    for (const action of ['close', 'evaluate', 'publish'])
      expect((await march.move(action)).body.error.code).toBe('period_wrong_state');
    expect((await march.move('reopen')).body.error.code).toBe('reason_missing');
    await march.move('open');
    const again = await march.move('open', {}, OFFICER_2);
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'period_wrong_state' } } });
    expect(again.body.error.message).toContain(OFFICER);
    expect(again.body.error.message).toContain('10:00 ngày 20/03/2024');
    expect((await march.move('reopen', { reason: ' ' })).body.error.code).toBe('reason_missing');
    expect((await march.move('evaluate')).body.error.code).toBe('period_wrong_state');
    await march.move('close');
    expect((await march.submit(EDITOR_A, 'A', { C1: 8, C2: 'Có' })).body.error).toMatchObject({
      code: 'period_not_open',
      message: expect.stringContaining('đã chốt'),
    });
    expect((await march.move('publish')).body.error.code).toBe('period_wrong_state');
  });

  it('is not opened before its first day, nor one the calendar does not have', async () => {
    const april = await campaignOf('EARLY');
    const open = (period: string, at: string) =>
      april.do('/move-period', OFFICER, { period, action: 'open' }, { at });
    expect((await open('2024-04', '2024-03-31T16:59:59.000Z')).body.error.code).toBe('period_not_started');
    expect((await open('2024-04', '2024-03-31T17:00:00.000Z')).status).toBe(200);
    expect((await open('2025-01', IN_MARCH)).body.error.code).toBe('not_found');
    expect((await open('2024-13', IN_MARCH)).body.error.code).toBe('not_found');
  });

  it('is not evaluated before an earlier one of the year', async () => {
    const march = await campaignOf('ORDER');
    await march.do('/move-period', OFFICER, { period: '2024-02', action: 'open' });
    await march.move('open');
    await march.move('close');
    const refused = await march.move('evaluate');
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'earlier_period_not_evaluated' } } });
    expect(refused.body.error.message).toContain('Tháng 02/2024');
    for (const action of ['close', 'evaluate'])
      await march.do('/move-period', OFFICER, { period: '2024-02', action });
    expect((await march.move('evaluate')).status).toBe(200);
    expect((await march.store.resultInputs(MARCH, 1))!.history).toMatchObject([
      { period: '2024-02', isPrevious: true },
    ]);
  });

  it('keeps the old version when it is opened again', async () => {
    const march = await campaignOf('AGAIN');
    await march.move('open');
    await march.submit(EDITOR_A, 'A', { C1: 8, C2: 'Có' });
    await march.submit(EDITOR_B, 'B', { C1: 1, C2: 'Có' }, {}, { at: TOO_LATE });
    for (const action of ['close', 'evaluate', 'publish']) await march.move(action);
    expect((await march.move('reopen', { reason: ' Đơn vị B gửi nhầm ' })).body).toMatchObject({
      state: 'open',
      resultVersion: 1,
      publishedVersion: 1,
    });
    expect((await march.result(EDITOR_A, 'A')).body).toMatchObject({ version: 1, beingCorrected: true });
    // Mending what was on time does not make it late; what was late stays late.
    const mended = await march.submit(EDITOR_A, 'A', { C1: 9, C2: 'Có' }, {}, { at: TOO_LATE });
    expect(mended.body).toMatchObject({ revision: 2, late: false });
    const stillLate = await march.submit(EDITOR_B, 'B', { C1: 2, C2: 'Có' }, {}, { at: IN_MARCH });
    expect(stillLate.body).toMatchObject({ revision: 2, late: true });
    for (const action of ['close', 'evaluate']) await march.move(action);
    expect((await march.result(EDITOR_A, 'A')).body).toMatchObject({ version: 1, beingCorrected: false });
    expect((await march.result(OFFICER, 'A')).body).toMatchObject({ version: 2, published: false });
    expect((await march.move('publish')).body).toMatchObject({ resultVersion: 2, publishedVersion: 2 });
    expect((await march.result(EDITOR_A, 'A')).body).toMatchObject({ version: 2, published: true });
    expect((await march.store.period(MARCH))!.reopenings).toEqual([
      { at: new Date(IN_MARCH), by: OFFICER, reason: 'Đơn vị B gửi nhầm', fromVersion: 1 },
    ]);
    expect((await march.store.result(MARCH, 1))!.result.units[0]!.total).toBe(13_000_000);
  });
});

describe('a form', () => {
  it('has all its issues told at once, each with its cell, column, code and sentence', async () => {
    const march = await campaignOf('ISSUES');
    await march.move('open');
    const reply = await march.submit(EDITOR_A, 'A', { C1: 'mười', C2: 'có lẽ' });
    expect(reply.status).toBe(422);
    expect(reply.body).toEqual({
      error: {
        code: 'has_issues',
        message: expect.any(String),
        issues: [
          {
            code: 'not_a_number',
            cell: 'G2',
            column: 'Kết quả / tự chấm',
            message: expect.stringMatching(/^Ô G2/),
          },
          {
            code: 'not_yes_no',
            cell: 'G3',
            column: 'Kết quả / tự chấm',
            message: expect.stringMatching(/^Ô G3/),
          },
        ],
      },
    });
    expect((await march.store.refusals(MARCH)).map(({ unitId, issues }) => ({ unitId, issues }))).toEqual([
      {
        unitId: 'A',
        issues: [
          { code: 'not_a_number', cell: 'G2' },
          { code: 'not_yes_no', cell: 'G3' },
        ],
      },
    ]);
    expect((await march.status()).body.units[0]).toMatchObject({ unitId: 'A', status: 'refused' });
    await march.submit(EDITOR_A, 'A', { C1: 'mười', C2: 'có lẽ' });
    await march.submit(EDITOR_A, 'A', { C1: 10, C2: 'Có' });
    expect((await march.status()).body.units[0]).not.toHaveProperty('refusal');
    expect(await actions(march.store)).toEqual([
      'campaign_loaded',
      'period_opened',
      'form_refused A',
      'form_submitted A',
    ]);
  });

  it('that was refused is forgotten with the next that is accepted, also where that is what was sent before', async () => {
    const march = await campaignOf('GIVESWAY');
    await march.move('open');
    const states: string[] = [];
    const send = async (answers: Parameters<typeof filledForm>[0]) => {
      await march.submit(EDITOR_A, 'A', answers, { requestKey: `gives-way-${states.length}` });
      const query = { campaign: march.code, period: MARCH, unitId: 'A' };
      const rules = (await office.call('/form-rules', { as: EDITOR_A, query })).body;
      const [unit] = (await march.status()).body.units;
      expect(rules.refusal).toEqual(unit.refusal);
      states.push(`${unit.status}${unit.refusal ? `, ${unit.refusal.issues[0].code}` : ''}`);
    };
    await send({ C1: 'mười', C2: 'Có' });
    await send({ C1: 10, C2: 'Có' });
    await march.unlock(EDITOR_A, 'A');
    await send({ C1: 99, C2: 'Có' });
    await send({ C1: 10, C2: 'Có' });
    await march.unlock(EDITOR_A, 'A');
    await send({ C1: 'mười', C2: 'Có' });
    await send({ C1: 9, C2: 'Có' });
    expect(states).toEqual([
      'refused, not_a_number',
      'submitted',
      'submitted, value_above_max',
      'submitted',
      'submitted, not_a_number',
      'submitted',
    ]);
    const refused = (await actions(march.store)).filter((action) => action === 'form_refused A');
    expect(refused).toHaveLength(3);
  });

  it('is only checked where that is asked, by the same rules', async () => {
    const march = await campaignOf('CHECK');
    const check = (answers: Parameters<typeof filledForm>[0], wish: CallWish = {}) =>
      march.submit(EDITOR_A, 'A', answers, { checkOnly: true }, wish);
    expect((await check({ C1: 8, C2: 'Có' })).body.error.code).toBe('period_not_open');
    await march.move('open');
    expect((await check({ C1: 8, C2: 'Có' })).body).toEqual({ outcome: 'checked', late: false });
    expect((await check({ C1: 8, C2: 'Có' }, { at: TOO_LATE })).body).toEqual({
      outcome: 'checked',
      late: true,
    });
    expect(
      (await check({ C1: 99, C2: null })).body.error.issues.map(({ code }: { code: string }) => code),
    ).toEqual(['value_above_max', 'answer_missing']);
    expect(await march.store.submissions(MARCH)).toEqual([]);
    expect(await march.store.refusals(MARCH)).toEqual([]);
    expect(await actions(march.store)).toEqual(['campaign_loaded', 'period_opened']);
  });

  it('may be sent again, and the same again changes nothing', async () => {
    const march = await campaignOf('RESEND');
    await march.move('open');
    const first = await march.submit(EDITOR_A, 'A', { C1: 8, C2: 'Có' });
    const same = await march.submit(EDITOR_A, 'A', { C1: 8, C2: 'Có' }, {}, { at: TOO_LATE });
    expect(same.body).toEqual({ ...first.body, changed: false });
    await march.unlock(EDITOR_A, 'A');
    const other = await march.submit(OFFICER, 'A', { C1: 0, C2: 'Không' }, {}, { at: TOO_LATE });
    expect(other.body).toMatchObject({ revision: 2, late: true });
    const revisions = await firestore.firestore
      .collection(`campaigns/RESEND/periods/${MARCH}/submissions/A/revisions`)
      .get();
    expect(revisions.docs.map((each) => [each.id, each.get('submittedBy'), each.get('submittedAt')])).toEqual(
      [['1', EDITOR_A, Timestamp.fromDate(new Date(IN_MARCH))]],
    );
    expect(revisions.docs[0]!.get('answers')[0].reported).toEqual({ kind: 'number', value: '8' });
    expect((await march.store.submission(MARCH, 'A'))!.submittedBy).toBe(OFFICER);
  });

  it('is taken though a block was pasted far beside it, and told apart from one that is no block of cells', async () => {
    const march = await campaignOf('WIDE');
    await march.move('open');
    const { origin, values } = filledForm({ C1: 8, C2: 'Có' });
    const send = (width: number) => {
      const cells = { origin, values: values.map((row) => [...row, ...Array(width).fill(1)]) };
      return march.do('/submit-form', EDITOR_A, { period: MARCH, unitId: 'A', cells });
    };
    expect((await send(700)).body).toMatchObject({ outcome: 'accepted' });
    expect((await send(20_000)).body.error.code).toBe('malformed');
  });

  it('is refused of a unit that the period does not have', async () => {
    const march = await campaignOf('NOUNIT');
    await march.move('open');
    expect((await march.submit(OFFICER, 'Z', { C1: 8, C2: 'Có' })).body.error.code).toBe('not_found');
  });
});

describe('sending twice', () => {
  it('is doing once, and the same answer comes again', async () => {
    const march = await campaignOf('TWICE');
    const requestKey = 'b2f1c6de-0001';
    const first = await march.move('open', { requestKey });
    const second = await march.move('open', { requestKey }, OFFICER);
    expect(second).toMatchObject({ status: 200, body: first.body });
    await march.move('close', { requestKey: 'b2f1c6de-0002' });
    await march.move('evaluate', { requestKey: 'b2f1c6de-0003' });
    expect((await march.move('evaluate', { requestKey: 'b2f1c6de-0003' })).body.resultVersion).toBe(1);
    expect((await actions(march.store)).length).toBe(4);
  });

  it('is refused where the key comes with another body or caller', async () => {
    const march = await campaignOf('REUSED');
    const requestKey = 'b2f1c6de-0001';
    await march.move('open', { requestKey });
    for (const reply of [
      await march.move('close', { requestKey }),
      await march.move('open', { requestKey }, OFFICER_2),
      await march.submit(OFFICER, 'A', { C1: 8, C2: 'Có' }, { requestKey }),
    ])
      expect([reply.status, reply.body.error.code]).toEqual([409, 'request_reused']);
  });

  it('does not bring an older form back', async () => {
    const march = await campaignOf('OLDER');
    await march.move('open');
    const requestKey = 'b2f1c6de-0001';
    const first = await march.submit(EDITOR_A, 'A', { C1: 1, C2: 'Có' }, { requestKey });
    await march.unlock(EDITOR_A, 'A');
    await march.submit(EDITOR_A, 'A', { C1: 2, C2: 'Có' });
    expect((await march.submit(EDITOR_A, 'A', { C1: 1, C2: 'Có' }, { requestKey })).body).toEqual(first.body);
    expect((await march.store.submission(MARCH, 'A'))!.revision).toBe(2);
  });
});

describe('at the same time', () => {
  it('one of two officers takes the step, and the other is told so', async () => {
    const march = await campaignOf('RACE');
    for (const action of ['open', 'close', 'evaluate', 'publish']) {
      const replies = await Promise.all([march.move(action), march.move(action, {}, OFFICER_2)]);
      expect([action, outcomes(replies)]).toEqual([action, [200, 'period_wrong_state']]);
    }
    expect(await actions(march.store)).toEqual([
      'campaign_loaded',
      'period_opened',
      'period_closed',
      'period_evaluated',
      'period_published',
    ]);
    expect((await march.store.period(MARCH))!.resultVersion).toBe(1);
  });

  it('a form sent twice is one revision', async () => {
    const march = await campaignOf('DOUBLE');
    await march.move('open');
    const replies = await Promise.all([1, 2, 3].map(() => march.submit(EDITOR_A, 'A', { C1: 8, C2: 'Có' })));
    expect(replies.map(({ body }) => body.revision)).toEqual([1, 1, 1]);
    expect(replies.map(({ body }) => body.changed).sort()).toEqual([false, false, true]);
  });

  it('a form is in before the closing, or refused, and never lost', async () => {
    const march = await campaignOf('CLOSING');
    await march.move('open');
    const [a, , b] = await Promise.all([
      march.submit(EDITOR_A, 'A', { C1: 8, C2: 'Có' }),
      march.move('close'),
      march.submit(EDITOR_B, 'B', { C1: 8, C2: 'Có' }),
    ]);
    const kept = (await march.store.submissions(MARCH)).map(({ unitId }) => unitId);
    expect(kept).toEqual([...(a.status === 200 ? ['A'] : []), ...(b.status === 200 ? ['B'] : [])]);
    for (const { status, body } of [a, b])
      if (status !== 200) expect(body.error.code).toBe('period_not_open');
    await march.move('evaluate');
    const used = (await march.store.resultInputs(MARCH, 1))!.submissions.map(({ unitId }) => unitId);
    expect(used).toEqual(kept);
  });

  it('an evaluation has the appraisal that came meanwhile, or is told of it', async () => {
    const march = await campaignOf('MEANWHILE');
    await march.move('open');
    await march.submit(EDITOR_A, 'A', { C1: 8, C2: 'Có' });
    await march.move('close');
    const cells = filledAppraisal([{ unit: 'A', criterion: 'C1', appraised: 1, note: 'Sai' }]);
    const [evaluated, appraised] = await Promise.all([
      march.move('evaluate'),
      march.do('/appraise', OFFICER_2, { period: MARCH, cells }),
    ]);
    if (evaluated.status !== 200) expect(evaluated.body.error.code).toBe('conflict');
    else {
      const [unit] = (await march.store.result(MARCH))!.result.units;
      expect(unit!.total).toBe(appraised.status === 200 ? 6_000_000 : 13_000_000);
    }
  });
});

describe('who may see what', () => {
  it('lets a unit see its own published result, and the others what is evaluated', async () => {
    const march = await campaignOf('SEEN');
    await march.move('open');
    await march.submit(EDITOR_A, 'A', { C1: 8, C2: 'Có' });
    await march.move('close');
    expect((await march.result(OFFICER, 'A')).body.error.code).toBe('not_found');
    await march.move('evaluate');
    expect((await march.result(EDITOR_A, 'A')).body.error.code).toBe('not_found');
    for (const as of [OFFICER, LEADER, COUNCIL, ADMIN])
      expect((await march.result(as, 'A')).body).toMatchObject({ version: 1, published: false });
    await march.move('publish');
    const own = await march.result(EDITOR_A, 'A');
    expect(own.body).toMatchObject({
      published: true,
      result: { unitId: 'A', place: { place: 1, of: 1 } },
    });
    expect(own.body.explanation.length).toBeGreaterThan(3);
    expect(own.body.explanation[0]).toEqual({ kind: 'heading', text: 'Xã An Bình – Tháng 03/2024' });
    expect((await march.result(EDITOR_A, 'B')).status).toBe(403);
  });

  it('shows a unit editor the own units alone', async () => {
    const march = await campaignOf('OWN');
    await march.move('open');
    await march.submit(EDITOR_B, 'B', { C1: 8, C2: 'Có' }, {}, { at: TOO_LATE });
    const all = (await march.status(LEADER)).body;
    expect(all).toEqual({
      period: MARCH,
      state: 'open',
      deadlineAt: IN_TIME,
      changedAt: IN_MARCH,
      resultVersion: 0,
      publishedVersion: 0,
      reopenings: [],
      counts: { units: 3, submitted: 1, late: 1, refused: 0, missing: 2 },
      units: [
        {
          unitId: 'A',
          name: 'Xã An Bình',
          track: 'XA',
          cluster: 'Cụm 1',
          status: 'missing',
          appraised: false,
        },
        {
          unitId: 'B',
          name: 'Xã Bảo Thạnh',
          track: 'XA',
          cluster: 'Cụm 1',
          status: 'submitted',
          revision: 1,
          submittedAt: TOO_LATE,
          source: 'submitted',
          late: true,
          locked: true,
          appraised: false,
        },
        {
          unitId: 'C',
          name: 'Xã Châu Bình',
          track: 'XA',
          cluster: 'Cụm 1',
          status: 'missing',
          appraised: false,
        },
      ],
      pendingWorkbooks: 3,
    });
    const own = (await march.status(EDITOR_A)).body;
    expect(own.units.map(({ unitId }: { unitId: string }) => unitId)).toEqual(['A']);
    expect(own.counts).toEqual({ units: 1, submitted: 0, late: 0, refused: 0, missing: 1 });
  });
});

describe('loading a campaign', () => {
  it('makes a version only where something changed, and replaces the members', async () => {
    const campaign = await campaignOf('LOAD');
    const load = (parts: Parameters<typeof campaignFiles>[1]) =>
      campaign.do('/load-campaign', ADMIN, { files: campaignFiles('LOAD', parts) });
    expect((await load({})).body).toMatchObject({ version: 1, changed: false });
    expect((await load({ name: 'Thi đua mới' })).body).toMatchObject({ version: 2, changed: true });
    expect(
      (await load({ members: ['admin@x.example,admin,', 'new@x.example,officer,'] })).body,
    ).toMatchObject({
      version: 3,
      members: 2,
    });
    expect((await campaign.move('open')).status).toBe(403);
    expect((await campaign.store.members()).map(({ email }) => email)).toEqual([
      'admin@x.example',
      'new@x.example',
    ]);
    expect((await campaign.store.setup(1))!.campaign.name).toBe('Thi đua');
  });

  it('tells every issue with its file and row, and keeps nothing', async () => {
    const campaign = await campaignOf('FAULTS');
    const files = campaignFiles('FAULTS', { members: ['a@x.example,officer,'] });
    files['criteria.csv'] = files['criteria.csv']!.replace('YESNO', 'MAYBE');
    const reply = await campaign.do('/load-campaign', ADMIN, { files });
    expect(reply.status).toBe(422);
    expect(reply.body.error.issues).toMatchObject([{ file: 'criteria.csv', row: 3 }]);
    expect((await campaign.store.setup())!.version).toBe(1);
  });

  it('refuses files that would lock everybody out, or are another campaign’s', async () => {
    const campaign = await campaignOf('LOCK');
    const files = { ...campaignFiles('OTHER', { members: ['a@x.example,officer,'] }) };
    const reply = await campaign.do('/load-campaign', ADMIN, { files });
    expect(reply.body.error.issues.map(({ file }: { file: string }) => file)).toEqual([
      'campaign.json',
      'members.csv',
    ]);
  });

  it('is the first admin’s only where nothing was ever loaded', async () => {
    const campaign = await campaignOf('FIRST');
    const files = campaignFiles('FIRST', { members: ['other@x.example,admin,'] });
    expect((await campaign.do('/load-campaign', ADMIN, { files })).status).toBe(200);
    expect((await campaign.do('/load-campaign', ADMIN, { files })).status).toBe(403);
    expect((await campaign.do('/load-campaign', 'other@x.example', { files })).status).toBe(200);
  });
});
