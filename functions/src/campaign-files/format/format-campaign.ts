import type { CampaignFiles, ParsedCampaign } from '../parse-campaign-files.ts';
import type { CampaignContent, FileRow, FileTable } from './campaign-content.ts';
import { campaignJsonOf } from './campaign-json-of.ts';
import { tablesOf } from './tables-of.ts';

/** Everything is said and nothing left to a default, so that whoever reads it needs to know none. */
export function contentOf({ campaign, members }: ParsedCampaign): CampaignContent {
  return { json: campaignJsonOf(campaign), tables: tablesOf(campaign, members) };
}

/** The files that `parseCampaignFiles` reads back as exactly this content. */
export function filesOf({ json, tables }: CampaignContent): CampaignFiles {
  return {
    'campaign.json': JSON.stringify(json, null, 2),
    ...Object.fromEntries(Object.entries(tables).map(([name, table]) => [`${name}.csv`, csvOf(table)])),
  };
}

/** A campaign as its files. */
export function formatCampaign(parsed: ParsedCampaign): CampaignFiles {
  return filesOf(contentOf(parsed));
}

export function csvOf({ columns, rows }: FileTable): string {
  const line = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\n`;
  return [columns, ...rows.map((row: FileRow) => columns.map((column) => row[column] ?? ''))]
    .map(line)
    .join('');
}

const csvCell = (text: string): string =>
  /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
