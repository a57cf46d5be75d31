import { type AgainstTarget, type Criterion, isApplicable, needsTarget } from '../../campaign/criterion.ts';
import type { PeriodId } from '../../campaign/period.ts';
import type { Unit } from '../../campaign/unit.ts';
import type { Answer, AppraisedAnswer, ReportedAnswer } from '../../form/answer.ts';
import { type Decimal, fromScaled, toScaled } from '../../numbers/decimal.ts';
import type { Working } from '../period-result.ts';
import { type Figure, ONE } from './figure.ts';
import type { PastFigure } from './past-figures.ts';

/** One criterion of one unit before it is scored: what counts as its answer, and the figure the rule looks at. */
export interface Measured {
  readonly status: 'measured' | 'missing' | 'not_applicable' | 'information';
  /** The appraised answer, or else the reported one. */
  readonly answer?: Answer;
  /** Of kinds that count or measure; without it nothing is earned (yes/no looks at the answer). */
  readonly figure?: Figure;
  readonly working?: Working;
}

export interface AnswerContext {
  readonly unit: Unit;
  readonly period: PeriodId;
  readonly late: boolean;
  readonly reported?: ReportedAnswer;
  readonly appraised?: AppraisedAnswer;
  /** The unit's own target in the register. */
  readonly registered?: Decimal;
  readonly past?: PastFigure;
}

/** Appraised wins, a blank appraisal means agreed. An answer of a kind the criterion cannot use is as good as none. */
export function measure(criterion: Criterion, context: AnswerContext): Measured {
  const answer = context.appraised?.appraised ?? context.reported?.reported;
  if (!isApplicable(criterion, context.unit) || answer?.kind === 'not_applicable')
    return { status: 'not_applicable', answer };
  const { scoring } = criterion;
  switch (scoring.kind) {
    case 'information':
      return { status: 'information', answer, figure: numberIn(answer) };
    case 'yes_no':
      return { status: answer?.kind === 'yes_no' ? 'measured' : 'missing', answer };
    case 'deduction':
      return counted(answer, scoring.automatic === 'late' && context.late);
    case 'direct':
    case 'count':
    case 'bonus':
      return counted(answer, false);
    case 'percent':
    case 'tiered':
    case 'peer_relative':
      return heldAgainstTarget(criterion, scoring, answer, context);
  }
}

function counted(answer: Answer | undefined, isLate: boolean): Measured {
  const figure = numberIn(answer);
  if (!isLate) return { status: figure === undefined ? 'missing' : 'measured', answer, figure };
  return {
    status: 'measured',
    answer,
    figure: { value: (figure?.value ?? 0n) + ONE },
    working: { automatic: '1' as Decimal },
  };
}

/**
 * The office's register of targets goes before the target on the form, so that no unit sets its own against the
 * register; the criterion's target is for those with neither. A cumulative figure needs this period's own part.
 */
function heldAgainstTarget(
  criterion: Criterion,
  scoring: AgainstTarget,
  answer: Answer | undefined,
  { period, registered, reported, past }: AnswerContext,
): Measured {
  const own = numberIn(answer)?.value;
  const given = registered ?? reported?.target ?? scoring.target;
  const ownTarget = given === undefined ? undefined : toScaled(given);
  if (own === undefined) return { status: 'missing', answer };
  const status = needsTarget(criterion) && (ownTarget ?? 0n) <= 0n ? 'missing' : 'measured';
  if (scoring.basis === 'period') return { status, answer, figure: withTarget(own, ownTarget) };
  const target =
    ownTarget === undefined ? undefined : scoring.yearTarget ? ownTarget : ownTarget + (past?.target ?? 0n);
  return {
    status,
    answer,
    figure: withTarget(own + (past?.value ?? 0n), target),
    working: {
      ...(ownTarget === undefined ? {} : { ownTarget: fromScaled(ownTarget) }),
      ownValue: fromScaled(own),
      periods: [...(past?.periods ?? []), period],
    },
  };
}

function withTarget(value: bigint, target: bigint | undefined): Figure {
  return target === undefined ? { value } : { value, target };
}

function numberIn(answer: Answer | undefined): Figure | undefined {
  return answer?.kind === 'number' ? { value: toScaled(answer.value) } : undefined;
}
