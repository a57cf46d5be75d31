import type { PeriodId } from '../domain/campaign/period.ts';
import type { PeriodInputs } from '../domain/evaluation/period-inputs.ts';
import type { PeriodResult } from '../domain/evaluation/period-result.ts';

export interface StoredResult {
  readonly version: number;
  readonly setupVersion: number;
  readonly evaluatedAt: Date;
  readonly evaluatedBy: string;
  /** SHA-256 of the canonical result, hex. */
  readonly digest: string;
  readonly result: PeriodResult;
}

/** As StagedCampaign, for putResult. */
export interface StagedResult {
  /** SHA-256 of the canonical result, hex. */
  readonly digest: string;
  readonly pages: number;
  readonly inputsDigest: string;
  readonly inputsPages: number;
}

export interface ResultReader {
  /** The newest result of a period, or the given version. */
  result(period: PeriodId, version?: number): Promise<StoredResult | undefined>;
  /** What a stored result was computed from, for replay. */
  resultInputs(period: PeriodId, version: number): Promise<PeriodInputs | undefined>;
}

export interface ResultWriter {
  putResult(period: PeriodId, result: Omit<StoredResult, 'result' | 'digest'>, staged: StagedResult): void;
}
