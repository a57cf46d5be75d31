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

/**
 * Everything about one criterion of one unit, put together; `ofBase` for criteria that groups count. Here and in all
 * that a unit's result is made of, fields are in the order of canonical JSON, which is then written many times faster.
 */
export function criterionResult(
  criterion: Criterion,
  { reported, appraised, measured }: MeasuredRow,
  earned: Earned,
  leader: Peer | undefined,
  ofBase: CountedPoints | undefined,
): CriterionResult {
  const { figure } = measured;
  return present<CriterionResult>({
    appraisalNote: appraised?.note,
    appraised: appraised?.appraised,
    code: criterion.code,
    ...(ofBase ?? besideBase(criterion, measured.status, earned.micropoints)),
    earned: earned.micropoints,
    kind: criterion.scoring.kind,
    note: reported?.note,
    reported: reported?.reported,
    status: measured.status === 'measured' ? 'scored' : measured.status,
    target: figure?.target === undefined ? undefined : fromScaled(figure.target),
    value: figure === undefined ? undefined : fromScaled(figure.value),
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
    ...(held ? { leader: { target: fromScaled(target), unitId, value: fromScaled(value) } } : {}),
    ...measured.working,
    ...earned.working,
  };
}

const NOBODY: Peer = { unitId: '', value: 0n, target: 0n };
