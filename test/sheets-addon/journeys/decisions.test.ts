import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterRow, RowValues } from '../../../functions/src/domain/register/register.ts';
import { OFFICER } from '../../http/small-campaign.ts';
import { type AddOnCampaign, type AddOnOffice, startAddOnOffice } from '../add-on-office.ts';
import type { AddOnWindow } from '../add-on-window.ts';
import { councilRooms, evaluateMonth, PERSONS } from '../council-rooms.ts';

let addOn: AddOnOffice;
beforeAll(async () => {
  addOn = await startAddOnOffice();
});
afterAll(() => addOn.stop());

/** A ballot that everybody passes. */
async function passed(t: AddOnCampaign, period = '2024-03', purpose = 'nomination'): Promise<void> {
  const { body } = await t.post('/open-ballot', { period, purpose });
  const votes = Object.fromEntries(body.ballot.candidates.map(({ id }: { id: string }) => [id, 'yes']));
  for (const as of PERSONS) await t.post('/cast-vote', { ballot: body.ballot.id, votes }, as);
  await t.post('/close-ballot', { ballot: body.ballot.id, minutes: 'số 5' });
}

/** The text of the file that the shown link keeps. */
function savedText(window: AddOnWindow): { readonly fileName: string; readonly text: string } {
  const { fileName, base64, mediaType } = window.block('download');
  expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  const xml = strFromU8(unzipSync(Buffer.from(base64, 'base64'))['word/document.xml']!);
  return { fileName, text: xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '') };
}

