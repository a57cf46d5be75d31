import type { Period } from '../../domain/campaign/period.ts';
import type { Rules } from '../../domain/evaluation/period-inputs.ts';
import type { Appraisal, Refusal, Submission } from '../../ports/form.ts';
import type { PeriodRecord } from '../../ports/period.ts';

/** A period the office works on, with what came in. */
export interface OfficePeriod {
  readonly period: Period;
  readonly record: PeriodRecord;
  readonly rules: Rules;
  readonly submissions: readonly Submission[];
  /** Units whose form was opened again and not sent anew, while the period is open. */
  readonly reopened?: ReadonlySet<string>;
  readonly appraisals: readonly Appraisal[];
  readonly refusals: readonly Refusal[];
}
