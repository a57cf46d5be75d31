import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Period } from '../domain/campaign/period.ts';
import type { Rules, TrackRules } from '../domain/evaluation/period-inputs.ts';
import type { PeriodResult, UnitResult } from '../domain/evaluation/period-result.ts';
import type { TableTab } from '../domain/publishing/wanted.ts';
import { formatPeriod } from '../messages/vi/format.ts';
import type { LogEntry } from '../ports/log.ts';
import type { Member } from '../ports/member.ts';
import type { PeriodRecord } from '../ports/period.ts';

/** One published period as workbooks show it. */
export interface PublishedResult {
  readonly period: Period;
  readonly record: PeriodRecord;
  readonly version: number;
  readonly rules: Rules;
  readonly result: PeriodResult;
}

/** What the summary is made of. */
export interface SummaryContent {
  readonly campaign: Campaign;
  /** Published periods, oldest first; the last one is shown in full. */
  readonly periods: readonly PublishedResult[];
  /** Counts of what was registered; none where the campaign keeps no registers. */
  readonly registers?: readonly TableTab[];
  /** Exemplars, decisions, and what became of everybody. */
  readonly exemplars?: readonly TableTab[];
  /** Newest first. */
  readonly log: readonly LogEntry[];
  readonly members: readonly Member[];
  /** Every version that was ever published, period by period, oldest first. */
  readonly versions: readonly PublishedVersion[];
}

/** One version of a period that leaders once read, or read now. */
export interface PublishedVersion {
  readonly published: PublishedResult;
  readonly setupVersion: number;
  readonly evaluatedAt: Date;
  readonly publishedAt: Date;
  /** SHA-256 of the result, hex. */
  readonly digest: string;
  /** The version that took its place, and why; absent of the one that counts. */
  readonly replaced?: { readonly by: number; readonly at: Date; readonly reason: string };
}

/** A published result's units of one track. */
export function unitsOf({ result }: PublishedResult, track: TrackRules): readonly UnitResult[] {
  return result.units.filter((unit) => unit.track === track.code);
}

/** The lines above every table: which period, which version, and whether it is being corrected. */
export function versionLines(published: PublishedResult): string[] {
  const { period, version } = published;
  const replaced = replacedVersion(published);
  const pending = pendingLine(published);
  return [
    replaced === undefined
      ? formatPeriod(period)
      : `${formatPeriod(period)} – phiên bản ${version}, thay phiên bản ${replaced.fromVersion}. Lý do: ${replaced.reason}`,
    ...(pending === undefined ? [] : [pending]),
  ];
}

/** The reopening that this version followed: which version it replaces, and why. */
export function replacedVersion({ record, version }: PublishedResult) {
  return record.reopenings.filter(({ fromVersion }) => fromVersion > 0 && fromVersion < version).at(-1);
}

/** Said while the period is being corrected. */
export function pendingLine({ record }: PublishedResult): string | undefined {
  const pending = record.reopenings.at(-1);
  if (record.state === 'published' || pending === undefined) return undefined;
  return `Kỳ này đã mở lại để chỉnh sửa, số liệu dưới đây có thể thay đổi. Lý do: ${pending.reason}`;
}
