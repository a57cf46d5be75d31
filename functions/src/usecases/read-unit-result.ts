import { AppError } from '../domain/app-error.ts';
import type { PeriodId } from '../domain/campaign/period.ts';
import type { UnitResult } from '../domain/evaluation/period-result.ts';
import { type ExplanationLine, explainUnit } from '../messages/vi/explanation.ts';
import type { PeriodRecord, PeriodState, Reader } from '../ports.ts';
import { periodOf, rulesOf } from './rules-of.ts';

export interface ExplainedResult {
  readonly period: string;
  readonly state: PeriodState;
  readonly version: number;
  readonly published: boolean;
  /** The period was opened again: a newer version may come. */
  readonly beingCorrected: boolean;
  readonly result: UnitResult;
  /** Why, line by line, in Vietnamese. */
  readonly explanation: readonly ExplanationLine[];
}

/** One unit's result and why. Throws AppError not_found where there is none yet, or none published. */
export async function readUnitResult(
  reader: Reader,
  address: { readonly period: string; readonly unitId: string; readonly publishedOnly: boolean },
): Promise<ExplainedResult> {
  const id = address.period as PeriodId;
  const record = await reader.period(id);
  const version = versionShown(record, address.publishedOnly);
  const stored = version === 0 ? undefined : await reader.result(id, version);
  if (record === undefined || stored === undefined) throw new AppError('not_found', { what: 'result' });
  const result = stored.result.units.find(({ unitId }) => unitId === address.unitId);
  const setup = await reader.setup(stored.setupVersion);
  if (result === undefined || setup === undefined) throw new AppError('not_found', { what: 'unit' });
  const rules = rulesOf(setup.campaign, periodOf(setup.campaign, id));
  return {
    period: id,
    state: record.state,
    version,
    published: version === record.publishedVersion,
    beingCorrected: record.state !== 'evaluated' && record.state !== 'voted' && record.state !== 'published',
    result,
    explanation: explainUnit(result, rules, stored.result),
  };
}

function versionShown(record: PeriodRecord | undefined, publishedOnly: boolean): number {
  return (publishedOnly ? record?.publishedVersion : record?.resultVersion) ?? 0;
}
