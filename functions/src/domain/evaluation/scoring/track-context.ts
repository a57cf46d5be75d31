import type { PeriodId } from '../../campaign/period.ts';
import type { Unit } from '../../campaign/unit.ts';
import type { Decimal } from '../../numbers/decimal.ts';
import type { TrackRules, UnitInput } from '../period-inputs.ts';
import type { PastFigures } from './past-figures.ts';

/** What scoring knows besides what a unit reported. */
export interface TrackContext {
  readonly track: TrackRules;
  readonly breakthroughs: readonly string[];
  readonly period: PeriodId;
  /** The unit's own targets in the office's register, by criterion. */
  readonly registered: (unitId: string) => ReadonlyMap<string, Decimal> | undefined;
  readonly past: PastFigures;
}

/** A unit that reported, and what. */
export interface Reporting {
  readonly unit: Unit;
  readonly input: UnitInput;
}
