import type { Gate } from '../../../domain/campaign/settings.ts';
import type { Rules, TrackRules } from '../../../domain/evaluation/period-inputs.ts';
import type {
  GroupResult,
  PeriodResult,
  RaisedGate,
  Subtotal,
  UnitResult,
} from '../../../domain/evaluation/period-result.ts';
import { type Micropoints, sumPoints } from '../../../domain/numbers/micropoints.ts';
import { formatPeriod, showPoints } from '../format.ts';
import { showPeriodId } from '../period-id.ts';
import { explainCriterion } from './explain-criterion.ts';
import { explainGrade } from './explain-grade.ts';
import { type Lookup, lookupOf, namesOf } from './explain-lookup.ts';
import { explainOrder, isWholeTrack, showPlace } from './explain-place.ts';
import { explainRecognitions } from './explain-recognition.ts';

/** One line of an explanation, for the terminal and for the unit's result tab alike. Plain text. */
export interface ExplanationLine {
  readonly kind: 'heading' | 'line';
  readonly text: string;
}

/** Why a unit has its points, its grade and its place: everything, from the answers to the neighbours. */
export function explainUnit(
  unit: UnitResult,
  rules: Rules,
  result: PeriodResult,
): readonly ExplanationLine[] {
  const track = rules.tracks.find(({ code }) => code === unit.track);
  if (track === undefined) throw new RangeError(`no such track in the rules: ${unit.track}`);
  const title = heading(`${unit.name} – ${formatPeriod(rules.period)}`);
  if (unit.status === 'not_reported') return [title, ...notReported(unit, track).map(line)];
  const lookup = lookupOf(unit, track, rules, result);
  return [
    title,
    ...summary(lookup).map(line),
    ...section('Từng tiêu chí', criteria(lookup)),
    ...section('Cộng theo nhóm', groups(lookup)),
    ...section('Theo chân, mũi và nhiệm vụ đột phá', views(lookup)),
    ...section('Điều kiện khống chế bị vướng', gates(lookup)),
    ...section('Vì sao xếp hạng này', explainOrder(lookup)),
    ...section('Ghi nhận', explainRecognitions(lookup)),
    ...section('So với kỳ trước', changes(lookup)),
  ];
}

const heading = (text: string): ExplanationLine => ({ kind: 'heading', text });
const line = (text: string): ExplanationLine => ({ kind: 'line', text });

function section(title: string, lines: readonly string[]): readonly ExplanationLine[] {
  return lines.length === 0 ? [] : [heading(title), ...lines.map(line)];
}

function notReported(unit: UnitResult, track: TrackRules): readonly string[] {
  return [
    'Chưa báo cáo: đơn vị chưa gửi phiếu của kỳ này nên chưa có điểm và chưa có hạng. Chưa báo cáo không phải là 0 điểm.',
    `Kỳ này ${unit.place.of} đơn vị của “${track.name}” có báo cáo${isWholeTrack({ unit, track }) ? '' : `, trong đó ${unit.clusterPlace.of} đơn vị của ${unit.cluster}`}.`,
    'Khi kỳ đã chốt, phiếu chỉ được nhận nếu cán bộ thi đua khen thưởng mở lại kỳ và ghi rõ lý do.',
  ];
}

function summary(lookup: Lookup): readonly string[] {
  const { unit, track } = lookup;
  return [
    showPlace(`“${track.name}”`, unit.place, lookup),
    ...(isWholeTrack(lookup) ? [] : [showPlace(unit.cluster, unit.clusterPlace, lookup)]),
    ...totals(lookup),
    ...explainGrade(lookup),
    ...(unit.late ? ['Phiếu được nộp sau hạn.'] : []),
  ];
}

/** The total and what it is made of; the cap, the floor and the least are mentioned where they bit. */
function totals({ unit, track }: Lookup): readonly string[] {
  const { bonusCap, deductionFloor, least } = track.totals;
  const ofKind = (kind: string): Micropoints =>
    sumPoints(unit.criteria.filter((result) => result.kind === kind).map(({ counted }) => counted));
  const [bonus, deductions] = [ofKind('bonus'), ofKind('deduction')];
  const sum = unit.base + unit.bonus + unit.deductions;
  const parts = [
    `${showPoints(unit.base)} điểm các tiêu chí`,
    ...(unit.bonus === 0 ? [] : [`+ ${showPoints(unit.bonus)} điểm thưởng`]),
    ...(unit.deductions === 0 ? [] : [`− ${showPoints(-unit.deductions as Micropoints)} điểm trừ`]),
  ];
  const made = parts.length === 1 ? '' : ` = ${parts.join(' ')}`;
  return [
    `Tổng điểm: ${showPoints(unit.total)}${sum === unit.total ? made : ''}.`,
    ...(sum === unit.total
      ? []
      : [
          `Cộng lại được ${showPoints(sum as Micropoints)}${made}; tổng điểm không thấp hơn ${showPoints(least ?? unit.total)}.`,
        ]),
    ...(bonus === unit.bonus
      ? []
      : [
          `Điểm thưởng cộng lại được ${showPoints(bonus)}, nhưng chỉ tính tối đa ${showPoints(bonusCap ?? unit.bonus)}.`,
        ]),
    ...(deductions === unit.deductions
      ? []
      : [
          `Điểm trừ cộng lại là ${showPoints(-deductions as Micropoints)}, nhưng chỉ trừ tối đa ${showPoints(-(deductionFloor ?? unit.deductions) as Micropoints)}.`,
        ]),
  ];
}

