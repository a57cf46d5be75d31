import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGISTERS } from '../../../functions/src/domain/register/registers.ts';
import { EDITOR_A, OFFICER } from '../../http/small-campaign.ts';
import { campaignWithFields, praise } from '../../usecases/registers/register-office.ts';
import { type AddOnCampaign, type AddOnOffice, startAddOnOffice } from '../add-on-office.ts';
import type { AddOnWindow } from '../add-on-window.ts';
import { openDoors } from '../doors.ts';
import { columnOf, tabOf, typeRows } from '../register-rows.ts';

const { registration, factor, propagation } = REGISTERS;
const NOW = new Date('2024-03-20T03:00:00Z');
let addOn: AddOnOffice;
const doors = openDoors();

beforeAll(async () => {
  addOn = await startAddOnOffice();
});
afterAll(async () => {
  doors.close();
  await addOn.stop();
});

async function provisioned(code: string): Promise<AddOnCampaign> {
  addOn.at = NOW;
  const t = await addOn.campaign(code, campaignWithFields(code));
  await t.post('/provision');
  await t.deliver();
  return t;
}

async function inFront(
  t: AddOnCampaign,
  window: AddOnWindow,
  workbook: 'unit:A' | 'office',
  tabKey: string,
): Promise<AddOnWindow> {
  window.selection = { sheetId: (await t.tab(workbook, tabKey)).sheetId, range: 'A1' };
  return window;
}

const tam = {
  kind: 'Cá nhân',
  name: 'Lê Văn Tám',
  position: 'nông dân',
  field: 'NN – Nông nghiệp',
  content: 'Trồng dừa hữu cơ',
  target: '2 ha',
  registeredOn: '20/02/2024',
  state: 'Đang phấn đấu',
};
const CODE = /^DK-[0-9A-HJKMNP-TV-Z]{6}$/;

