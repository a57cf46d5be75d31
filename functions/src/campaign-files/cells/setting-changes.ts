import { contentOf } from '../format/format-campaign.ts';
import type { ParsedCampaign } from '../parse-campaign-files.ts';
import { canonicalSettings } from './canonical-settings.ts';
import { type SettingRow, settingRows } from './settings-rows.ts';
import { sectionWord } from './settings-words.ts';

/** How many rows of a section of the tab Thiết lập are new, gone or different. */
export interface SettingChange {
  /** As people read it. */
  readonly section: string;
  readonly rows: number;
}

/** In the tab's order of sections; sections that are the same are not here. */
export function settingChanges(before: ParsedCampaign, after: ParsedCampaign): readonly SettingChange[] {
  const [old, now] = [rowsBySection(before), rowsBySection(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((section): SettingChange[] => {
    const [was, is] = [old.get(section) ?? new Map(), now.get(section) ?? new Map()];
    const keys = new Set([...was.keys(), ...is.keys()]);
    const rows = [...keys].filter((key) => was.get(key) !== is.get(key)).length;
    return rows === 0 ? [] : [{ section: sectionWord(section), rows }];
  });
}

/** By section: what each row is about, and what it says. */
function rowsBySection({ campaign, members }: ParsedCampaign): Map<string, Map<string, string>> {
  const settings = canonicalSettings(campaign.settings);
  const { json } = contentOf({ campaign: { ...campaign, settings }, members });
  const sections = new Map<string, Map<string, string>>();
  for (const row of settingRows(json as Readonly<Record<string, unknown>>)) {
    const { path } = row.section;
    const rows = sections.get(path) ?? new Map<string, string>();
    sections.set(path, rows.set(keyOf(row), row.value));
  }
  return sections;
}

function keyOf({ track, code, field, from, to }: SettingRow): string {
  return JSON.stringify([track, code, field?.path, from, to]);
}
