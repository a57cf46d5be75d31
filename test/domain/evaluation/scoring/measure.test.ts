import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../../functions/src/domain/campaign/criterion.ts';
import { type AnswerContext, measure } from '../../../../functions/src/domain/evaluation/scoring/measure.ts';
import { answerOf, criterionOf, decimal, periodId, unitOf } from '../../build/campaign.ts';
import { ONE } from './arbitrary.ts';

const MARCH = periodId('2024-03');
const percent = criterionOf('K', { kind: 'percent', basis: 'period', target: decimal(100) });
const cumulative = criterionOf('K', { kind: 'percent', basis: 'cumulative' });

describe('measure', () => {
  it('lets the appraised answer win, and takes a blank appraisal for agreement', () => {
    const reported = { criterion: 'K', reported: answerOf(18) };
    expect(
      of(percent, { reported, appraised: { criterion: 'K', appraised: answerOf(17) } }).figure?.value,
    ).toBe(17n * ONE);
    expect(of(percent, { reported, appraised: { criterion: 'K', note: 'Đồng ý' } }).figure?.value).toBe(
      18n * ONE,
    );
  });

  it('tells zero, blank and not applicable apart', () => {
    const statuses = [answerOf(0), undefined, answerOf(null)].map((answer) => {
      const { status, figure } = of(percent, { reported: { criterion: 'K', reported: answer } });
      return [status, figure?.value];
    });
    expect(statuses).toEqual([
      ['measured', 0n],
      ['missing', undefined],
      ['not_applicable', undefined],
    ]);
  });

  it('calls not applicable what the unit’s attribute, its answer or its appraisal says so', () => {
    const byAttribute = { ...percent, notApplicableWhen: { attribute: 'one_stop', values: ['no', 'none'] } };
    const reported = { criterion: 'K', reported: answerOf(5) };
    expect([
      of(byAttribute, { reported, unit: unitOf('U', { attributes: { one_stop: 'none' } }) }).status,
      of(byAttribute, { reported, unit: unitOf('U', { attributes: { one_stop: 'yes' } }) }).status,
      of(byAttribute, { reported, unit: unitOf('U') }).status,
      of(percent, { reported: { criterion: 'K', reported: answerOf(null) } }).status,
      of(percent, { reported, appraised: { criterion: 'K', appraised: answerOf(null) } }).status,
      of(percent, {
        reported: { criterion: 'K', reported: answerOf(null) },
        appraised: { criterion: 'K', appraised: answerOf(5) },
      }).status,
    ]).toEqual(['not_applicable', 'measured', 'measured', 'not_applicable', 'not_applicable', 'measured']);
  });

  it('takes the target of the register before the form’s, and the criterion’s last', () => {
    const reported = { criterion: 'K', reported: answerOf(5), target: decimal(20) };
    const targets = [
      of(percent, { reported, registered: decimal(30) }),
      of(percent, { reported }),
      of(percent, { reported: { criterion: 'K', reported: answerOf(5) } }),
    ].map(({ figure }) => figure?.target);
    expect(targets).toEqual([30n * ONE, 20n * ONE, 100n * ONE]);
  });

  it('cannot measure against a target that is missing or zero', () => {
    const reported = { criterion: 'K', reported: answerOf(5) };
    expect(of(cumulative, { reported }).status).toBe('missing');
    expect(of(cumulative, { reported: { ...reported, target: decimal(0) } }).status).toBe('missing');
  });

  it('adds up figures and targets since January', () => {
    const past = { value: 12n * ONE, target: 20n * ONE, periods: [periodId('2024-01'), periodId('2024-02')] };
    const reported = { criterion: 'K', reported: answerOf(6), target: decimal(10) };
    expect(of(cumulative, { reported, past })).toEqual({
      status: 'measured',
      answer: answerOf(6),
      figure: { value: 18n * ONE, target: 30n * ONE },
      working: { periods: ['2024-01', '2024-02', '2024-03'], ownValue: '6', ownTarget: '10' },
    });
  });

  it('holds a cumulative figure against the year’s target as it stands', () => {
    const year = criterionOf('K', {
      kind: 'percent',
      basis: 'cumulative',
      yearTarget: true,
      target: decimal(120),
    });
    const past = { value: 12n * ONE, target: 240n * ONE, periods: [periodId('2024-01')] };
    expect(of(year, { reported: { criterion: 'K', reported: answerOf(6) }, past }).figure).toEqual({
      value: 18n * ONE,
      target: 120n * ONE,
    });
  });

  it('counts a late form itself, on top of what was counted by hand', () => {
    const late = criterionOf('TR', { kind: 'deduction', micropointsEach: -1 as never, automatic: 'late' });
    const by = (count: number | undefined, isLate: boolean): unknown => {
      const answer = count === undefined ? {} : { reported: answerOf(count) };
      const { status, figure } = of(late, { reported: { criterion: 'TR', ...answer }, late: isLate });
      return [status, figure === undefined ? undefined : Number(figure.value / ONE)];
    };
    expect([by(undefined, false), by(undefined, true), by(0, false), by(2, true)]).toEqual([
      ['missing', undefined],
      ['measured', 1],
      ['measured', 0],
      ['measured', 3],
    ]);
  });

  it('has no use for an answer of another kind', () => {
    expect(of(percent, { reported: { criterion: 'K', reported: answerOf(true) } }).status).toBe('missing');
    expect(
      of(criterionOf('K', { kind: 'yes_no' }), { reported: { criterion: 'K', reported: answerOf(1) } })
        .status,
    ).toBe('missing');
  });
});

function of(criterion: Criterion, context: Partial<AnswerContext>): ReturnType<typeof measure> {
  return measure(criterion, { unit: unitOf('U'), period: MARCH, late: false, ...context });
}
