import { describe, expect, it } from 'vitest';
import { campaignCells } from '../../functions/src/campaign-files/cells/campaign-cells.ts';
import type { Recognised } from '../../functions/src/domain/decision/recognised.ts';
import type { TableTab } from '../../functions/src/domain/publishing/wanted.ts';
import type { OfficePeriod } from '../../functions/src/workbooks/office/office-period.ts';
import { officeWorkbook } from '../../functions/src/workbooks/office/office-workbook.ts';
import { summaryWorkbook } from '../../functions/src/workbooks/summary/summary-workbook.ts';
import { unitWorkbook } from '../../functions/src/workbooks/unit/unit-workbook.ts';
import { decimal, periodId } from '../domain/build/campaign.ts';
import { DECISIONS } from './exemplar-story.ts';
import { shown } from './shown.ts';
import { CAMPAIGN, content, LOG, MEMBERS, NO_REMINDERS, publishedPeriods } from './two-months.ts';

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

describe("a unit's workbook", () => {
  it('holds the form of the open month, the past ones as they are, and the newest result with its reasons', () => {
    expect(shown(workbookOf('A'))).toEqual([
      '## Phiếu 03-2024',
      'Phiếu tự chấm Tháng 03/2024 – Xã Ấp Đá',
      'Chỉ ghi vào các ô nền vàng. Trỏ chuột vào tên cột để xem hướng dẫn.',
      'Mã tiêu chí | Tiêu chí | Đơn vị tính | Điểm tối đa | Hệ số | [Chỉ tiêu] | [Kết quả / tự chấm] | [Ghi chú] | Minh chứng cần có',
      'T1 | Tiêu chí T1 | điểm | 60 | 1 |  |  |  | ',
      'T2 | Tiêu chí T2 |  | 40 | 1 |  |  |  | ',
      'TH | Tiêu chí TH |  | 6 | 1 |  |  |  | ',
      'TR | Tiêu chí TR |  | -10 | 1 |  |  |  | ',
      '## form:2024-02: kept',
      'Tháng 02/2024 đã chốt: phiếu không nhận thêm, không sửa được nữa.',
      '## Kết quả',
      'Kết quả – Xã Ấp Đá',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Số liệu nhầm',
      'Mã | Nội dung | Chỉ tiêu | Đơn vị báo cáo | Thẩm định | Điểm | Điểm tối đa | Lý do thẩm định',
      'T1 | Tiêu chí T1 |  | 58.125 |  | 58.125 | 60 | ',
      'T2 | Tiêu chí T2 |  | Có |  | 40 | 40 | ',
      'TH | Tiêu chí TH |  | 2 |  | 4 | 6 | ',
      'TR | Tiêu chí TR |  |  |  | không có |  | ',
      '',
      '■ | Xã Ấp Đá – Tháng 03/2024',
      ' | Trong “Đảng ủy các xã”: hạng 1 trong 3 đơn vị có báo cáo.',
      ' | Trong Cụm 1: hạng 1 trong 2 đơn vị có báo cáo.',
      ' | Tổng điểm: 102,125 = 98,125 điểm các tiêu chí + 4 điểm thưởng.',
      ' | Xếp loại: “Xuất sắc”.',
      ' | Theo điểm: “Xuất sắc”, vì 102,13 điểm đạt mức từ 90 điểm trở lên.',
      '■ | Từng tiêu chí',
      ' | T1 – Tiêu chí T1: báo cáo 58,125; chấm 58,125 điểm (tối đa 60).',
      ' | T2 – Tiêu chí T2: báo cáo “Có”; đạt: 40 điểm (tối đa 40).',
      ' | TH – Tiêu chí TH: báo cáo 2; 2 × 2 = 4 (tối đa 6).',
      ' | TR – Tiêu chí TR: không có, tính 0 điểm.',
      '■ | Theo chân, mũi và nhiệm vụ đột phá',
      ' | Chân C1 – Xây dựng Đảng: 58,125/60 điểm.',
      ' | Mũi M1 – Phát triển kinh tế: 40/40 điểm.',
      ' | Đột phá DP1 – Môi trường đầu tư: 40/40 điểm.',
      '■ | Vì sao xếp hạng này',
      ' | Trong “Đảng ủy các xã”: không đơn vị nào đứng trên.',
      ' | Trong “Đảng ủy các xã”: đứng trên Xã Bảo Thạnh (hạng 2) vì tổng điểm 102,13 so với 85,5 (so sánh đến 2 số lẻ).',
      ' | Trong Cụm 1: không đơn vị nào đứng trên.',
      ' | Trong Cụm 1: đứng trên Xã Bảo Thạnh (hạng 2) vì tổng điểm 102,13 so với 85,5 (so sánh đến 2 số lẻ).',
      '■ | Ghi nhận',
      ' | Được biểu dương “Dẫn đầu cụm” (Cụm 1): hạng 1, trong 1 suất.',
      '■ | So với kỳ trước',
      ' | Tháng 02/2024: hạng 2, kỳ này hạng 1 (tăng 1 bậc).',
      ' | Tổng điểm 80, kỳ này 102,125 (tăng 22,125).',
      ' | T1: 40 → 58,125 (tăng 18,125).',
      ' | TH: 0 → 4 (tăng 4).',
    ]);
  });

  it('ends with every decision that recognised the unit, those that were revoked marked', () => {
    const decisions = DECISIONS.slice(2, 3).flatMap((decision) =>
      decision.subjects.map((decided) => ({ decision, decided })),
    );
    expect(shown(workbookOf('A', decisions)).slice(-3)).toEqual([
      '■ | Quyết định ghi nhận đơn vị',
      ' | Biểu dương theo 03/QĐ-BCĐ ngày 22/04/2024',
      ' | Biểu dương theo 03/QĐ-BCĐ ngày 22/04/2024, đã thu hồi theo 04/QĐ-BCĐ ngày 02/05/2024, lý do: Kê khai sai',
    ]);
  });

  it('offers the answers to choose from where a criterion has them', () => {
    const form = workbookOf('A').tabs[0] as TableTab;
    expect(form.rowChoices).toEqual({
      column: 'reported',
      choices: [undefined, ['Có', 'Không', 'Không áp dụng'], undefined, undefined],
    });
  });

  it('says plainly when the unit sent nothing, and is none for a unit that the campaign does not have', () => {
    expect(shown(workbookOf('D')).slice(-3)).toEqual([
      ' | Chưa báo cáo: đơn vị chưa gửi phiếu của kỳ này nên chưa có điểm và chưa có hạng. Chưa báo cáo không phải là 0 điểm.',
      ' | Kỳ này 3 đơn vị của “Đảng ủy các xã” có báo cáo, trong đó 1 đơn vị của Cụm 2.',
      ' | Khi kỳ đã chốt, phiếu chỉ được nhận nếu cán bộ thi đua khen thưởng mở lại kỳ và ghi rõ lý do.',
    ]);
    const nobody = { campaign: CAMPAIGN, unitId: 'Z', periods: [], published: undefined };
    expect(unitWorkbook(nobody)).toBeUndefined();
  });
});

