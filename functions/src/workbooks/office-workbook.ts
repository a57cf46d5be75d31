import type { Campaign } from '../domain/campaign/campaign.ts';
import type { WantedTab, WantedWorkbook } from '../domain/publishing/wanted.ts';
import type { SetupRows } from '../domain/setup/setup-rows.ts';
import type { LogEntry, Member } from '../ports.ts';
import { appraisalTab } from './appraisal-tab.ts';
import { LOCALE } from './locale.ts';
import { logTab } from './log-tab.ts';
import type { OfficePeriod } from './office-period.ts';
import { setupTabs } from './setup-tabs.ts';
import { trackingTab } from './tracking-tab.ts';

export interface OfficeContent {
  readonly campaign: Campaign;
  readonly members: readonly Member[];
  /** Newest first. */
  readonly log: readonly LogEntry[];
  /** The newest opened period. */
  readonly tracked: OfficePeriod | undefined;
  /** The oldest period that may still be appraised. */
  readonly appraised: OfficePeriod | undefined;
  /** What was registered, and the registers that the office keeps; none where the campaign keeps none. */
  readonly registers?: readonly WantedTab[];
  /** The configuration as forms. */
  readonly setup: SetupRows;
}

/** Điều hành: where the office follows the forms, appraises, and looks things up. */
export function officeWorkbook(content: OfficeContent): WantedWorkbook {
  const { campaign, tracked, appraised, registers = [] } = content;
  return {
    title: `Điều hành – ${campaign.name}`,
    locale: LOCALE,
    timeZone: campaign.timeZone,
    tabs: [
      trackingTab(tracked, campaign.timeZone),
      appraisalTab(appraised),
      ...registers,
      logTab(content),
      ...setupTabs(content.setup),
    ],
  };
}
