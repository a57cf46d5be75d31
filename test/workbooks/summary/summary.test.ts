import { describe, expect, it } from 'vitest';
import type { TableTab } from '../../../functions/src/domain/publishing/wanted.ts';
import { summaryWorkbook } from '../../../functions/src/workbooks/summary/summary-workbook.ts';
import { shown } from '../shown.ts';
import { content } from '../two-months.ts';

describe('the summary', () => {
  it('shows the newest published month from every side, and the months before', () => {
    expect(shown(summaryWorkbook(content()))).toEqual([
      '## Tổng quan',
      'Tổng hợp – Đồng khởi mới',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Số liệu nhầm',
      'Đối tượng | Cụm, khối | Số đơn vị | Nộp đúng hạn | Nộp trễ | Chưa báo cáo | Xuất sắc | Tốt | Không hoàn thành | Được ghi nhận',
      'XA | Cụm 1 | 2 | 1 | 1 | 0 | 1 | 1 | 0 | 1',
      'XA | Cụm 2 | 2 | 1 | 0 | 1 | 0 | 0 | 1 | 0',
      'XA | toàn đối tượng | 4 | 2 | 1 | 1 | 1 | 1 | 1 | 1',
      '## Xếp hạng XA',
      'Bảng xếp hạng: Đảng ủy các xã',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Số liệu nhầm',
      'Hạng | Đơn vị | Cụm, khối | Hạng trong cụm | Tổng điểm | Xếp loại | Ghi nhận | Tăng, giảm hạng | Tăng, giảm điểm | Lưu ý',
      '1 | Xã Ấp Đá | Cụm 1 | 1 | 102.13 | Xuất sắc | Biểu dương | 1 | 22.13 | ',
      '2 | Xã Bảo Thạnh | Cụm 1 | 2 | 85.5 | Tốt |  | -1 | -5 | nộp trễ',
      '3 | Xã An Đức | Cụm 2 | 1 | 60 | Không hoàn thành |  | 0 | 30 | Không có kế hoạch',
      ' | =HYPERLINK("x") | Cụm 2 |  |  | chưa báo cáo |  |  |  | ',
      '## Xếp hạng theo cụm XA',
      'Bảng xếp hạng theo cụm: Đảng ủy các xã',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Số liệu nhầm',
      'Cụm, khối | Hạng trong cụm | Đơn vị | Hạng | Tổng điểm | Xếp loại | Ghi nhận | Tăng, giảm hạng | Tăng, giảm điểm | Lưu ý',
      'Cụm 1 | 1 | Xã Ấp Đá | 1 | 102.13 | Xuất sắc | Biểu dương | 1 | 22.13 | ',
      'Cụm 1 | 2 | Xã Bảo Thạnh | 2 | 85.5 | Tốt |  | -1 | -5 | nộp trễ',
      'Cụm 2 | 1 | Xã An Đức | 3 | 60 | Không hoàn thành |  | 0 | 30 | Không có kế hoạch',
      'Cụm 2 |  | =HYPERLINK("x") |  |  | chưa báo cáo |  |  |  | ',
      '## Ghi nhận',
      'Biểu dương, khen thưởng',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Số liệu nhầm',
      'Hình thức | Danh hiệu, nội dung | Đối tượng | Phạm vi | Hạng | Đơn vị | Kết quả | Lý do',
      'Biểu dương | Dẫn đầu cụm | XA | Cụm 1 | 1 | Xã Ấp Đá | được chọn | hạng 1, trong 1 suất',
      'Biểu dương | Dẫn đầu cụm | XA | Cụm 2 | 1 | Xã An Đức | không được chọn | vướng điều kiện “Không có kế hoạch” do tiêu chí T2 (Tiêu chí T2)',
      '## Chân, mũi, đột phá XA',
      'Điểm theo chân, mũi và nhiệm vụ đột phá: Đảng ủy các xã',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Số liệu nhầm',
      'Đơn vị | Hạng | Cụm, khối | Chân: Xây dựng Đảng | Mũi: Phát triển kinh tế | Đột phá: Môi trường đầu tư | Điểm tiêu chí | Điểm thưởng | Điểm trừ | Tổng điểm',
      '=HYPERLINK("x") | chưa báo cáo | Cụm 2',
      'Xã An Đức | 3 | Cụm 2 | 60 | 0 | 0 | 60 | 0 | 0 | 60',
      'Xã Ấp Đá | 1 | Cụm 1 | 58.13 | 40 | 40 | 98.13 | 4 | 0 | 102.13',
      'Xã Bảo Thạnh | 2 | Cụm 1 | 50.5 | 40 | 40 | 90.5 | 0 | -5 | 85.5',
      '## Đột phá',
      'Tiến độ các nhiệm vụ đột phá qua các kỳ, mọi đối tượng',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Số liệu nhầm',
      'Phần trăm: điểm đạt được trên điểm có thể đạt của các tiêu chí gắn với nhiệm vụ. Trống: chưa báo cáo, hoặc không có tiêu chí nào áp dụng.',
      'Nhiệm vụ đột phá | Đối tượng | Đơn vị | Tháng 02/2024 | Tháng 03/2024 | Tăng, giảm | Điểm kỳ này | Có thể đạt',
      'DP1: Môi trường đầu tư | Chung | Mọi đơn vị | 66.7 | 66.7 | 0 | 80 | 120',
      'DP1: Môi trường đầu tư | XA | Xã An Đức | 0 | 0 | 0 | 0 | 40',
      'DP1: Môi trường đầu tư | XA | Xã Ấp Đá | 100 | 100 | 0 | 40 | 40',
      'DP1: Môi trường đầu tư | XA | Xã Bảo Thạnh | 100 | 100 | 0 | 40 | 40',
      '## Thiếu, trễ',
      'Đơn vị chưa báo cáo hoặc nộp phiếu trễ',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Số liệu nhầm',
      'Đơn vị | Đối tượng | Cụm, khối | Tình trạng',
      '=HYPERLINK("x") | XA | Cụm 2 | chưa báo cáo',
      'Xã Bảo Thạnh | XA | Cụm 1 | nộp trễ',
      '## Nộp đúng hạn qua các kỳ',
      'Tỷ lệ phiếu nộp đúng hạn qua các kỳ',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Số liệu nhầm',
      'Đối tượng | Cụm, khối | Tháng 02/2024 | Tháng 03/2024',
      'XA | Cụm 1 | 100 | 50',
      'XA | Cụm 2 | 50 | 50',
      'XA | toàn đối tượng | 75 | 50',
      '## Qua các kỳ XA',
      'Hạng qua các kỳ, lũy kế quý và năm: Đảng ủy các xã',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Số liệu nhầm',
      'Đơn vị | Cụm, khối | Hạng tháng 02/2024 | Hạng tháng 03/2024 | Hạng quý 1/2024 | Hạng trong cụm quý 1/2024 | Điểm quý 1/2024 | Hạng năm 2024 | Hạng trong cụm năm 2024 | Điểm năm 2024 | Lưu ý',
      'Xã Ấp Đá | Cụm 1 | 2 | 1 | 1 | 1 | 182.13 | 1 | 1 | 182.13 | ',
      'Xã Bảo Thạnh | Cụm 1 | 1 | 2 | 2 | 2 | 176 | 2 | 2 | 176 | ',
      'Xã An Đức | Cụm 2 | 3 | 3 | 3 | 1 | 90 | 3 | 1 | 90 | ',
      '=HYPERLINK("x") | Cụm 2 |  |  |  |  |  |  |  |  | chưa báo cáo',
      '## Trang in XA',
      'Kết quả thi đua tháng 03/2024',
      'Đồng khởi mới',
      'Đảng ủy các xã',
      'Phiên bản 2, thay phiên bản 1, công bố ngày 16/04/2024. Lý do: Số liệu nhầm',
      'Hạng | Đơn vị | Cụm, khối | Điểm | Xếp loại | Ghi nhận',
      '1 | Xã Ấp Đá | Cụm 1 | 102.13 | Xuất sắc | ✓',
      '2 | Xã Bảo Thạnh | Cụm 1 | 85.5 | Tốt | ',
      '3 | Xã An Đức | Cụm 2 | 60 | Không hoàn thành | ',
      ' | =HYPERLINK("x") | Cụm 2 |  | chưa báo cáo | ',
      ' |  |  |  |  | ',
      'Nộp phiếu và xếp loại |  |  |  |  | ',
      'Trong 4 đơn vị: 2 nộp đúng hạn, 1 nộp trễ, 1 chưa báo cáo. |  |  |  |  | ',
      'Nộp trễ: Xã Bảo Thạnh. |  |  |  |  | ',
      'Chưa báo cáo: =HYPERLINK("x"). |  |  |  |  | ',
      'Xuất sắc: 1; Tốt: 1; Không hoàn thành: 1. |  |  |  |  | ',
      ' |  |  |  |  | ',
      'Ghi nhận |  |  |  |  | ',
      'Dẫn đầu cụm: Xã Ấp Đá (Cụm 1). |  |  |  |  | ',
      ' |  |  |  |  | ',
      ' |  |  |  | ......, ngày ...... tháng ...... năm ...... | ',
      ' | NGƯỜI LẬP BIỂU |  |  | LÃNH ĐẠO KÝ DUYỆT | ',
      ' | (Ký, ghi rõ họ tên) |  |  | (Ký, ghi rõ họ tên) | ',
      '## Các phiên bản',
      'Mọi kết quả đã công bố',
      'Kết quả đã công bố không bị sửa hay xóa. Khi một kỳ được chỉnh sửa, phiên bản mới thay phiên bản cũ; bản cũ ở tab “Bản cũ”.',
      'Kỳ | Phiên bản | Tình trạng | Đánh giá lúc | Công bố lúc | Thay lúc | Lý do thay | Cấu hình | Mã kiểm tra',
      'Tháng 03/2024 | 2 | đang dùng | 45397.333333 | 45398.333333 |  |  | 1 | abc',
      'Tháng 02/2024 | 1 | đang dùng | 45397.333333 | 45398.333333 |  |  | 1 | abc',
      '## Nhật ký',
      'Nhật ký: 2 việc gần nhất, mới nhất ở trên',
      'Thời điểm | Người thực hiện | Việc | Kỳ | Đơn vị | Chi tiết',
      '45398.333333 | cán bộ thi đua khen thưởng | Mở lại kỳ | Tháng 03/2024 |  | Lý do: Số liệu nhầm',
      '45384.4375 | tài khoản không còn là thành viên | Nộp phiếu | Tháng 03/2024 | Xã Ấp Đá | lần 1',
    ]);
  });

  it('has only its overview and the log before anything is published', () => {
    expect(shown(summaryWorkbook({ ...content(), periods: [], log: [] }))).toEqual([
      '## Tổng quan',
      'Tổng hợp – Đồng khởi mới',
      'Chưa công bố kết quả kỳ nào',
      '## Nhật ký',
      'Nhật ký: 0 việc gần nhất, mới nhất ở trên',
      'Thời điểm | Người thực hiện | Việc | Kỳ | Đơn vị | Chi tiết',
    ]);
  });

  it('shows points with a decimal comma and as many decimals as were compared, and grades in colour', () => {
    const ranking = summaryWorkbook(content()).tabs.find(({ key }) => key === 'ranking:XA') as TableTab;
    const column = (key: string) => ranking.columns.find((each) => each.key === key)!;
    expect(column('total').format).toEqual({ kind: 'number', pattern: '0.00' });
    expect(column('grade').colours!.map((each) => 'text' in each && each.text)).toEqual([
      'Xuất sắc',
      'Tốt',
      'Không hoàn thành',
      'chưa báo cáo',
    ]);
    expect(summaryWorkbook(content()).locale).toBe('vi_VN');
  });

  it('draws forms and grades by cluster, points by prong, and places over the months', () => {
    const charts = summaryWorkbook(content()).tabs.flatMap((tab) =>
      tab.kind === 'table' ? (tab.charts ?? []).map((chart) => [tab.title, chart] as const) : [],
    );
    const drawn = charts.map(([tab, chart]) => ({
      tab,
      title: chart.title,
      rows: chart.rows,
      shape: chart.shape,
      columns: 'points' in chart ? chart.points : chart.parts.map(({ column }) => column),
    }));
    expect(drawn).toMatchInlineSnapshot(`
      [
        {
          "columns": [
            "onTime",
            "late",
            "missing",
          ],
          "rows": [
            {
              "from": 0,
              "to": 2,
            },
          ],
          "shape": "share_columns",
          "tab": "Tổng quan",
          "title": "Tỷ lệ nộp phiếu đúng hạn, trễ, thiếu theo cụm, khối",
        },
        {
          "columns": [
            "grade:Xuất sắc",
            "grade:Tốt",
            "grade:Không hoàn thành",
          ],
          "rows": [
            {
              "from": 0,
              "to": 2,
            },
          ],
          "shape": "stacked_columns",
          "tab": "Tổng quan",
          "title": "Xếp loại theo cụm, khối",
        },
        {
          "columns": [
            "prongs:M1",
          ],
          "rows": [
            {
              "from": 0,
              "to": 4,
            },
          ],
          "shape": "stacked_bars",
          "tab": "Chân, mũi, đột phá XA",
          "title": "Điểm theo mũi",
        },
        {
          "columns": [
            "share:2024-02",
            "share:2024-03",
          ],
          "rows": [
            {
              "from": 0,
              "to": 1,
            },
          ],
          "shape": "lines",
          "tab": "Đột phá",
          "title": "Tiến độ các nhiệm vụ đột phá, mọi đơn vị (% điểm có thể đạt)",
        },
        {
          "columns": [
            "share:2024-02",
            "share:2024-03",
          ],
          "rows": [
            {
              "from": 2,
              "to": 3,
            },
          ],
          "shape": "columns",
          "tab": "Nộp đúng hạn qua các kỳ",
          "title": "Tỷ lệ phiếu nộp đúng hạn qua các kỳ (%)",
        },
        {
          "columns": [
            "place:2024-02",
            "place:2024-03",
          ],
          "rows": [
            {
              "from": 0,
              "to": 3,
            },
          ],
          "shape": "lines",
          "tab": "Qua các kỳ XA",
          "title": "Hạng qua các kỳ của 3 đơn vị dẫn đầu năm (hạng 1 ở dưới cùng)",
        },
      ]
    `);
  });

  it('says no account of anybody', () => {
    expect(JSON.stringify(summaryWorkbook(content()))).not.toContain('@');
  });
});
