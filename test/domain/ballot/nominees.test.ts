import { describe, expect, it } from 'vitest';
import { type Ballot, DEFAULT_BALLOT_RULES } from '../../../functions/src/domain/ballot/ballot.ts';
import { nomineeId, nomineesOf, subjectOf, takenIn } from '../../../functions/src/domain/ballot/nominees.ts';
import type { PeriodResult } from '../../../functions/src/domain/evaluation/period-result.ts';
import type { RegisterRow, RowValues } from '../../../functions/src/domain/register/register.ts';
import { nomineeWords } from '../../../functions/src/messages/vi/candidates.ts';
import { publishedPeriods } from '../../workbooks/two-months.ts';

const march = publishedPeriods()[1]!;
const row = (register: string, code: string, values: RowValues): RegisterRow => ({
  register,
  code,
  unitId: 'A',
  revision: 1,
  values,
});
const registrations = [
  row('registration', 'DK-AAAAAA', { name: 'Bà Sáu', content: 'Hiến đất làm đường' }),
  row('registration', 'DK-BBBBBB', { name: 'Ấp 3', content: 'Ấp sáng, xanh, sạch' }),
];
const vote = (code: string, registration: string, values: RowValues = {}) =>
  row('unit_vote', code, {
    period: '2024-03',
    registration,
    assessment: 'Hoàn thành xuất sắc',
    present: 20,
    votes: 19,
    outcome: 'Biểu dương',
    achievement: 'Hiến 500 m² đất',
    proposed: true,
    minutes: 'số 4',
    ...values,
  });
const ids = (result: PeriodResult, votes: readonly RegisterRow[]) =>
  nomineesOf(result, { votes, registrations }).map(nomineeId);

describe('the nominees of a period', () => {
  it('are the units that the rules chose and whom units propose', () => {
    const votes = [
      vote('BC-BBBBBB', 'DK-BBBBBB'),
      vote('BC-AAAAAA', 'DK-AAAAAA', { outcome: 'Khen thưởng' }),
    ];
    expect(ids(march.result, votes)).toEqual([
      'praise-A',
      'praise-DK-AAAAAA',
      'praise-DK-BBBBBB',
      'reward-DK-BBBBBB',
    ]);
  });

  it.each([
    ['another period', { period: '2024-02' }],
    ['no proposal', { proposed: false }],
    ['a registration that is gone', { registration: 'DK-CCCCCC' }],
  ])('leave out a vote with %s', (_, values) => {
    expect(ids(march.result, [vote('BC-AAAAAA', 'DK-AAAAAA', values)])).toEqual(['praise-A']);
  });

  it.each([
    ['Biểu dương', ['praise', 'reward']],
    ['Khen thưởng', ['praise']],
    ['Biểu dương và khen thưởng', ['praise']],
    ['Không', ['praise', 'reward']],
  ])('are not rewarded for what the unit rewarded itself: %s', (outcome, expected) => {
    const nominees = nomineesOf(march.result, {
      votes: [vote('BC-AAAAAA', 'DK-AAAAAA', { outcome })],
      registrations,
    });
    expect(nominees.slice(1).map((each) => each.outcome)).toEqual(expected);
  });

  it('are not rewarded for what the unit rewarded in another period either, however it is spelt', () => {
    const earlier = (values: RowValues) =>
      vote('BC-ZZZZZZ', 'DK-AAAAAA', {
        period: '2024-02',
        proposed: false,
        outcome: 'Khen thưởng',
        ...values,
      });
    const outcomes = (values: RowValues) =>
      nomineesOf(march.result, { votes: [vote('BC-AAAAAA', 'DK-AAAAAA'), earlier(values)], registrations })
        .slice(1)
        .map((each) => each.outcome);
    expect([
      outcomes({ achievement: ' hiến  500 M² đất' }),
      outcomes({ achievement: 'Việc khác' }),
      outcomes({ registration: 'DK-BBBBBB' }),
      outcomes({ outcome: 'Biểu dương' }),
    ]).toEqual([['praise'], ['praise', 'reward'], ['praise', 'reward'], ['praise', 'reward']]);
  });

  it('are put to the vote once by several rules of one outcome, and apart for praise and reward', () => {
    const [recognition] = march.result.recognitions.filter(({ chosen }) => chosen.length > 0);
    const more = ['praise', 'praise', 'reward'].map((outcome, i) => ({
      ...recognition!,
      rule: `R${i}`,
      outcome: outcome as 'praise' | 'reward',
    }));
    expect(ids({ ...march.result, recognitions: more }, [])).toEqual(['praise-A', 'reward-A']);
  });

  it('say what for and why', () => {
    const words = { rules: march.rules, result: march.result, unitName: () => 'Xã Ấp Đá' };
    const reward = 'Giấy khen, Quyết định số 9/QĐ-UBND';
    const rewarded = vote('BC-AAAAAA', 'DK-AAAAAA', { outcome: 'Khen thưởng', reward });
    const nominees = nomineesOf(march.result, { votes: [rewarded], registrations });
    expect(nominees.map((each) => nomineeWords(each, words))).toEqual([
      {
        name: 'Xã Ấp Đá',
        achievement: 'Dẫn đầu cụm (Cụm 1)',
        reasons: ['Dẫn đầu cụm (Cụm 1): hạng 1, trong 1 suất'],
      },
      {
        name: 'Bà Sáu (Xã Ấp Đá)',
        achievement: 'Hiến 500 m² đất',
        reasons: [
          'Xã Ấp Đá đề nghị: 19 phiếu thuận trên 20 người dự họp, biên bản số 4',
          'Đăng ký: Hiến đất làm đường',
          'Đơn vị đánh giá: hoàn thành xuất sắc',
          'Đơn vị đã khen thưởng thành tích này (Tháng 03/2024, dòng BC-AAAAAA: Giấy khen, Quyết định số 9/QĐ-UBND) nên chỉ xét biểu dương',
        ],
      },
    ]);
    expect(nominees.map(subjectOf)).toEqual([
      { kind: 'unit', unitId: 'A' },
      { kind: 'registrant', unitId: 'A', registration: 'DK-AAAAAA' },
    ]);
  });

  it('are taken by an open ballot or a valid one, not by a void or a failed one', () => {
    const [nominee] = nomineesOf(march.result, { votes: [], registrations });
    const candidates = [{ outcome: nominee!.outcome, subject: subjectOf(nominee!) }];
    const ballot = (parts: Partial<Ballot>, voted: number) =>
      ({
        candidates,
        rules: { ...DEFAULT_BALLOT_RULES, secrecy: 'open' },
        electorate: ['a', 'b', 'c'],
        closing: { voted },
        ...parts,
      }) as never;
    const voided = { at: new Date(0), by: 'x', reason: 'y' };
    expect([
      takenIn([ballot({ state: 'open' }, 0)]).size,
      takenIn([ballot({ state: 'closed' }, 2)]).size,
      takenIn([ballot({ state: 'closed' }, 1)]).size,
      takenIn([ballot({ state: 'closed', voided }, 2)]).size,
    ]).toEqual([1, 1, 0, 0]);
  });
});
