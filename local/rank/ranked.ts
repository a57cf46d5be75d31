import type { Campaign } from '../../functions/src/domain/campaign/campaign.ts';
import type { Rules, TrackRules } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { PeriodResult, UnitResult } from '../../functions/src/domain/evaluation/period-result.ts';
import type { StandingsResult } from '../../functions/src/domain/evaluation/standings.ts';
import { type Micropoints, pointsOf, roundPoints } from '../../functions/src/domain/numbers/micropoints.ts';

/** One evaluated period with what it was evaluated by. */
export interface RankedPeriod {
  readonly campaign: Campaign;
  readonly rules: Rules;
  readonly result: PeriodResult;
  /** SHA-256 of the canonical result. */
  readonly digest: string;
  /** The year and the quarter so far, where the file has several periods of them. */
  readonly standings: {
    readonly year?: StandingsResult;
    readonly quarter?: StandingsResult;
  };
}

/** Ranked units of a track by place, those that share one by id; then those that sent nothing, by id. */
export function inOrder(units: readonly UnitResult[]): readonly UnitResult[] {
  const rank = (unit: UnitResult): number => unit.place.place ?? Number.POSITIVE_INFINITY;
  return [...units].sort((a, b) => {
    const byPlace = rank(a) === rank(b) ? 0 : rank(a) - rank(b);
    return byPlace || (a.unitId < b.unitId ? -1 : 1);
  });
}

export function unitsOf(result: PeriodResult, track: TrackRules): readonly UnitResult[] {
  return result.units.filter((unit) => unit.track === track.code);
}

/** Points with exactly the compared decimals; without a number of them, as many as there are. */
export function showPoints(micropoints: Micropoints, decimals: number | undefined, mark: ',' | '.'): string {
  const rounded = decimals === undefined ? micropoints : roundPoints(micropoints, decimals);
  const [whole = '0', fraction = ''] = pointsOf(rounded).split('.');
  const shown = decimals === undefined ? fraction : fraction.padEnd(decimals, '0');
  return shown === '' ? whole : `${whole}${mark}${shown}`;
}

/** Codes of the recognition rules that chose each unit, in the rules' order. */
export function recognisedBy({ recognitions }: PeriodResult): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  for (const { rule, chosen } of recognitions)
    for (const { unitId } of chosen) {
      const known = rules.get(unitId) ?? [];
      if (!known.includes(rule)) known.push(rule);
      rules.set(unitId, known);
    }
  return rules;
}
