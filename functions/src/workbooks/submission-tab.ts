import type { Unit } from '../domain/campaign/campaign.ts';
import type { Period, PeriodId } from '../domain/campaign/period.ts';
import type { Rules, TrackRules } from '../domain/evaluation/period-inputs.ts';
import type { ReportedAnswer } from '../domain/form/answer.ts';
import { answerChoices } from '../domain/form/answer-text.ts';
import { formCriteria, submissionForm, submissionRows } from '../domain/form/submission-form.ts';
import type { TableTab } from '../domain/publishing/wanted.ts';
import { formatPeriod } from '../messages/vi/format.ts';
import { formColumns } from './form-columns.ts';
import { periodShort } from './words.ts';

/** The key of a period's form in a unit's workbook. */
export const submissionTabKey = (period: PeriodId): string => `form:${period}`;

/** "Phiếu 03-2024". */
export const submissionTitle = (period: Period): string => `${submissionForm.tab} ${periodShort(period)}`;

/**
 * Phiếu of one open period: what is asked is ours and closed, what is answered is the unit's and never overwritten.
 * `answers`, what the unit submitted, stand in rows that somebody deleted and that come back.
 */
export function submissionTab(
  unit: Unit,
  track: TrackRules,
  rules: Rules,
  period: Period,
  answers?: readonly ReportedAnswer[],
): TableTab {
  return {
    kind: 'table',
    key: submissionTabKey(period.id),
    title: submissionTitle(period),
    banner: [
      `Phiếu tự chấm ${formatPeriod(period)} – ${unit.name}`,
      'Chỉ ghi vào các ô nền vàng. Trỏ chuột vào tên cột để xem hướng dẫn.',
    ],
    columns: formColumns(submissionForm),
    rows: submissionRows(unit, track, rules.targets, answers),
    rowKey: ['criterion'],
    rowChoices: { column: 'reported', choices: formCriteria(track, unit).map(answerChoices) },
    filledFor: period.id,
    protection: 'given',
    frozenColumns: 2,
    tabColour: { red: 1, green: 0.76, blue: 0.03 },
  };
}