describe('a register of a unit', () => {
  it('is sent with a mistake, mended where it is marked, sent, amended and sent again', async () => {
    const t = await provisioned('REG');
    const window = await inFront(t, await t.open(EDITOR_A, 'unit:A'), 'unit:A', tabOf(registration));
    await window.choose('Gửi sổ đang mở');
    expect(window.said).toBe(
      'Đăng ký · Xã An Bình\nKhông có dòng nào mới hay được sửa; mọi dòng đã được gửi.',
    );

    const first = await typeRows(
      t,
      EDITOR_A,
      'unit:A',
      registration,
      { ...tam, registeredOn: 'giữa tháng 2' },
      { ...tam, name: 'Chi hội nông dân ấp 3', kind: 'Tập thể', field: null },
    );
    await window.choose('Gửi sổ đang mở');
    expect(window.said).toContain('Chưa gửi: còn 2 chỗ cần sửa.');
    expect(window.block('issues').issues).toMatchObject([
      {
        place: `I${first} · Ngày đăng ký`,
        text: '“giữa tháng 2” không phải là ngày. Hãy ghi ngày/tháng/năm đủ bốn chữ số của năm, ví dụ 15/02/2024.',
      },
      { place: `E${first + 1} · Lĩnh vực`, text: 'Chưa ghi “Lĩnh vực”. Hãy ghi vào ô này.' },
    ]);
    const marked = await t.dress('unit:A', tabOf(registration));
    expect(marked[`E${first + 1}`]?.note).toBe(
      '▼ Thi đua: cần sửa\nChưa ghi “Lĩnh vực”. Hãy ghi vào ô này.\n▲ Thi đua',
    );
    expect(await columnOf(t, 'unit:A', registration, 'code')).toEqual([]);
    expect(await t.store.registerRows('registration')).toEqual([]);

    await t.type(EDITOR_A, 'unit:A', tabOf(registration), `I${first}`, [['20/02/2024']]);
    await t.type(EDITOR_A, 'unit:A', tabOf(registration), `E${first + 1}`, [['GD – Giáo dục']]);
    await window.press('Kiểm tra lại');
    expect(window.said).toContain('Đúng quy định: 2 dòng mới, có thể gửi.');
    expect((await t.dress('unit:A', tabOf(registration)))[`E${first + 1}`]?.note).toBeUndefined();
    await window.press('Gửi');
    expect(window.said).toContain('Đã gửi: 2 dòng mới.');
    const codes = await columnOf(t, 'unit:A', registration, 'code');
    expect(codes).toEqual([expect.stringMatching(CODE), expect.stringMatching(CODE)]);
    const kept = await t.store.registerRows('registration', 'A');
    expect(kept.map(({ code }) => code).sort()).toEqual([...codes].sort());
    expect(kept.find(({ code }) => code === codes[0])).toMatchObject({
      revision: 1,
      savedBy: EDITOR_A,
      values: { name: 'Lê Văn Tám', field: 'NN', registeredOn: '2024-02-20' },
    });

    await t.deliver();
    await t.type(EDITOR_A, 'unit:A', tabOf(registration), `G${first}`, [['3 ha']]);
    await typeRows(t, EDITOR_A, 'unit:A', registration, { ...tam, name: 'Bà Sáu' });
    await window.choose('Gửi sổ đang mở');
    expect(window.said).toContain('1 dòng mới, 1 dòng được sửa, có thể gửi');
    await window.press('Gửi');
    expect(window.said).toContain('Đã gửi: 1 dòng mới, 1 dòng được sửa.');
    const revisions = (await t.store.registerRows('registration', 'A')).map(({ revision }) => revision);
    expect(revisions.sort()).toEqual([1, 1, 2]);
    await window.choose('Gửi sổ đang mở');
    expect(window.said).toContain('Không có dòng nào mới hay được sửa');
  });

  it('is sent once, however often the button is pressed', async () => {
    const t = await provisioned('TWICE');
    await typeRows(t, EDITOR_A, 'unit:A', registration, tam, { ...tam, name: 'Bà Sáu' });
    const windows = await Promise.all([t.open(EDITOR_A, 'unit:A'), t.open(EDITOR_A, 'unit:A')]);
    for (const window of windows) {
      await inFront(t, window, 'unit:A', tabOf(registration));
      await window.choose('Gửi sổ đang mở');
    }
    await Promise.all(windows.map((window) => window.press('Gửi')));
    expect(windows.map(({ said }) => said).join('\n')).toContain('Đã gửi: 2 dòng mới.');
    const kept = await t.store.registerRows('registration', 'A');
    expect(kept.map(({ revision }) => revision)).toEqual([1, 1]);
    expect((await columnOf(t, 'unit:A', registration, 'code')).length).toBe(2);
  });

  it('goes out under the same codes once more where the answer was lost', async () => {
    const t = await provisioned('LOST');
    await typeRows(t, EDITOR_A, 'unit:A', registration, tam);
    let lost = 0;
    const door = await doors.where(addOn.office, (path) =>
      path === '/save-register' && lost++ < 2 ? 'lose the answer' : 'pass',
    );
    const window = await t.open(EDITOR_A, 'unit:A', await addOn.hostBefore(door));
    await inFront(t, window, 'unit:A', tabOf(registration));
    await window.choose('Gửi sổ đang mở');
    await window.press('Gửi');
    expect(window.said).toContain('Chưa nhận được câu trả lời của máy chủ. Trang vẫn nguyên.');
    const codes = await columnOf(t, 'unit:A', registration, 'code');
    expect((await t.store.registerRows('registration', 'A')).map(({ code }) => code)).toEqual(codes);
    await window.press('Thử lại');
    expect(window.said).toContain('Đã gửi: 1 dòng mới hoặc được sửa.');
    expect(await t.store.registerRows('registration', 'A')).toMatchObject([{ code: codes[0], revision: 1 }]);
  });

  it('gives a code to new rows alone, and leaves what people wrote between them', async () => {
    const t = await provisioned('BETWEEN');
    const first = await typeRows(t, EDITOR_A, 'unit:A', factor, {
      name: 'Ông Tư',
      kind: 'Cá nhân',
      field: 'NN',
      deed: 'Hiến đất',
      spottedOn: '1/3/2024',
      spottedBy: 'Chi bộ ấp 2',
    });
    const { title } = await t.tab('unit:A', tabOf(factor));
    const { sheets } = await addOn.as(EDITOR_A);
    await sheets.spreadsheets.values.update({
      spreadsheetId: await t.idOf('unit:A'),
      range: `'${title}'!A${first + 1}`,
      valueInputOption: 'RAW',
      requestBody: { values: [['=1+1']] },
    });
    await typeRows(t, EDITOR_A, 'unit:A', factor, {
      name: 'Cô Năm',
      kind: 'Cá nhân',
      field: 'NN',
      deed: 'Dạy nghề',
      spottedOn: '2/3/2024',
      spottedBy: 'Chi bộ ấp 2',
    });
    const window = await inFront(t, await t.open(EDITOR_A, 'unit:A'), 'unit:A', tabOf(factor));
    await window.choose('Gửi sổ đang mở');
    await window.press('Gửi');
    expect(window.said).toContain('Đã gửi: 2 dòng mới.');
    const codes = await columnOf(t, 'unit:A', factor, 'code');
    expect(codes).toEqual([expect.stringMatching(/^NT-/), '=1+1', expect.stringMatching(/^NT-/)]);
  });

  it('tells of rows that were deleted in the sheet, and that they stay', async () => {
    const t = await provisioned('GONE');
    const first = await typeRows(t, EDITOR_A, 'unit:A', registration, tam);
    const window = await inFront(t, await t.open(EDITOR_A, 'unit:A'), 'unit:A', tabOf(registration));
    await window.choose('Gửi sổ đang mở');
    await window.press('Gửi');
    const { sheetId } = await t.tab('unit:A', tabOf(registration));
    await t.change('unit:A', {
      deleteDimension: {
        range: { sheetId, dimension: 'ROWS', startIndex: first - 1, endIndex: first },
      },
    });
    await window.choose('Gửi sổ đang mở');
    expect(window.said).toMatch(/1 dòng đã gửi không còn trong trang. Dòng đã gửi không bị xóa/);
  });

  it('is asked for where another tab is in front: which tabs, and a way there', async () => {
    const t = await provisioned('WHERE');
    const window = await inFront(t, await t.open(EDITOR_A, 'unit:A'), 'unit:A', 'result');
    await window.choose('Gửi sổ đang mở');
    expect(window.said).toMatch(/^Trang đang mở không phải là sổ để gửi/);
    expect(window.buttons.map(({ label }) => label)).toEqual([
      'Đăng ký',
      'Nhân tố',
      'Bình chọn tại đơn vị',
      'Học tập',
    ]);
    await typeRows(t, EDITOR_A, 'unit:A', registration, tam);
    await window.press('Đăng ký');
    expect(window.said).toContain('1 dòng mới');
  });

  it('says in English what is wrong, and in the cell’s note in Vietnamese', async () => {
    const t = await provisioned('ENGLISH');
    const first = await typeRows(t, EDITOR_A, 'unit:A', registration, { ...tam, state: 'Xong' });
    const window = await inFront(t, await t.open(EDITOR_A, 'unit:A'), 'unit:A', tabOf(registration));
    await window.ask({ do: 'language', with: { to: 'en' } });
    await window.choose('Gửi sổ đang mở');
    expect(window.screen?.title).toBe('Send this register');
    expect(window.block('issues').issues[0]?.text).toMatch(/^“Xong” is not in the list/);
    expect((await t.dress('unit:A', tabOf(registration)))[`J${first}`]?.note).toMatch(
      /không có trong danh sách/,
    );
    await window.ask({ do: 'language', with: { to: 'vi' } });
  });
});

describe('a register of the office', () => {
  it('is held to the steps of an exemplar’s life: which one is missing, and who can do it', async () => {
    const t = await provisioned('OFFICE');
    const window = await inFront(t, await t.open(OFFICER, 'office'), 'office', tabOf(propagation));
    const item = {
      exemplar: 'DH-2024-001',
      title: 'Xã An Bình dẫn đầu',
      channel: 'Báo',
      publishedOn: '15/03/2024',
    };
    await typeRows(t, OFFICER, 'office', propagation, item);
    await window.choose('Gửi biểu đang mở');
    expect(window.block('issues').issues[0]?.text).toMatch(/^Không có điển hình nào mang mã “DH-2024-001”/);
    await praise(t.store, 'DH-2024-001', 'Xã An Bình');
    await window.press('Kiểm tra lại');
    await window.press('Gửi');
    expect(window.said).toContain('Đã gửi: 1 dòng mới.');
    expect(await t.store.registerRows('propagation')).toMatchObject([
      { values: { exemplar: 'DH-2024-001' } },
    ]);
  });
});
