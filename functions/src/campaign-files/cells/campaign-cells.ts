import { parseDay } from '../../domain/campaign/calendar.ts';
import { dayCell } from '../../domain/form/day-text.ts';
import type { CellValue, FormColumn } from '../../domain/form/form.ts';
import { SETUP_FORMS } from '../../domain/setup/setup-forms.ts';
import type { SetupRows } from '../../domain/setup/setup-rows.ts';
import type { CampaignContent } from '../format/campaign-content.ts';
import { contentOf } from '../format/format-campaign.ts';
import { unitRow } from '../parse/units-csv.ts';
import type { ParsedCampaign } from '../parse-campaign-files.ts';
import { canonicalSettings } from './canonical-settings.ts';
import { type SettingRow, settingRows } from './settings-rows.ts';
import { SECTIONS } from './settings-sections.ts';
import { valueChoices } from './settings-values.ts';
import { EMPTY_SECTION, fieldWord, sectionWord } from './settings-words.ts';
import { attributesCell, tableCell, type UnitNames } from './table-cells.ts';

/** A campaign as the office's forms show it: what `parseCampaignCells` reads back as the same campaign. */
export function campaignCells({ campaign, members }: ParsedCampaign): SetupRows {
  const canonical = { ...campaign, settings: canonicalSettings(campaign.settings) };
  const { json, tables } = contentOf({ campaign: canonical, members });
  const names: UnitNames = new Map(campaign.units.map(({ id, name }) => [id, name]));
  const settings = settingRows(json as Readonly<Record<string, unknown>>);
  const table = (id: keyof CampaignContent['tables']) => tableRows(id, tables[id], names);
  return {
    units: table('units'),
    members: table('members'),
    criteria: table('criteria'),
    targets: table('targets'),
    settings: settings.map(settingCells),
    sections: SECTIONS.map(({ path }) => sectionWord(path)),
    valueChoices: settings.map(({ field }) => field && valueChoices(field)),
  };
}

function tableRows(
  id: keyof CampaignContent['tables'],
  { columns, rows }: CampaignContent['tables']['units'],
  names: UnitNames,
): CellValue[][] {
  const attributes = columns.filter((column) => !(column in unitRow.shape));
  return rows.map((row) =>
    SETUP_FORMS[id].columns.map((column: FormColumn) =>
      column.key === 'attributes' ? attributesCell(row, attributes) || null : tableCell(column, row, names),
    ),
  );
}

function settingCells({ section, track, code, field, value, from, to }: SettingRow): CellValue[] {
  const cells: Readonly<Record<string, CellValue | undefined>> = {
    section: sectionWord(section.path),
    track,
    code,
    key: field === undefined ? EMPTY_SECTION : fieldWord(section.path, field.path),
    value: field === undefined ? 'Có' : value,
    valid_from: from === undefined ? undefined : dayCell(parseDay(from)!),
    valid_to: to === undefined ? undefined : dayCell(parseDay(to)!),
  };
  return SETUP_FORMS.settings.columns.map(({ key }) => cells[key] ?? null);
}
