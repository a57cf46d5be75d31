import type { Period } from '../domain/campaign/period.ts';
import type { CampaignChanges } from '../domain/setup/compare-campaigns.ts';
import type { ResultChanges } from '../domain/setup/compare-results.ts';

/** What a preview of another configuration found. */
export interface PreviewFacts {
  readonly changes: CampaignChanges & {
    readonly settings: readonly { readonly section: string; readonly rows: number }[];
  };
  readonly month?: {
    readonly period: Period;
    readonly forms: number;
    /** It is evaluated already, and keeps that result until it is reopened. */
    readonly isEvaluated: boolean;
    readonly changes: ResultChanges;
  };
  readonly hasResults: boolean;
}

export function changesNothing({ changes }: PreviewFacts): boolean {
  const lists = [changes.units, changes.criteria, changes.members];
  const count = lists.reduce(
    (sum, list) => sum + list.added.length + list.removed.length + list.changed.length,
    0,
  );
  return count + changes.targets + changes.settings.length === 0;
}

/** More names than these nobody reads in one line. */
export const MOST_NAMES = 10;
