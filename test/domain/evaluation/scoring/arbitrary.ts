import fc from 'fast-check';
import type { Targeted } from '../../../../functions/src/domain/evaluation/scoring/figure.ts';
import type { Micropoints } from '../../../../functions/src/domain/numbers/micropoints.ts';
import { micropointsOf } from '../../../../functions/src/domain/numbers/micropoints.ts';
import { decimal } from '../../build/campaign.ts';

export const ONE = 10n ** 12n;

/** 0 to 100 points in half points, as maxima are. */
export const maxima = (): fc.Arbitrary<Micropoints> =>
  fc.integer({ min: 1, max: 200 }).map((n) => micropointsOf(decimal(n / 2)));

/** Figures as people report them: a few decimals, zero among them. */
export const values = (): fc.Arbitrary<bigint> =>
  fc.oneof(
    fc.integer({ min: 0, max: 4 }).map((n) => BigInt(n) * ONE),
    fc.integer({ min: 0, max: 300 }).map((n) => BigInt(n) * ONE),
    fc.integer({ min: 0, max: 10_000_000 }).map((n) => (BigInt(n) * ONE) / 1000n),
  );

export const targets = (): fc.Arbitrary<bigint> => values().map((value) => (value === 0n ? ONE : value));
export const figures = (): fc.Arbitrary<Targeted> => fc.record({ value: values(), target: targets() });

/** Whether points are numerator / denominator (in micropoints), to the nearest micropoint. */
export function isNearest(points: Micropoints, numerator: bigint, denominator: bigint): boolean {
  const twice = 2n * (BigInt(points) * denominator - numerator);
  return (twice < 0n ? -twice : twice) <= denominator;
}
