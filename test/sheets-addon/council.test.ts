import { describe, expect, it } from 'vitest';
import { candidateDetails, outcomeLines } from '../../sheets-addon/src/actions/council/ballot-blocks.ts';
import { paperOf, wholePaper } from '../../sheets-addon/src/actions/council/paper.ts';
import { proposalsOf } from '../../sheets-addon/src/actions/council/review-fields.ts';
import { refilled } from '../../sheets-addon/src/actions/refilled.ts';
import type { BallotAnswer, CandidateAnswer } from '../../sheets-addon/src/backend/council-answers.ts';
import type { Field } from '../../sheets-addon/src/screen.ts';
import { wordsOf } from './words-of.ts';

const vi = wordsOf('vi');
const candidate = (id: string, more: Partial<CandidateAnswer> = {}): CandidateAnswer => ({
  id,
  name: `Xã ${id}`,
  subject: { kind: 'unit', unitId: id },
  outcome: 'praise',
  outcomeName: 'Biểu dương',
  achievement: 'Dẫn đầu',
  reasons: ['Hạng 1'],
  ...more,
});
const ballot = (more: Partial<BallotAnswer> = {}): BallotAnswer => ({
  id: 'BC-1',
  purpose: 'nomination',
  period: '2024-03',
  periodName: 'Tháng 03/2024',
  title: 'Bình chọn',
  state: 'closed',
  rules: { secrecy: 'secret', quorum: '0.5' as never, base: 'all', pass: '0.5' as never, above: true },
  voted: ['a', 'b'],
  notVoted: ['c'],
  mine: { mayVote: true, hasVoted: false },
  candidates: [candidate('A'), candidate('B')],
  ...more,
});

describe('a paper', () => {
  it('names every candidate and nobody else, in words of one length', () => {
    expect(wholePaper(ballot(), { A: 'yes', B: 'nil', Z: 'yes' })).toEqual({ A: 'yes', B: 'nil' });
    expect(wholePaper(ballot(), { A: 'yes' })).toBeUndefined();
    expect(wholePaper(ballot(), { A: 'yes', B: 'no' })).toBeUndefined();
    expect(paperOf({ A: 'yes', B: 'no', C: 'blank' })).toEqual({ A: 'yes', B: 'nay', C: 'nil' });
  });

  it('is filled in again as it was', () => {
    const fields: readonly Field[] = [
      { kind: 'radios', name: 'vote.A', label: 'A', options: [] },
      { kind: 'checks', name: 'subjects', label: 'S', options: [], values: ['x'], required: true },
      { kind: 'line', name: 'minutes', label: 'M', required: true, most: 9 },
    ];
    expect(refilled(fields, { 'vote.A': 'nay', subjects: 'a\nb' })).toEqual([
      { ...fields[0], value: 'nay' },
      { ...fields[1], values: ['a', 'b'] },
      fields[2],
    ]);
  });
});

describe('what a ballot came to', () => {
  const count = { members: 3, voted: 2, neededToVote: 2, isValid: true, neededToPass: 2 };

  it('is told with its minutes, whether it holds, and each candidate’s votes', () => {
    const counts = { yes: 2, no: 0, blank: 0, passed: true };
    const counted = [candidate('A', { counts }), candidate('B')];
    expect(outcomeLines(vi, ballot({ minutes: 'số 5', count, candidates: counted }))).toEqual([
      'Biên bản: số 5',
      'Hợp lệ: 2/3 thành viên bỏ phiếu.',
      'Cần ít nhất 2 phiếu đồng ý để được thông qua.',
      'Xã A – Biểu dương: đồng ý 2, không đồng ý 0, trắng 0; thông qua.',
    ]);
  });

  it('is told of one that does not hold, is void, or goes on', () => {
    expect(outcomeLines(vi, ballot({ count: { ...count, voted: 1, isValid: false } }))).toEqual([
      'Không hợp lệ: 1/3 thành viên bỏ phiếu, cần ít nhất 2. Không ai được thông qua; có thể mở lần khác.',
    ]);
    expect(outcomeLines(vi, ballot({ state: 'voided', voidReason: 'Nộp bổ sung', count }))).toEqual([
      'Hết hiệu lực vì kỳ được mở lại. Lý do: Nộp bổ sung',
    ]);
    expect(outcomeLines(vi, ballot({ state: 'open' }))).toEqual([]);
  });

  it('says what somebody stands for once', () => {
    expect(candidateDetails(candidate('A'))).toEqual(['Dẫn đầu', 'Hạng 1']);
    expect(candidateDetails(candidate('A', { reasons: ['Dẫn đầu: hạng 1'] }))).toEqual(['Dẫn đầu: hạng 1']);
  });
});

it('puts to the vote whom the officer chose, for what, on what evidence', () => {
  const asked = {
    'stand.HT-1': 'surpassed',
    'evidence.HT-1': '',
    'stand.HT-2': 'none',
    'stand.HT-3': 'caught_up',
    'evidence.HT-3': 'Báo cáo 7',
    'stand.HT-4': 'everything',
  } as const;
  expect(proposalsOf(asked)).toEqual({
    only: ['HT-1', 'HT-3'],
    proposals: [
      { row: 'HT-1', outcome: 'surpassed' },
      { row: 'HT-3', outcome: 'caught_up', evidence: 'Báo cáo 7' },
    ],
  });
});
