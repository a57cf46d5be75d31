import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDITOR_A, OFFICER } from '../../http/small-campaign.ts';
import { ADMIN } from '../../http/test-office.ts';
import { type AddOnCampaign, type AddOnOffice, startAddOnOffice } from '../add-on-office.ts';
import type { AddOnWindow } from '../add-on-window.ts';

let addOn: AddOnOffice;
beforeAll(async () => {
  addOn = await startAddOnOffice();
});
afterAll(() => addOn.stop());

const OWNER = 'functions@x.example';

async function provisioned(code: string): Promise<AddOnCampaign> {
  const t = await addOn.campaign(code);
  await t.post('/provision');
  await t.deliver();
  return t;
}

describe('Vận hành', () => {
  it('says that a file was opened to everybody, and that it is right again once the workbooks were brought up to date', async () => {
    const t = await provisioned('WATCHED');
    const { drive } = await addOn.as(OWNER);
    const fileId = await t.idOf('unit:A');
    await drive.permissions.create({ fileId, requestBody: { type: 'anyone', role: 'writer' } });
    const window = await t.open(OFFICER, 'office');
    await window.choose('Vận hành');
    expect(rowsIn(window)).not.toContain('đường dẫn');
    await window.press('Kiểm tra các sổ ngay');
    expect(window.said).toContain('Đã kiểm tra 5 sổ.');
    expect(rowsIn(window)).toMatch(/sổ của Xã An Bình: ai có đường dẫn cũng sửa được/);
    expect(rowsIn(window)).toContain('Thi đua ▸ Lập, cập nhật các sổ');

    await window.press('Lập, cập nhật các sổ');
    await window.press('Lập, cập nhật các sổ');
    await t.post('/run-jobs');
    await t.deliver();
    await window.choose('Vận hành');
    await window.press('Kiểm tra các sổ ngay');
    expect(rowsIn(window)).not.toContain('đường dẫn cũng');
    const { data } = await drive.permissions.list({ fileId, fields: 'permissions(type)' });
    expect(data.permissions?.some(({ type }) => type === 'anyone')).toBe(false);
  });

  it('has a delivery that fails tried again at once, or given up with a reason', async () => {
    const t = await provisioned('STUCK');
    await t.store.transact(async (transaction) => {
      const entry = (await transaction.outboxEntry('unit:A'))!;
      const failing = { since: addOn.at, times: 7, code: 'internal 403' };
      const notBefore = new Date(Date.now() + 900_000);
      transaction.putOutboxEntry({ ...entry, state: 'pending', notBefore, attempts: 7, failing });
    });
    const window = await t.open(OFFICER, 'office');
    await window.choose('Vận hành');
    expect(rowsIn(window)).toMatch(
      /Ghi sổ hỏng: sổ của Xã An Bình: đã thử 7 lần; Google không cho tài khoản hệ thống ghi/,
    );
    await window.press('Bỏ việc ghi này', { reason: 'Xã đã sáp nhập' });
    expect(window.said).toContain('Đã bỏ việc ghi; lý do được lưu vào nhật ký.');
    expect(rowsIn(window)).toMatch(/Đã bỏ việc ghi: sổ của Xã An Bình: lý do: Xã đã sáp nhập/);
    await window.press('Thử lại ngay – Đã bỏ việc ghi: sổ của Xã An Bình');
    await t.deliver();
    await window.choose('Vận hành');
    expect(rowsIn(window)).not.toContain('Xã An Bình');
    const log = (await t.store.log(3)).map(({ action, reason }) => [action, reason]);
    expect(log.slice(0, 2)).toEqual([
      ['delivery_retried', undefined],
      ['delivery_dropped', 'Xã đã sáp nhập'],
    ]);
  });

  it('is the office’s: an admin sees it too, a unit’s menu has no such item', async () => {
    const t = await provisioned('WHOSE');
    const admin = await t.open(ADMIN, 'office');
    await admin.choose('Vận hành');
    expect(admin.said).toMatch(/việc cần xem/);
    expect((await t.open(EDITOR_A, 'unit:A')).menu).not.toContain('Vận hành');
  });
});

/** What its rows say, each with what to do. */
function rowsIn(window: AddOnWindow): string {
  return window
    .block('entries')
    .entries.map(({ text, more }) => `${text}\n${more ?? ''}`)
    .join('\n');
}
