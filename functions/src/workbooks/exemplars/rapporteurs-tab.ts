import { matchedLearners } from '../../domain/exemplar/matched-learners.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import type { RegisterRow } from '../../domain/register/register.ts';
import { byName, countColumn, dayColumn, peopleColumn, readOnlyTable, textColumn } from '../column.ts';
import { NOT_IN_FORCE } from '../words.ts';
import { countOf, dayOf, lastDay, someOf, sumOf, textOf } from './cells.ts';
import type { ExemplarView } from './exemplar-view.ts';

const MOST_NAMES = 10;

/** Báo cáo viên: the pool by field, whom each may speak to, and what was held. */
export function rapporteursTab(view: ExemplarView): TableTab {
  const { rows, inForce, fieldName } = view;
  const sessions = Map.groupBy(rows('session'), ({ values }) => values.rapporteur);
  const matched = matchedLearners(rows('rapporteur'), rows('registration'), inForce);
  const field = ({ values }: RegisterRow) => fieldName(values.field);
  return readOnlyTable({
    key: 'rapporteurs',
    title: 'Báo cáo viên',
    banner: ['Báo cáo viên theo lĩnh vực, người học cùng lĩnh vực và các buổi đã báo cáo'],
    frozenColumns: 2,
    columns: [
      textColumn('field', 'Lĩnh vực', 180),
      textColumn('rapporteur', 'Báo cáo viên', 200),
      textColumn('exemplar', 'Điển hình', 230),
      textColumn('topics', 'Chuyên đề', 300),
      dayColumn('fromOn', 'Từ ngày'),
      dayColumn('toOn', 'Đến ngày'),
      countColumn('learners', 'Người học cùng lĩnh vực'),
      textColumn('names', 'Những người học', 320),
      countColumn('sessions', 'Số buổi'),
      peopleColumn('attendees', 'Lượt người nghe'),
      dayColumn('last', 'Buổi gần nhất'),
      textColumn('remark', 'Lưu ý', 200),
    ],
    rows: [...rows('rapporteur')]
      .sort(
        (a, b) =>
          byName(field(a), field(b)) ||
          byName(String(a.values.name), String(b.values.name)) ||
          (a.code < b.code ? -1 : 1),
      )
      .map((each) => row(each, view, matched.get(each.code) ?? [], sessions.get(each.code) ?? [])),
  });
}

function row(
  { values }: RegisterRow,
  view: ExemplarView,
  learners: readonly RegisterRow[],
  sessions: readonly RegisterRow[],
): CellValue[] {
  const { fieldName, exemplarName, inForce } = view;
  return [
    fieldName(values.field),
    textOf(values.name),
    exemplarName(values.exemplar),
    textOf(values.topics),
    dayOf(values.fromOn),
    dayOf(values.toOn),
    countOf(learners.length),
    learnerNames(learners, view),
    countOf(sessions.length),
    countOf(sumOf(sessions.map((session) => session.values.attendees))),
    dayOf(lastDay(sessions.map((session) => session.values.heldOn))),
    inForce(String(values.exemplar)) === undefined ? `quyết định ghi nhận điển hình ${NOT_IN_FORCE}` : null,
  ];
}

/** "Lê Văn Tám (Xã An Bình); Tổ 9 (Xã Bảo Thạnh); và 10 nữa". */
function learnerNames(
  learners: readonly RegisterRow[],
  { unitName }: Pick<ExemplarView, 'unitName'>,
): CellValue {
  const names = learners
    .map(({ values, unitId = '' }) => `${values.name} (${unitName(unitId)})`)
    .sort(byName);
  return names.length === 0 ? null : someOf(names, MOST_NAMES);
}
