import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Period } from '../../domain/campaign/period.ts';
import type { Unit } from '../../domain/campaign/unit.ts';
import type { Recognised } from '../../domain/decision/recognised.ts';
import type { Rules } from '../../domain/evaluation/period-inputs.ts';
import type { WantedTab, WantedWorkbook } from '../../domain/publishing/wanted.ts';
import type { PeriodState } from '../../ports/period.ts';
import { LOCALE } from '../locale.ts';
import type { PublishedResult } from '../published.ts';
import { resultTab } from './result-tab.ts';
import { closedFormTab, type SubmittedForm, submissionTab, submissionTabKey } from './submission-tab.ts';

export interface UnitContent {
  readonly campaign: Campaign;
  readonly unitId: string;
  /** Every period that was ever opened, with the newest setup's rules. */
  readonly periods: readonly {
    readonly period: Period;
    readonly state: PeriodState;
    readonly rules: Rules;
    /** What the unit submitted, where the period is open. */
    readonly submitted?: SubmittedForm | undefined;
  }[];
  /** The unit's registers; none where the campaign keeps none. */
  readonly registers?: readonly WantedTab[];
  /** The newest published period. */
  readonly published: PublishedResult | undefined;
  /** The decisions that name the unit. */
  readonly decisions?: readonly Recognised[];
}

/** Sổ thi đua of one unit: the forms of open periods, those of past ones as they are, and its newest result. */
export function unitWorkbook({
  campaign,
  unitId,
  periods,
  registers = [],
  published,
  decisions = [],
}: UnitContent): WantedWorkbook | undefined {
  const rows = campaign.units.filter(({ id }) => id === unitId);
  const newest = periods.at(-1)?.rules.units.find(({ id }) => id === unitId) ?? rows.at(-1);
  if (newest === undefined) return undefined;
  return {
    title: `Sổ thi đua – ${newest.name}`,
    locale: LOCALE,
    timeZone: campaign.timeZone,
    tabs: [
      ...periods.toReversed().map((each) => formTab(unitId, campaign.timeZone, each)),
      ...registers,
      resultTab(unitId, newest.name, { published, decisions }),
    ],
  };
}

function formTab(
  unitId: string,
  timeZone: string,
  { period, state, rules, submitted }: UnitContent['periods'][number],
): WantedTab {
  const unit: Unit | undefined = rules.units.find(({ id }) => id === unitId);
  const track = rules.tracks.find(({ code }) => code === unit?.track);
  if (state !== 'open') return closedFormTab(period);
  if (unit === undefined || track === undefined) return { kind: 'kept', key: submissionTabKey(period.id) };
  return submissionTab(unit, track, { rules, period, timeZone, submitted });
}
