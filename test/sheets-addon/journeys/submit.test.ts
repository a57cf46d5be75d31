import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EDITOR_A, OFFICER } from '../../http/small-campaign.ts';
import { type AddOnCampaign, type AddOnOffice, PERIOD, startAddOnOffice } from '../add-on-office.ts';
import { type Fate, openDoors } from '../doors.ts';

const FORM = `form:${PERIOD}`;
const ON_TIME = new Date('2024-04-04T03:00:00Z');
let addOn: AddOnOffice;
const doors = openDoors();

beforeAll(async () => {
  addOn = await startAddOnOffice();
});
afterEach(() => {
  addOn.at = ON_TIME;
  doors.close();
});
afterAll(() => addOn.stop());

/** A campaign with its period open and unit A's form filled. */
async function opened(code: string): Promise<AddOnCampaign> {
  addOn.at = ON_TIME;
  const t = await addOn.campaign(code);
  await t.move('open');
  await t.deliver();
  await t.type(EDITOR_A, 'unit:A', FORM, 'G4:G5', [[8], ['Có']]);
  return t;
}

describe('submitting a form', () => {
  it('asks first, sends once, locks, opens again with a reason, and takes the corrected form', async () => {
    const t = await opened('LIFE');
    const window = await t.open(EDITOR_A, 'unit:A');
    await window.choose('Nộp phiếu');
    expect(window.said.split('\n')).toEqual([
      'Xã An Bình · Tháng 03/2024',
      'Nộp phiếu tháng 03/2024?',
      `Người thực hiện: ${EDITOR_A}`,
      'Đơn vị: Xã An Bình',
      'Kỳ: Tháng 03/2024',
      'Hạn nộp: 23:59 ngày 05/04/2024 (còn 37 giờ)',
      'Lần nộp: 1',
      'Sau khi nộp, phiếu được khóa. Khi kỳ còn mở, có thể mở lại phiếu để sửa, có ghi lý do.',
    ]);
    expect(await submissions(t)).toEqual([]);

    await window.press('Nộp ngay');
    expect(window.said).toContain('Đã nhận phiếu.');
    expect(window.said).toContain('Hạn nộp: đúng hạn');
    expect(await submissions(t)).toEqual(['A.1']);
    await t.deliver();
    await expect(t.type(EDITOR_A, 'unit:A', FORM, 'G4', [[9]])).rejects.toThrow(/protected/i);

    await window.choose('Nộp phiếu');
    expect(window.said).toMatch(/Phiếu đã nộp \(lần 1, lúc 10:00 ngày 04\/04\/2024\) và đang khóa/);
    await window.press('Mở lại để sửa');
    await window.press('Mở lại phiếu', { reason: ' ' });
    expect(window.said).toMatch(/Chưa có lý do/);
    await window.choose('Mở lại phiếu để sửa');
    await window.press('Mở lại phiếu', { reason: 'Ghi nhầm tiêu chí 1' });
    expect(window.said).toContain('Đã mở lại phiếu.');
    await window.choose('Mở lại phiếu để sửa');
    expect(window.said).toMatch(/đang mở để sửa/);
    await t.deliver();
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4', [[9]]);
    await window.choose('Nộp phiếu');
    expect(window.said).toContain('Lần nộp: 2');
    await window.press('Nộp ngay');
    expect(await submissions(t)).toEqual(['A.2']);
    const log = await t.store.log(9);
    expect(log.find(({ action }) => action === 'form_unlocked')?.reason).toBe('Ghi nhầm tiêu chí 1');
  });

  it('says that it is late, before and after', async () => {
    const t = await opened('LATE');
    addOn.at = new Date('2024-04-08T03:00:00Z');
    const window = await t.open(EDITOR_A, 'unit:A');
    await window.choose('Nộp phiếu');
    expect(window.said).toContain('(đã quá 2 ngày)');
    expect(window.said).toContain('phiếu sẽ được ghi nhận là nộp trễ');
    await window.press('Nộp ngay');
    expect(window.said).toContain('Hạn nộp: trễ hạn');
  });

  it('is not offered for a form that is wrong, and marks it', async () => {
    const t = await opened('WRONG');
    await t.type(EDITOR_A, 'unit:A', FORM, 'G5', [['có lẽ']]);
    const window = await t.open(EDITOR_A, 'unit:A');
    await window.choose('Nộp phiếu');
    expect(window.said).toContain('Chưa nộp: còn 1 chỗ cần sửa.');
    expect((await t.dress('unit:A', FORM)).G5?.note).toMatch(/cần sửa/);
    expect(window.buttons.map(({ label }) => label)).toEqual(['Kiểm tra lại']);
    expect(await submissions(t)).toEqual([]);
  });

  it('marks what the server found in a form that was right when it was asked', async () => {
    const t = await opened('SERVER-FINDS');
    const window = await t.open(
      EDITOR_A,
      'unit:A',
      await addOn.hostBefore(await doors.where(addOn.office, refusesForms)),
    );
    await window.choose('Nộp phiếu');
    await window.press('Nộp ngay');
    expect(window.said).toContain('Máy chủ chưa nhận phiếu: có 1 chỗ cần sửa.');
    expect(window.block('issues').issues).toMatchObject([
      { place: 'G4 · Kết quả / tự chấm', text: 'Số này quá đẹp.' },
    ]);
    expect((await t.dress('unit:A', FORM)).G4?.note).toBe('▼ Thi đua: cần sửa\nSố này quá đẹp.\n▲ Thi đua');
  });

  it('is one submission, however often the button is pressed', async () => {
    const t = await opened('DOUBLE');
    const windows = await Promise.all([t.open(EDITOR_A, 'unit:A'), t.open(EDITOR_A, 'unit:A')]);
    await Promise.all(windows.map((window) => window.choose('Nộp phiếu')));
    await Promise.all(windows.map((window) => window.press('Nộp ngay')));
    const said = windows.map((window) => window.said).join('\n');
    expect(said).toContain('Đã nhận phiếu.');
    expect(said).toMatch(/đang khóa|đang được nộp ở một cửa sổ khác|đã được nhận trước đó/);
    expect(await submissions(t)).toEqual(['A.1']);
  });

  it('hears the stored answer when the first one was lost', async () => {
    const t = await opened('LOST');
    let lost = 0;
    const door = await doors.where(addOn.office, (path) =>
      path === '/submit-form' && lost++ < 2 ? 'lose the answer' : 'pass',
    );
    const window = await t.open(EDITOR_A, 'unit:A', await addOn.hostBefore(door));
    await window.choose('Nộp phiếu');
    await window.press('Nộp ngay');
    expect(window.said).toMatch(/Chưa nhận được câu trả lời của máy chủ. Phiếu vẫn nguyên/);
    expect(await submissions(t)).toEqual(['A.1']);
    await window.press('Thử lại');
    expect(window.said).toContain('Đã nhận phiếu.');
    expect(window.said).toContain('Lần nộp: 1');
    expect(await submissions(t)).toEqual(['A.1']);
    expect(lost).toBe(3);
  });

  it('loses nothing while the server is away, and sends when it is back', async () => {
    const t = await opened('AWAY');
    let isAway = false;
    const door = await doors.where(addOn.office, () => (isAway ? 'cut' : 'pass'));
    const window = await t.open(EDITOR_A, 'unit:A', await addOn.hostBefore(door));
    await window.choose('Nộp phiếu');
    isAway = true;
    await window.press('Nộp ngay');
    expect(window.said).toMatch(/Chưa nhận được câu trả lời/);
    isAway = false;
    await window.press('Thử lại');
    await window.press('Nộp ngay');
    expect(window.said).toContain('Đã nhận phiếu.');
    expect(await submissions(t)).toEqual(['A.1']);
  });

  it('waits for a server that is busy for a moment', async () => {
    const t = await opened('BUSY');
    let asked = 0;
    const door = await doors.where(addOn.office, (path) =>
      path === '/submit-form' && asked++ === 0 ? 'busy' : 'pass',
    );
    const window = await t.open(EDITOR_A, 'unit:A', await addOn.hostBefore(door));
    await window.choose('Nộp phiếu');
    await window.press('Nộp ngay');
    expect(window.said).toContain('Đã nhận phiếu.');
  });

  it('takes a new token when the first has run out, and says so when that one is no better', async () => {
    const t = await opened('TOKEN');
    let expired = 1;
    const { identity } = addOn.office;
    const issuer = {
      accessTokenFor: identity.accessTokenFor,
      issueIdToken: (wish: Parameters<typeof identity.issueIdToken>[0]) =>
        identity.issueIdToken(expired-- > 0 ? { ...wish, expiresInSeconds: -3600 } : wish),
    };
    const host = await addOn.hostBefore(addOn.office.functions.url, { issuer });
    const window = await t.open(EDITOR_A, 'unit:A', host);
    await window.choose('Nộp phiếu');
    await window.press('Nộp ngay');
    expect(window.said).toContain('Đã nhận phiếu.');
    expired = 9;
    await window.choose('Nộp phiếu');
    expect(window.said).toMatch(/Chưa xác nhận được tài khoản Google của bạn/);
    expect(window.screen?.account).toEqual({ email: EDITOR_A, verified: false });
  });

  it('is for the editor in front of the form: the officer may send it too, others are told', async () => {
    const t = await opened('WHO');
    const window = await t.open(OFFICER, 'unit:A');
    await window.choose('Nộp phiếu');
    expect(window.said).toContain(`Người thực hiện: ${OFFICER}`);
    await window.press('Nộp ngay');
    expect((await t.store.submissions(PERIOD as never))[0]?.submittedBy).toBe(OFFICER);
  });

  it('says what happened when the month was closed meanwhile', async () => {
    const t = await opened('CLOSED');
    const window = await t.open(EDITOR_A, 'unit:A');
    await window.choose('Nộp phiếu');
    await t.move('close');
    await window.press('Nộp ngay');
    expect(window.said).toMatch(/Tháng 03\/2024 đã chốt, đang thẩm định nên phiếu không nhận nữa/);
  });

  it('says all of it in English to whom it was asked to', async () => {
    const t = await opened('ENGLISH');
    const window = await t.open(EDITOR_A, 'unit:A');
    await window.choose('Nộp phiếu');
    await window.ask({ do: 'language', with: { to: 'en' } });
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4', [['nhiều']]);
    await window.choose('Kiểm tra phiếu');
    expect(window.language).toBe('en');
    expect(window.screen?.title).toBe('Check the form');
    expect(window.block('issues').issues[0]?.text).toMatch(/^“nhiều” is not a number/);
    expect((await t.dress('unit:A', FORM)).G4?.note).toMatch(/không phải là số/);
    await window.ask({ do: 'language', with: { to: 'vi' } });
  });
});

async function submissions(t: AddOnCampaign): Promise<string[]> {
  const all = await t.store.submissions(PERIOD as never);
  return all.map(({ unitId, revision }) => `${unitId}.${revision}`);
}

const refusesForms = (path: string): Fate =>
  path !== '/submit-form'
    ? 'pass'
    : {
        status: 422,
        body: {
          error: {
            code: 'has_issues',
            message: 'Có chỗ cần sửa.',
            issues: [
              {
                code: 'value_above_max',
                cell: 'G4',
                column: 'Kết quả / tự chấm',
                message: 'Ô G4 (cột “Kết quả / tự chấm”): số này quá đẹp.',
              },
            ],
          },
        },
      };
