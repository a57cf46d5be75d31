import type { Exemplar } from '../../domain/exemplar/exemplar.ts';
import type { ExemplarStep } from '../../domain/exemplar/exemplar-step.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import type { RegisterRow } from '../../domain/register/register.ts';
import { citation, recognisedWords, STEP_NAMES } from '../../messages/vi/exemplar-words.ts';
import { STEP_COLOURS, STEP_DONE } from '../colours.ts';
import {
  byName,
  countColumn,
  dayColumn,
  peopleColumn,
  readOnlyTable,
  textColumn,
  wordColumn,
} from '../column.ts';
import { NOT_IN_FORCE } from '../words.ts';
import { countOf, dayOf, linesOf, sumOf, textOf } from './cells.ts';
import { type ExemplarView, praiseOf } from './exemplar-view.ts';

/** Điển hình: one line for each, with the five steps of its life and their days; who fell stays, marked. */
export function exemplarsTab(view: ExemplarView): TableTab {
  const counts = countsBy(view);
  return readOnlyTable({
    key: 'exemplars',
    title: 'Điển hình',
    banner: [
      'Năm bước của mỗi điển hình',
      'Mỗi bước ghi ngày được làm lần đầu; bước sau chỉ tính khi bước trước đã làm.',
    ],
    frozenColumns: 2,
    columns: [
      wordColumn('id', 'Mã', 110),
      textColumn('name', 'Điển hình', 220),
      { ...wordColumn('step', 'Đã đến', 160), colours: STEP_COLOURS },
      ...STEPS.map((step) => ({ ...dayColumn(step, STEP_NAMES[step]), colours: STEP_DONE })),
      wordColumn('kind', 'Loại', 90),
      textColumn('unit', 'Đơn vị', 200),
      textColumn('field', 'Lĩnh vực', 160),
      textColumn('decision', 'Quyết định ghi nhận', 180),
      countColumn('items', 'Tin, bài'),
      peopleColumn('reach', 'Lượt tiếp cận'),
      countColumn('events', 'Buổi học tập'),
      countColumn('learners', 'Đang học theo', 'Không tính dòng đã thôi.'),
      countColumn('caughtUp', 'Đã bắt kịp', 'Theo quyết định còn hiệu lực.'),
      countColumn('surpassed', 'Đã vượt qua', 'Theo quyết định còn hiệu lực.'),
      textColumn('predecessor', 'Đã vượt qua điển hình', 200),
      textColumn('successors', 'Được vượt qua bởi', 200),
      textColumn('remark', 'Lưu ý', 320),
    ],
    rows: [...view.exemplars]
      .sort((a, b) => byName(a.id, b.id))
      .map((exemplar) => row(exemplar, view, counts(exemplar.id))),
  });
}

const STEPS = Object.keys(STEP_NAMES) as ExemplarStep[];

function row(exemplar: Exemplar, view: ExemplarView, counts: readonly CellValue[]): CellValue[] {
  const { id, name, subject, field, surpassed } = exemplar;
  const life = view.life(id);
  const praise = praiseOf(exemplar, view);
  const done = STEPS.filter((step) => life[step] !== undefined);
  return [
    id,
    name,
    done.length === 0 ? NOT_IN_FORCE : STEP_NAMES[done.at(-1)!],
    ...STEPS.map((step) => dayOf(life[step])),
    kindOf(exemplar, view),
    view.unitName(subject.unitId),
    field === undefined ? null : view.fieldName(field),
    praise === undefined ? null : citation(praise.decision),
    ...counts,
    surpassed === undefined ? null : view.exemplarName(surpassed),
    linesOf(successorsOf(id, view).map((each) => view.exemplarName(each.id))),
    praise?.decided.revoked === undefined ? null : recognisedWords(praise),
  ];
}

function kindOf({ subject }: Exemplar, { registration }: ExemplarView): CellValue {
  return subject.kind === 'unit' ? 'Đơn vị' : textOf(registration(subject.registration)?.values.kind);
}

function successorsOf(id: string, { exemplars, inForce }: ExemplarView): readonly Exemplar[] {
  return exemplars.filter((each) => each.surpassed === id && inForce(each.id) !== undefined);
}

/** What happened around each exemplar, in the order of the columns. */
function countsBy({ rows, learners, decisions }: ExemplarView): (exemplar: string) => CellValue[] {
  const about = (some: readonly RegisterRow[]) => Map.groupBy(some, ({ values }) => values.exemplar);
  const [items, events] = [about(rows('propagation')), about(rows('event'))];
  const following = Map.groupBy(
    learners.filter(({ givenUp }) => !givenUp),
    ({ exemplar }) => exemplar.id,
  );
  const decided = (id: string, kind: 'caught_up' | 'surpassed') =>
    decisions
      .filter((decision) => decision.kind === kind)
      .flatMap(({ subjects }) => subjects)
      .filter(({ exemplar, revoked }) => exemplar === id && revoked === undefined).length;
  return (id) => [
    countOf(items.get(id)?.length ?? 0),
    countOf(sumOf((items.get(id) ?? []).map(({ values }) => values.reach))),
    countOf(events.get(id)?.length ?? 0),
    countOf(following.get(id)?.length ?? 0),
    countOf(decided(id, 'caught_up')),
    countOf(decided(id, 'surpassed')),
  ];
}
