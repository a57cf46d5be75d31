import type { Validity } from './validity.ts';

/** One row of the units register; a renamed or moved unit has several rows of one id with disjoint validity. */
export interface Unit extends Validity {
  readonly id: string;
  readonly name: string;
  readonly track: string;
  readonly cluster: string;
  /** Who takes part for the unit, e.g. "Đảng ủy xã Mỹ Hòa". */
  readonly participant?: string;
  /** The unit that a merged unit went into. */
  readonly successor?: string;
  /** Every other column of the register, e.g. has_tthc = "no". */
  readonly attributes: Readonly<Record<string, string>>;
}
