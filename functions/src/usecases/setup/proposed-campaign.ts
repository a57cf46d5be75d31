import { parseCampaignCells, type SetupCells } from '../../campaign-files/cells/parse-campaign-cells.ts';
import {
  type CampaignFiles,
  type ParsedCampaign,
  parseCampaignFiles,
} from '../../campaign-files/parse-campaign-files.ts';
import { AppError } from '../../domain/app-error.ts';
import { parsePeriod } from '../../domain/campaign/calendar.ts';
import { digestOf } from '../../domain/digest.ts';
import type { Checked, Issue } from '../../domain/issue.ts';
import type { Member } from '../../ports/member.ts';
import type { PeriodRecord } from '../../ports/period.ts';
import type { Setup } from '../../ports/setup.ts';
import type { Reader } from '../../ports/store.ts';

/** A configuration that somebody would like to have: as files, or as the office's forms, tab by tab. */
export interface CampaignProposal {
  readonly campaign: string;
  readonly files?: CampaignFiles | undefined;
  /** Tabs that are not here stay as they are stored. */
  readonly cells?: SetupCells | undefined;
}

/** What is stored now, to be held against it. */
export interface StoredCampaign {
  readonly setup: Setup | undefined;
  readonly members: readonly Member[];
  readonly periods: readonly PeriodRecord[];
  /** Tells one state of the configuration from another: the setup and the members. */
  readonly basis: string;
}

export async function readStoredCampaign(reader: Reader): Promise<StoredCampaign> {
  const [setup, members, periods] = await Promise.all([reader.setup(), reader.members(), reader.periods()]);
  return { setup, members, periods, basis: basisOf(setup, members) };
}

export function basisOf(setup: Setup | undefined, members: readonly Member[]): string {
  const sorted = [...members].sort((a, b) => (a.email < b.email ? -1 : 1));
  return digestOf([setup?.digest ?? null, sorted]);
}

/** The proposal as a campaign, or everything that stands in its way. Throws AppError malformed without any content. */
export function parseProposal(
  { campaign: code, files, cells }: CampaignProposal,
  { setup, members, periods }: StoredCampaign,
): Checked<ParsedCampaign> {
  const check = (parsed: ParsedCampaign) => [
    ...issuesOfLoading(parsed, code),
    ...lostPeriods(parsed, setup, periods),
  ];
  if (cells !== undefined)
    return parseCampaignCells(cells, setup && { campaign: setup.campaign, members }, check);
  if (files === undefined) throw new AppError('malformed', { why: 'missing', field: 'files' });
  const parsed = parseCampaignFiles(files);
  const issues = parsed.ok ? check(parsed.value) : [];
  return issues.length > 0 ? { ok: false, issues } : parsed;
}

function issuesOfLoading({ campaign, members }: ParsedCampaign, code: string): readonly Issue[] {
  const issues: Issue[] = [];
  if (campaign.code !== code)
    issues.push({
      code: 'settings_inconsistent',
      detail: 'other_campaign',
      at: { file: 'campaign.json', column: 'campaign.code' },
    });
  if (!members.some(({ roles }) => roles.includes('admin')))
    issues.push({ code: 'settings_inconsistent', detail: 'no_admin', at: { file: 'members.csv' } });
  return issues;
}

/** A period that was opened stays what it was: with its name and its days, or what came in would be nowhere. */
function lostPeriods(
  { campaign }: ParsedCampaign,
  setup: Setup | undefined,
  periods: readonly PeriodRecord[],
): readonly Issue[] {
  return periods.flatMap(({ period }): Issue[] => {
    const was = setup && parsePeriod(period, setup.campaign.calendar);
    const is = parsePeriod(period, campaign.calendar);
    if (was === undefined || (is?.from === was.from && is.to === was.to)) return [];
    return [{ code: 'period_lost', period, at: { file: 'campaign.json', column: 'calendar' } }];
  });
}