describe("the office's workbook", () => {
  it('follows the forms, appraises what came in, and holds the setup as forms', () => {
    const workbook = officeWorkbook({
      campaign: CAMPAIGN,
      members: MEMBERS,
      log: LOG.slice(0, 1),
      tracked: MARCH_OFFICE,
      appraised: MARCH_OFFICE,
      reminders: NO_REMINDERS,
      setup: campaignCells({ campaign: CAMPAIGN, members: MEMBERS }),
    });
    const lines = shown(workbook);
    const setup = lines.indexOf('## Đơn vị');
    const titles = lines.slice(setup).filter((line) => line.startsWith('## '));
    expect([...lines.slice(0, setup), ...titles]).toEqual([
      '## Theo dõi',
      'Theo dõi nộp phiếu Tháng 03/2024',
      'Kỳ đã công bố.',
      'Mã đơn vị | Đơn vị | Đối tượng | Cụm, khối | Tình trạng | Lần nộp | Nộp lúc | Nguồn | Thẩm định | Chỗ cần sửa của phiếu bị trả lại gần nhất',
      'D | =HYPERLINK("x") | XA | Cụm 2 | chưa nộp |  |  |  |  | ',
      'C | Xã An Đức | XA | Cụm 2 | chưa nộp |  |  |  |  | ',
      'A | Xã Ấp Đá | XA | Cụm 1 | bị trả lại |  |  |  |  | G4: thiếu kết quả; thiếu tiêu đề cột',
      'B | Xã Bảo Thạnh | XA | Cụm 1 | nộp trễ | 2 | 45388.333333 | thu từ sổ của đơn vị | đã thẩm định | ',
      '## Thẩm định',
      'Thẩm định Tháng 03/2024',
      'Chỉ ghi vào các ô nền vàng; để trống là đồng ý với số đơn vị báo cáo.',
      'Mã đơn vị | Đơn vị | Mã tiêu chí | Tiêu chí | Đơn vị tính | Chỉ tiêu | Đơn vị báo cáo | Ghi chú của đơn vị | [Thẩm định] | [Lý do]',
      'B | Xã Bảo Thạnh | T1 | Tiêu chí T1 | điểm |  | 50.5 | =1+1 | 50 | Thiếu',
      'B | Xã Bảo Thạnh | T2 | Tiêu chí T2 |  |  | Có |  |  | ',
      'B | Xã Bảo Thạnh | TH | Tiêu chí TH |  |  |  |  |  | ',
      'B | Xã Bảo Thạnh | TR | Tiêu chí TR |  |  |  |  |  | ',
      '## Nhắc việc',
      'Việc đến hạn, tính cho ngày 16/04/2024: không có việc nào',
      'Hệ thống không tự gửi gì. Bấm “Soạn thư” để mở thư soạn sẵn, hoặc chép lời nhắc. Phiếu nộp sau lần viết bảng này chưa được tính.',
      'Hạn | Còn (ngày) | Tình trạng | Việc | Ai làm | Gửi thư | Gửi tới | Lời nhắc',
      '## Nhật ký',
      'Nhật ký: 1 việc gần nhất, mới nhất ở trên',
      'Thời điểm | Người thực hiện | Việc | Kỳ | Đơn vị | Chi tiết',
      '45398.333333 | cán bộ thi đua khen thưởng | Mở lại kỳ | Tháng 03/2024 |  | Lý do: Số liệu nhầm',
      '## Đơn vị',
      '## Thành viên',
      '## Tiêu chí',
      '## Chỉ tiêu riêng',
      '## Thiết lập',
    ]);
  });

  it('has an empty appraisal where nothing waits for one', () => {
    const workbook = officeWorkbook({
      campaign: CAMPAIGN,
      members: [],
      log: [],
      tracked: undefined,
      appraised: undefined,
      reminders: NO_REMINDERS,
      setup: campaignCells({ campaign: CAMPAIGN, members: [] }),
    });
    expect(shown({ tabs: workbook.tabs.slice(0, 2) }).filter((line) => !line.includes(' | '))).toEqual([
      '## Theo dõi',
      'Theo dõi nộp phiếu',
      'Chưa mở kỳ nào.',
      '## Thẩm định',
      'Thẩm định: không có kỳ nào đang chờ',
      'Chỉ ghi vào các ô nền vàng; để trống là đồng ý với số đơn vị báo cáo.',
    ]);
  });
});

