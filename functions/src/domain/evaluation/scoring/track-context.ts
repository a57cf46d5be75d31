import type { PeriodId } from '../../campaign/period.ts';
import type { Decimal } from '../../numbers/decimal.ts';
import type { TrackRules } from '../period-inputs.ts';
import type { PastFigures } from './past-figures.ts';

/** What scoring knows besides what a unit reported. */
export interface TrackContext {
  readonly track: TrackRules;
  readonly breakthroughs: readonly string[];
  readonly period: PeriodId;
  /** The unit's own target of a criterion in the office's register. */
  readonly registered: (unitId: string, criterion: string) => Decimal | undefined;
  readonly past: PastFigures;
}
