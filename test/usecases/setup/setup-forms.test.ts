import { describe, expect, it } from 'vitest';
import type { SetupCells } from '../../../functions/src/campaign-files/cells/parse-campaign-cells.ts';
import type { CurrentTab } from '../../../functions/src/domain/publishing/current.ts';
import { SETUP_FORMS, type SetupFormId } from '../../../functions/src/domain/setup/setup-forms.ts';
import { loadCampaign } from '../../../functions/src/usecases/setup/load-campaign.ts';
import { PATIENT } from '../../adapters/local-google.ts';
import { campaignFiles } from '../../http/small-campaign.ts';
import type { PublishedCampaign } from '../publishing/publishing-office.ts';
import { office, publishingOffice } from '../publishing/running-publishing-office.ts';

publishingOffice();

/** Types into the office's workbook: the row (from 1 below the header) and column of a configuration tab. */
async function type(of: PublishedCampaign, id: SetupFormId, cells: Readonly<Record<string, string>>) {
  const { sheets } = office.local.google();
  const spreadsheetId = await of.spreadsheetId('office');
  const { tabs } = await sheets.read(spreadsheetId, PATIENT);
  const tab = tabs.find(({ title }) => title === SETUP_FORMS[id].tab)!;
  const header = headerOf(tab);
  const requests = Object.entries(cells).map(([address, stringValue]) => {
    const [row = '', key] = address.split(':');
    const columnIndex = SETUP_FORMS[id].columns.findIndex((column) => column.key === key);
    const start = { sheetId: tab.sheetId, rowIndex: header + Number(row), columnIndex };
    const values = [{ userEnteredValue: { stringValue } }];
    return { updateCells: { start, rows: [{ values }], fields: 'userEnteredValue' } };
  });
  await sheets.apply(spreadsheetId, { requests }, PATIENT);
}

const headerOf = (tab: CurrentTab) => tab.rowMarks.find(({ value }) => value === 'header')!.at;

async function cellsOf(of: PublishedCampaign, ...ids: readonly SetupFormId[]): Promise<SetupCells> {
  const { sheets } = office.local.google();
  const spreadsheetId = await of.spreadsheetId('office');
  const read = ids.map(async (id) => [id, (await sheets.readForm(spreadsheetId, id, PATIENT))!] as const);
  return Object.fromEntries(await Promise.all(read));
}

async function unitRows(of: PublishedCampaign) {
  const lines = (await of.look('office'))['Đơn vị']!;
  return lines.slice(lines.findIndex(([cell]) => cell === 'Mã đơn vị') + 1).map(([id, name]) => [id, name]);
}

describe('the configuration in the office’s workbook', () => {
  it('is typed there, survives deliveries, is saved from there and then is what is stored', async () => {
    const march = await office.campaign('FORMS', campaignFiles('FORMS'));
    await march.move('2024-03', 'open');
    await march.deliver();
    await type(march, 'units', { '2:name': 'Xã Đổi Tên', '4:unit_id': 'D', '4:name': 'Xã Mới' });

    await march.submit('2024-03', 'A', { C1: 8, C2: 'Có' });
    await march.move('2024-03', 'close');
    await march.deliver();
    expect(await unitRows(march)).toEqual([
      ['A', 'Xã An Bình'],
      ['B', 'Xã Đổi Tên'],
      ['C', 'Xã Châu Bình'],
      ['D', 'Xã Mới'],
    ]);
    expect((await march.store.setup())!.version).toBe(1);

    const cells = await cellsOf(march, 'units');
    await loadCampaign(march.acting('admin@x.example'), { campaign: 'FORMS', cells });
    expect((await march.store.setup())!.campaign.units.map(({ id, name }) => [id, name])).toEqual(
      await unitRows(march),
    );
    await march.deliver();
    expect((await unitRows(march))[3]).toEqual(['D', 'Xã Mới']);
  });

  it('is whole in its tabs: all of them sent back change nothing', async () => {
    const same = await office.campaign('SAME', campaignFiles('SAME'));
    await same.move('2024-03', 'open');
    await same.deliver();
    const cells = await cellsOf(same, 'units', 'members', 'criteria', 'targets', 'settings');
    const saved = await loadCampaign(same.acting('admin@x.example'), { campaign: 'SAME', cells });
    expect(saved).toMatchObject({ version: 1, changed: false });
  });
});
