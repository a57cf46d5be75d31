import type { Micropoints } from '../../numbers/micropoints.ts';
import type { Working } from '../period-result.ts';

/** What a rule is applied to: whole numbers of 10^-12 (decimal.ts), so that ratios are compared by cross-multiplying. */
export interface Figure {
  readonly value: bigint;
  readonly target?: bigint;
}

/** A figure of a criterion that is held against a target; the target is above zero. */
export type Targeted = Required<Figure>;

export interface Earned {
  readonly micropoints: Micropoints;
  readonly working?: Working;
}

/** 1 as a scaled whole number. */
export const ONE = 10n ** 12n;
