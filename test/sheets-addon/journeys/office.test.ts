import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignFiles, EDITOR_A, EDITOR_B, filledForm, LEADER, OFFICER } from '../../http/small-campaign.ts';
import { type AddOnCampaign, type AddOnOffice, PERIOD, startAddOnOffice } from '../add-on-office.ts';
import type { AddOnWindow } from '../add-on-window.ts';

const FORM = `form:${PERIOD}`;
let addOn: AddOnOffice;

beforeAll(async () => {
  addOn = await startAddOnOffice();
});
afterAll(() => addOn.stop());

async function provisioned(code: string, files?: Record<string, string>): Promise<AddOnCampaign> {
  addOn.at = new Date('2024-03-20T03:00:00Z');
  const t = await addOn.campaign(code, files);
  await t.post('/provision');
  await t.deliver();
  return t;
}

const send = (t: AddOnCampaign, as: string, unitId: string, points: number) =>
  t.post('/submit-form', { period: PERIOD, unitId, cells: filledForm({ C1: points, C2: 'Có' }) }, as);

describe('an officer’s month', () => {
  it('goes from opening to publishing by the menu, and back for a reason', async () => {
    const t = await provisioned('MONTH');
    const window = await t.open(OFFICER, 'office');
    expect(window.menu).toContain('Mở kỳ tiếp theo');
    const titles = [
      'Theo dõi nộp phiếu',
      'Thu phiếu',
      'Chốt tháng',
      'Đánh giá tháng',
      'Công bố',
      'Mở lại tháng',
    ];
    for (const item of titles) {
      await window.choose(item);
      expect([item, window.said]).toEqual([item, 'Chưa mở kỳ nào. Hãy chọn Mở kỳ tiếp theo.']);
    }

    await window.choose('Mở kỳ tiếp theo');
    expect(window.said).toMatch(/^Mở tháng 01\/2024 để nhận phiếu\?\nNgười thực hiện: officer@x\.example/);
    for (const _ of ['01', '02', '03']) {
      await window.choose('Mở kỳ tiếp theo');
      await window.press('Mở kỳ');
    }
    expect(window.said).toContain('Đã mở tháng 03/2024.');
    await window.choose('Mở kỳ tiếp theo');
    expect(window.said).toMatch(/^Chưa có kỳ nào để mở/);
    for (const period of ['2024-01', '2024-02'])
      for (const action of ['close', 'evaluate', 'publish']) await t.move(action, { period });
    await t.deliver();

    await send(t, EDITOR_A, 'A', 8);
    await t.type(EDITOR_B, 'unit:B', FORM, 'G4:G5', [['nhiều'], ['Có']]);
    await window.choose('Theo dõi nộp phiếu');
    expect(window.said).toContain('Đã nộp: 1/3');
    const { filters, units } = window.block('units');
    expect(filters.map(({ label, count }) => `${label} ${count}`)).toEqual([
      'Tất cả 3',
      'Chưa nộp 2',
      'Nộp trễ 0',
      'Bị trả lại 0',
      'Đã nộp 1',
    ]);
    expect(units.map(({ name, status }) => `${name}: ${status}`)).toEqual([
      'Xã An Bình: đúng hạn',
      'Xã Bảo Thạnh: chưa nộp',
      'Xã Châu Bình: chưa nộp',
    ]);

    await window.press('Thu phiếu');
    expect(window.said).toMatch(/^Thu phiếu tháng 03\/2024\?/);
    await window.press('Thu phiếu');
    expect(window.screen?.title).toBe('Thu phiếu');
    const seen = await window.follow();
    expect(seen.length).toBeGreaterThan(0);
    expect(window.said).toContain('Đã thu phiếu tháng 03/2024 xong.');
    expect(window.said).toContain('Phiếu bị trả lại: 1');
    expect(window.said).toContain('Chưa ghi gì: 1');
    await window.press('Theo dõi nộp phiếu');
    expect(window.block('units').units[1]).toMatchObject({
      status: 'bị trả lại',
      detail: 'Cụm 1 · 1 chỗ cần sửa',
    });
    await send(t, EDITOR_B, 'B', 9.5);

    await window.choose('Chốt tháng');
    expect(window.said).toContain('Còn 1 đơn vị chưa nộp. Nên Thu phiếu trước khi chốt');
    expect(window.button('Chốt kỳ').look).toBe('danger');
    await window.press('Chốt kỳ');
    expect(window.said).toBe('Đã chốt tháng 03/2024. Bước tiếp theo: Thẩm định, rồi Đánh giá tháng.');
    await window.choose('Chốt tháng');
    expect(window.said).toMatch(/^Tháng 03\/2024 đã chốt\. Bước tiếp theo/);
    await window.choose('Công bố');
    expect(window.said).toBe('Tháng 03/2024 đã chốt mà chưa đánh giá. Hãy Đánh giá tháng, rồi mới công bố.');

    await t.deliver();
    await appraises(t, window);

    await window.choose('Đánh giá tháng');
    await window.press('Đánh giá');
    await window.follow();
    expect(window.said).toContain('Đã đánh giá xong tháng 03/2024.');
    await window.press('Công bố');
    expect(window.said).toMatch(/^Công bố kết quả tháng 03\/2024\?\nNgười thực hiện: officer@x\.example/);
    await window.press('Công bố');
    const published = await window.follow();
    expect(published[0]?.blocks.find(({ kind }) => kind === 'progress')).toMatchObject({ total: 5 });
    expect(window.said).toContain('Đã công bố tháng 03/2024; các sổ đã có kết quả.');
    await window.choose('Công bố');
    expect(window.said).toBe('Tháng 03/2024 đã công bố ngày 20/03/2024; muốn sửa, hãy chọn Mở lại tháng.');

    await window.choose('Mở lại tháng');
    await window.press('Mở lại kỳ', { reason: ' ' });
    expect(window.said).toMatch(/Chưa có lý do/);
    await window.choose('Mở lại tháng');
    await window.press('Mở lại kỳ', { reason: 'Đơn vị C nộp bổ sung' });
    expect(window.said).toMatch(/^Đã mở lại tháng 03\/2024/);

    await window.choose('Nhật ký');
    const { entries } = window.block('entries');
    expect(entries[0]).toMatchObject({
      when: '10:00 ngày 20/03/2024',
      who: OFFICER,
      more: 'Lý do: Đơn vị C nộp bổ sung',
    });
    expect(entries.length).toBeGreaterThan(10);
  });

  async function appraises(t: AddOnCampaign, window: AddOnWindow): Promise<void> {
    const tab = await t.tab('office', 'appraisal');
    const values = await t.values('office', 'appraisal');
    const row = values.findIndex((line) => line[0] === 'A' && line[2] === 'C1') + 1;
    await t.type(OFFICER, 'office', 'appraisal', `I${row}`, [[7]]);
    await window.choose('Thẩm định');
    expect(window.said).toMatch(/^Gửi thẩm định tháng 03\/2024\?/);
    expect(window.said).toContain('Trang Thẩm định có 4 dòng, 1 dòng có ý kiến khác.');
    await window.press('Gửi thẩm định');
    expect(window.said).toContain('Chưa ghi nhận gì: có 1 chỗ cần sửa.');
    const [issue] = window.block('issues').issues;
    expect(issue).toMatchObject({
      place: `J${row} · Lý do`,
      select: { do: 'select', with: { sheetId: String(tab.sheetId) } },
    });
    expect((await t.dress('office', 'appraisal'))[`J${row}`]?.note).toMatch(/chưa có lý do/);

    await t.type(OFFICER, 'office', 'appraisal', `J${row}`, [['Thiếu minh chứng']]);
    await window.press('Gửi thẩm định');
    expect(window.said).toBe('Đã ghi nhận: 1 đơn vị có thay đổi, 1 đơn vị như trước.');
    expect((await t.dress('office', 'appraisal'))[`J${row}`]?.note).toBeUndefined();
    expect(window.calls['Range.getValues']).toBe(1);
  }

  it('opens one unit’s form again, where it is followed', async () => {
    const t = await provisioned('ONE-UNIT');
    await t.move('open');
    await send(t, EDITOR_A, 'A', 8);
    const window = await t.open(OFFICER, 'office');
    await window.choose('Theo dõi nộp phiếu');
    await window.press('Mở lại phiếu');
    expect(window.said).toContain('Mở lại phiếu tháng 03/2024 của Xã An Bình?');
    await window.press('Mở lại phiếu', { reason: 'Đơn vị đề nghị' });
    expect(window.said).toContain('Đã mở lại phiếu.');
    await window.press('Theo dõi nộp phiếu');
    expect(window.block('units').units[0]?.button).toBeUndefined();
  });

  it('offers the other months that would do', async () => {
    const t = await provisioned('TWO-MONTHS');
    for (const period of ['2024-01', '2024-02']) await t.move('open', { period });
    const window = await t.open(OFFICER, 'office');
    await window.choose('Chốt tháng');
    expect(window.said).toContain('Chốt tháng 01/2024?');
    await window.press('Tháng 02/2024');
    expect(window.said).toContain('Chốt tháng 02/2024?');
  });

  it('is told who was quicker', async () => {
    const t = await provisioned('RACE');
    await t.move('open');
    const window = await t.open(OFFICER, 'office');
    await window.choose('Chốt tháng');
    await t.move('close');
    await window.press('Chốt kỳ');
    expect(window.said).toMatch(/đang ở bước “đã chốt” nên không thể chốt kỳ/);
  });
});

