import type { PeriodId } from '../../domain/campaign/period.ts';
import type { UnitResult } from '../../domain/evaluation/period-result.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { DECISION_NAMES } from '../../messages/vi/council-words.ts';
import { recognisedWords } from '../../messages/vi/exemplar-words.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import { byName, countColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import type { PublishedResult } from '../published.ts';
import { gradeName, NOT_REPORTED, OUTCOME_WORDS } from '../words.ts';
import { countOf, linesOf } from './cells.ts';
import { unitHistories } from './earlier-history.ts';
import type { ExemplarView } from './exemplar-view.ts';

/** Lịch sử đơn vị: one line for each unit there ever was, and in it period by period what became of it. */
export function unitHistoryTab(view: ExemplarView): TableTab {
  const { periods, earlier = [] } = view;
  const months = periods.map(monthOf);
  const before = earlier.map((each) => unitHistories(each, view.unitName));
  return readOnlyTable({
    key: 'unit-history',
    title: 'Lịch sử đơn vị',
    banner: ['Lịch sử đơn vị: hạng, xếp loại, ghi nhận và quyết định qua các kỳ'],
    frozenColumns: 1,
    columns: [
      textColumn('unit', 'Đơn vị', 220),
      wordColumn('track', 'Đối tượng', 90),
      ...periods.map(({ period }) => textColumn(`period:${period.id}`, formatPeriod(period), 220)),
      countColumn('recognised', 'Số kỳ được chọn ghi nhận'),
      countColumn('inForce', 'Số quyết định còn hiệu lực'),
      textColumn('decisions', 'Các quyết định', 340),
      ...earlier.map(({ campaign }) => textColumn(`campaign:${campaign.code}`, campaign.name, 300)),
      textColumn('remark', 'Lưu ý', 240),
    ],
    rows: unitsOf(view)
      .map((unit) => ({ ...unit, name: view.unitName(unit.id) }))
      .sort((a, b) => byName(a.track, b.track) || byName(a.name, b.name) || (a.id < b.id ? -1 : 1))
      .map((unit) =>
        row(
          unit,
          view,
          months,
          before.map((histories) => linesOf(histories.get(unit.id) ?? [])),
        ),
      ),
  });
}

interface HistoryUnit {
  readonly id: string;
  readonly track: string;
}

/** Whoever had a result, and whom a decision names. */
function unitsOf({ periods, decisions, campaign }: ExemplarView): readonly HistoryUnit[] {
  const tracks = new Map(campaign.units.map(({ id, track }) => [id, track]));
  const decided = decisions.flatMap(({ subjects }) =>
    subjects.flatMap(({ subject }) => (subject.kind === 'unit' ? [subject.unitId] : [])),
  );
  const all = new Map(decided.map((id) => [id, tracks.get(id) ?? '']));
  for (const { result } of periods) for (const { unitId, track } of result.units) all.set(unitId, track);
  return [...all].map(([id, track]) => ({ id, track }));
}

interface Month {
  readonly period: PeriodId;
  readonly units: ReadonlyMap<string, UnitResult>;
  readonly published: PublishedResult;
  /** By unit, the outcomes it was chosen for. */
  readonly chosen: ReadonlyMap<string, ReadonlySet<string>>;
}

function monthOf(published: PublishedResult): Month {
  const { period, result } = published;
  const chosen = new Map<string, Set<string>>();
  for (const { outcome, chosen: units } of result.recognitions)
    for (const { unitId } of units)
      chosen.set(
        unitId,
        (chosen.get(unitId) ?? new Set()).add(`được chọn ${OUTCOME_WORDS[outcome].toLowerCase()}`),
      );
  return {
    period: period.id,
    published,
    units: new Map(result.units.map((unit) => [unit.unitId, unit])),
    chosen,
  };
}

function row(
  { id, track, name }: HistoryUnit & { readonly name: string },
  view: ExemplarView,
  months: readonly Month[],
  before: readonly CellValue[],
): CellValue[] {
  const decisions = view.recognised({ kind: 'unit', unitId: id });
  return [
    name,
    track,
    ...months.map((month) => monthCell(id, month, decisions)),
    countOf(months.filter(({ chosen }) => chosen.has(id)).length),
    countOf(decisions.filter(({ decided }) => decided.revoked === undefined).length),
    linesOf(decisions.map(recognisedWords)),
    ...before,
    remark(id, name, view, months),
  ];
}

/** "hạng 2/23; Hoàn thành tốt; được chọn biểu dương" and below it the period's decisions. */
function monthCell(
  id: string,
  { period, units, chosen, published }: Month,
  decisions: ReturnType<ExemplarView['recognised']>,
): CellValue {
  const unit = units.get(id);
  const decided = decisions
    .filter(({ decision, decided: { revoked } }) => decision.period === period && revoked === undefined)
    .map(({ decision: { kind, reference } }) => `${reference}: ${DECISION_NAMES[kind].toLowerCase()}`);
  return linesOf([
    ...(unit === undefined ? [] : [resultWords(unit, [...(chosen.get(id) ?? [])], published)]),
    ...decided,
  ]);
}

function resultWords(unit: UnitResult, chosen: readonly string[], { rules }: PublishedResult): string {
  if (unit.status === 'not_reported') return NOT_REPORTED;
  const track = rules.tracks.find(({ code }) => code === unit.track);
  const { place, of } = unit.place;
  const grade = track === undefined ? '' : gradeName(unit.grade.final, track);
  return [place === undefined ? '' : `hạng ${place}/${of}`, grade, ...chosen]
    .filter((part) => part !== '')
    .join('; ');
}

/** What it was called before, and what it went into. */
function remark(
  id: string,
  name: string,
  { campaign, unitName }: ExemplarView,
  months: readonly Month[],
): CellValue {
  const called = months.flatMap(({ units }) => units.get(id)?.name ?? []);
  const before = [...new Set(called)].filter((each) => each !== name);
  const isThere = months.at(-1)?.units.has(id) ?? true;
  const successor = campaign.units.findLast((unit) => unit.id === id)?.successor;
  return linesOf([
    ...(before.length === 0 ? [] : [`Tên trước đây: ${before.join('; ')}`]),
    ...(isThere || successor === undefined ? [] : [`Đã sáp nhập vào ${unitName(successor)}`]),
  ]);
}
