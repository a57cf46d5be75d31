import { describe, expect, it } from 'vitest';
import { replayPeriod } from '../../functions/src/usecases/periods/replay-period.ts';
import { actions, campaignOf, IN_MARCH, IN_TIME, MARCH, outcomes, TOO_LATE } from './march.ts';
import { runningOffice } from './running-office.ts';
import { campaignFiles, EDITOR_A, EDITOR_B, filledAppraisal, OFFICER, OFFICER_2 } from './small-campaign.ts';
import { ADMIN } from './test-office.ts';

runningOffice();

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
