import { AppError } from '../../domain/app-error.ts';
import type { PeriodId } from '../../domain/campaign/period.ts';
import { canonicalJson, digestOf } from '../../domain/digest.ts';
import { evaluatePeriod } from '../../domain/evaluation/evaluate-period.ts';
import type { Reader } from '../../ports/store.ts';

/** What a stored result was, and what its stored inputs give today. */
export interface Replay {
  readonly version: number;
  /** Every byte of the result is the same. */
  readonly same: boolean;
  readonly inputsDigest: string;
  readonly digest: string;
  readonly replayedDigest: string;
}

/** Evaluates a stored version again, under the rules of its own time. Throws AppError not_found. */
export async function replayPeriod(reader: Reader, period: PeriodId, version: number): Promise<Replay> {
  const stored = await reader.result(period, version);
  const inputs = await reader.resultInputs(period, version);
  if (stored === undefined || inputs === undefined) throw new AppError('not_found', { what: 'result' });
  const replayed = evaluatePeriod(inputs);
  return {
    version,
    same: canonicalJson(replayed) === canonicalJson(stored.result),
    inputsDigest: replayed.inputsDigest,
    digest: stored.digest,
    replayedDigest: digestOf(replayed),
  };
}