function criteria({ unit, track, nameOf }: Lookup): readonly string[] {
  const results = new Map(unit.criteria.map((result) => [result.code, result]));
  const groupOf = new Map(unit.groups.map((group) => [group.code, group]));
  return track.criteria.flatMap((criterion) => {
    const result = results.get(criterion.code);
    const group = criterion.group === undefined ? undefined : groupOf.get(criterion.group);
    return result === undefined ? [] : [explainCriterion(criterion, result, group, nameOf)];
  });
}

/** Groups that are just the prongs are told once, as prongs; unless something in them was rescaled. */
function groups({ unit, track }: Lookup): readonly string[] {
  const names = namesOf(track.groups);
  return unit.groups
    .filter((group) => group.rescaledFrom !== undefined || !unit.prongs.some((prong) => isSame(group, prong)))
    .map((group) => `${subtotal('Nhóm', group, names)}${rescaling(group)}.`);
}

function isSame(a: Subtotal, b: Subtotal): boolean {
  return a.code === b.code && a.micropoints === b.micropoints && a.max === b.max;
}

function rescaling({ max, rescaledFrom }: GroupResult): string {
  if (rescaledFrom === undefined) return '';
  if (rescaledFrom === 0) return ' (cả nhóm không áp dụng, điểm tối đa được chia cho các nhóm còn lại)';
  return ` (phần áp dụng có tối đa ${showPoints(rescaledFrom)} điểm, được quy đổi về ${showPoints(max)} để không bị thiệt, cũng không được lợi)`;
}

function views({ unit, track, breakthroughs }: Lookup): readonly string[] {
  const all: readonly [string, readonly Subtotal[], ReadonlyMap<string, string>][] = [
    ['Chân', unit.legs, namesOf(track.legs)],
    ['Mũi', unit.prongs, namesOf(track.prongs)],
    ['Đột phá', unit.breakthroughs, breakthroughs],
  ];
  return all.flatMap(([word, subtotals, names]) =>
    subtotals.map((each) => `${subtotal(word, each, names)}.`),
  );
}

function subtotal(
  word: string,
  { code, micropoints, max }: Subtotal,
  names: ReadonlyMap<string, string>,
): string {
  return `${word} ${code} – ${names.get(code) ?? code}: ${showPoints(micropoints)}/${showPoints(max)} điểm`;
}

function gates(lookup: Lookup): readonly string[] {
  const rules = new Map(lookup.track.gates.map((gate) => [gate.code, gate]));
  return lookup.unit.gates.flatMap((raised) => {
    const gate = rules.get(raised.code);
    return gate === undefined ? [] : [explainGate(gate, raised, lookup)];
  });
}

function explainGate(gate: Gate, { raisedBy }: RaisedGate, { grades, keyName }: Lookup): string {
  const causes = raisedBy.map((cause) => keyName(cause));
  const results = [
    ...(gate.capGrade === undefined
      ? []
      : [`xếp loại cao nhất là “${grades.get(gate.capGrade) ?? gate.capGrade}”`]),
    ...(gate.barsRecognition ? ['không được xét biểu dương, khen thưởng'] : []),
  ];
  const so = results.length === 0 ? '' : `; vì vậy ${results.join(', ')}`;
  return `${gate.name} (${gate.code}): do ${causes.join(', ')}${so}. Đơn vị vẫn được xếp hạng.`;
}

function changes({ unit }: Lookup): readonly string[] {
  const { change } = unit;
  if (change === undefined) return [];
  const period = showPeriodId(change.period);
  if (change.place === undefined || change.total === undefined) return [`${period}: đơn vị chưa báo cáo.`];
  const move = change.place - (unit.place.place ?? change.place);
  const moved = move === 0 ? 'giữ hạng' : move > 0 ? `tăng ${move} bậc` : `giảm ${-move} bậc`;
  return [
    `${period}: hạng ${change.place}, kỳ này hạng ${unit.place.place} (${moved}).`,
    `Tổng điểm ${showPoints(change.total)}, kỳ này ${showPoints(unit.total)} (${difference(change.total, unit.total)}).`,
    ...change.criteria.map(
      ({ code, before, now }) =>
        `${code}: ${showPoints(before)} → ${showPoints(now)} (${difference(before, now)}).`,
    ),
  ];
}

function difference(before: Micropoints, now: Micropoints): string {
  const by = (now - before) as Micropoints;
  if (by === 0) return 'không đổi';
  return by > 0 ? `tăng ${showPoints(by)}` : `giảm ${showPoints(-by as Micropoints)}`;
}
