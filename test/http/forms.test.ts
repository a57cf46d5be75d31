import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, it } from 'vitest';
import { actions, campaignOf, IN_MARCH, MARCH, TOO_LATE } from './march.ts';
import { firestore, office, runningOffice } from './running-office.ts';
import { EDITOR_A, filledForm, OFFICER, OFFICER_2 } from './small-campaign.ts';
import type { CallWish } from './test-office.ts';

runningOffice();

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
