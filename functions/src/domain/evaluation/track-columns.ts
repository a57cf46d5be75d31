import type { Unit } from '../campaign/unit.ts';
import { type Figures, readFigures } from './scoring/figures.ts';
import { type Leaders, leadersOf } from './scoring/leaders.ts';
import type { Reporting, TrackContext } from './scoring/track-context.ts';

/** A track's forms, read into columns. */
export interface TrackColumns {
  readonly context: TrackContext;
  /** Valid units by id, reporting or not. */
  readonly units: readonly Unit[];
  /** Those that reported, in the same order. */
  readonly reporting: readonly Reporting[];
  readonly figures: readonly Figures[];
  readonly leaders: Leaders;
}

export function readTrack(
  context: TrackContext,
  units: readonly Unit[],
  reporting: readonly Reporting[],
): TrackColumns {
  const figures = readFigures(context, reporting);
  return { context, units, reporting, figures, leaders: leadersOf(context, reporting) };
}
