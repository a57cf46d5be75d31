import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDITOR_A, LEADER, OFFICER } from '../../http/small-campaign.ts';
import { type AddOnCampaign, type AddOnOffice, startAddOnOffice } from '../add-on-office.ts';
import { councilRooms, PERSONS } from '../council-rooms.ts';
import { openDoors } from '../doors.ts';

const [C1, C2, C3] = PERSONS;
const ALL_YES = { 'vote.praise-A': 'yes', 'vote.reward-A': 'yes', 'vote.praise-B': 'yes' } as const;
const doors = openDoors();
let addOn: AddOnOffice;

beforeAll(async () => {
  addOn = await startAddOnOffice();
});
afterAll(async () => {
  doors.close();
  await addOn.stop();
});

async function opened(code: string, settings?: Parameters<typeof councilRooms>[2]): Promise<AddOnCampaign> {
  const t = await councilRooms(addOn, code, settings);
  const officer = await t.open(OFFICER, 'office');
  await officer.choose('Mở bình chọn');
  await officer.press('Mở bình chọn');
  expect(officer.said).toContain('Đã mở bình chọn điển hình tháng 03/2024.');
  return t;
}

async function votes(t: AddOnCampaign, person: string, paper: Readonly<Record<string, string>>) {
  const window = await t.open(person, 'summary');
  await window.choose('Bình chọn');
  await window.press('Bỏ phiếu');
  await window.press('Xem lại phiếu', paper);
  await window.press('Bỏ phiếu ngay');
  return window;
}

