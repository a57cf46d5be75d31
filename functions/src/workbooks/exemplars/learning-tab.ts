import type { CatchingUp } from '../../domain/exemplar/catching-up.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { recognisedWords, STANDING_NAMES } from '../../messages/vi/exemplar-words.ts';
import { formatDay, formatPeriod } from '../../messages/vi/format.ts';
import { STEP_MISSING } from '../../messages/vi/issues/register-issues.ts';
import { STANDING_COLOURS } from '../colours.ts';
import { byName, dayColumn, percentColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { dayOf, percentOf, textOf } from './cells.ts';
import { decisionOn, type ExemplarView, type Judgement } from './exemplar-view.ts';
import { limited } from './limited.ts';

/** Học tập: who learns from whom, what they promised, how far they are, what the council said and what was decided. */
export function learningTab(view: ExemplarView): TableTab {
  const last = view.periods.at(-1);
  const judged = new Map(view.judgements.map((judgement) => [judgement.row, judgement]));
  const { shown, line } = limited([...view.learners].sort(byExemplar), 'dòng học tập');
  return readOnlyTable({
    key: 'learning',
    title: 'Học tập',
    banner: [
      'Ai học tập ai, cam kết gì và đã đến đâu',
      last === undefined
        ? 'Chưa công bố kết quả kỳ nào nên chưa so được với điển hình.'
        : `So với mức của điển hình khi được ghi nhận, theo kết quả ${formatPeriod(last.period).toLowerCase()}.`,
      ...line,
    ],
    frozenColumns: 1,
    columns: [
      textColumn('learner', 'Người học', 220),
      textColumn('unit', 'Đơn vị', 200),
      textColumn('exemplar', 'Điển hình', 230),
      textColumn('criteria', 'So theo', 140),
      textColumn('commitment', 'Cam kết', 300),
      dayColumn('startedOn', 'Ngày bắt đầu'),
      dayColumn('dueOn', 'Hạn thực hiện'),
      wordColumn('state', 'Tình trạng', 140),
      textColumn('outcome', 'Kết quả thực hiện', 280),
      percentColumn('distance', 'So với điển hình', '100% là bằng mức của điển hình khi được ghi nhận.'),
      { ...wordColumn('standing', 'Theo số liệu', 110), colours: STANDING_COLOURS },
      { ...wordColumn('judged', 'Kết quả bình xét', 130), colours: STANDING_COLOURS },
      textColumn('decision', 'Quyết định', 280),
      textColumn('remark', 'Lưu ý', 280),
    ],
    rows: shown.map((learner) => row(learner, view, judged.get(learner.row.code))),
  });
}

function row(learner: CatchingUp, view: ExemplarView, judged: Judgement | undefined): CellValue[] {
  const { row: kept, exemplar, subject, name, criteria } = learner;
  const { commitment, startedOn, dueOn, state, outcome } = kept.values;
  const now = learner.months.find(({ period }) => period === view.periods.at(-1)?.period.id);
  const decision = decisionOn(learner, view);
  return [
    name,
    view.unitName(subject.unitId),
    view.exemplarName(exemplar.id),
    criteriaWords(criteria),
    textOf(commitment),
    dayOf(startedOn),
    dayOf(dueOn),
    textOf(state),
    textOf(outcome),
    now === undefined ? null : percentOf(now.distance),
    now === undefined ? null : STANDING_NAMES[now.standing],
    judged === undefined ? null : JUDGED_NAMES[judged.outcome],
    decision === undefined ? decisionPending(judged) : recognisedWords(decision),
    remark(learner),
  ];
}

/** "tổng điểm", or the codes. */
export const criteriaWords = (criteria: readonly string[]): string =>
  criteria.length === 0 ? 'tổng điểm' : criteria.join('; ');

const JUDGED_NAMES = { ...STANDING_NAMES, following: 'chưa công nhận' } as const;

function decisionPending(judged: Judgement | undefined): CellValue {
  if (judged === undefined) return null;
  const on = `Bình xét ngày ${formatDay(judged.on)}`;
  return judged.outcome === 'following' ? on : `${on}, chờ quyết định`;
}

function remark({ exemplar, missing, givenUp, subject }: CatchingUp): CellValue {
  if (givenUp) return null;
  if (missing !== undefined) return `Điển hình ${exemplar.id} ${STEP_MISSING[missing]}`;
  const isByEvidence = subject.kind === 'registrant' || exemplar.baseline.total === undefined;
  return isByEvidence ? 'Không so bằng điểm: hội đồng xét theo minh chứng.' : null;
}

function byExemplar(a: CatchingUp, b: CatchingUp): number {
  return byName(a.exemplar.id, b.exemplar.id) || byName(a.name, b.name) || (a.row.code < b.row.code ? -1 : 1);
}
