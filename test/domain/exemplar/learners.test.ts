import { describe, expect, it } from 'vitest';
import type { Exemplar } from '../../../functions/src/domain/exemplar/exemplar.ts';
import type { ExemplarStep } from '../../../functions/src/domain/exemplar/exemplar-step.ts';
import {
  baselineOf,
  type LearnersContext,
  learnersOf,
  mayStandFor,
  waitsFor,
} from '../../../functions/src/domain/exemplar/learners.ts';
import type { RegisterRow, RowValues } from '../../../functions/src/domain/register/register.ts';
import { learnerWords } from '../../../functions/src/messages/vi/candidates.ts';
import { publishedPeriods } from '../../workbooks/two-months.ts';
import { day, periodId, points } from '../build/campaign.ts';

const { result } = publishedPeriods()[1]!;
const exemplar: Exemplar = {
  id: 'DH-2024-001',
  name: 'Xã Bảo Thuận',
  subject: { kind: 'unit', unitId: 'X' },
  decision: '2024-1',
  recognisedOn: day('2024-02-12'),
  period: periodId('2024-01'),
  baseline: { total: points(90), criteria: { T1: points(50) } },
};
const person: Exemplar = {
  ...exemplar,
  id: 'DH-2024-002',
  subject: { kind: 'registrant', unitId: 'X', registration: 'DK-AAAAAA' },
  baseline: { criteria: {} },
};
const row = (values: RowValues, unitId = 'A', code = 'HT-AAAAAA'): RegisterRow => ({
  register: 'learning',
  code,
  unitId,
  revision: 1,
  values: { exemplar: exemplar.id, commitment: 'Làm theo', state: 'Đang học', ...values },
});
const ALL: readonly ExemplarStep[] = ['built', 'propagated', 'learned'];
const context = (learning: readonly RegisterRow[], done = ALL): LearnersContext => ({
  learning,
  registrations: [
    { register: 'registration', code: 'DK-BBBBBB', unitId: 'A', revision: 1, values: { name: 'Ông Tư' } },
  ],
  exemplars: [exemplar, person],
  stepsDone: () => new Set(done),
  result,
  thresholds: { caughtUp: 10_000, surpassed: 10_500 },
  unitName: (unitId) => `Xã ${unitId}`,
});
const one = (values: RowValues, unitId = 'A') => learnersOf(context([row(values, unitId)]))[0]!;

describe('a learner', () => {
  it('is held against the frozen baseline, on the total or on the chosen criteria', () => {
    expect(one({})).toMatchObject({
      subject: { kind: 'unit', unitId: 'A' },
      name: 'Xã A',
      distance: { mine: 102_125_000, theirs: 90_000_000, basisPoints: 11_347 },
      standing: 'surpassed',
    });
    expect(one({ criteria: 'T1' }, 'B')).toMatchObject({
      criteria: ['T1'],
      distance: { mine: 50_500_000, theirs: 50_000_000 },
      standing: 'caught_up',
    });
  });

  it('may stand for what the numbers propose or less, never for more', () => {
    expect([
      mayStandFor(one({})),
      mayStandFor(one({ criteria: 'T1' }, 'B')),
      mayStandFor(one({}, 'C')),
    ]).toEqual([['surpassed', 'caught_up'], ['caught_up'], []]);
  });

  it('is judged by evidence where there are no numbers to be had, and not where they are missing', () => {
    expect(mayStandFor(one({ learner: 'DK-BBBBBB' }))).toEqual(['surpassed', 'caught_up']);
    expect(mayStandFor(one({ exemplar: person.id }))).toEqual(['surpassed', 'caught_up']);
    expect(mayStandFor(one({}, 'D'))).toEqual([]);
    expect(mayStandFor(one({ criteria: 'Z9' }))).toEqual([]);
  });

  it('waits to be reviewed for what the numbers propose, or by evidence once it did what it promised', () => {
    expect([waitsFor(one({})), waitsFor(one({ criteria: 'T1' }, 'B')), waitsFor(one({}, 'C'))]).toEqual([
      ['surpassed'],
      ['caught_up'],
      [],
    ]);
    const kept = { state: 'Đã thực hiện cam kết' };
    const byEvidence = { learner: 'DK-BBBBBB' };
    expect(waitsFor(one(byEvidence))).toEqual([]);
    expect(waitsFor(one({ ...byEvidence, ...kept }))).toEqual(['surpassed', 'caught_up']);
    expect(waitsFor(one({ exemplar: person.id, ...kept }))).toEqual(['surpassed', 'caught_up']);
    expect(waitsFor(one(kept, 'C'))).toEqual([]);
    expect(waitsFor(one(kept, 'D'))).toEqual([]);
    const early = learnersOf(context([row({ ...byEvidence, ...kept })], ['built']));
    expect(early.map(waitsFor)).toEqual([[]]);
  });

  it('is left out once it gave up, or where its exemplar is unknown', () => {
    expect(
      learnersOf(context([row({ state: 'Thôi' }), row({ exemplar: 'DH-2024-009' }, 'A', 'HT-B')])),
    ).toEqual([]);
  });

  it('waits for the steps before, and names the first that is missing', () => {
    expect(learnersOf(context([row({})], ['built']))[0]!.missing).toBe('propagated');
    expect(learnersOf(context([row({})]))[0]!.missing).toBeUndefined();
  });

  it('is told in words', () => {
    const words = (values: RowValues, evidence?: string) =>
      learnerWords(one(values), 'surpassed', {
        criterionName: (code) => `“${code}”`,
        ...(evidence !== undefined && { evidence }),
      });
    expect(words({ criteria: 'T1', outcome: 'Đã trồng 2.000 cây' }, 'Báo cáo số 5')).toEqual({
      name: 'Xã A',
      achievement: 'Vượt qua điển hình Xã Bảo Thuận',
      reasons: [
        'So các tiêu chí “T1”: 58,125 điểm, bằng 116,25% của điển hình (50 điểm khi được ghi nhận)',
        'Cam kết: Làm theo',
        'Đã thực hiện: Đã trồng 2.000 cây',
        'Minh chứng: Báo cáo số 5',
      ],
    });
    expect(words({ learner: 'DK-BBBBBB' })).toMatchObject({ name: 'Ông Tư', reasons: ['Cam kết: Làm theo'] });
  });
});

describe('a baseline', () => {
  it('is a unit’s points in the period, and nothing for people and for who sent nothing', () => {
    expect(baselineOf(result, { kind: 'unit', unitId: 'A' })).toMatchObject({
      total: 102_125_000,
      criteria: { T1: 58_125_000, T2: 40_000_000 },
    });
    expect(baselineOf(result, { kind: 'unit', unitId: 'D' })).toEqual({ criteria: {} });
    expect(baselineOf(result, person.subject)).toEqual({ criteria: {} });
  });
});