describe('a nomination', () => {
  it('goes from opening to its outcome, by three members of whom one presses twice', async () => {
    const t = await councilRooms(addOn, 'WHOLE');
    const officer = await t.open(OFFICER, 'office');
    await officer.choose('Bình chọn');
    expect(officer.said).toMatch(/^Chưa có lần bình chọn nào/);

    await officer.choose('Mở bình chọn');
    expect(officer.said.split('\n').slice(0, 7)).toEqual([
      'Mở bình chọn điển hình tháng 03/2024?',
      `Người thực hiện: ${OFFICER}`,
      'Kỳ: Tháng 03/2024',
      'Tình trạng: đã đánh giá, chờ công bố',
      'Hình thức: bỏ phiếu kín',
      'Đã bỏ phiếu: 0/3 thành viên',
      'Cần để hợp lệ: 2/3 thành viên',
    ]);
    expect(officer.field('Đưa ra bình chọn')).toMatchObject({
      kind: 'checks',
      values: ['praise-A', 'reward-A', 'praise-B'],
      options: [
        {
          label: 'Xã An Bình – Biểu dương',
          details: ['Biểu dương hai đơn vị đầu (Xã): hạng 1, trong 2 suất'],
        },
        { label: 'Xã An Bình – Khen thưởng' },
        { label: 'Xã Bảo Thạnh – Biểu dương' },
      ],
    });
    await officer.press('Mở bình chọn');
    expect(officer.said).toContain('Đã mở bình chọn điển hình tháng 03/2024.');

    const first = await t.open(C1, 'summary');
    await first.choose('Bình chọn');
    expect(first.said.split('\n')).toEqual([
      'Bình chọn điển hình tháng 03/2024',
      'Hình thức: bỏ phiếu kín',
      'Đã bỏ phiếu: 0/3 thành viên',
      'Cần để hợp lệ: 2/3 thành viên',
    ]);
    await first.press('Bỏ phiếu');
    expect(first.said).toContain('Không ai, kể cả người tổ chức, biết bạn chọn gì.');
    await expect(first.press('Xem lại phiếu', { 'vote.praise-A': 'yes' })).rejects.toThrow(
      /nothing is chosen for “Xã An Bình – Khen thưởng”/,
    );
    await first.press('Xem lại phiếu', { ...ALL_YES, 'vote.praise-B': 'nil' });
    expect(first.block('ask').review).toMatchObject({
      heading: 'Bỏ phiếu như sau?',
      warning: 'Bỏ phiếu kín rồi thì không sửa và không rút lại được.',
    });
    await first.press('Bỏ phiếu ngay');
    expect(first.said).toContain('Phiếu của bạn đã được nhận.');
    await first.press('Bình chọn');
    expect(first.said).toContain('Bạn đã bỏ phiếu kín; phiếu không sửa được.');
    expect(first.said).toContain('Đã bỏ phiếu: 1/3 thành viên');
    expect(first.buttons).toEqual([]);

    const twice = await t.open(C2, 'summary');
    await twice.choose('Bình chọn');
    await twice.press('Bỏ phiếu');
    const call = { do: 'vote-now', with: { ballot: 'BC-2024-03-1', ...ALL_YES } } as const;
    const screens = await Promise.all([twice.ask(call), twice.ask(call)]);
    expect(screens.map(({ title }) => title)).toEqual(['Bình chọn', 'Bình chọn']);
    await twice.ask(call);
    expect(twice.said).toContain('Phiếu kín của bạn đã được nhận từ trước và được tính một lần');

    await officer.choose('Kết thúc bình chọn');
    expect(officer.said).toContain(`Chưa bỏ phiếu: ${C3}`);
    await votes(t, C3, { ...ALL_YES, 'vote.praise-B': 'nay' });
    await officer.choose('Kết thúc bình chọn');
    expect(officer.said).toContain('Đã bỏ phiếu: 3/3 thành viên');
    await officer.press('Kết thúc bình chọn', { minutes: 'Số 05/BB-HĐ ngày 12/04/2024' });
    expect(officer.said.split('\n')).toEqual([
      'Bình chọn điển hình tháng 03/2024',
      'Đã kết thúc bình chọn.',
      'Biên bản: Số 05/BB-HĐ ngày 12/04/2024',
      'Hợp lệ: 3/3 thành viên bỏ phiếu.',
      'Cần ít nhất 2 phiếu đồng ý để được thông qua.',
      'Xã An Bình – Biểu dương: đồng ý 3, không đồng ý 0, trắng 0; thông qua.',
      'Xã An Bình – Khen thưởng: đồng ý 3, không đồng ý 0, trắng 0; thông qua.',
      'Xã Bảo Thạnh – Biểu dương: đồng ý 1, không đồng ý 1, trắng 1; không thông qua.',
    ]);
    await first.choose('Bình chọn');
    expect(first.said).toContain('Xã An Bình – Biểu dương: đồng ý 3, không đồng ý 0, trắng 0; thông qua.');
  }, 120_000);

  it('counts a vote once where its answer was lost, and says so', async () => {
    const t = await opened('LOST');
    let lost = 0;
    const door = await doors.where(addOn.office, (path) =>
      path === '/cast-vote' && lost++ === 0 ? 'lose the answer' : 'pass',
    );
    const window = await t.open(C1, 'summary', await addOn.hostBefore(door));
    await window.choose('Bình chọn');
    await window.press('Bỏ phiếu');
    await window.press('Xem lại phiếu', ALL_YES);
    await window.press('Bỏ phiếu ngay');
    expect(window.said).toContain('Phiếu kín của bạn đã được nhận từ trước và được tính một lần');
    expect(await t.store.ballotBox('BC-2024-03-1')).toMatchObject({ voted: [C1] });
  });

  it('leaves nothing of a secret vote with the add-on', async () => {
    const t = await opened('SECRET');
    const properties = 'secret-votes';
    const host = await addOn.hostBefore(addOn.office.functions.url, { properties });
    const window = await t.open(C1, 'summary', host);
    await window.ask({ do: 'language', with: { to: 'vi' } });
    await window.choose('Bình chọn');
    await window.press('Bỏ phiếu');
    await window.press('Xem lại phiếu', ALL_YES);
    await window.press('Bỏ phiếu ngay');
    expect(window.said).toContain('Phiếu của bạn đã được nhận.');
    expect(addOn.propertiesOf(properties)).toContain('language');
    expect(addOn.propertiesOf(properties)).not.toMatch(/praise|yes|BC-2024/);
    expect(JSON.stringify(addOn.logs)).not.toMatch(/praise|"yes"/);
  });

  it('counts papers of absent members, apart from whose they are', async () => {
    const t = await opened('WRITTEN');
    await votes(t, C1, ALL_YES);
    const officer = await t.open(OFFICER, 'office');
    await officer.choose('Phiếu bằng văn bản');
    expect(officer.field('Phiếu của các thành viên')).toMatchObject({
      options: [{ value: C2 }, { value: C3 }],
      values: [],
    });
    const counts = { 'counts.praise-A': '2 0 0', 'counts.reward-A': '1 1 0', 'counts.praise-B': '0 1 0' };
    await officer.press('Ghi phiếu', { voters: `${C2}\n${C3}`, ...counts });
    expect(officer.said).toMatch(/phải bằng đúng số người bỏ phiếu bằng văn bản/);
    await officer.press('Sửa lại');
    expect(officer.field('Phiếu của các thành viên')).toMatchObject({ values: [C2, C3] });
    await officer.press('Ghi phiếu', { ...counts, 'counts.praise-B': '0 1 1' });
    expect(officer.said).toContain('Đã ghi phiếu bằng văn bản của 2 thành viên.');
    await officer.choose('Phiếu bằng văn bản');
    expect(officer.said).toContain('Mọi thành viên đã bỏ phiếu.');
    await officer.choose('Kết thúc bình chọn');
    await officer.press('Kết thúc bình chọn', { minutes: 'số 6' });
    expect(officer.said).toContain('Xã An Bình – Khen thưởng: đồng ý 2, không đồng ý 1, trắng 0; thông qua.');
  });

  it('in the open may be changed, and shows where it stands', async () => {
    const t = await opened('OPEN', { secrecy: 'open' });
    await votes(t, C1, ALL_YES);
    const window = await t.open(C1, 'summary');
    await window.choose('Bình chọn');
    expect(window.said).toContain('Bạn đã bỏ phiếu; có thể sửa cho tới khi kết thúc.');
    await window.press('Sửa phiếu của tôi');
    expect(window.field('Xã Bảo Thạnh – Biểu dương')).toMatchObject({ value: 'yes' });
    await window.press('Xem lại phiếu', { 'vote.praise-B': 'nay' });
    await window.press('Bỏ phiếu ngay');
    const officer = await t.open(OFFICER, 'office');
    await officer.choose('Phiếu bằng văn bản');
    await officer.press('Ghi phiếu', { voter: C2, ...ALL_YES });
    expect(officer.said).toContain('Đã ghi phiếu bằng văn bản của 1 thành viên.');
    await officer.choose('Bình chọn');
    expect(officer.said).toContain('Xã Bảo Thạnh – Biểu dương: đồng ý 1, không đồng ý 1, trắng 0');
  });

  it('is told not to be valid where too few voted, before and after', async () => {
    const t = await opened('QUORUM');
    await votes(t, C1, ALL_YES);
    const officer = await t.open(OFFICER, 'office');
    await officer.choose('Kết thúc bình chọn');
    expect(officer.said).toContain('Chưa đủ số người bỏ phiếu: kết thúc bây giờ');
    await officer.press('Kết thúc bình chọn', { minutes: 'số 7' });
    expect(officer.said).toContain('Không hợp lệ: 1/3 thành viên bỏ phiếu, cần ít nhất 2.');
    expect(officer.said).not.toContain('đồng ý 1');
    await officer.choose('Ban hành quyết định');
    expect(officer.said).toMatch(/^Không có ai đã được bình chọn thông qua/);
  });

  it('is put to the vote only of those who were chosen, in a month where it makes sense', async () => {
    const t = await councilRooms(addOn, 'SOME');
    const officer = await t.open(OFFICER, 'office');
    await officer.choose('Mở bình chọn');
    await officer.press('Mở bình chọn', { only: 'praise-A' });
    expect((await t.store.ballot('BC-2024-03-1'))?.candidates.map(({ id }) => id)).toEqual(['praise-A']);
    await officer.choose('Mở bình chọn');
    expect(officer.field('Đưa ra bình chọn')).toMatchObject({ values: ['reward-A', 'praise-B'] });
    await officer.press('Bình xét bắt kịp, vượt qua');
    expect(officer.said).toContain('Chưa có ai đăng ký học tập điển hình nào.');
    const early = await addOn.campaign('EARLY');
    await early.post('/provision');
    await early.deliver();
    const other = await early.open(OFFICER, 'office');
    await other.choose('Mở bình chọn');
    expect(other.said).toBe('Chưa mở kỳ nào. Hãy chọn Mở kỳ tiếp theo.');
  });

  it('is for the council: others see what they may, and are told what they may not', async () => {
    const t = await opened('WHO');
    const leader = await t.open(LEADER, 'summary');
    await leader.choose('Bình chọn');
    expect(leader.said).toContain('Đã bỏ phiếu: 0/3 thành viên');
    expect(leader.buttons).toEqual([]);
    await leader.ask({ do: 'ballot', with: { ballot: 'BC-2024-03-1' } });
    expect(leader.said).toContain('không có trong danh sách bỏ phiếu');
    const editor = await t.open(EDITOR_A, 'unit:A');
    await editor.ask({ do: 'ballots' });
    expect(editor.said).toMatch(/Tài khoản này không được phép/);
    const member = await t.open(C1, 'summary');
    await member.ask({ do: 'open-ballot' });
    expect(member.said).toContain('dành cho cán bộ thi đua khen thưởng');
  });
});
