import { AppError } from '../../domain/app-error.ts';
import type { PeriodId } from '../../domain/campaign/period.ts';
import type { Rules } from '../../domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../../domain/evaluation/period-result.ts';
import { type ExplanationLine, explainUnit } from '../../messages/vi/explanation/explanation.ts';
import type { PeriodRecord, PeriodState } from '../../ports/period.ts';
import type { Reader } from '../../ports/store.ts';
import { periodOf, rulesOf } from '../rules-of.ts';
import { resultAround } from './result-around.ts';

export interface ExplainedResult {
  readonly period: string;
  readonly state: PeriodState;
  readonly version: number;
  readonly published: boolean;
  /** Of a version that was published and is no longer: the one that took its place. */
  readonly replacedBy?: number;
  /** The period was opened again: a newer version may come. */
  readonly beingCorrected: boolean;
  readonly result: UnitResult;
  /** Of the unit's grade; absent where it has none. */
  readonly gradeName?: string;
  /** Why, line by line, in Vietnamese. */
  readonly explanation: readonly ExplanationLine[];
}

export interface ResultAddress {
  readonly period: string;
  readonly unitId: string;
  /** Absent: the newest. */
  readonly version?: number | undefined;
  readonly publishedOnly: boolean;
}

/**
 * One unit's result and why. Of the stored result no more is read than the explanation tells of, so that it takes no
 * longer among ten thousand units than among fifty. Throws AppError not_found where there is none yet, or none
 * published.
 */
export async function readUnitResult(reader: Reader, address: ResultAddress): Promise<ExplainedResult> {
  const id = address.period as PeriodId;
  const record = await reader.period(id);
  const version = versionShown(record, address);
  const stored = version === 0 ? undefined : await reader.resultInParts(id, version);
  if (record === undefined || stored === undefined) throw new AppError('not_found', { what: 'result' });
  const [around, setup] = await Promise.all([
    resultAround(stored, address.unitId),
    reader.setup(stored.setupVersion),
  ]);
  const result = around.units.find(({ unitId }) => unitId === address.unitId);
  if (result === undefined || setup === undefined) throw new AppError('not_found', { what: 'unit' });
  const rules = rulesOf(setup.campaign, periodOf(setup.campaign, id));
  const at = record.publications.findIndex((publication) => publication.version === version);
  const next = at < 0 ? undefined : record.publications[at + 1];
  return {
    period: id,
    state: record.state,
    version,
    published: version === record.publishedVersion,
    ...(next && { replacedBy: next.version }),
    beingCorrected: record.state !== 'evaluated' && record.state !== 'voted' && record.state !== 'published',
    result,
    ...gradeOf(result, rules),
    explanation: explainUnit(result, rules, around),
  };
}

/** 0: there is none, or none that whoever asks may see. */
function gradeOf(
  { status, track, grade }: UnitResult,
  { tracks }: Rules,
): Pick<ExplainedResult, 'gradeName'> {
  const grades = tracks.find(({ code }) => code === track)?.grades ?? [];
  const found = status === 'ranked' ? grades.find(({ code }) => code === grade.final) : undefined;
  return found === undefined ? {} : { gradeName: found.name };
}

function versionShown(
  record: PeriodRecord | undefined,
  { version, publishedOnly }: Pick<ResultAddress, 'version' | 'publishedOnly'>,
): number {
  if (record === undefined) return 0;
  if (version === undefined) return publishedOnly ? record.publishedVersion : record.resultVersion;
  const wasPublished = record.publications.some((publication) => publication.version === version);
  return publishedOnly && !wasPublished ? 0 : version;
}
