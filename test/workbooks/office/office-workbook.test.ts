import { describe, expect, it } from 'vitest';
import { campaignCells } from '../../../functions/src/campaign-files/cells/campaign-cells.ts';
import type { OfficePeriod } from '../../../functions/src/workbooks/office/office-period.ts';
import { officeWorkbook } from '../../../functions/src/workbooks/office/office-workbook.ts';
import { decimal, periodId } from '../../domain/build/campaign.ts';
import { shown } from '../shown.ts';
import { CAMPAIGN, LOG, MEMBERS, NO_REMINDERS, publishedPeriods } from '../two-months.ts';

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
