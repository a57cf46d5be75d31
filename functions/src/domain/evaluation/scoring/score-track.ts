import type { Criterion } from '../../campaign/criterion.ts';
import type { Totals } from '../../campaign/settings.ts';
import type { Micropoints } from '../../numbers/micropoints.ts';
import { besideBase } from './criterion-result.ts';
import { earnedPoints } from './earned-points.ts';
import { type Figures, MEASURED, NOT_APPLICABLE, STATUSES } from './figures.ts';
import type { Leaders } from './leaders.ts';
import { measureRow } from './measure-row.ts';
import { type PlainRule, plainRule } from './plain-rules.ts';
import { baseOf } from './score-unit.ts';
import { totalOf } from './scored-unit.ts';
import type { Reporting, TrackContext } from './track-context.ts';

/** The points of a track's units that reported, as columns: in the order of `reporting`, criteria in the track's. */
export interface TrackScores {
  readonly context: TrackContext;
  readonly reporting: readonly Reporting[];
  readonly figures: readonly Figures[];
  readonly earned: readonly Float64Array[];
  readonly counted: readonly Float64Array[];
  readonly base: Float64Array;
  readonly bonus: Float64Array;
  readonly deductions: Float64Array;
  readonly total: Float64Array;
}

/**
 * All units of a track at once, one criterion after the other: the points that unitScorer gives to one unit, without
 * what explains them.
 */
export function scoreTrack(
  context: TrackContext,
  reporting: readonly Reporting[],
  figures: readonly Figures[],
  leaders: Leaders,
): TrackScores {
  const { criteria, totals } = context.track;
  const earned = criteria.map((criterion, i) =>
    earnedColumn(criterion, figures[i]!, (u) => {
      const { unit, input } = reporting[u]!;
      return earnedPoints(criterion, measureRow(context, criterion, unit, input), leaders[i]!(unit.cluster))
        .micropoints;
    }),
  );
  const counted = countedColumns(criteria, figures, earned, reporting.length);
  const sumOf = (isWanted: (kind: string) => boolean): Float64Array =>
    sum(
      counted.filter((_, i) => isWanted(criteria[i]!.scoring.kind)),
      reporting.length,
    );
  const base = sumOf((kind) => !['bonus', 'deduction', 'information'].includes(kind));
  const bonus = sumOf((kind) => kind === 'bonus');
  const deductions = sumOf((kind) => kind === 'deduction');
  return { context, reporting, figures, earned, counted, ...limited(totals, base, bonus, deductions) };
}

function earnedColumn(
  criterion: Criterion,
  { status, value, target }: Figures,
  exactly: (u: number) => Micropoints,
): Float64Array {
  const rule: PlainRule = plainRule(criterion) ?? (() => Number.NaN);
  const earned = new Float64Array(status.length);
  for (let u = 0; u < status.length; u++) {
    if (status[u] !== MEASURED) continue;
    const figure = value[u]!;
    const points = Number.isNaN(figure) ? figure : rule(figure, target[u]!);
    earned[u] = Number.isNaN(points) ? exactly(u) : points;
  }
  return earned;
}

/** Earned is what counts, but for coefficients and for units to which something does not apply. */
function countedColumns(
  criteria: readonly Criterion[],
  figures: readonly Figures[],
  earned: readonly Float64Array[],
  units: number,
): readonly Float64Array[] {
  const base = baseOf(criteria);
  const isWeighted = base.indexes.some((i) => criteria[i]!.coefficient !== '1');
  const isRescaled = new Uint8Array(units).fill(isWeighted ? 1 : 0);
  for (const i of base.indexes)
    for (let u = 0; u < units; u++) if (figures[i]!.status[u] === NOT_APPLICABLE) isRescaled[u] = 1;
  const copied = isRescaled.includes(1);
  const counted = criteria.map((criterion, i) => {
    if (!base.indexes.includes(i)) return besideColumn(criterion, figures[i]!, earned[i]!);
    return copied ? earned[i]!.slice() : earned[i]!;
  });
  for (let u = 0; u < units; u++) {
    if (isRescaled[u] === 0) continue;
    const { criteria: parts } = base.count(
      base.indexes.map((i) => appliedPoints(figures[i]!, earned[i]!, u)),
    );
    base.indexes.forEach((i, position) => {
      counted[i]![u] = parts[position]!.counted;
    });
  }
  return counted;
}

/** What groups are counted from; undefined: not applicable. */
export function appliedPoints({ status }: Figures, earned: Float64Array, u: number): Micropoints | undefined {
  return status[u] === NOT_APPLICABLE ? undefined : (earned[u] as Micropoints);
}

function besideColumn(criterion: Criterion, { status }: Figures, earned: Float64Array): Float64Array {
  if (criterion.coefficient === '1') return earned; // what does not apply earned nothing
  return earned.map(
    (points, u) => besideBase(criterion, STATUSES[status[u]!]!, points as Micropoints).counted,
  );
}

function sum(columns: readonly Float64Array[], units: number): Float64Array {
  const sums = new Float64Array(units);
  for (const column of columns) for (let u = 0; u < units; u++) sums[u] = sums[u]! + column[u]!;
  return sums;
}

function limited(
  totals: Totals,
  base: Float64Array,
  bonus: Float64Array,
  deductions: Float64Array,
): Pick<TrackScores, 'base' | 'bonus' | 'deductions' | 'total'> {
  const total = new Float64Array(base.length);
  for (let u = 0; u < total.length; u++) {
    const of = totalOf(totals, base[u] as Micropoints, bonus[u] as Micropoints, deductions[u] as Micropoints);
    bonus[u] = of.bonus;
    deductions[u] = of.deductions;
    total[u] = of.total;
  }
  return { base, bonus, deductions, total };
}
