import { describe, expect, it } from 'vitest';
import type { PublishedVersion } from '../../../functions/src/workbooks/published.ts';
import { replacedTab } from '../../../functions/src/workbooks/summary/replaced-tab.ts';
import { versionsTab } from '../../../functions/src/workbooks/summary/versions-tab.ts';
import { campaignOf, criterionOf, inputOf, points, unitOf } from '../../domain/build/campaign.ts';
import { publishedMonths } from '../published-months.ts';
import { shown } from '../shown.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const CAMPAIGN = campaignOf({
  units: [unitOf('A'), unitOf('B'), unitOf('C')],
  criteria: [criterionOf('T', { kind: 'direct' }, { max: points(10) })],
  settings: [
    {
      grades: [
        { code: 'T', name: 'Tốt', min: points(5) },
        { code: 'K', name: 'Kém' },
      ],
    },
  ],
});
const at = (text: string) => new Date(`2024-${text}:00Z`);

/** March was published with A in front, reopened, and published again with B in front; April waits. */
function versions(): PublishedVersion[] {
  const [first] = publishedMonths(CAMPAIGN, { '2024-03': [inputOf('A', { T: 9 }), inputOf('B', { T: 4 })] });
  const [second] = publishedMonths(CAMPAIGN, {
    '2024-03': [inputOf('A', { T: 9 }), inputOf('B', { T: 10 })],
  });
  return [
    {
      published: first!,
      setupVersion: 1,
      evaluatedAt: at('04-11T01:00'),
      publishedAt: at('04-16T01:00'),
      digest: 'a1',
      replaced: { by: 2, at: at('05-02T03:05'), reason: 'Bổ sung số liệu của xã B' },
    },
    {
      published: { ...second!, version: 2 },
      setupVersion: 3,
      evaluatedAt: at('05-02T02:00'),
      publishedAt: at('05-02T03:05'),
      digest: 'b2',
    },
  ];
}

describe('published versions', () => {
  it('are all listed, with what took their place and why', () => {
    expect(shown({ tabs: [versionsTab(versions(), ZONE)] }).slice(2)).toEqual([
      'Kết quả đã công bố không bị sửa hay xóa. Khi một kỳ được chỉnh sửa, phiên bản mới thay phiên bản cũ; bản cũ ở tab “Bản cũ”.',
      'Kỳ | Phiên bản | Tình trạng | Đánh giá lúc | Công bố lúc | Thay lúc | Lý do thay | Cấu hình | Mã kiểm tra',
      'Tháng 03/2024 | 2 | đang dùng | 45414.375 | 45414.420139 |  |  | 3 | b2',
      'Tháng 03/2024 | 1 | đã thay bằng phiên bản 2 | 45393.333333 | 45398.333333 | 45414.420139 | Bổ sung số liệu của xã B | 1 | a1',
    ]);
  });

  it('that were replaced keep their ranking, marked as old', () => {
    expect(shown({ tabs: replacedTab(versions(), ZONE) })).toEqual([
      '## Bản cũ',
      'BẢN CŨ – kết quả đã công bố và đã được thay, giữ nguyên để đối chiếu; không dùng các số liệu ở đây',
      'Tháng 03/2024, phiên bản 1: thay bằng phiên bản 2 lúc 10:05 ngày 02/05/2024. Lý do: Bổ sung số liệu của xã B',
      'Kỳ | Phiên bản | Đơn vị | Đối tượng | Hạng | Cụm, khối | Hạng trong cụm | Tổng điểm | Xếp loại | Ghi nhận',
      'Tháng 03/2024 | 1 | Xã A | XA | 1 | Cụm 1 | 1 | 9 | Tốt | ',
      'Tháng 03/2024 | 1 | Xã B | XA | 2 | Cụm 1 | 2 | 4 | Kém | ',
      'Tháng 03/2024 | 1 | Xã C | XA |  | Cụm 1 |  |  | chưa báo cáo | ',
    ]);
    expect(replacedTab(versions().slice(1), ZONE)).toEqual([]);
  });

  it('say when the one that counts is being corrected', () => {
    const [, last] = versions();
    const record = {
      ...last!.published.record,
      state: 'open' as const,
      reopenings: [{ at: at('06-01T00:00'), by: 'x', reason: 'Nhầm', fromVersion: 2 }],
    };
    const tab = versionsTab([{ ...last!, published: { ...last!.published, record } }], ZONE);
    expect(tab.rows[0]![2]).toBe('đang dùng, kỳ đang được chỉnh sửa');
  });
});
