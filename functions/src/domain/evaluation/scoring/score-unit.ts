import type { Criterion } from '../../campaign/criterion.ts';
import { toScaled } from '../../numbers/decimal.ts';
import { baseCounter, type Counted, type Weighted } from './counted-points.ts';
import { type CountedPoints, criterionResult } from './criterion-result.ts';
import { earnedPoints } from './earned-points.ts';
import type { Leaders } from './leaders.ts';
import { measureRow, rowOf } from './measure-row.ts';
import { type ScoredUnit, scoredUnit } from './scored-unit.ts';
import type { Reporting, TrackContext } from './track-context.ts';

/**
 * Scores a unit by itself, exactly, with every number each point was worked with. For many units scoreTrack finds the
 * same points faster; this is what explains them, and what it goes back to for figures that plain numbers cannot hold.
 */
export function unitScorer(context: TrackContext, leaders: Leaders): (reporting: Reporting) => ScoredUnit {
  const { criteria } = context.track;
  const base = baseOf(criteria);
  return (each) => {
    const rows = criteria.map((criterion) => {
      const row = rowOf(criterion, each.input);
      return { ...row, measured: measureRow(context, criterion, each.unit, each.input, row) };
    });
    const leading = leaders.map((leader) => leader(each.unit.cluster));
    const earned = criteria.map((criterion, i) => earnedPoints(criterion, rows[i]!.measured, leading[i]));
    const counted = base.count(
      base.indexes.map((i) =>
        rows[i]!.measured.status === 'not_applicable' ? undefined : earned[i]!.micropoints,
      ),
    );
    const ofBase = new Array<CountedPoints | undefined>(criteria.length);
    base.indexes.forEach((i, position) => {
      ofBase[i] = counted.criteria[position];
    });
    const results = criteria.map((criterion, i) =>
      criterionResult(criterion, rows[i]!, earned[i]!, leading[i], ofBase[i]),
    );
    return scoredUnit(context, each, results, counted.groups);
  };
}

/** The criteria that groups count: everything but bonus, deductions and information. */
export interface Base {
  readonly indexes: readonly number[];
  readonly weights: readonly Weighted[];
  readonly count: (earned: Parameters<ReturnType<typeof baseCounter>>[0]) => Counted;
}

export function baseOf(criteria: readonly Criterion[]): Base {
  const indexes = criteria.flatMap((criterion, i) => (isOfBase(criterion) ? [i] : []));
  const weights = indexes.map((i) => weightedOf(criteria[i]!));
  return { indexes, weights, count: baseCounter(weights) };
}

const OUTSIDE_BASE: ReadonlySet<string> = new Set(['bonus', 'deduction', 'information']);
const isOfBase = ({ scoring }: Criterion): boolean => !OUTSIDE_BASE.has(scoring.kind);

function weightedOf({ group, max, coefficient }: Criterion): Weighted {
  const scaled = toScaled(coefficient);
  return { group, coefficient: scaled, weight: BigInt(max) * scaled };
}