describe('long work', () => {
  it('goes on when the sidebar is closed, and is found when it is opened again', async () => {
    const t = await provisioned('LONG');
    const window = await t.open(OFFICER, 'office');
    await window.choose('Lập, cập nhật các sổ');
    await window.press('Lập, cập nhật các sổ');
    const first = window.screen;
    expect(first?.follow?.alongside).toEqual({ do: 'run-jobs' });
    expect(window.block('progress')).toMatchObject({ done: 0, total: 5 });
    expect(window.said).toContain('Có thể đóng bảng này, việc vẫn chạy tiếp');

    const again = await t.open(OFFICER, 'office');
    await again.choose('Lập, cập nhật các sổ');
    expect(again.block('progress').label).toBe('Đang lập, cập nhật các sổ');
    expect(again.screen?.follow?.call).toEqual(first?.follow?.call);
    await t.post('/run-jobs'); // the scheduler
    await again.follow();
    expect(again.said).toContain('Các sổ đã được lập và cập nhật.');
    expect(again.said).toContain('Sổ đã cập nhật: 5');
    await window.follow();
    expect(window.said).toBe(again.said);
  });

  it('is asked for once, however often the button is pressed', async () => {
    const t = await provisioned('ONCE');
    await t.move('open');
    await send(t, EDITOR_A, 'A', 8);
    await t.move('close');
    const window = await t.open(OFFICER, 'office');
    await window.choose('Đánh giá tháng');
    const question = window.screen;
    const { call } = window.button('Đánh giá');
    await window.ask(call);
    const { follow } = window.screen!;
    window.screen = question;
    await window.ask(call);
    expect(window.screen?.follow).toEqual(follow);
    await window.follow();
    await window.ask(call);
    expect(window.screen?.follow).toBeUndefined();
    expect(window.said).toContain('Đã đánh giá xong');
    expect((await t.store.period(PERIOD as never))?.resultVersion).toBe(1);
  });
});

