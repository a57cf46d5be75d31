import type { Ballot } from '../../domain/ballot/ballot.ts';
import type { BallotBox } from '../../domain/ballot/ballot-box.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import type { WantedTab, WantedWorkbook } from '../../domain/publishing/wanted.ts';
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts';
import type { SetupRows } from '../../domain/setup/setup-rows.ts';
import type { LogEntry } from '../../ports/log.ts';
import type { Member } from '../../ports/member.ts';
import type { KeptOperations } from '../../ports/watch.ts';
import { decisionsTab } from '../exemplars/decisions-tab.ts';
import { LOCALE } from '../locale.ts';
import { logTab } from '../log-tab.ts';
import { appraisalTab } from './appraisal-tab.ts';
import { ballotTabs } from './ballots-tab.ts';
import type { OfficePeriod } from './office-period.ts';
import { operationsTab } from './operations-tab.ts';
import { remindersTab } from './reminders-tab.ts';
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
  /** What the list of reminders is worked out from. */
  readonly reminders: ReminderFacts;
  /** What was registered, and the registers that the office keeps; none where the campaign keeps none. */
  readonly registers?: readonly WantedTab[];
  /** What the council votes on and what was decided; none before the first. */
  readonly council?: CouncilContent;
  /** How everything runs; absent before it was first looked at. */
  readonly operations?: KeptOperations | undefined;
  /** The configuration as forms. */
  readonly setup: SetupRows;
}

export interface CouncilContent {
  readonly ballots: readonly Ballot[];
  readonly boxes: readonly BallotBox[];
  readonly decisions: readonly Decision[];
}

/** Điều hành: where the office follows the forms, appraises, and looks things up. */
export function officeWorkbook(content: OfficeContent): WantedWorkbook {
  const { campaign, tracked, appraised, registers = [], operations } = content;
  return {
    title: `Điều hành – ${campaign.name}`,
    locale: LOCALE,
    timeZone: campaign.timeZone,
    tabs: [
      trackingTab(tracked, campaign.timeZone),
      appraisalTab(appraised),
      remindersTab(content.reminders, campaign.name),
      ...councilTabs(content.council),
      ...registers,
      logTab(content),
      ...(operations ? [operationsTab(operations, campaign)] : []),
      ...setupTabs(content.setup),
    ],
  };
}

/** A tab comes with the first thing to show in it. */
function councilTabs(council: CouncilContent | undefined): WantedTab[] {
  if (council === undefined) return [];
  const { ballots, boxes, decisions } = council;
  const voided = ballots.filter(({ voided: each }) => each !== undefined);
  const voidBallots = new Set(voided.map(({ id }) => id));
  return [
    ...ballotTabs(ballots, boxes),
    ...(decisions.length > 0 ? [decisionsTab({ decisions, voidBallots })] : []),
  ];
}
