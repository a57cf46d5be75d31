import {
  type Criterion,
  defaultTarget,
  isApplicable,
  ownTargets,
  type UnitTarget,
} from '../campaign/criterion.ts';
import type { Unit } from '../campaign/unit.ts';
import type { TrackRules } from '../evaluation/period-inputs.ts';
import type { Checked, Issue } from '../issue.ts';
import { pointsOf } from '../numbers/micropoints.ts';
import type { ReportedAnswer } from './answer.ts';
import { answerCell, targetCell } from './answer-text.ts';
import { type AnswerContext, checkAnswers } from './answers.ts';
import type { CellValue, FormCells, FormDeclaration } from './form.ts';
import { numberCell } from './number-text.ts';
import { type FormReading, readForm } from './read-form.ts';
import { levelText } from './text.ts';

/** Phiếu: what a unit reports for one period, one row per criterion. */
export const submissionForm = {
  id: 'submission',
  tab: 'Phiếu',
  mostRows: 1000,
  columns: [
    {
      key: 'criterion',
      header: 'Mã tiêu chí',
      kind: 'code',
      entry: 'given',
      help: 'Mã để hệ thống nhận ra dòng. Xin đừng sửa; có thể sắp xếp, lọc, chèn thêm dòng và cột riêng.',
      widthPixels: 110,
    },
    {
      key: 'name',
      header: 'Tiêu chí',
      kind: 'text',
      entry: 'given',
      help: 'Nội dung tiêu chí của kỳ này.',
      widthPixels: 330,
    },
    {
      key: 'measure',
      header: 'Đơn vị tính',
      kind: 'text',
      entry: 'given',
      help: 'Kết quả và chỉ tiêu được ghi theo đơn vị tính này.',
      widthPixels: 90,
    },
    {
      key: 'max',
      header: 'Điểm tối đa',
      kind: 'number',
      entry: 'given',
      help: 'Điểm cao nhất của tiêu chí; với điểm trừ là mức trừ nhiều nhất.',
      widthPixels: 90,
    },
    {
      key: 'coefficient',
      header: 'Hệ số',
      kind: 'number',
      entry: 'given',
      help: 'Điểm của tiêu chí được nhân với hệ số này.',
      widthPixels: 70,
    },
    {
      key: 'target',
      header: 'Chỉ tiêu',
      kind: 'answer',
      entry: 'filled',
      help: 'Chỉ tiêu đã được giao thì ghi sẵn và luôn được dùng, dù ô này có bị sửa. Ô trống ở tiêu chí cần chỉ tiêu thì đơn vị tự ghi, lớn hơn 0.',
      widthPixels: 100,
    },
    {
      key: 'reported',
      header: 'Kết quả / tự chấm',
      kind: 'answer',
      entry: 'filled',
      help: 'Ghi con số (ví dụ 12,5 hoặc 85%), Có hoặc Không, hoặc nội dung. Không có thì ghi 0; ô trống là chưa báo cáo. Tiêu chí không áp dụng cho đơn vị thì ghi “Không áp dụng”.',
      widthPixels: 130,
    },
    {
      key: 'note',
      header: 'Ghi chú',
      kind: 'text',
      entry: 'filled',
      help: 'Giải thích, đường dẫn tới minh chứng; nhiều nhất 2.000 ký tự.',
      widthPixels: 280,
    },
    {
      key: 'evidence',
      header: 'Minh chứng cần có',
      kind: 'text',
      entry: 'given',
      help: 'Tài liệu làm căn cứ khi thẩm định.',
      widthPixels: 240,
    },
  ],
} as const satisfies FormDeclaration;

export type SubmissionContext = Omit<AnswerContext, 'mode'>;

/**
 * The unit's answers, in the campaign's order whatever the order of the rows, or every issue of the form.
 * Rows without a criterion's code (subtotals, remarks) are nobody's answer.
 */
export function parseSubmission(
  cells: FormCells,
  context: SubmissionContext,
): Checked<readonly ReportedAnswer[]> {
  const form = readForm(submissionForm, cells);
  if (form.issues.length > 0) return { ok: false, issues: form.issues };
  const rows = form.rows.filter((row) => row.criterion.value !== undefined);
  const checked = checkAnswers(
    rows.map(({ criterion, target, reported, note }) => ({
      criterion: criterion.value,
      target: target.value,
      reported: reported.value,
      note: note.value,
      at: { criterion: criterion.at, target: target.at, reported: reported.at, note: note.at },
    })),
    { ...context, mode: 'sheet' },
  );
  const issues = [...missingRows(form, context), ...(checked.ok ? [] : checked.issues)];
  return checked.ok && issues.length === 0
    ? { ok: true, value: checked.value.answers }
    : { ok: false, issues };
}

/**
 * The rows of a unit's form below its header, in the columns' order: the criteria that apply to it, with the
 * answers it gave before, if any.
 */
export function submissionRows(
  unit: Unit,
  track: TrackRules,
  targets: readonly UnitTarget[],
  answers: readonly ReportedAnswer[] = [],
): readonly (readonly CellValue[])[] {
  const given = new Map(answers.map((answer) => [answer.criterion, answer]));
  const own = ownTargets(unit.id, targets);
  return formCriteria(track, unit).map((criterion) => {
    const answer = given.get(criterion.code);
    const target = own.get(criterion.code) ?? answer?.target ?? defaultTarget(criterion);
    const row: Record<SubmissionKey, CellValue> = {
      criterion: criterion.code,
      name: criterion.name,
      measure: measureOf(criterion),
      max: criterion.scoring.kind === 'information' ? null : numberCell(pointsOf(criterion.max)),
      coefficient: numberCell(criterion.coefficient),
      target: targetCell(target, criterion),
      reported: answerCell(answer?.reported, criterion),
      note: answer?.note ?? null,
      evidence: criterion.evidence ?? null,
    };
    return submissionForm.columns.map(({ key }) => row[key]);
  });
}

type SubmissionKey = (typeof submissionForm.columns)[number]['key'];

/** The criteria a unit answers; what never applies to it is not asked. */
export function formCriteria(track: TrackRules, unit: Unit): readonly Criterion[] {
  return track.criteria.filter((criterion) => isApplicable(criterion, unit));
}

/** What values are counted in, as people see it. */
export function measureOf({ measure, scoring }: Criterion): string | null {
  return measure ?? (scoring.kind === 'direct' ? 'điểm' : null);
}

/**
 * Required criteria without a row. An optional one may be absent, unless something was reported in a row that
 * lost its code: then it may be that row, and the answer would be lost without a word.
 */
function missingRows(
  { rows, at }: FormReading<typeof submissionForm>,
  { unit, track }: SubmissionContext,
): readonly Issue[] {
  const present = new Set(rows.map((row) => levelText(row.criterion.value ?? '')));
  const strayAnswer = rows.some(
    (row) => row.criterion.value === undefined && row.reported.value !== undefined,
  );
  return formCriteria(track, unit)
    .filter((criterion) => !present.has(levelText(criterion.code)))
    .filter((criterion) => criterion.required || strayAnswer)
    .map((criterion) => ({ code: 'criterion_row_missing', criterion: criterion.code, at }));
}