describe('decisions', () => {
  it('are issued on who passed, kept as documents, revoked with a reason, and never given twice', async () => {
    const t = await councilRooms(addOn, 'DECIDE');
    const window = await t.open(OFFICER, 'office');
    await window.choose('Ban hành quyết định');
    expect(window.said).toMatch(/^Không có ai đã được bình chọn thông qua mà chưa có quyết định/);
    await passed(t);

    await window.choose('Ban hành quyết định');
    expect(window.buttons.map(({ label }) => label)).toEqual([
      'Biểu dương – Bình chọn điển hình tháng 03/2024 (2)',
      'Khen thưởng – Bình chọn điển hình tháng 03/2024 (1)',
    ]);
    await window.press('Biểu dương – Bình chọn điển hình tháng 03/2024 (2)');
    expect(window.field('Đối tượng')).toMatchObject({ values: ['praise-A', 'praise-B'] });
    expect(window.field('Lĩnh vực của Xã An Bình')).toMatchObject({
      options: [
        { value: '', label: 'chưa chọn' },
        { value: 'NN', label: 'Nông nghiệp' },
      ],
    });
    expect(window.field('Người ký')).toMatchObject({ options: [{ label: 'Nguyễn Văn A, TRƯỞNG BAN' }] });
    expect(window.field('Ngày ký')).toMatchObject({ value: '12/04/2024' });

    await window.press('Ban hành quyết định', { subjects: 'praise-A', signedOn: '31/02/2024' });
    expect(window.said).toMatch(/^“31\/02\/2024” không phải là ngày/);
    await window.press('Sửa lại');
    expect(window.field('Đối tượng')).toMatchObject({ values: ['praise-A'] });
    await window.press('Ban hành quyết định', { 'field.praise-A': 'NN', signedOn: '11/04/2024' });
    expect(window.said).toMatch(/Ngày ký phải từ 12\/04\/2024 đến 12\/04\/2024/);
    await window.press('Sửa lại');
    expect(window.field('Lĩnh vực của Xã An Bình')).toMatchObject({ value: 'NN' });
    await window.press('Ban hành quyết định', { signedOn: '12/4/2024' });
    expect(window.said).toBe(
      'Đã ban hành Quyết định số 01/QĐ-BCĐ ngày 12/04/2024.\nĐiển hình mới: DH-2024-001.',
    );
    expect(await t.store.exemplars()).toMatchObject([{ id: 'DH-2024-001', field: 'NN' }]);

    await window.press('Tải quyết định (.docx)');
    const document = savedText(window);
    expect(document.fileName).toBe('quyet-dinh-2024-1.docx');
    expect(window.block('download').label).toBe('Lưu quyet-dinh-2024-1.docx');
    expect(document.text).toContain('Số: 01/QĐ-BCĐ');
    expect(document.text).toContain('Xã An Bình');
    expect(document.text).not.toContain('Xã Bảo Thạnh');

    await window.choose('Tải quyết định, giấy chứng nhận');
    await window.press('Xem');
    expect(window.said).toContain('Hiệu lực: còn hiệu lực');
    await window.press('Tải giấy chứng nhận (.docx)');
    expect(savedText(window).fileName).toBe('chung-nhan-2024-1-praise-A.docx');
    expect(savedText(window).text).toContain('Xã An Bình');

    const again = { ballot: 'BC-2024-03-1', kind: 'praise', subjects: 'praise-A', requestKey: 'another-key' };
    await window.ask({ do: 'decide-now', with: { ...again, signer: 'TB', signedOn: '12/04/2024' } });
    expect(window.said).toMatch(/đã được ghi nhận tại Quyết định số 01\/QĐ-BCĐ ngày 12\/04\/2024/);

    await window.choose('Thu hồi quyết định');
    await window.press('Xem');
    expect(window.said).toContain('Thu hồi Quyết định số 01/QĐ-BCĐ?');
    await window.press('Thu hồi quyết định', { reason: ' ' });
    expect(window.said).toMatch(/Chưa có lý do/);
    await window.press('Sửa lại');
    await window.press('Thu hồi quyết định', { reason: 'Kê khai sai số liệu' });
    expect(window.said).toBe('Đã thu hồi Quyết định số 01/QĐ-BCĐ bằng Quyết định số 02/QĐ-BCĐ.');
    await window.choose('Thu hồi quyết định');
    expect(window.said).toBe('Không có quyết định nào còn hiệu lực để thu hồi.');
    await window.choose('Tải quyết định, giấy chứng nhận');
    expect(window.field('Quyết định')).toMatchObject({
      options: [
        { label: '02/QĐ-BCĐ · 12/04/2024 · Thu hồi quyết định · 1 đối tượng' },
        { value: '2024-1', label: '01/QĐ-BCĐ · 12/04/2024 · Biểu dương · 1 đối tượng · đã thu hồi' },
      ],
    });
    await window.press('Xem', { decision: '2024-1' });
    expect(window.said).toContain('Đã thu hồi theo 02/QĐ-BCĐ, lý do: Kê khai sai số liệu');
    expect(window.buttons.map(({ label }) => label)).toEqual(['Tải quyết định (.docx)']);

    await window.choose('Ban hành quyết định');
    await window.press('Biểu dương – Bình chọn điển hình tháng 03/2024 (2)');
    await window.press('Ban hành quyết định');
    expect(window.said).toContain('Đã ban hành Quyết định số 03/QĐ-BCĐ');
  }, 120_000);

  it('are one, however often the button is pressed', async () => {
    const t = await councilRooms(addOn, 'CLICKS');
    await passed(t);
    const window = await t.open(OFFICER, 'office');
    await window.choose('Ban hành quyết định');
    await window.press('Khen thưởng – Bình chọn điển hình tháng 03/2024 (1)');
    const { call } = window.button('Ban hành quyết định');
    const filled = {
      ...call,
      with: { ...call.with, subjects: 'reward-A', signer: 'TB', signedOn: '12/04/2024' },
    };
    await Promise.all([window.ask(filled), window.ask(filled)]);
    await window.ask(filled);
    expect(window.said).toContain('Đã ban hành Quyết định số 01/QĐ-BCĐ');
    expect(await t.store.decisions()).toHaveLength(1);
  });
});

const row = (register: string, code: string, unitId: string | undefined, values: RowValues): RegisterRow => ({
  register,
  code,
  ...(unitId !== undefined && { unitId }),
  revision: 1,
  values,
});

