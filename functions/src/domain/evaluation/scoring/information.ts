import { type Micropoints, ZERO_POINTS } from '../../numbers/micropoints.ts';

/** Reported, shown, perhaps a tie-break; never points. */
export function informationPoints(): Micropoints {
  return ZERO_POINTS;
}