const period = periodId('2024-03');
const at = new Date('2024-04-06T01:00:00Z');
const MARCH_OFFICE: OfficePeriod = {
  ...publishedPeriods()[1]!,
  submissions: [
    {
      period,
      unitId: 'B',
      revision: 2,
      submittedAt: at,
      submittedBy: 'x@x.example',
      source: 'collected',
      late: true,
      reopenings: 0,
      answers: [
        { criterion: 'T1', reported: { kind: 'number', value: decimal('50.5') }, note: '=1+1' },
        { criterion: 'T2', reported: { kind: 'yes_no', value: true } },
      ],
    },
  ],
  appraisals: [
    {
      period,
      unitId: 'B',
      revision: 1,
      appraisedAt: at,
      appraisedBy: 'x@x.example',
      answers: [{ criterion: 'T1', appraised: { kind: 'number', value: decimal('50') }, note: 'Thiếu' }],
    },
  ],
  refusals: [
    {
      period,
      unitId: 'A',
      refusedAt: at,
      source: 'submitted',
      issues: [{ code: 'answer_missing', cell: 'G4' }, { code: 'header_missing' }],
    },
  ],
};

function workbookOf(unitId: string, decisions: readonly Recognised[] = []) {
  const periods = publishedPeriods();
  return unitWorkbook({
    campaign: CAMPAIGN,
    unitId,
    periods: periods.map(({ period: each, rules }, i) => ({
      period: each,
      state: i === 1 ? 'open' : 'published',
      rules,
    })),
    published: periods.at(-1),
    decisions,
  })!;
}
