import type { PeriodId } from '../domain/campaign/period.ts';
import type { PeriodInputs } from '../domain/evaluation/period-inputs.ts';
import type { PeriodResult, UnitResult } from '../domain/evaluation/period-result.ts';

export interface StoredResult {
  readonly version: number;
  readonly setupVersion: number;
  readonly evaluatedAt: Date;
  readonly evaluatedBy: string;
  /** SHA-256 of the canonical result, hex. */
  readonly digest: string;
  readonly result: PeriodResult;
}

/** What a result was evaluated from, as it stands in the store. */
export interface StagedInputs {
  /** SHA-256 of the canonical inputs, hex: the result's own inputsDigest. */
  readonly inputsDigest: string;
  readonly inputsPages: number;
}

/** As StagedCampaign, for putResult. */
export interface StagedResult extends StagedInputs {
  /** SHA-256 of the canonical result, hex. */
  readonly digest: string;
  readonly pages: number;
  /** By page. */
  readonly unitPages: readonly UnitPage[];
}

/**
 * A page of a stored result on which units begin: which is the first of them and which the last, and behind how many
 * of the page's characters. So one unit is found among ten thousand. A page in the middle of one long unit has none.
 */
export interface UnitPage {
  readonly page: number;
  readonly first: string;
  readonly firstAt: number;
  /** The same unit where only one begins here. It may go on on the next pages. */
  readonly last: string;
  readonly lastAt: number;
}

/** A stored result of which no more is read than is asked for: somebody wants to see one unit of ten thousand. */
export interface ResultInParts extends Omit<StoredResult, 'result'> {
  unit(unitId: string): Promise<UnitResult | undefined>;
  /** All of them by id, some at a time, so that a result need not be held whole. */
  units(): AsyncIterable<readonly UnitResult[]>;
  /** All but the units. */
  rest(): Promise<Omit<PeriodResult, 'units'>>;
}

export interface ResultReader {
  /** The newest result of a period, or the given version. */
  result(period: PeriodId, version?: number): Promise<StoredResult | undefined>;
  /** The same, to be looked at in parts. */
  resultInParts(period: PeriodId, version?: number): Promise<ResultInParts | undefined>;
  /** What a stored result was computed from, for replay. */
  resultInputs(period: PeriodId, version: number): Promise<PeriodInputs | undefined>;
}

export interface ResultWriter {
  putResult(period: PeriodId, result: Omit<StoredResult, 'result' | 'digest'>, staged: StagedResult): void;
}
