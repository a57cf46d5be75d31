import { type Micropoints, ZERO_POINTS } from '../../numbers/micropoints.ts';

/** max or nothing. */
export function yesNoPoints(max: Micropoints, isYes: boolean): Micropoints {
  return isYes ? max : ZERO_POINTS;
}
