import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Checked } from '../domain/issue.ts';
import type { Member } from '../ports/member.ts';
import { checkRules } from './check/check-rules.ts';
import { checkTables } from './check/check-tables.ts';
import { Issues } from './issues.ts';
import { CRITERIA_FILE, type Criteria, readCriteria } from './parse/criteria-csv.ts';
import { MEMBERS_FILE, readMembers } from './parse/members-csv.ts';
import { CAMPAIGN_FILE, campaignHead, readCampaignJson } from './parse/read-campaign-json.ts';
import { readTargets, TARGETS_FILE } from './parse/targets-csv.ts';
import { readUnits, UNITS_FILE } from './parse/units-csv.ts';

/** A campaign's files by name, as they were read: UTF-8 texts. docs/campaign.md describes them. */
export type CampaignFiles = Readonly<Record<string, string>>;

export interface ParsedCampaign {
  readonly campaign: Campaign;
  readonly members: readonly Member[];
}

/** Whether a campaign may have a file of this name. */
export function isCampaignFile(name: string): boolean {
  return [CAMPAIGN_FILE, CRITERIA_FILE, TARGETS_FILE, MEMBERS_FILE].includes(name) || UNITS_FILE.test(name);
}

/** A campaign out of its files, or every issue in them with its file, row and column. */
export function parseCampaignFiles(files: CampaignFiles): Checked<ParsedCampaign> {
  const issues = new Issues();
  const names = Object.keys(files).sort();
  const unitFiles = names.filter((name) => UNITS_FILE.test(name));
  for (const file of names) if (!isCampaignFile(file)) issues.add({ code: 'file_unknown', at: { file } });
  for (const file of [CAMPAIGN_FILE, CRITERIA_FILE])
    if (!names.includes(file)) issues.add({ code: 'file_missing', at: { file } });
  if (unitFiles.length === 0) issues.add({ code: 'file_missing', at: { file: DEFAULT_UNITS_FILE } });

  const head =
    readText(files, CAMPAIGN_FILE, (text) => readCampaignJson(text, issues)) ?? campaignHead(issues);
  const criteria =
    readText(files, CRITERIA_FILE, (text) => readCriteria(text, head.tracks, issues)) ?? NO_CRITERIA;
  const units = readUnits(
    unitFiles.map((name) => [name, files[name]!] as const),
    head.tracks,
    issues,
  );
  const targets = readText(files, TARGETS_FILE, (text) => readTargets(text, units, criteria, issues)) ?? [];
  const members = readText(files, MEMBERS_FILE, (text) => readMembers(text, units, issues)) ?? [];
  const campaign: Campaign = { ...head, units: units.all, criteria: criteria.all, targets };

  checkTables(campaign, criteria, units, issues);
  checkRules(campaign, criteria, units, issues);

  const all = issues.inOrder([
    CAMPAIGN_FILE,
    CRITERIA_FILE,
    ...unitFiles,
    DEFAULT_UNITS_FILE,
    TARGETS_FILE,
    MEMBERS_FILE,
  ]);
  return all.length === 0 ? { ok: true, value: { campaign, members } } : { ok: false, issues: all };
}

/** Named where there is none. */
const DEFAULT_UNITS_FILE = 'units.csv';

const NO_CRITERIA: Criteria = {
  all: [],
  isWhole: () => false,
  gateColumn: () => 'gate',
  spoil: () => {},
};

function readText<T>(files: CampaignFiles, name: string, read: (text: string) => T): T | undefined {
  return Object.hasOwn(files, name) ? read(files[name]!) : undefined;
}
