import type { Criterion } from '../../campaign/criterion.ts';
import type { Totals } from '../../campaign/settings.ts';
import type { Unit } from '../../campaign/unit.ts';
import { type Decimal, sumDecimals } from '../../numbers/decimal.ts';
import { type Micropoints, sumPoints, ZERO_POINTS } from '../../numbers/micropoints.ts';
import { present } from '../../present.ts';
import type { UnitInput } from '../period-inputs.ts';
import type { CriterionResult, GroupResult, Subtotal } from '../period-result.ts';
import type { Scores } from '../ranking/key-values.ts';
import type { CountedGroup } from './counted-points.ts';
import type { TrackContext } from './track-context.ts';

/** A unit with its points, before anybody's grade or place. */
export interface ScoredUnit extends Scores {
  readonly unit: Unit;
  readonly input: UnitInput;
}

/**
 * Subtotals are sums of counted points and nothing else: a criterion stands in several views but is added into
 * the total once, and a subtotal is never added into anything.
 */
export function scoredUnit(
  { track, breakthroughs }: TrackContext,
  { unit, input }: { readonly unit: Unit; readonly input: UnitInput },
  results: readonly CriterionResult[],
  groups: ReadonlyMap<string | undefined, CountedGroup>,
): ScoredUnit {
  const view = (code: string, isIn: (criterion: Criterion) => boolean): Subtotal =>
    subtotal(code, results, (i) => isIn(track.criteria[i]!));
  const ofKind = (kind: CriterionResult['kind']): readonly CriterionResult[] =>
    results.filter((result) => result.kind === kind);
  const base = sumPoints(results.filter((result) => !BESIDE_BASE.has(result.kind)).map(countedOf));
  const bonus = sumPoints(ofKind('bonus').map(countedOf));
  const deductions = sumPoints(ofKind('deduction').map(countedOf));
  return {
    unit,
    input,
    criteria: results,
    groups: track.groups.map(({ code }) =>
      groupResult(
        view(code, ({ group, scoring }) => group === code && !BESIDE_BASE.has(scoring.kind)),
        groups.get(code),
      ),
    ),
    legs: track.legs.map(({ code }) => view(code, ({ leg }) => leg === code)),
    prongs: track.prongs.map(({ code }) => view(code, ({ prong }) => prong === code)),
    breakthroughs: breakthroughs.map((code) =>
      view(code, (criterion) => criterion.breakthroughs.includes(code)),
    ),
    base,
    ...totalOf(track.totals, base, bonus, deductions),
    deductionCount: sumDecimals(ofKind('deduction').flatMap(({ value }) => value ?? [])) as Decimal,
  };
}

const BESIDE_BASE: ReadonlySet<string> = new Set(['bonus', 'deduction', 'information']);
const countedOf = ({ counted }: CriterionResult): Micropoints => counted;

/** Bonus up to its cap, deductions down to their floor, the total not below its least; it may pass 100. */
export function totalOf(
  { bonusCap, deductionFloor, least }: Totals,
  base: Micropoints,
  bonusBeforeCap: Micropoints,
  deductionsBeforeFloor: Micropoints,
): Pick<Scores, 'bonus' | 'deductions' | 'total'> {
  const bonus = Math.min(bonusBeforeCap, bonusCap ?? bonusBeforeCap) as Micropoints;
  const deductions = Math.max(deductionsBeforeFloor, deductionFloor ?? deductionsBeforeFloor) as Micropoints;
  const sum = base + bonus + deductions;
  return { bonus, deductions, total: Math.max(sum, least ?? sum) as Micropoints };
}

function groupResult(view: Subtotal, counted: CountedGroup | undefined): GroupResult {
  return present<GroupResult>({
    ...view,
    max: counted?.max ?? ZERO_POINTS,
    rescaledFrom: counted?.isRescaled ? counted.applicableMax : undefined,
  });
}

function subtotal(code: string, results: readonly CriterionResult[], isIn: (i: number) => boolean): Subtotal {
  let micropoints = 0;
  let max = 0;
  for (let i = 0; i < results.length; i++) {
    if (!isIn(i)) continue;
    micropoints += results[i]!.counted;
    max += results[i]!.countedMax;
  }
  return { code, max: max as Micropoints, micropoints: micropoints as Micropoints };
}
