import { describe, expect, it } from 'vitest';
import type { RegisterRow, RowValues } from '../../functions/src/domain/register/register.ts';
import { reminderFacts } from '../../functions/src/usecases/publishing/reminder-facts.ts';
import { openSnapshot } from '../../functions/src/usecases/publishing/snapshot.ts';
import { type CouncilCampaign, councilCampaign } from './council-campaign.ts';
import { firestore, office, runningOffice } from './running-office.ts';
import type { Reply } from './test-office.ts';

runningOffice();

const REVIEW = 'BX-2024-03-1';
const EXEMPLAR = 'DH-2024-001';
const code = (reply: Reply) => reply.body.error?.code ?? reply.status;
const row = (
  register: string,
  rowCode: string,
  unitId: string | undefined,
  values: RowValues,
): RegisterRow => ({
  register,
  code: rowCode,
  ...(unitId !== undefined && { unitId }),
  revision: 1,
  values,
});
const propagated = row('propagation', 'TT-AAAAAA', undefined, {
  exemplar: EXEMPLAR,
  publishedOn: '2024-03-15',
});
const learning = (rowCode: string, unitId: string, values: RowValues = {}) =>
  row('learning', rowCode, unitId, {
    exemplar: EXEMPLAR,
    commitment: 'Làm theo cách vận động',
    startedOn: '2024-03-16',
    state: 'Đang học',
    ...values,
  });

/** A was praised for February with 14 points; in March A has 10, B 15, C nothing. */
async function praised(name: string): Promise<CouncilCampaign> {
  const campaign = await councilCampaign(office, firestore, name);
  await campaign.evaluate('2024-02', { A: 9, B: 8 });
  await campaign.open({ period: '2024-02' });
  await campaign.passAll('BC-2024-02-1');
  await campaign.close('BC-2024-02-1');
  await campaign.decide('BC-2024-02-1', 'praise', [{ candidate: 'praise-A' }]);
  await campaign.move('2024-02', 'publish');
  await campaign.evaluate('2024-03', { A: 5, B: 10 });
  return campaign;
}
const review = (campaign: CouncilCampaign, parts: object = {}) =>
  campaign.open({ purpose: 'review', ...parts });