describe('a review', () => {
  it('shows how far each learner is, puts to the vote what the numbers propose, and makes a new exemplar', async () => {
    addOn.at = new Date('2024-04-12T02:00:00Z');
    const t = await councilRooms(addOn, 'REVIEW');
    await passed(t);
    await t.post('/decide', {
      ballot: 'BC-2024-03-1',
      kind: 'praise',
      subjects: [{ candidate: 'praise-A' }],
      signer: 'TB',
      signedOn: '2024-04-12',
    });
    await t.move('publish');
    const learning = {
      exemplar: 'DH-2024-001',
      commitment: 'Làm theo',
      startedOn: '2024-04-13',
      state: 'Đang học',
    };
    const at = new Date('2024-04-14T02:00:00Z');
    await t.store.transact(async (tx) => {
      for (const each of [
        row('propagation', 'TT-AAAAAA', undefined, { exemplar: 'DH-2024-001', publishedOn: '2024-04-13' }),
        row('registration', 'DK-AAAAAA', 'B', { name: 'Ông Tư' }),
        row('learning', 'HT-AAAAAA', 'B', learning),
        row('learning', 'HT-BBBBBB', 'B', { ...learning, learner: 'DK-AAAAAA' }),
        row('learning', 'HT-CCCCCC', 'C', learning),
      ])
        tx.putRegisterRow({ ...each, addedAt: at, savedAt: at, savedBy: OFFICER });
    });
    addOn.at = new Date('2024-04-20T02:00:00Z');
    await evaluateMonth(t, '2024-04', { A: 5, B: 10 });
    addOn.at = new Date('2024-05-12T02:00:00Z');

    const window = await t.open(OFFICER, 'office');
    await window.choose('Mở bình chọn');
    await window.press('Bình xét bắt kịp, vượt qua');
    expect(window.said).toContain('Mở bình xét bắt kịp, vượt qua điển hình tháng 04/2024?');
    expect(window.field('Xã Bảo Thạnh học Xã An Bình')).toMatchObject({
      value: 'surpassed',
      details: ['Bằng 107,14% của điển hình.'],
      options: [{ label: 'Vượt qua' }, { label: 'Bắt kịp' }, { label: 'Không đưa ra lần này' }],
    });
    expect(window.field('Ông Tư học Xã An Bình')).toMatchObject({
      value: 'none',
      details: ['Không có số liệu để so; cần minh chứng.'],
    });
    expect(window.said).toContain('Xã Châu Bình học Xã An Bình: kỳ này không có số liệu.');
    await window.press('Mở bình chọn', { 'stand.HT-BBBBBB': 'caught_up' });
    expect(window.said).toMatch(/cần ghi minh chứng/);
    await window.press('Sửa lại');
    expect(window.field('Ông Tư học Xã An Bình')).toMatchObject({ value: 'caught_up' });
    await window.press('Mở bình chọn', { 'evidence.HT-BBBBBB': 'Báo cáo số 7' });
    expect(window.said).toContain('Ông Tư – Công nhận bắt kịp điển hình');
    expect(window.said).toContain('Xã Bảo Thạnh – Công nhận vượt qua điển hình');

    for (const as of PERSONS)
      await t.post(
        '/cast-vote',
        { ballot: 'BX-2024-04-1', votes: { 'HT-AAAAAA': 'yes', 'HT-BBBBBB': 'nay' } },
        as,
      );
    await window.choose('Kết thúc bình chọn');
    await window.press('Kết thúc bình chọn', { minutes: 'số 9' });
    await window.press('Ban hành quyết định');
    const [surpassed] = window.buttons.filter(({ label }) => label.startsWith('Công nhận vượt qua'));
    await window.press(surpassed!.label);
    await window.press('Ban hành quyết định', { 'becomes.HT-AAAAAA': 'yes' });
    expect(window.said).toBe(
      'Đã ban hành Quyết định số 02/QĐ-BCĐ ngày 12/05/2024.\nĐiển hình mới: DH-2024-002.',
    );
    expect((await t.store.exemplars()).at(-1)).toMatchObject({ id: 'DH-2024-002', surpassed: 'DH-2024-001' });
  });
});
