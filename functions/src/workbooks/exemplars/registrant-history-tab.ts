import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import type { RegisterRow } from '../../domain/register/register.ts';
import { UNIT_PLAN } from '../../domain/register/registers/registration.ts';
import { NO_RECOGNITION } from '../../domain/register/registers/unit-vote-rules.ts';
import { recognisedWords } from '../../messages/vi/exemplar-words.ts';
import { showPeriodId } from '../../messages/vi/period-id.ts';
import { byName, countColumn, dayColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { countOf, dayOf, linesOf, textOf } from './cells.ts';
import { nameKey, registrantHistories } from './earlier-history.ts';
import type { ExemplarView } from './exemplar-view.ts';
import { limited } from './limited.ts';

/**
 * Lịch sử cá nhân, tập thể: one line for each collective and person that registered, with what its unit said of it and
 * what was decided. Two registrations of the same name are two lines: nobody here knows whether it is one person.
 * Everybody in the campaign reads it: how a unit found somebody wanting stays in the unit.
 */
export function registrantHistoryTab(view: ExemplarView): TableTab {
  const votes = Map.groupBy(view.rows('unit_vote'), ({ values }) => values.registration);
  const all = view
    .rows('registration')
    .filter(({ values }) => values.kind !== UNIT_PLAN)
    .map((registration) => historyOf(registration, view, votes.get(registration.code) ?? []));
  const { shown, line } = limited(all.sort(byWeight), 'tập thể, cá nhân; ai đã được ghi nhận thì hiện trước');
  return readOnlyTable({
    key: 'registrant-history',
    title: 'Lịch sử cá nhân, tập thể',
    banner: [
      'Lịch sử cá nhân, tập thể đăng ký: đăng ký, bình chọn tại đơn vị, quyết định ghi nhận',
      'Mỗi dòng đăng ký là một dòng; trùng tên chưa chắc là cùng một người.',
      ...line,
    ],
    frozenColumns: 1,
    columns: [
      textColumn('name', 'Tập thể, cá nhân', 220),
      wordColumn('kind', 'Loại', 90),
      textColumn('unit', 'Đơn vị', 200),
      textColumn('field', 'Lĩnh vực', 160),
      dayColumn('registeredOn', 'Ngày đăng ký'),
      wordColumn('state', 'Tình trạng', 120),
      countColumn('votes', 'Số lần đơn vị bình chọn'),
      countColumn('recognised', 'Số lần đơn vị ghi nhận'),
      textColumn('voted', 'Đơn vị ghi nhận', 260),
      countColumn('inForce', 'Số quyết định còn hiệu lực'),
      textColumn('decisions', 'Các quyết định', 340),
      textColumn('exemplar', 'Là điển hình', 130),
      textColumn('learns', 'Học tập', 260),
      ...(view.earlier?.length ? [textColumn('before', 'Trùng tên ở phong trào trước', 340)] : []),
    ],
    rows: rowsOf([...shown].sort(byUnitAndName), view),
  });
}

function rowsOf(
  all: readonly History[],
  { exemplars, inForce, learners, earlier = [], ...view }: ExemplarView,
): CellValue[][] {
  const before = registrantHistories(earlier);
  const is = Map.groupBy(
    exemplars.filter(({ id }) => inForce(id) !== undefined),
    ({ subject }) => (subject.kind === 'registrant' ? subject.registration : ''),
  );
  const learns = Map.groupBy(learners, ({ row: { values } }) => values.learner);
  return all.map((history) => {
    const { code } = history.registration;
    const after = [
      linesOf((is.get(code) ?? []).map(({ id }) => id)),
      linesOf((learns.get(code) ?? []).map(({ exemplar }) => view.exemplarName(exemplar.id))),
      ...(earlier.length === 0 ? [] : [linesOf(before.get(nameKey(history.registration)) ?? [])]),
    ];
    return [...row(history, view), ...after];
  });
}

interface History {
  readonly registration: RegisterRow;
  readonly unit: string;
  readonly votes: readonly RegisterRow[];
  readonly decisions: ReturnType<ExemplarView['recognised']>;
}

function historyOf(
  registration: RegisterRow,
  { recognised, unitName }: ExemplarView,
  votes: readonly RegisterRow[],
): History {
  const { code, unitId = '' } = registration;
  return {
    registration,
    unit: unitName(unitId),
    votes: [...votes].sort(byPeriod),
    decisions: recognised({ kind: 'registrant', unitId, registration: code }),
  };
}

function row(
  { registration: { values }, unit, votes, decisions }: History,
  { fieldName }: Pick<ExemplarView, 'fieldName'>,
): CellValue[] {
  return [
    textOf(values.name),
    textOf(values.kind),
    unit,
    fieldName(values.field),
    dayOf(values.registeredOn),
    textOf(values.state),
    countOf(votes.length),
    countOf(votes.filter(isRecognition).length),
    linesOf(votes.filter(isRecognition).map(voteWords)),
    countOf(decisions.filter(({ decided }) => decided.revoked === undefined).length),
    linesOf(decisions.map(recognisedWords)),
  ];
}

const isRecognition = ({ values }: RegisterRow): boolean => values.outcome !== NO_RECOGNITION;

/** "Tháng 03/2024: biểu dương", in the words of the form. */
const voteWords = ({ values: { period, outcome } }: RegisterRow): string =>
  `${showPeriodId(String(period))}: ${String(outcome).toLowerCase()}`;

/** Where not all fit: who was recognised, by decision or by the own unit, before who was not. */
function byWeight(a: History, b: History): number {
  const weight = ({ decisions, votes }: History) =>
    1000 * decisions.length + votes.filter(isRecognition).length;
  return weight(b) - weight(a) || byUnitAndName(a, b);
}

function byUnitAndName(a: History, b: History): number {
  const name = ({ registration: { values } }: History) => String(values.name);
  return (
    byName(a.unit, b.unit) || byName(name(a), name(b)) || (a.registration.code < b.registration.code ? -1 : 1)
  );
}

function byPeriod(a: RegisterRow, b: RegisterRow): number {
  return byName(String(a.values.period), String(b.values.period)) || (a.code < b.code ? -1 : 1);
}
