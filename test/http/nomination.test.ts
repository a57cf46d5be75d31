import { describe, expect, it } from 'vitest';
import { councilCampaign, MEMBERS_OF_COUNCIL, VOTING_DAY } from './council-campaign.ts';
import { ALL_YES, C1, C2, C3, C4, C5, code, evaluated, NOMINATION, row } from './council-month.ts';
import { firestore, office, runningOffice } from './running-office.ts';
import { EDITOR_A, LEADER, OFFICER } from './small-campaign.ts';
import { ADMIN } from './test-office.ts';

runningOffice();

describe('a nomination', () => {
  it('puts to the vote whom the rules chose and whom units propose, with reasons, before and when it is opened', async () => {
    const campaign = await evaluated('OPEN');
    await campaign.keepRows(
      row('registration', 'DK-AAAAAA', 'B', { name: 'Bà Sáu', content: 'Hiến đất làm đường' }),
      row('unit_vote', 'BC-AAAAAA', 'B', {
        period: '2024-03',
        registration: 'DK-AAAAAA',
        assessment: 'Hoàn thành xuất sắc',
        present: 20,
        votes: 19,
        outcome: 'Biểu dương và khen thưởng',
        achievement: 'Hiến 500 m² đất',
        proposed: true,
        minutes: 'số 4',
      }),
    );
    const checked = await campaign.open({ checkOnly: true });
    expect(await campaign.store.ballots()).toEqual([]);
    const opened = await campaign.open();
    expect(opened.body).toEqual(checked.body);
    expect(opened.body).toEqual({
      ballot: {
        id: NOMINATION,
        purpose: 'nomination',
        period: '2024-03',
        periodName: 'Tháng 03/2024',
        title: 'Bình chọn điển hình tháng 03/2024',
        state: 'open',
        rules: { secrecy: 'secret', quorum: '0.666666666667', base: 'all', pass: '0.5', above: true },
        openedAt: VOTING_DAY,
        voted: [],
        notVoted: MEMBERS_OF_COUNCIL,
        mine: { mayVote: false, hasVoted: false },
        candidates: [
          {
            id: 'praise-A',
            name: 'Xã An Bình',
            subject: { kind: 'unit', unitId: 'A' },
            outcome: 'praise',
            outcomeName: 'Biểu dương',
            achievement: 'Biểu dương hai đơn vị đầu (Xã)',
            reasons: ['Biểu dương hai đơn vị đầu (Xã): hạng 1, trong 2 suất'],
          },
          expect.objectContaining({ id: 'reward-A', achievement: 'Khen thưởng đơn vị đầu (Xã)' }),
          expect.objectContaining({ id: 'praise-B' }),
          {
            id: 'praise-DK-AAAAAA',
            name: 'Bà Sáu (Xã Bảo Thạnh)',
            subject: { kind: 'registrant', unitId: 'B', registration: 'DK-AAAAAA' },
            outcome: 'praise',
            outcomeName: 'Biểu dương',
            achievement: 'Hiến 500 m² đất',
            reasons: [
              'Xã Bảo Thạnh đề nghị: 19 phiếu thuận trên 20 người dự họp, biên bản số 4',
              'Đăng ký: Hiến đất làm đường',
              'Đơn vị đánh giá: hoàn thành xuất sắc',
              'Đơn vị đã khen thưởng thành tích này (Tháng 03/2024, dòng BC-AAAAAA) nên chỉ xét biểu dương',
            ],
          },
        ],
      },
    });
    expect(await campaign.store.period('2024-03' as never)).toMatchObject({
      state: 'evaluated',
      ballot: 'open',
    });
  });

  it('is opened where it makes sense: of an evaluated month, with somebody to vote on and somebody to vote', async () => {
    const early = await councilCampaign(office, firestore, 'EARLY');
    expect(code(await early.open())).toBe('period_wrong_state');
    const nobody = await evaluated('NOBODY', { council: [] });
    expect(code(await nobody.open())).toBe('council_empty');
    const campaign = await evaluated('SENSE');
    expect(code(await campaign.open({ only: ['praise-C'] }))).toBe('candidate_not_eligible');
    expect(code(await campaign.do('/open-ballot', C1, { period: '2024-03', purpose: 'nomination' }))).toBe(
      'forbidden',
    );
    const some = await campaign.open({ only: ['praise-A'] });
    expect(some.body.ballot.candidates).toHaveLength(1);
    const rest = await campaign.open();
    expect(rest.body.ballot.id).toBe('BC-2024-03-2');
    expect(rest.body.ballot.candidates.map(({ id }: { id: string }) => id)).toEqual(['reward-A', 'praise-B']);
    expect(code(await campaign.open())).toBe('nothing_to_vote_on');
  });

  it('takes one vote of each member, and tells nobody what it was', async () => {
    const campaign = await evaluated('VOTE');
    await campaign.open();
    const cast = await campaign.vote(NOMINATION, C1, ALL_YES);
    expect(cast.body).toEqual({ ballot: NOMINATION, voted: true });
    expect(code(await campaign.vote(NOMINATION, C1, { ...ALL_YES, 'praise-A': 'nay' }))).toBe(
      'already_voted',
    );
    for (const as of [C1, OFFICER, LEADER, ADMIN]) {
      const { ballots } = (await campaign.get('/ballots', as)).body;
      expect(ballots[0]).toMatchObject({ voted: [C1], notVoted: [C2, C3, C4, C5] });
      expect(ballots[0].mine).toEqual({ mayVote: false, hasVoted: as === C1 });
      expect(ballots[0].count).toBeUndefined();
      expect(ballots[0].candidates[0].counts).toBeUndefined();
    }
    expect((await campaign.get('/ballots', C2)).body.ballots[0].mine).toEqual({
      mayVote: true,
      hasVoted: false,
    });
    expect(code(await campaign.get('/ballots', EDITOR_A))).toBe('forbidden');
  });

  it('refuses a paper that is not whole, of somebody who does not vote, or with a key to be remembered by', async () => {
    const campaign = await evaluated('PAPER');
    await campaign.open();
    expect(code(await campaign.vote(NOMINATION, C1, { 'praise-A': 'yes' }))).toBe('malformed');
    expect(code(await campaign.vote(NOMINATION, C1, { ...ALL_YES, 'praise-Z': 'yes' }))).toBe('malformed');
    expect(code(await campaign.vote(NOMINATION, OFFICER, ALL_YES))).toBe('forbidden');
    expect(code(await campaign.vote('BC-2024-03-9', C1, ALL_YES))).toBe('not_found');
    const keyed = await campaign.do('/cast-vote', C1, {
      ballot: NOMINATION,
      votes: ALL_YES,
      requestKey: 'key-12345678',
    });
    expect(code(keyed)).toBe('malformed');
    expect((await campaign.get('/ballots', C1)).body.ballots[0].voted).toEqual([]);
  });

  it('keeps the electorate as it was when it was opened', async () => {
    const campaign = await evaluated('FROZEN', { council: [C1, C2, C3] });
    await campaign.open();
    await campaign.store.transact(async (tx) => {
      tx.putMember({ email: C4, roles: ['council_member'], unitIds: [] });
      tx.putMember({ email: C3, roles: ['leader'], unitIds: [] });
    });
    expect(code(await campaign.vote(NOMINATION, C4, ALL_YES))).toBe('not_in_electorate');
    expect(code(await campaign.vote(NOMINATION, C3, ALL_YES))).toBe('forbidden');
    await campaign.vote(NOMINATION, C1, ALL_YES);
    await campaign.vote(NOMINATION, C2, ALL_YES);
    const closed = await campaign.close(NOMINATION);
    expect(closed.body.ballot.count).toEqual({
      members: 3,
      voted: 2,
      neededToVote: 2,
      isValid: true,
      neededToPass: 2,
    });
  });

  it('is closed with minutes, counted, and moves the month on', async () => {
    const campaign = await evaluated('CLOSE');
    await campaign.open();
    for (const [as, votes] of [
      [C1, ALL_YES],
      [C2, { ...ALL_YES, 'praise-B': 'nay' }],
      [C3, { ...ALL_YES, 'praise-B': 'nil' }],
      [C4, { ...ALL_YES, 'reward-A': 'nay' }],
    ] as const)
      await campaign.vote(NOMINATION, as, votes);
    expect(code(await campaign.close(NOMINATION, { minutes: ' \u00a0 ' }))).toBe('minutes_missing');
    expect(code(await campaign.move('2024-03', 'publish'))).toBe('ballot_open');
    const { ballot } = (await campaign.close(NOMINATION)).body;
    expect(ballot).toMatchObject({
      state: 'closed',
      minutes: 'Số 5, ngày 12/4/2024',
      count: { members: 5, voted: 4, neededToVote: 4, isValid: true, neededToPass: 3 },
    });
    expect(ballot.candidates.map(({ id, counts }: { id: string; counts: object }) => [id, counts])).toEqual([
      ['praise-A', { yes: 4, no: 0, blank: 0, passed: true }],
      ['reward-A', { yes: 3, no: 1, blank: 0, passed: true }],
      ['praise-B', { yes: 2, no: 1, blank: 1, passed: false }],
    ]);
    expect(code(await campaign.close(NOMINATION))).toBe('ballot_not_open');
    expect(code(await campaign.vote(NOMINATION, C5, ALL_YES))).toBe('ballot_not_open');
    expect(await campaign.store.period('2024-03' as never)).toMatchObject({ state: 'voted', ballot: 'held' });
    expect((await campaign.move('2024-03', 'publish')).body.state).toBe('published');
  });

  it('without its quorum is not counted, and may be held again', async () => {
    const campaign = await evaluated('QUORUM');
    await campaign.open();
    await campaign.passAll(NOMINATION, 3);
    const { ballot } = (await campaign.close(NOMINATION)).body;
    expect(ballot.count).toMatchObject({ voted: 3, neededToVote: 4, isValid: false });
    expect(ballot.candidates[0].counts).toBeUndefined();
    expect(await campaign.store.ballot(NOMINATION)).not.toHaveProperty('tally');
    expect(await campaign.store.ballotBox(NOMINATION)).not.toHaveProperty('sealed');
    expect(await campaign.store.period('2024-03' as never)).toMatchObject({
      state: 'evaluated',
      ballot: 'not_held',
    });
    expect(code(await campaign.decide(NOMINATION, 'praise', [{ candidate: 'praise-A' }]))).toBe(
      'candidate_not_passed',
    );
    expect((await campaign.open()).body.ballot.title).toBe('Bình chọn điển hình tháng 03/2024 (lần 2)');
  });

  it('takes absent members in writing: who they are and, apart, what their papers come to', async () => {
    const campaign = await evaluated('WRITTEN');
    await campaign.open();
    await campaign.passAll(NOMINATION, 3);
    const counts = {
      'praise-A': { yes: 2, no: 0, blank: 0 },
      'reward-A': { yes: 1, no: 1, blank: 0 },
      'praise-B': { yes: 0, no: 1, blank: 1 },
    };
    const record = (voters: readonly string[], parts: object = counts) =>
      campaign.do('/record-written-votes', OFFICER, {
        ballot: NOMINATION,
        written: { secrecy: 'secret', voters, counts: parts },
      });
    expect(code(await record([C4, C4]))).toBe('already_voted');
    expect(code(await record([C4, OFFICER]))).toBe('not_in_electorate');
    expect(code(await record([C4, C1]))).toBe('already_voted');
    expect(code(await record([C4]))).toBe('votes_do_not_add_up');
    expect(code(await record([C4, C5], { 'praise-A': counts['praise-A'] }))).toBe('malformed');
    expect((await record([C4, C5.toUpperCase()])).body).toEqual({ ballot: NOMINATION, recorded: 2 });
    expect(code(await record([C4, C5]))).toBe('already_voted');
    expect(code(await campaign.vote(NOMINATION, C4, ALL_YES))).toBe('already_voted');
    const { ballot } = (await campaign.close(NOMINATION)).body;
    expect(ballot.candidates.map(({ counts: each }: { counts: object }) => each)).toMatchObject([
      { yes: 5, no: 0, blank: 0 },
      { yes: 4, no: 1, blank: 0 },
      { yes: 3, no: 1, blank: 1 },
    ]);
  });

  it('in the open may be changed until it is closed, and shows where it stands', async () => {
    const campaign = await evaluated('SHOWN', { secrecy: 'open' });
    await campaign.open();
    await campaign.vote(NOMINATION, C1, ALL_YES);
    await campaign.vote(NOMINATION, C1, { ...ALL_YES, 'praise-B': 'nay' });
    await campaign.do('/record-written-votes', OFFICER, {
      ballot: NOMINATION,
      written: { secrecy: 'open', papers: [{ voter: C2, votes: ALL_YES }] },
    });
    const [ballot] = (await campaign.get('/ballots', C1)).body.ballots;
    expect(ballot.mine).toEqual({
      mayVote: true,
      hasVoted: true,
      votes: { 'praise-A': 'yes', 'reward-A': 'yes', 'praise-B': 'no' },
    });
    expect(ballot.voted).toEqual([C1, C2]);
    expect(ballot.candidates[2].counts).toMatchObject({ yes: 1, no: 1, blank: 0 });
    const wrong = { secrecy: 'secret', voters: [C3], counts: {} };
    expect(
      code(await campaign.do('/record-written-votes', OFFICER, { ballot: NOMINATION, written: wrong })),
    ).toBe('malformed');
    await campaign.vote(NOMINATION, C3, ALL_YES);
    await campaign.vote(NOMINATION, C4, ALL_YES);
    const closed = (await campaign.close(NOMINATION)).body.ballot;
    expect(closed.candidates[2].counts).toEqual({ yes: 3, no: 1, blank: 0, passed: true });
  });

  it('is void once its month is reopened, and kept', async () => {
    const campaign = await evaluated('VOID');
    await campaign.open();
    await campaign.passAll(NOMINATION);
    await campaign.close(NOMINATION);
    await campaign.open({ only: undefined }).then((reply) => expect(code(reply)).toBe('nothing_to_vote_on'));
    await campaign.move('2024-03', 'reopen', { reason: 'Sai số liệu' });
    expect(await campaign.store.period('2024-03' as never)).toMatchObject({
      state: 'open',
      ballot: 'not_held',
    });
    expect((await campaign.get('/ballots', LEADER)).body.ballots[0]).toMatchObject({
      state: 'voided',
      voidReason: 'Sai số liệu',
      count: { voted: 5 },
    });
    expect(code(await campaign.decide(NOMINATION, 'praise', [{ candidate: 'praise-A' }]))).toBe(
      'ballot_void',
    );
    await campaign.move('2024-03', 'close');
    await campaign.move('2024-03', 'evaluate');
    expect((await campaign.open()).body.ballot).toMatchObject({ id: 'BC-2024-03-2', state: 'open' });
    await campaign.move('2024-03', 'reopen', { reason: 'Sai nữa' });
    expect(code(await campaign.vote('BC-2024-03-2', C1, ALL_YES))).toBe('ballot_not_open');
  });

  it('answers a request that was already done as it answered it', async () => {
    const campaign = await evaluated('AGAIN');
    const once = { requestKey: 'open-12345678' };
    const first = await campaign.open(once);
    expect((await campaign.open(once)).body).toEqual(first.body);
    await campaign.passAll(NOMINATION);
    const closed = await campaign.close(NOMINATION, { requestKey: 'close-12345678' });
    expect((await campaign.close(NOMINATION, { requestKey: 'close-12345678' })).body).toEqual(closed.body);
    const wish = { requestKey: 'decide-12345678' };
    const decided = await campaign.decide(NOMINATION, 'praise', [{ candidate: 'praise-A' }], wish);
    expect((await campaign.decide(NOMINATION, 'praise', [{ candidate: 'praise-A' }], wish)).body).toEqual(
      decided.body,
    );
    expect(await campaign.store.decisions()).toHaveLength(1);
  });
});