describe('a review', () => {
  it('holds learners against the frozen baseline, and puts to the vote whom the numbers propose', async () => {
    const campaign = await praised('REVIEW');
    await campaign.keepRows(
      propagated,
      row('registration', 'DK-AAAAAA', 'B', { name: 'Ông Tư' }),
      learning('HT-AAAAAA', 'B', { outcome: 'Đã trồng 2.000 cây' }),
      learning('HT-BBBBBB', 'A'),
      learning('HT-CCCCCC', 'C'),
      learning('HT-DDDDDD', 'B', { learner: 'DK-AAAAAA' }),
    );
    const opened = await review(campaign, {
      proposals: [{ row: 'HT-DDDDDD', outcome: 'caught_up', evidence: 'Báo cáo số 7' }],
    });
    expect(opened.body.learners).toEqual([
      {
        row: 'HT-AAAAAA',
        name: 'Xã Bảo Thạnh',
        exemplar: EXEMPLAR,
        exemplarName: 'Xã An Bình',
        distance: { mine: 15_000_000, theirs: 14_000_000, basisPoints: 10_714 },
        standing: 'surpassed',
        mayStandFor: ['surpassed', 'caught_up'],
      },
      expect.objectContaining({ row: 'HT-BBBBBB', standing: 'following', mayStandFor: [] }),
      expect.objectContaining({ row: 'HT-CCCCCC', mayStandFor: [] }),
      expect.objectContaining({ row: 'HT-DDDDDD', name: 'Ông Tư', mayStandFor: ['surpassed', 'caught_up'] }),
    ]);
    expect(opened.body.ballot).toMatchObject({
      id: REVIEW,
      title: 'Bình xét bắt kịp, vượt qua điển hình tháng 03/2024',
      candidates: [
        {
          id: 'HT-AAAAAA',
          name: 'Xã Bảo Thạnh',
          outcome: 'surpassed',
          achievement: 'Vượt qua điển hình Xã An Bình',
          reasons: [
            'So tổng điểm: 15 điểm, bằng 107,14% của điển hình (14 điểm khi được ghi nhận)',
            'Cam kết: Làm theo cách vận động',
            'Đã thực hiện: Đã trồng 2.000 cây',
          ],
          learned: { row: 'HT-AAAAAA', exemplar: EXEMPLAR, criteria: [] },
        },
        {
          id: 'HT-DDDDDD',
          name: 'Ông Tư',
          subject: { kind: 'registrant', unitId: 'B', registration: 'DK-AAAAAA' },
          outcome: 'caught_up',
          reasons: ['Cam kết: Làm theo cách vận động', 'Minh chứng: Báo cáo số 7'],
        },
      ],
    });
    expect(await campaign.store.period('2024-03' as never)).toMatchObject({
      state: 'evaluated',
      ballot: 'not_held',
    });
  });

  it('is asked for once a result is published: by numbers, and by evidence of a promise that was kept', async () => {
    const campaign = await praised('ASKED');
    await campaign.keepRows(
      propagated,
      row('registration', 'DK-AAAAAA', 'B', { name: 'Ông Tư' }),
      learning('HT-AAAAAA', 'B'),
      learning('HT-DDDDDD', 'B', { learner: 'DK-AAAAAA', state: 'Đã thực hiện cam kết' }),
    );
    const toReview = async () =>
      (await reminderFacts(openSnapshot(campaign.store), new Date('2024-04-10T03:00:00Z'))).toReview;
    expect(await toReview()).toMatchObject({ period: { id: '2024-02' }, byNumbers: 0, byEvidence: 1 });
    await campaign.move('2024-03', 'publish');
    expect(await toReview()).toMatchObject({ period: { id: '2024-03' }, byNumbers: 1, byEvidence: 1 });
    await review(campaign);
    expect(await toReview()).toMatchObject({ byNumbers: 0, byEvidence: 1 });
    const left = { row: 'HT-DDDDDD', outcome: 'caught_up', evidence: 'Báo cáo số 7' };
    await campaign.passAll(REVIEW);
    await campaign.close(REVIEW);
    await review(campaign, { proposals: [left] });
    expect(await toReview()).toMatchObject({ byNumbers: 0, byEvidence: 0 });
  });

  it('opens for an exemplar only behind the steps before, and says which is missing', async () => {
    const campaign = await praised('GUARD');
    await campaign.keepRows(learning('HT-AAAAAA', 'B'));
    const proposed = { proposals: [{ row: 'HT-AAAAAA', outcome: 'surpassed' }] };
    expect(code(await review(campaign))).toBe('nothing_to_vote_on');
    const refused = await review(campaign, proposed);
    expect(refused.body.error).toEqual({
      code: 'step_missing',
      message:
        'Điển hình DH-2024-001 chưa được tuyên truyền, nhân rộng (bước 2). Cần cán bộ thi đua khen thưởng ghi tin, bài vào tab Tuyên truyền trước.',
    });
    const seen = await review(campaign, { checkOnly: true });
    expect(seen.body.learners[0]).toMatchObject({ row: 'HT-AAAAAA', missing: 'propagated' });
    await campaign.keepRows(propagated);
    expect((await review(campaign, proposed)).status).toBe(200);
  });

  it('takes from the officer less than the numbers say, or evidence where there are none, and nothing else', async () => {
    const campaign = await praised('LESS');
    await campaign.keepRows(
      propagated,
      learning('HT-AAAAAA', 'B'),
      learning('HT-BBBBBB', 'A'),
      learning('HT-CCCCCC', 'B', { learner: 'DK-BBBBBB' }),
    );
    const propose = (rowCode: string, outcome: string, evidence?: string) =>
      review(campaign, {
        checkOnly: true,
        proposals: [{ row: rowCode, outcome, ...(evidence && { evidence }) }],
      });
    expect(code(await propose('HT-BBBBBB', 'caught_up', 'Tin tôi đi'))).toBe('candidate_not_eligible');
    expect(code(await propose('HT-ZZZZZZ', 'caught_up'))).toBe('candidate_not_eligible');
    expect(code(await propose('HT-CCCCCC', 'caught_up'))).toBe('evidence_missing');
    const less = await propose('HT-AAAAAA', 'caught_up');
    expect(less.body.ballot.candidates).toMatchObject([{ id: 'HT-AAAAAA', outcome: 'caught_up' }]);
  });

  it('that passed is decided; whoever surpassed becomes the next exemplar, linked to the one before', async () => {
    const campaign = await praised('CYCLE');
    await campaign.keepRows(propagated, learning('HT-AAAAAA', 'B'));
    await review(campaign);
    await campaign.passAll(REVIEW);
    await campaign.close(REVIEW);
    const decided = await campaign.decide(REVIEW, 'surpassed', [
      { candidate: 'HT-AAAAAA', becomesExemplar: true },
    ]);
    expect(decided.body).toMatchObject({
      decision: {
        id: '2024-2',
        kindName: 'Công nhận vượt qua điển hình',
        subjects: [
          { exemplar: EXEMPLAR, became: 'DH-2024-002', achievement: 'Vượt qua điển hình Xã An Bình' },
        ],
      },
      exemplars: ['DH-2024-002'],
    });
    expect(await campaign.store.exemplar('DH-2024-002')).toMatchObject({
      decision: '2024-2',
      surpassed: EXEMPLAR,
      period: '2024-03',
      baseline: { total: 15_000_000 },
    });
    const again = await campaign.decide(REVIEW, 'surpassed', [{ candidate: 'HT-AAAAAA' }]);
    expect(code(again)).toBe('already_decided');
  });

  it('decides nothing any more once the exemplar’s praise is revoked', async () => {
    const campaign = await praised('FALLEN');
    await campaign.keepRows(propagated, learning('HT-AAAAAA', 'B'));
    await review(campaign);
    await campaign.passAll(REVIEW);
    await campaign.close(REVIEW);
    await campaign.revoke('2024-1');
    const refused = await campaign.decide(REVIEW, 'surpassed', [{ candidate: 'HT-AAAAAA' }]);
    expect(refused.body.error.code).toBe('step_missing');
    expect(refused.body.error.message).toContain('chưa có quyết định biểu dương còn hiệu lực');
  });
});
