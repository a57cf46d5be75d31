import { describe, expect, it } from 'vitest';
import type { Recognised } from '../../../functions/src/domain/decision/recognised.ts';
import type { TableTab } from '../../../functions/src/domain/publishing/wanted.ts';
import { unitWorkbook } from '../../../functions/src/workbooks/unit/unit-workbook.ts';
import { DECISIONS } from '../exemplars/exemplar-story.ts';
import { shown } from '../shown.ts';
import { CAMPAIGN, publishedPeriods } from '../two-months.ts';

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
