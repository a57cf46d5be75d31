import type { Criterion } from '../../campaign/criterion.ts';
import type { Unit } from '../../campaign/unit.ts';
import type { AppraisedAnswer, ReportedAnswer } from '../../form/answer.ts';
import type { UnitInput } from '../period-inputs.ts';
import { type Measured, measure } from './measure.ts';
import type { TrackContext } from './track-context.ts';

/** What a form and its appraisal say to one criterion. */
export interface Row {
  readonly reported: ReportedAnswer | undefined;
  readonly appraised: AppraisedAnswer | undefined;
}

/** One criterion of one unit, measured by itself; `row` where it was found already. */
export function measureRow(
  { period, registered, past }: TrackContext,
  criterion: Criterion,
  unit: Unit,
  input: UnitInput,
  row: Row = rowOf(criterion, input),
): Measured {
  const { code } = criterion;
  return measure(criterion, {
    ...row,
    unit,
    period,
    late: input.late,
    registered: registered(unit.id)?.get(code),
    past: past(unit.id, code),
  });
}

export function rowOf({ code }: Criterion, { answers, appraised }: UnitInput): Row {
  return {
    reported: answers.find(({ criterion }) => criterion === code),
    appraised: appraised.find(({ criterion }) => criterion === code),
  };
}
