import { expect, it } from 'vitest';
import type { PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import type { RowValues } from '../../../functions/src/domain/register/register.ts';
import { deliver } from '../../../functions/src/usecases/publishing/deliver.ts';
import { reminderFacts } from '../../../functions/src/usecases/publishing/reminder-facts.ts';
import { openSnapshot } from '../../../functions/src/usecases/publishing/snapshot.ts';
import { FUNCTIONS } from '../../adapters/local-google.ts';
import { campaignFiles } from '../../http/small-campaign.ts';
import { campaignWithFields } from '../registers/register-office.ts';
import type { PublishedCampaign } from './publishing-office.ts';
import { office, publishingOffice } from './running-publishing-office.ts';

const MARCH = '2024-03' as PeriodId;
publishingOffice();

const lines = async (of: PublishedCampaign) =>
  (await of.look('office'))['Nhắc việc']!.map((row) =>
    row
      .slice(0, 5)
      .map((cell) => cell ?? '')
      .join(' | '),
  );

/** Where the cells of the tab lead, as Google's own client is told. */
async function links(of: PublishedCampaign): Promise<string[]> {
  const spreadsheetId = await of.spreadsheetId('office');
  const fields = 'sheets(properties.title,data.rowData.values.hyperlink)';
  const url = `${office.local.url}/v4/spreadsheets/${spreadsheetId}?fields=${encodeURIComponent(fields)}`;
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${FUNCTIONS}` } });
  const { sheets } = (await answer.json()) as {
    sheets: {
      properties: { title: string };
      data?: { rowData?: { values?: { hyperlink?: string }[] }[] }[];
    }[];
  };
  const tab = sheets.find(({ properties }) => properties.title === 'Nhắc việc')!;
  return (tab.data?.[0]?.rowData ?? []).flatMap(({ values = [] }) =>
    values.flatMap(({ hyperlink }) => hyperlink ?? []),
  );
}

it('reminders stand in the office’s workbook, with a letter behind each, and are of their day', async () => {
  const of = await office.campaign('REMIND', campaignFiles('REMIND'));
  await of.move(MARCH, 'open');
  await of.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
  await expect(of.submit(MARCH, 'B', { C1: 99 })).rejects.toMatchObject({ code: 'has_issues' });
  of.at = new Date('2024-04-04T02:00:00Z');
  await of.deliver();
  // March's last day for forms is Friday the 5th; April has begun and is not open.
  expect((await lines(of))[0]).toBe(
    'Việc đến hạn, tính cho ngày 04/04/2024: 3 việc, trong đó 1 việc quá hạn',
  );
  expect((await lines(of)).slice(3)).toEqual([
    '45383 | -3 | quá hạn | Mở tháng 04/2024 | cán bộ thi đua khen thưởng',
    '45387 | 1 | sắp đến hạn | Sửa và nộp lại phiếu tháng 03/2024 | Xã Bảo Thạnh',
    '45387 | 1 | sắp đến hạn | Nộp phiếu tháng 03/2024 | Xã Châu Bình',
  ]);
  // Nobody fills forms for C, so there is nobody to write to.
  expect((await links(of)).map((link) => link.split('?')[0])).toEqual([
    'mailto:officer2@x.example,officer@x.example',
    'mailto:b@x.example',
  ]);

  expect(await of.deliver()).toMatchObject({ delivered: 0, remaining: 0 });
  of.at = new Date('2024-04-06T02:00:00Z');
  expect(await of.deliver()).toMatchObject({ delivered: 1, failed: 0, remaining: 0 });
  expect((await lines(of)).slice(3)).toEqual([
    '45383 | -5 | quá hạn | Mở tháng 04/2024 | cán bộ thi đua khen thưởng',
    '45387 | -1 | quá hạn | Thu phiếu và chốt tháng 03/2024 | cán bộ thi đua khen thưởng',
    '45387 | -1 | quá hạn | Sửa và nộp lại phiếu tháng 03/2024 | Xã Bảo Thạnh',
    '45387 | -1 | quá hạn | Nộp phiếu tháng 03/2024 | Xã Châu Bình',
  ]);
  expect(await of.deliver()).toMatchObject({ delivered: 0 });
});

it('reminders are of the office’s day, whatever the machine’s clock says', async () => {
  const of = await office.campaign('CLOCKS', campaignFiles('CLOCKS'));
  await of.move(MARCH, 'open');
  const pace = { now: new Date('2026-11-26T05:00:00Z'), officeNow: new Date('2024-04-04T14:00:00Z') };
  const deliverNow = () =>
    deliver(
      { store: of.store, now: () => pace.now, officeNow: () => pace.officeNow },
      office.local.google(),
      'CLOCKS',
    );
  await deliverNow();
  expect((await lines(of))[0]).toContain('tính cho ngày 04/04/2024');
  // Four hours later it is tomorrow in the office, and still today on the machine.
  for (const key of ['now', 'officeNow'] as const) pace[key] = new Date(pace[key].getTime() + 4 * 3_600_000);
  expect(await deliverNow()).toMatchObject({ delivered: 1 });
  expect((await lines(of))[0]).toContain('tính cho ngày 05/04/2024');
  expect(await deliverNow()).toMatchObject({ delivered: 0 });
});

it('each unit without a plan is reminded of it, from the launch on, until it sends one', async () => {
  const { acting, store } = await office.campaign('PLANS', campaignWithFields('PLANS'));
  const without = async (at: string) => {
    const { withoutPlan } = await reminderFacts(openSnapshot(store), new Date(at));
    return withoutPlan.map(({ name }) => name);
  };
  expect(await without('2024-02-14T10:00:00Z')).toEqual([]);
  const everybody = ['Xã An Bình', 'Xã Bảo Thạnh', 'Xã Châu Bình'];
  expect(await without('2024-02-15T10:00:00Z')).toEqual(everybody);
  const keep = (revision: number, values: RowValues) =>
    store.transact(async (transaction) => {
      const row = { register: 'registration', code: 'DK-AAAAAA', unitId: 'A', revision, values };
      const now = acting().now();
      const [before] = await transaction.registerRows('registration');
      transaction.putRegisterRow({ ...row, addedAt: now, savedAt: now, savedBy: 'a@x.example' }, before);
    });
  await keep(1, { kind: 'Cá nhân', state: 'Đang phấn đấu' });
  expect(await without('2024-03-01T10:00:00Z')).toEqual(everybody);
  await keep(2, { kind: 'Kế hoạch của đơn vị', state: 'Đang phấn đấu' });
  expect(await without('2024-03-01T10:00:00Z')).toEqual(everybody.slice(1));
  await keep(3, { kind: 'Kế hoạch của đơn vị', state: 'Thôi đăng ký' });
  expect(await without('2024-03-01T10:00:00Z')).toEqual(everybody);
});
