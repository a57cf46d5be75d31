import type { Criterion } from '../../campaign/criterion.ts';
import { fromScaled, toScaled } from '../../numbers/decimal.ts';
import { type Micropoints, scalePoints, ZERO_POINTS } from '../../numbers/micropoints.ts';
import { present } from '../../present.ts';
import type { CriterionResult, Working } from '../period-result.ts';
import { type Earned, ONE } from './figure.ts';
import type { AnswerContext, Measured } from './measure.ts';
import type { Peer } from './peer-relative.ts';

export interface MeasuredRow extends Pick<AnswerContext, 'reported' | 'appraised'> {
  readonly measured: Measured;
}

export interface CountedPoints {
  readonly counted: Micropoints;
  readonly countedMax: Micropoints;
}

/** Everything about one criterion of one unit, put together; `ofBase` for criteria that groups count. */
export function criterionResult(
  criterion: Criterion,
  { reported, appraised, measured }: MeasuredRow,
  earned: Earned,
  leader: Peer | undefined,
  ofBase: CountedPoints | undefined,
): CriterionResult {
  const { figure } = measured;
  return present<CriterionResult>({
    code: criterion.code,
    kind: criterion.scoring.kind,
    status: measured.status === 'measured' ? 'scored' : measured.status,
    reported: reported?.reported,
    appraised: appraised?.appraised,
    note: reported?.note,
    appraisalNote: appraised?.note,
    value: figure === undefined ? undefined : fromScaled(figure.value),
    target: figure?.target === undefined ? undefined : fromScaled(figure.target),
    earned: earned.micropoints,
    ...(ofBase ?? besideBase(criterion, measured.status, earned.micropoints)),
    working: workingOf(measured, earned, leader),
  });
}

/** Bonus, deductions and information are not rescaled. The most a deduction can count is nothing. */
export function besideBase(
  { max, coefficient }: Criterion,
  status: Measured['status'],
  earned: Micropoints,
): CountedPoints {
  if (status === 'not_applicable' || status === 'information')
    return { counted: ZERO_POINTS, countedMax: ZERO_POINTS };
  const scaled = toScaled(coefficient);
  return {
    counted: scalePoints(earned, scaled, ONE),
    countedMax: max > 0 ? scalePoints(max, scaled, ONE) : ZERO_POINTS,
  };
}

function workingOf(measured: Measured, earned: Earned, leader: Peer | undefined): Working | undefined {
  const held = leader !== undefined && measured.status === 'measured';
  if (measured.working === undefined && earned.working === undefined && !held) return undefined;
  const { unitId, value, target } = leader ?? NOBODY;
  return {
    ...measured.working,
    ...earned.working,
    ...(held ? { leader: { unitId, value: fromScaled(value), target: fromScaled(target) } } : {}),
  };
}

const NOBODY: Peer = { unitId: '', value: 0n, target: 0n };
