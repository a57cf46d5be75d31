import type { Micropoints } from '../../numbers/micropoints.ts';

/** Points between least and most; bounded while still a bigint, so that no absurd figure overflows. */
export function bounded(points: bigint, least: number, most: number): Micropoints {
  if (points <= BigInt(least)) return (least + 0) as Micropoints; // + 0: never −0
  if (points >= BigInt(most)) return (most + 0) as Micropoints;
  return Number(points) as Micropoints;
}
