import { type SettingChange, settingChanges } from '../../campaign-files/cells/setting-changes.ts';
import type { ParsedCampaign } from '../../campaign-files/parse-campaign-files.ts';
import { parsePeriod } from '../../domain/campaign/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Period } from '../../domain/campaign/period.ts';
import { evaluatePeriod } from '../../domain/evaluation/evaluate-period.ts';
import type { Issue } from '../../domain/issue.ts';
import { type CampaignChanges, compareCampaigns } from '../../domain/setup/compare-campaigns.ts';
import { compareResults, type ResultChanges } from '../../domain/setup/compare-results.ts';
import type { PeriodState } from '../../ports/period.ts';
import type { Reader } from '../../ports/store.ts';
import type { Acting } from '../acting.ts';
import { readForms, readHistory, unitInputs } from '../periods/period-inputs.ts';
import { inCalendarOrder } from '../publishing/snapshot.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { rulesOf } from '../rules-of.ts';
import {
  type CampaignProposal,
  parseProposal,
  readStoredCampaign,
  type StoredCampaign,
} from './proposed-campaign.ts';

export interface PreviewOrder extends CampaignProposal {
  /** Where it was asked for: has to be the office's workbook. */
  readonly spreadsheetId?: string | undefined;
}

/** What saving would change. Nothing is written. */
export interface CampaignPreview {
  /** Of what is stored now; saving with it is refused once something else is. */
  readonly basis: string;
  /** Everything that stands in the way; then there is nothing else to tell. */
  readonly issues: readonly Issue[];
  readonly changes?: CampaignChanges & { readonly settings: readonly SettingChange[] };
  /** The current month under both. */
  readonly month?: MonthPreview;
  /** Whether some period is evaluated already: it keeps its own rules. */
  readonly hasResults: boolean;
}

export interface MonthPreview {
  readonly period: Period;
  readonly state: PeriodState;
  /** Forms that it was worked with. */
  readonly forms: number;
  readonly changes: ResultChanges;
}

/**
 * Evaluates the current month, the newest opened one with any form, by the rules that are stored and by those that
 * are proposed, from the same forms.
 */
export async function previewCampaign({ store }: Acting, order: PreviewOrder): Promise<CampaignPreview> {
  await requireWorkbook(store, 'office', order.spreadsheetId);
  const stored = await readStoredCampaign(store);
  const { basis, setup, members, periods } = stored;
  const hasResults = periods.some(({ resultVersion }) => resultVersion > 0);
  const proposed = parseProposal(order, stored);
  if (!proposed.ok) return { basis, issues: proposed.issues, hasResults };
  if (setup === undefined) return { basis, issues: [], hasResults };
  const before: ParsedCampaign = { campaign: setup.campaign, members };
  const changes = {
    ...compareCampaigns(before, proposed.value),
    settings: settingChanges(before, proposed.value),
  };
  const month = await previewMonth(store, stored, proposed.value.campaign);
  return { basis, issues: [], changes, ...(month && { month }), hasResults };
}

async function previewMonth(
  reader: Reader,
  { setup, periods }: StoredCampaign,
  proposed: Campaign,
): Promise<MonthPreview | undefined> {
  const { campaign } = setup!;
  for (const { period, record } of inCalendarOrder(periods, { campaign }).toReversed()) {
    const { submissions, appraisals } = await readForms(reader, period, rulesOf(campaign, period));
    const same = parsePeriod(period.id, proposed.calendar);
    if (submissions.length === 0 || same === undefined) continue;
    const history = await readHistory(reader, campaign, period, { passOver: true });
    const under = (by: Campaign, of: Period) => {
      const rules = rulesOf(by, of);
      const inputs = { rules, submissions: unitInputs(rules, submissions, appraisals), history };
      return { rules, result: evaluatePeriod(inputs) };
    };
    const changes = compareResults(under(campaign, period), under(proposed, same));
    return { period, state: record.state, forms: submissions.length, changes };
  }
  return undefined;
}