describe('a result', () => {
  it('is shown to the unit once it is published, to a leader for any unit, with every reason', async () => {
    const files = campaignFiles('RESULT');
    const setup = JSON.parse(files['campaign.json']!);
    setup.settings[0].grades = [
      { code: 'T', name: 'Hoàn thành tốt', min: 14 },
      { code: 'H', name: 'Hoàn thành' },
    ];
    const t = await provisioned('RESULT', { ...files, 'campaign.json': JSON.stringify(setup) });
    await t.move('open');
    await send(t, EDITOR_A, 'A', 8);
    await send(t, EDITOR_B, 'B', 9.5);
    await t.move('close');
    await t.move('evaluate');
    const unit = await t.open(EDITOR_A, 'unit:A');
    await unit.choose('Kết quả của đơn vị');
    expect(unit.said).toMatch(/^Chưa có kết quả nào để xem/);
    await t.move('publish');
    await t.deliver();

    await unit.choose('Kết quả của đơn vị');
    expect(unit.said).toContain('Tổng điểm: 13 Xếp loại: Hoàn thành\n');
    expect(unit.said).toContain('Hạng, toàn đối tượng: 2 trong 2 đơn vị');
    expect(unit.said).toContain('Hạng, Cụm 1: 2 trong 2 đơn vị');
    await unit.press('Vì sao?');
    const { sections } = unit.block('sections');
    expect(sections.map(({ heading }) => heading).slice(1, 3)).toEqual([
      'Từng tiêu chí',
      'Vì sao xếp hạng này',
    ]);
    expect(sections[1]?.lines[0]).toMatch(/^C1 – Tuyên truyền: báo cáo 8/);

    const leader = await t.open(LEADER, 'summary');
    await leader.choose('Vì sao?');
    const { fields } = leader.block('ask');
    expect(fields.map(({ name }) => name)).toEqual(['unitId', 'period']);
    await leader.press('Xem', { unitId: 'B', period: PERIOD });
    expect(leader.said).toContain('Xã Bảo Thạnh · Tháng 03/2024');
    await leader.press('Xem kết quả');
    expect(leader.said).toContain('Hạng, toàn đối tượng: 1 trong 2 đơn vị');
    await leader.press('Đơn vị khác');
    await leader.press('Xem', { unitId: 'C', period: PERIOD });
    expect(leader.said).toContain('Đơn vị chưa báo cáo kỳ này');
  });
});
