import type { Period, PeriodId } from '../../domain/campaign/period.ts';
import type { Unit } from '../../domain/campaign/unit.ts';
import type { Rules, TrackRules } from '../../domain/evaluation/period-inputs.ts';
import type { ReportedAnswer } from '../../domain/form/answer.ts';
import { answerChoices } from '../../domain/form/answer-text.ts';
import { formCriteria, submissionForm, submissionRows } from '../../domain/form/submission-form.ts';
import type { KeptTab, TableTab } from '../../domain/publishing/wanted.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import { formColumns } from '../form-columns.ts';
import { momentText } from '../moment.ts';
import { periodShort } from '../words.ts';

/** The key of a period's form in a unit's workbook. */
export const submissionTabKey = (period: PeriodId): string => `form:${period}`;

/** "Phiếu 03-2024". */
export const submissionTitle = (period: Period): string => `${submissionForm.tab} ${periodShort(period)}`;

/** What a unit sent, and whether it may be changed. */
export interface SubmittedForm {
  readonly answers: readonly ReportedAnswer[];
  readonly submittedAt: Date;
  readonly locked: boolean;
}

export interface FormContent {
  readonly rules: Rules;
  readonly period: Period;
  readonly timeZone: string;
  readonly submitted: SubmittedForm | undefined;
}

/**
 * Phiếu of one open period: what is asked is ours and closed, what is answered is the unit's and never overwritten.
 * Once submitted it is locked, and closed as a whole. What the unit submitted stands in rows that somebody deleted
 * and that come back.
 */
export function submissionTab(
  unit: Unit,
  track: TrackRules,
  { rules, period, timeZone, submitted }: FormContent,
): TableTab {
  return {
    kind: 'table',
    key: submissionTabKey(period.id),
    title: submissionTitle(period),
    banner: [`Phiếu tự chấm ${formatPeriod(period)} – ${unit.name}`, whatToDo(timeZone, submitted)],
    columns: formColumns(submissionForm),
    rows: submissionRows(unit, track, rules.targets, submitted?.answers),
    rowKey: ['criterion'],
    rowChoices: { column: 'reported', choices: formCriteria(track, unit).map(answerChoices) },
    filledFor: period.id,
    protection: submitted?.locked === true ? 'whole' : 'given',
    frozenColumns: 2,
    tabColour: { red: 1, green: 0.76, blue: 0.03 },
  };
}

/** Phiếu of a period that takes no more forms: it stays as it is, and says so in place of what to do. */
export function closedFormTab(period: Period): KeptTab {
  const text = `${formatPeriod(period)} đã chốt: phiếu không nhận thêm, không sửa được nữa.`;
  const line = { row: 1, column: submissionForm.columns[0].key, text };
  return { kind: 'kept', key: submissionTabKey(period.id), line };
}

/** One line always: the rows below keep their numbers, which issues name. */
function whatToDo(timeZone: string, submitted: SubmittedForm | undefined): string {
  if (submitted === undefined) return 'Chỉ ghi vào các ô nền vàng. Trỏ chuột vào tên cột để xem hướng dẫn.';
  const when = momentText(submitted.submittedAt, timeZone);
  return submitted.locked
    ? `Đã nộp lúc ${when}; phiếu đang khóa. Muốn sửa, chọn Thi đua ▸ Mở lại phiếu để sửa và ghi lý do.`
    : `Phiếu đang mở để sửa; bản nộp lúc ${when} vẫn được tính đến khi nộp lại. Sửa xong, chọn Thi đua ▸ Nộp phiếu.`;
}
