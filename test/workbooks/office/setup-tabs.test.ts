import { describe, expect, it } from 'vitest';
import { campaignCells } from '../../../functions/src/campaign-files/cells/campaign-cells.ts';
import { parseCampaignCells } from '../../../functions/src/campaign-files/cells/parse-campaign-cells.ts';
import type { Campaign } from '../../../functions/src/domain/campaign/campaign.ts';
import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type { TableTab } from '../../../functions/src/domain/publishing/wanted.ts';
import { SETUP_FORMS, type SetupFormId } from '../../../functions/src/domain/setup/setup-forms.ts';
import { setupTabs } from '../../../functions/src/workbooks/office/setup-tabs.ts';
import { type TinyTab, TinyWorkbook } from '../../domain/publishing/tiny-sheet.ts';
import { CAMPAIGN, MEMBERS } from '../two-months.ts';

/** What a delivery does to the office's workbook, as far as the configuration goes. */
function deliver(workbook: TinyWorkbook, campaign: Campaign = CAMPAIGN): number {
  const tabs = setupTabs(campaignCells({ campaign, members: MEMBERS }));
  const wanted = { title: 'Điều hành', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', tabs };
  const { requests } = planEdits(workbook.current(), wanted);
  workbook.apply(requests);
  return requests.length;
}

function office(): { workbook: TinyWorkbook; tab: (id: SetupFormId) => TinyTab } {
  const workbook = new TinyWorkbook();
  deliver(workbook);
  const tab = (id: SetupFormId) => workbook.tabs.find(({ title }) => title === SETUP_FORMS[id].tab)!;
  return { workbook, tab };
}

/** Below the header, as far as anything stands there. */
const body = (tab: TinyTab): (readonly CellValue[])[] =>
  tab.current().values.slice(tab.headerRow() + 1) as (readonly CellValue[])[];

const cellsOf = (tab: TinyTab) => ({ origin: 'A1', values: tab.current().values as CellValue[][] });

describe('the configuration tabs', () => {
  it('are read back as the campaign that they show', () => {
    const { tab } = office();
    const ids = Object.keys(SETUP_FORMS) as SetupFormId[];
    const cells = Object.fromEntries(ids.map((id) => [id, cellsOf(tab(id))]));
    expect(parseCampaignCells(cells, undefined)).toEqual({
      ok: true,
      value: { campaign: CAMPAIGN, members: MEMBERS },
    });
  });

  it('are a draft: nothing that people changed, added, sorted or took away is written over', () => {
    const { workbook, tab } = office();
    const units = tab('units');
    const header = units.headerRow();
    units.set(header + 1, 1, 'Xã Mới');
    units.set(header + 8, 0, 'E');
    units.remove('ROWS', header + 2);
    const before = body(units);
    expect(deliver(workbook)).toBe(0);
    expect(body(units)).toEqual(before);
  });

  it('begin anew when something else is stored, and only those that show it', () => {
    const { workbook, tab } = office();
    const [first, ...others] = CAMPAIGN.units;
    const renamed = { ...CAMPAIGN, units: [{ ...first!, name: 'Xã Đổi Tên' }, ...others] };
    tab('units').set(tab('units').headerRow() + 2, 1, 'ghi dở');
    tab('criteria').set(tab('criteria').headerRow() + 1, 2, 'ghi dở');
    deliver(workbook, renamed);
    expect(body(tab('units')).map(([, name]) => name)).toEqual([
      'Xã Đổi Tên',
      'Xã Bảo Thạnh',
      'Xã An Đức',
      '=HYPERLINK("x")',
    ]);
    expect(body(tab('criteria'))[0]![2]).toBe('ghi dở');
    expect(deliver(workbook, renamed)).toBe(0);
  });

  it('have nothing to write once what people typed is what is stored', () => {
    const { workbook, tab } = office();
    const units = tab('units');
    units.set(units.headerRow() + 5, 0, 'E');
    units.set(units.headerRow() + 5, 1, 'Xã Mới');
    units.set(units.headerRow() + 5, 3, 'Cụm 1');
    const read = parseCampaignCells({ units: cellsOf(units) }, { campaign: CAMPAIGN, members: MEMBERS });
    if (!read.ok) throw new Error('the tab has issues');
    const before = body(units);
    deliver(workbook, read.value.campaign);
    // The track was left to the default and is said now; nothing moved.
    expect(body(units).map((row) => row.with(2, null))).toEqual(before.map((row) => row.with(2, null)));
  });

  it('come back whole when somebody deletes a column', () => {
    const { workbook, tab } = office();
    const units = tab('units');
    units.remove('COLUMNS', units.columnNamed('name'));
    deliver(workbook);
    expect(body(units).map((row) => row[units.columnNamed('name')])).toEqual([
      'Xã Ấp Đá',
      'Xã Bảo Thạnh',
      'Xã An Đức',
      '=HYPERLINK("x")',
    ]);
  });

  it('keep room below, and offer what may be chosen', () => {
    const tabs = setupTabs(campaignCells({ campaign: CAMPAIGN, members: MEMBERS })) as TableTab[];
    expect(tabs.map(({ spareRows, protection }) => [spareRows, protection])).toEqual(
      tabs.map(() => [30, 'given']),
    );
    const settings = tabs.find(({ key }) => key === 'settings')!;
    const choices = (section: string, key: string) => {
      const at = settings.rows.findIndex((row) => row[0] === section && row[3] === key);
      return settings.rowChoices!.choices[at];
    };
    expect(choices('Xếp hạng', 'Hạng khi ngang nhau')).toEqual(['1-2-2-4', '1-2-2-3']);
    expect(choices('Điều kiện khống chế', 'Không được ghi nhận')).toEqual(['Có', 'Không']);
    expect(choices('Xếp loại', 'Từ điểm')).toBeUndefined();
    const [section] = settings.columns;
    expect(section!.choices).toContain('Tỷ lệ khống chế');
  });
});
