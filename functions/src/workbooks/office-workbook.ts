import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Period } from '../domain/campaign/period.ts';
import type { Rules } from '../domain/evaluation/period-inputs.ts';
import type { WantedWorkbook } from '../domain/publishing/wanted.ts';
import type { Appraisal, LogEntry, Member, PeriodRecord, Refusal, Submission } from '../ports.ts';
import { appraisalTab } from './appraisal-tab.ts';
import { LOCALE } from './locale.ts';
import { logTab } from './log-tab.ts';
import { setupTabs } from './setup-tabs.ts';
import { trackingTab } from './tracking-tab.ts';

/** A period the office works on, with what came in. */
export interface OfficePeriod {
  readonly period: Period;
  readonly record: PeriodRecord;
  readonly rules: Rules;
  readonly submissions: readonly Submission[];
  readonly appraisals: readonly Appraisal[];
  readonly refusals: readonly Refusal[];
}

export interface OfficeContent {
  readonly campaign: Campaign;
  readonly members: readonly Member[];
  /** Newest first. */
  readonly log: readonly LogEntry[];
  /** The newest opened period. */
  readonly tracked: OfficePeriod | undefined;
  /** The oldest period that may still be appraised. */
  readonly appraised: OfficePeriod | undefined;
}

/** Điều hành: where the office follows the forms, appraises, and looks things up. */
export function officeWorkbook(content: OfficeContent): WantedWorkbook {
  const { campaign, members, tracked, appraised } = content;
  return {
    title: `Điều hành – ${campaign.name}`,
    locale: LOCALE,
    timeZone: campaign.timeZone,
    tabs: [
      trackingTab(tracked, campaign.timeZone),
      appraisalTab(appraised),
      logTab(content),
      ...setupTabs(campaign, members),
    ],
  };
}
