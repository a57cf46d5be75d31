import type { TrackRules } from '../../../domain/evaluation/period-inputs.ts';
import type { QuotaOutcome } from '../../../domain/evaluation/period-result.ts';
import { showPoints } from '../format.ts';
import type { Lookup } from './explain-lookup.ts';

/** The grade, and what it looked at: points, then gates, then the quota. */
export function explainGrade(lookup: Lookup): readonly string[] {
  const { unit, track, grades } = lookup;
  if (track.grades.length === 0) return [];
  const name = (code: string): string => `“${grades.get(code) ?? code}”`;
  const { byPoints, final, cappedBy } = unit.grade;
  const least = track.grades.find(({ code }) => code === byPoints)?.min;
  const limited =
    unit.graded < unit.total && track.totals.gradedUpTo === unit.graded
      ? ` (khi xếp loại chỉ tính đến ${showPoints(unit.graded)} điểm)`
      : '';
  const reached =
    least === undefined
      ? `vì ${showPoints(unit.graded)} điểm chưa đạt mức ${showPoints(track.grades.at(-2)?.min ?? unit.graded)} điểm của loại trên`
      : `vì ${showPoints(unit.graded)} điểm đạt mức từ ${showPoints(least)} điểm trở lên`;
  const gates = cappedBy.map((code) => track.gates.find((gate) => gate.code === code)?.name ?? code);
  return [
    `Xếp loại: ${name(final)}.`,
    `Theo điểm: ${name(byPoints)}, ${track.grades.length === 1 ? 'là loại duy nhất' : reached}${limited}.`,
    ...(gates.length === 0 ? [] : [`Bị hạn chế xếp loại do: ${gates.join('; ')}.`]),
    ...quotas(lookup),
  ];
}

/** Quotas that had fewer places than candidates; where all kept the grade there is nothing to tell. */
function quotas({ unit, track, quotas: entries, grades, nameOf }: Lookup): readonly string[] {
  return entries
    .filter(({ quota }) => quota.kept.length < quota.candidates.length)
    .map(
      ({ quota, isKept }) => `${sentence(quota, isKept, track, grades)}${tie(quota, unit.unitId, nameOf)}`,
    );
}

function sentence(
  { grade, scope, allowed, denominator, candidates }: QuotaOutcome,
  isKept: boolean,
  track: TrackRules,
  grades: ReadonlyMap<string, string>,
): string {
  const where = scope === track.code ? `“${track.name}”` : scope;
  const rule = `Loại “${grades.get(grade) ?? grade}” của ${where} chỉ có ${allowed} suất (tính trên ${denominator} đơn vị) cho ${candidates.length} đơn vị đủ điều kiện`;
  return isKept
    ? `${rule}; đơn vị này được một suất.`
    : `${rule}; đơn vị này không có suất nên xuống một loại.`;
}

function tie(quota: QuotaOutcome, unitId: string, nameOf: (unitId: string) => string): string {
  if (quota.tie === undefined || !quota.tie.units.includes(unitId)) return '';
  const units = quota.tie.units.map(nameOf).join(', ');
  switch (quota.tie.outcome) {
    case 'nobody':
      return ` Ranh giới rơi vào các đơn vị bằng nhau (${units}) nên không đơn vị nào trong số này được giữ.`;
    case 'everybody':
      return ` Ranh giới rơi vào các đơn vị bằng nhau (${units}) nên tất cả đều được giữ.`;
    case 'next_key':
      return ` Ranh giới rơi vào các đơn vị bằng nhau (${units}) nên xét thêm tiêu chí phụ.`;
  }
}
