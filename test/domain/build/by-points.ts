import type { Gate, Settings } from '../../../functions/src/domain/campaign/settings.ts';
import type { Unit } from '../../../functions/src/domain/campaign/unit.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import type { PeriodInputs } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import type { PeriodResult } from '../../../functions/src/domain/evaluation/period-result.ts';
import { campaignOf, criterionOf, decimal, inputOf, inputsOf, points, unitOf } from './campaign.ts';

export const GRADES = [
  { code: 'XS', name: 'Xuất sắc', min: points(90) },
  { code: 'T', name: 'Tốt', min: points(70) },
  { code: 'HT', name: 'Hoàn thành', min: points(50) },
  { code: 'K', name: 'Không hoàn thành' },
] as const;

export const DISCIPLINE: Gate = { code: 'G1', name: 'Có kỷ luật', capGrade: 'HT', barsRecognition: true };

/** One unit for a test of grades and cuts: just its points, and what sets it apart. */
export interface Entry {
  readonly id: string;
  readonly points: number | string;
  readonly cluster?: string;
  readonly attributes?: Unit['attributes'];
  /** Violations counted, one point each and gate G1. */
  readonly violations?: number;
  /** A number that is reported and not scored. */
  readonly info?: number;
  readonly late?: boolean;
}

export function evaluateByPoints(entries: readonly Entry[], settings: Partial<Settings>): PeriodResult {
  return evaluatePeriod(inputsByPoints(entries, settings));
}

/** A month in which every unit simply has its points. */
export function inputsByPoints(entries: readonly Entry[], settings: Partial<Settings>): PeriodInputs {
  const campaign = campaignOf({
    units: entries.map(({ id, cluster, attributes }) =>
      unitOf(id, { cluster: cluster ?? 'Cụm 1', attributes: attributes ?? {} }),
    ),
    criteria: [
      criterionOf('D', { kind: 'direct' }, { max: points(200) }),
      criterionOf('V', { kind: 'deduction', micropointsEach: points(0) }, { max: points(-100), gate: 'G1' }),
      criterionOf('I', { kind: 'information', answer: 'number' }, { max: points(0) }),
    ],
    settings: [{ grades: GRADES, ...settings }],
  });
  return inputsOf(
    campaign,
    entries.map(({ id, points: of, violations, info, late }) =>
      inputOf(id, { D: of, V: violations, I: info }, { late: late ?? false }),
    ),
  );
}

/** Final grades by unit. */
export function finalGrades({ units }: PeriodResult): Record<string, string> {
  return Object.fromEntries(units.map(({ unitId, grade }) => [unitId, grade.final]));
}

export const entry = (id: string, of: number | string, more: Partial<Entry> = {}): Entry => ({
  id,
  points: of,
  ...more,
});
export { decimal, points };
