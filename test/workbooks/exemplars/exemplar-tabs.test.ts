import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../functions/src/domain/decision/decision.ts';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type { TableTab } from '../../../functions/src/domain/publishing/wanted.ts';
import { exemplarTabs } from '../../../functions/src/workbooks/exemplars/exemplar-tabs.ts';
import {
  type EarlierCampaign,
  type StoredExemplars,
  viewOfExemplars,
} from '../../../functions/src/workbooks/exemplars/exemplar-view.ts';
import { TinyWorkbook } from '../../domain/publishing/tiny-sheet.ts';
import { shown } from '../shown.ts';
import { publishedPeriods } from '../two-months.ts';
import { CAMPAIGN, DECISIONS, EXEMPLARS, ROWS, stored, viewOf } from './exemplar-story.ts';

const TABS = exemplarTabs(viewOf());
const tab = (title: string, tabs: readonly TableTab[] = TABS) =>
  shown({ tabs: tabs.filter((each) => each.title === title) });
const cell = (title: string, row: number, key: string, tabs: readonly TableTab[] = TABS) => {
  const { columns, rows } = tabs.find((each) => each.title === title)!;
  return rows[row]![columns.findIndex((column) => column.key === key)];
};

describe('what leaders see of the exemplars', () => {
  it('shows one line for each, its five steps with their days, whom it surpassed, and why one fell: Điển hình', () => {
    expect(tab('Điển hình')).toEqual([
      '## Điển hình',
      'Năm bước của mỗi điển hình',
      'Mỗi bước ghi ngày được làm lần đầu; bước sau chỉ tính khi bước trước đã làm.',
      'Mã | Điển hình | Đã đến | Bước 1: Biểu dương | Bước 2: Tuyên truyền | Bước 3: Học tập | Bước 4: Bình xét | Bước 5: Công nhận | Loại | Đơn vị | Lĩnh vực | Quyết định ghi nhận | Tin, bài | Lượt tiếp cận | Buổi học tập | Đang học theo | Đã bắt kịp | Đã vượt qua | Đã vượt qua điển hình | Được vượt qua bởi | Lưu ý',
      'DH-2024-001 | Xã Ấp Đá | Bước 5: Công nhận | 45363 | 45365 | 45367 | 45400 | 45402 | Đơn vị | Xã Ấp Đá | Nông nghiệp | 01/QĐ-BCĐ ngày 12/03/2024 | 3 | 6500 | 1 | 4 |  | 1 |  | DH-2024-002 – Xã Bảo Thạnh | ',
      'DH-2024-002 | Xã Bảo Thạnh | Bước 1: Biểu dương | 45402 |  |  |  |  | Đơn vị | Xã Bảo Thạnh |  | 02/QĐ-BCĐ ngày 20/04/2024 |  |  |  |  |  |  | DH-2024-001 – Xã Ấp Đá |  | ',
      'DH-2024-003 | Tổ 9 (Xã An Đức) | Bước 1: Biểu dương | 45404 |  |  |  |  | Tập thể | Xã An Đức | Nông nghiệp | 03/QĐ-BCĐ ngày 22/04/2024 |  |  |  |  |  |  |  |  | ',
      'DH-2024-004 | =1+1 (Xã An Đức) | đã thu hồi |  |  |  |  |  | Cá nhân | Xã An Đức | Giáo dục | 03/QĐ-BCĐ ngày 22/04/2024 | 1 |  |  | 1 |  |  |  |  | Biểu dương theo 03/QĐ-BCĐ ngày 22/04/2024, đã thu hồi theo 04/QĐ-BCĐ ngày 02/05/2024, lý do: Kê khai sai',
    ]);
  });

  it('shows who learns from whom, how far they are in the newest month, and what was found and decided: Học tập', () => {
    expect(tab('Học tập')).toEqual([
      '## Học tập',
      'Ai học tập ai, cam kết gì và đã đến đâu',
      'So với mức của điển hình khi được ghi nhận, theo kết quả tháng 03/2024.',
      'Người học | Đơn vị | Điển hình | So theo | Cam kết | Ngày bắt đầu | Hạn thực hiện | Tình trạng | Kết quả thực hiện | So với điển hình | Theo số liệu | Kết quả bình xét | Quyết định | Lưu ý',
      '=HYPERLINK("x") | =HYPERLINK("x") | DH-2024-001 – Xã Ấp Đá | tổng điểm | Làm theo cách vận động | 45367 |  | Đang học |  |  |  |  |  | ',
      'Lê Văn Tám | Xã Bảo Thạnh | DH-2024-001 – Xã Ấp Đá | tổng điểm | Làm theo cách vận động | 45367 |  | Đã thực hiện cam kết |  |  |  |  |  | Không so bằng điểm: hội đồng xét theo minh chứng.',
      'Xã An Đức | Xã An Đức | DH-2024-001 – Xã Ấp Đá | T1 | Làm theo cách vận động | 45367 |  | Đang học |  | 150 | vượt qua | chưa công nhận | Bình xét ngày 18/04/2024 | ',
      'Xã An Đức | Xã An Đức | DH-2024-001 – Xã Ấp Đá | T2 | Làm theo cách vận động | 45367 |  | Thôi |  |  |  |  |  | ',
      'Xã Bảo Thạnh | Xã Bảo Thạnh | DH-2024-001 – Xã Ấp Đá | tổng điểm | Làm theo cách vận động | 45367 | 45473 | Đang học | Đã trồng 2.000 cây | 106.88 | vượt qua | vượt qua | Công nhận vượt qua điển hình theo 02/QĐ-BCĐ ngày 20/04/2024 | ',
      'Xã Ấp Đá | Xã Ấp Đá | DH-2024-004 – =1+1 (Xã An Đức) | tổng điểm | Làm theo cách vận động | 45367 |  | Đang học |  |  |  |  |  | Điển hình DH-2024-004 chưa có quyết định biểu dương còn hiệu lực (bước 1). Cần cán bộ thi đua khen thưởng ban hành quyết định sau bình chọn.',
    ]);
  });

  it('shows month by month, below the exemplar’s own line, who is furthest first: Bắt kịp – vượt qua', () => {
    expect(tab('Bắt kịp – vượt qua')).toEqual([
      '## Bắt kịp – vượt qua',
      'Bắt kịp, vượt qua điển hình qua các kỳ đã công bố',
      '100% là mức của điển hình khi được ghi nhận, giữ nguyên từ đó.',
      'Điển hình, người học | So theo | Tháng 02/2024 | Tháng 03/2024 | Theo số liệu kỳ gần nhất',
      'DH-2024-001 – Xã Ấp Đá | mốc: 80 điểm | 100 | 100 | ',
      'Xã An Đức | T1 | 75 | 150 | vượt qua',
      'Xã Bảo Thạnh | tổng điểm | 113.13 | 106.88 | vượt qua',
    ]);
  });

  it('shows how many each exemplar reached by which channel: Tuyên truyền', () => {
    expect(tab('Tuyên truyền')).toEqual([
      '## Tuyên truyền',
      'Tuyên truyền, nhân rộng: lượt tiếp cận theo điển hình và kênh',
      'Điển hình | Tin, bài | Báo | Đài truyền thanh | Truyền hình | Cổng thông tin điện tử | Mạng xã hội | Hội nghị, tọa đàm | Tờ gấp, sách | Khác | Tổng lượt tiếp cận | Tin, bài gần nhất | Tên tin, bài gần nhất | Lưu ý',
      'DH-2024-001 – Xã Ấp Đá | 3 | 1500 |  |  |  | 5000 |  |  |  | 6500 | 45371 | Bài TT-BBBBBB | ',
      'DH-2024-004 – =1+1 (Xã An Đức) | 1 |  |  |  |  |  |  |  |  |  | 45407 | Bài TT-DDDDDD | quyết định ghi nhận đã thu hồi',
    ]);
  });

  it('shows hosts, members who are still there, meetings: Câu lạc bộ', () => {
    expect(tab('Câu lạc bộ')).toEqual([
      '## Câu lạc bộ',
      'Câu lạc bộ điển hình tiên tiến',
      'Câu lạc bộ | Đơn vị chủ trì | Lĩnh vực | Chủ nhiệm | Ngày thành lập | Ngày giải thể | Thành viên | Điển hình đang tham gia | Số buổi sinh hoạt | Buổi gần nhất | Nội dung buổi gần nhất',
      'CLB dừa hữu cơ | Xã An Đức | Nông nghiệp |  | 45407 |  | 2 | DH-2024-001 – Xã Ấp Đá\nDH-2024-003 – Tổ 9 (Xã An Đức) | 2 | 45413 | Ủ phân',
      'CLB nhà giáo | Xã An Đức | Giáo dục |  | 45407 |  |  | DH-2024-004 – =1+1 (Xã An Đức) (quyết định ghi nhận đã thu hồi) |  |  | ',
    ]);
  });

  it('shows the pool by field, whom each may speak to, and what was held: Báo cáo viên', () => {
    expect(tab('Báo cáo viên')).toEqual([
      '## Báo cáo viên',
      'Báo cáo viên theo lĩnh vực, người học cùng lĩnh vực và các buổi đã báo cáo',
      'Lĩnh vực | Báo cáo viên | Điển hình | Chuyên đề | Từ ngày | Đến ngày | Người học cùng lĩnh vực | Những người học | Số buổi | Lượt người nghe | Buổi gần nhất | Lưu ý',
      'Giáo dục | Thầy Hai | DH-2024-004 – =1+1 (Xã An Đức) | Dạy học | 45407 |  |  |  |  |  |  | quyết định ghi nhận điển hình đã thu hồi',
      'Nông nghiệp | Trần Thị Bông | DH-2024-003 – Tổ 9 (Xã An Đức) | Dừa hữu cơ | 45407 |  | 1 | Lê Văn Tám (Xã Bảo Thạnh) | 2 | 200 | 45415 | ',
    ]);
  });

  it('shows the register, newest first, with what was revoked by what and why: Quyết định', () => {
    expect(tab('Quyết định')).toEqual([
      '## Quyết định',
      'Sổ quyết định: 4 quyết định, mới nhất ở trên',
      'Số, ký hiệu | Ngày ký | Nội dung | Kỳ | Đối tượng | Thành tích | Người ký | Hiệu lực | Lưu ý',
      '04/QĐ-BCĐ | 45414 | Thu hồi quyết định | Tháng 03/2024 | =1+1 (Xã An Đức) |  | Trưởng ban Nguyễn Văn A | còn hiệu lực | Thu hồi 03/QĐ-BCĐ ngày 22/04/2024. Lý do: Kê khai sai',
      '03/QĐ-BCĐ | 45404 | Biểu dương | Tháng 03/2024 | Tổ 9 (Xã An Đức)\n=1+1 (Xã An Đức) | Trồng dừa hữu cơ\nDạy học | Trưởng ban Nguyễn Văn A | thu hồi một phần | =1+1 (Xã An Đức): đã thu hồi theo 04/QĐ-BCĐ ngày 02/05/2024, lý do: Kê khai sai\nKỳ này đã mở lại sau khi bình chọn.',
      '02/QĐ-BCĐ | 45402 | Công nhận vượt qua điển hình | Tháng 03/2024 | Xã Bảo Thạnh | Vượt qua điển hình Xã Ấp Đá | Trưởng ban Nguyễn Văn A | còn hiệu lực | ',
      '01/QĐ-BCĐ | 45363 | Biểu dương | Tháng 02/2024 | Xã Ấp Đá | Dẫn đầu cụm (Cụm 1) | Trưởng ban Nguyễn Văn A | còn hiệu lực | ',
    ]);
  });

  it('shows month by month what became of each unit: Lịch sử đơn vị', () => {
    expect(tab('Lịch sử đơn vị')).toEqual([
      '## Lịch sử đơn vị',
      'Lịch sử đơn vị: hạng, xếp loại, ghi nhận và quyết định qua các kỳ',
      'Đơn vị | Đối tượng | Tháng 02/2024 | Tháng 03/2024 | Số kỳ được chọn ghi nhận | Số quyết định còn hiệu lực | Các quyết định | Lưu ý',
      '=HYPERLINK("x") | XA | chưa báo cáo | chưa báo cáo |  |  |  | ',
      'Xã An Đức | XA | hạng 3/3; Không hoàn thành | hạng 3/3; Không hoàn thành |  |  |  | ',
      'Xã Ấp Đá | XA | hạng 2/3; Tốt\n01/QĐ-BCĐ: biểu dương | hạng 1/3; Xuất sắc; được chọn biểu dương | 1 | 1 | Biểu dương theo 01/QĐ-BCĐ ngày 12/03/2024 | ',
      'Xã Bảo Thạnh | XA | hạng 1/3; Xuất sắc; được chọn biểu dương | hạng 2/3; Tốt\n02/QĐ-BCĐ: công nhận vượt qua điển hình | 1 | 1 | Công nhận vượt qua điển hình theo 02/QĐ-BCĐ ngày 20/04/2024 | ',
    ]);
  });

  it('shows what each registered, what its unit said, what was decided; two of one name stay two: Lịch sử cá nhân, tập thể', () => {
    expect(tab('Lịch sử cá nhân, tập thể')).toEqual([
      '## Lịch sử cá nhân, tập thể',
      'Lịch sử cá nhân, tập thể đăng ký: đăng ký, bình chọn tại đơn vị, quyết định ghi nhận',
      'Mỗi dòng đăng ký là một dòng; trùng tên chưa chắc là cùng một người.',
      'Tập thể, cá nhân | Loại | Đơn vị | Lĩnh vực | Ngày đăng ký | Tình trạng | Số lần đơn vị bình chọn | Số lần đơn vị ghi nhận | Đơn vị ghi nhận | Số quyết định còn hiệu lực | Các quyết định | Là điển hình | Học tập',
      '=1+1 | Cá nhân | Xã An Đức | Giáo dục | 45342 | Đang phấn đấu |  |  |  |  | Biểu dương theo 03/QĐ-BCĐ ngày 22/04/2024, đã thu hồi theo 04/QĐ-BCĐ ngày 02/05/2024, lý do: Kê khai sai |  | ',
      'Tổ 9 | Tập thể | Xã An Đức | Nông nghiệp | 45342 | Đang phấn đấu | 2 | 1 | Tháng 03/2024: biểu dương | 1 | Biểu dương theo 03/QĐ-BCĐ ngày 22/04/2024 | DH-2024-003 | ',
      'Lê Văn Tám | Cá nhân | Xã Bảo Thạnh | Nông nghiệp | 45342 | Đang phấn đấu |  |  |  |  |  |  | DH-2024-001 – Xã Ấp Đá',
      'Lê Văn Tám | Cá nhân | Xã Bảo Thạnh | Nông nghiệp | 45342 | Thôi đăng ký |  |  |  |  |  |  | ',
    ]);
  });

  it('draws each unit that learns beside the exemplar’s line, who is furthest first, and people by channel', () => {
    const charts = TABS.flatMap(({ title, charts: some = [] }) =>
      some.map((chart) => ({ tab: title, ...chart })),
    );
    expect(charts).toEqual([
      {
        tab: 'Bắt kịp – vượt qua',
        key: 'learner:1',
        title: 'Xã An Đức học tập Xã Ấp Đá (% so với mức của điển hình)',
        shape: 'lines',
        rows: [
          { from: 0, to: 1 },
          { from: 1, to: 2 },
        ],
        names: 'name',
        points: ['share:2024-02', 'share:2024-03'],
      },
      expect.objectContaining({
        key: 'learner:2',
        title: 'Xã Bảo Thạnh học tập Xã Ấp Đá (% so với mức của điển hình)',
        rows: [
          { from: 0, to: 1 },
          { from: 2, to: 3 },
        ],
      }),
      {
        tab: 'Tuyên truyền',
        key: 'reach',
        title: 'Lượt tiếp cận theo kênh',
        shape: 'stacked_bars',
        rows: [{ from: 0, to: 1 }],
        names: 'exemplar',
        parts: [{ column: 'channel:Báo' }, { column: 'channel:Mạng xã hội' }],
      },
    ]);
  });

  it('draws ten and no more, and none of one month alone', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      ...ROWS.find(({ code }) => code === 'HT-AAAAAA')!,
      code: `HT-${i + 100}000`,
    }));
    const view = viewOf({}, [...ROWS, ...many]);
    const charts = exemplarTabs(view).flatMap((each) => (each.key === 'catching-up' ? each.charts : []));
    expect(charts.map((chart) => chart?.key)).toEqual(
      Array.from({ length: 10 }, (_, i) => `learner:${i + 1}`),
    );
    const february = viewOfExemplars(stored(), CAMPAIGN, publishedPeriods().slice(0, 1));
    expect(exemplarTabs(february).find(({ key }) => key === 'catching-up')).toMatchObject({ charts: [] });
  });

  it('has no distance in months before the exemplar was recognised for one', () => {
    const later = EXEMPLARS.map((each) => ({ ...each, period: publishedPeriods()[1]!.period.id }));
    const tabs = exemplarTabs(viewOf({ exemplars: later }));
    expect(tab('Bắt kịp – vượt qua', tabs).slice(4)).toEqual([
      'DH-2024-001 – Xã Ấp Đá | mốc: 80 điểm |  | 100 | ',
      'Xã An Đức | T1 |  | 150 | vượt qua',
      'Xã Bảo Thạnh | tổng điểm |  | 106.88 | vượt qua',
    ]);
  });

  it('keeps a tab that was once there, also when the praise is revoked that it was about', () => {
    const fallen = viewOf({ lifeOf: () => ({}) });
    const tabs = exemplarTabs(fallen);
    expect(tabs.map(({ key }) => key)).toEqual(TABS.map(({ key }) => key));
    expect(tab('Bắt kịp – vượt qua', tabs).slice(4)).toEqual([]);
    expect(cell('Điển hình', 0, 'step', tabs)).toBe('đã thu hồi');
    expect(cell('Học tập', 4, 'distance', tabs)).toBeNull();
  });

  it('shows a decision that took everything back as no longer in force, with its reason', () => {
    const revoked = { by: '2024-4', reference: '04/QĐ-BCĐ', reason: 'Nhầm', on: DECISIONS[3]!.signedOn };
    const decisions = DECISIONS.map((each) =>
      each.number === 2 ? { ...each, subjects: each.subjects.map((one) => ({ ...one, revoked })) } : each,
    );
    const tabs = exemplarTabs(viewOf({ decisions }));
    const words = 'đã thu hồi theo 04/QĐ-BCĐ ngày 02/05/2024, lý do: Nhầm';
    expect(cell('Quyết định', 2, 'force', tabs)).toBe('đã thu hồi');
    expect(cell('Quyết định', 2, 'remark', tabs)).toBe(`Đ${words.slice(1)}`);
    expect(cell('Học tập', 4, 'decision', tabs)).toBe(
      `Công nhận vượt qua điển hình theo 02/QĐ-BCĐ ngày 20/04/2024, ${words}`,
    );
    expect(cell('Lịch sử đơn vị', 3, 'decisions', tabs)).toContain(words);
    expect(cell('Lịch sử đơn vị', 3, 'inForce', tabs)).toBeNull();
  });

  it('puts whoever reached most people first', () => {
    const more = { ...ROWS.find(({ code }) => code === 'TT-DDDDDD')!, code: 'TT-EEEEEE' };
    const tabs = exemplarTabs(viewOf({}, [...ROWS, { ...more, values: { ...more.values, reach: 9000 } }]));
    expect([0, 1].map((nth) => cell('Tuyên truyền', nth, 'reach', tabs))).toEqual([9000, 6500]);
  });

  it('names no successor whose own decision was revoked, and tells of the decision that still holds', () => {
    const lifeOf: StoredExemplars['lifeOf'] = (exemplar) =>
      exemplar.id === 'DH-2024-002' ? {} : stored().lifeOf(exemplar);
    expect(cell('Điển hình', 0, 'successors', exemplarTabs(viewOf({ lifeOf })))).toBeNull();
    const [, surpassed, , revocation] = DECISIONS;
    const revoked = { by: '2024-6', reference: '06/QĐ-BCĐ', reason: 'Nhầm', on: revocation!.signedOn };
    const decisions: readonly Decision[] = [
      { ...surpassed!, kind: 'caught_up' },
      { ...surpassed!, number: 5, subjects: surpassed!.subjects.map((each) => ({ ...each, revoked })) },
    ];
    expect(cell('Học tập', 4, 'decision', exemplarTabs(viewOf({ decisions })))).toBe(
      'Công nhận bắt kịp điển hình theo 02/QĐ-BCĐ ngày 20/04/2024',
    );
  });

  it('remembers what a unit was called, and where a merged one went', () => {
    const [february, march] = publishedPeriods() as [never, never];
    const campaign = {
      ...CAMPAIGN,
      units: CAMPAIGN.units.map((unit) => (unit.id === 'C' ? { ...unit, successor: 'A' } : unit)),
    };
    const renamed = (published: ReturnType<typeof publishedPeriods>[number]) => ({
      ...published,
      rules: { ...published.rules, units: published.rules.units.filter(({ id }) => id !== 'C') },
      result: {
        ...published.result,
        units: published.result.units
          .filter(({ unitId }) => unitId !== 'C')
          .map((unit) => (unit.unitId === 'B' ? { ...unit, name: 'Xã Bảo Thạnh cũ' } : unit)),
      },
    });
    const tabs = exemplarTabs(viewOfExemplars(stored(), campaign, [february, renamed(march)]));
    expect([1, 3].map((row) => cell('Lịch sử đơn vị', row, 'remark', tabs))).toEqual([
      'Đã sáp nhập vào Xã Ấp Đá',
      'Tên trước đây: Xã Bảo Thạnh cũ',
    ]);
  });

  it('goes on from the campaigns before, unit by unit and name by name', () => {
    const renamed = (code: string, name: string) => {
      const row = ROWS.find((each) => each.code === code)!;
      return { ...row, values: { ...row.values, name } };
    };
    const before: EarlierCampaign = {
      campaign: { ...CAMPAIGN, code: 'TD-2023', name: 'Thi đua 2023' },
      periods: publishedPeriods().map((published) => ({
        ...published,
        result: {
          ...published.result,
          units: published.result.units
            .filter(({ unitId }) => unitId !== 'D')
            .map((unit) => (unit.unitId === 'B' ? { ...unit, name: 'Xã Bảo Thạnh cũ' } : unit)),
        },
      })),
      decisions: DECISIONS,
      registrations: [
        renamed('DK-AAAAAA', ' tổ  9'),
        renamed('DK-EEEEEE', 'Lê Văn Tám'), // a plan
        { ...renamed('DK-CCCCCC', 'Lê Văn Tám'), unitId: 'A' },
      ],
    };
    const older = {
      ...before,
      campaign: { ...CAMPAIGN, code: 'TD-2022', name: 'Thi đua 2022' },
      decisions: [],
    };
    const nothing = { exemplars: [], decisions: [], judgements: [] };
    const tabs = exemplarTabs(viewOf({ ...nothing, earlier: [before, older] }));
    const units = tabs.find(({ key }) => key === 'unit-history')!;
    expect(units.columns.map(({ header }) => header).slice(-3)).toEqual([
      'Thi đua 2023',
      'Thi đua 2022',
      'Lưu ý',
    ]);
    expect([0, 1, 2, 3].map((row) => cell('Lịch sử đơn vị', row, 'campaign:TD-2023', tabs))).toEqual([
      null,
      'Có báo cáo 2/2 kỳ; hạng cao nhất 3',
      'Có báo cáo 2/2 kỳ; hạng cao nhất 1; được chọn ghi nhận 1 kỳ\nBiểu dương theo 01/QĐ-BCĐ ngày 12/03/2024',
      'Tên khi đó: Xã Bảo Thạnh cũ\nCó báo cáo 2/2 kỳ; hạng cao nhất 1; được chọn ghi nhận 1 kỳ\nCông nhận vượt qua điển hình theo 02/QĐ-BCĐ ngày 20/04/2024',
    ]);
    expect(cell('Lịch sử đơn vị', 2, 'campaign:TD-2022', tabs)).toBe(
      'Có báo cáo 2/2 kỳ; hạng cao nhất 1; được chọn ghi nhận 1 kỳ',
    );
    expect([0, 1, 2].map((row) => cell('Lịch sử cá nhân, tập thể', row, 'before', tabs))).toEqual([
      null,
      'Thi đua 2023: đăng ký ngày 20/02/2024\nBiểu dương theo 03/QĐ-BCĐ ngày 22/04/2024\nThi đua 2022: đăng ký ngày 20/02/2024',
      null, // of that name in another unit, and of another kind
    ]);
  });

  it('says how many of very many it shows, and those who were recognised before the others', () => {
    const registration = ROWS[2]!;
    const many = Array.from({ length: 6000 }, (_, i) => ({
      ...registration,
      code: `DK-${i}`,
      unitId: 'C',
      values: { ...registration.values, name: 'Ân' },
    }));
    const [, , line, , ...rows] = tab(
      'Lịch sử cá nhân, tập thể',
      exemplarTabs(viewOf({}, [...many, ...ROWS])),
    ).slice(1);
    expect(line).toBe('Chỉ hiện 5.000 trong 6.004 tập thể, cá nhân; ai đã được ghi nhận thì hiện trước.');
    expect(rows).toHaveLength(5000);
    expect(rows.filter((row) => row.startsWith('Tổ 9') || row.startsWith('=1+1'))).toHaveLength(2);
  });

  it('has no tab where there is nothing to show, and no account of anybody anywhere', () => {
    const nothing = stored({ exemplars: [], decisions: [], judgements: [] }, []);
    expect(exemplarTabs(viewOfExemplars(nothing, CAMPAIGN, []))).toEqual([]);
    const one = exemplarTabs(viewOfExemplars(nothing, CAMPAIGN, publishedPeriods()));
    expect(one.map(({ key }) => key)).toEqual(['unit-history']);
    expect(JSON.stringify(TABS)).not.toContain('@');
    expect(shown({ tabs: TABS }).join('\n')).not.toMatch(/[a-z]_[a-z]/); // a code where a word belongs
  });

  it('writes what people wrote as texts, and nothing the second time', () => {
    const wanted = { title: 'x', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', tabs: TABS };
    const sheet = new TinyWorkbook();
    const { requests } = planEdits(sheet.current(), wanted);
    expect(JSON.stringify(requests)).not.toContain('formulaValue');
    expect(JSON.stringify(requests)).toContain('{"stringValue":"=1+1"}');
    sheet.apply(requests);
    expect(planEdits(sheet.current(), wanted).requests).toEqual([]);
  });
});
