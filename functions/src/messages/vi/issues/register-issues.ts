import type { ExemplarStep } from '../../../domain/exemplar/exemplar-step.ts';
import type { CatalogueKind, ReferenceKind } from '../../../domain/register/reference-kind.ts';
import type { RegisterIssue } from '../../../domain/register/register-issue.ts';
import { registerOf } from '../../../domain/register/registers.ts';
import { formatDay } from '../format.ts';
import { namingSign } from '../naming-sign.ts';

/** The trouble with a row of a register and its remedy; the place is said before it. */
export function explainRegisterTrouble(issue: RegisterIssue): string {
  switch (issue.code) {
    case 'cell_missing':
      return `chưa ghi “${issue.header}”. Hãy ghi vào ô này.`;
    case 'not_a_choice':
      return `“${issue.text}” không có trong danh sách. Hãy chọn một trong: ${issue.choices.join('; ')}.`;
    case 'not_a_day':
      return `“${issue.text}” không phải là ngày. Hãy ghi ngày/tháng/năm đủ bốn chữ số của năm, ví dụ 15/02/2024.`;
    case 'day_in_future':
      return `“${issue.header}” không được sau hôm nay. Hãy kiểm tra lại ngày, tháng, năm.`;
    case 'not_whole':
      return `“${issue.text}” không phải là số đếm. Hãy ghi một số nguyên từ 0 trở lên.`;
    case 'not_a_link':
      return `“${issue.text}” không phải là địa chỉ liên kết. Hãy dán địa chỉ bắt đầu bằng https://, hoặc để trống.`;
    case 'row_code_missing':
      return 'dòng mới chưa có mã. Hãy gửi từ menu Thi đua để hệ thống ghi mã.';
    case 'row_code_malformed':
      return `“${issue.text}” không phải là mã của sổ này (${issue.prefix}-…). Hãy xóa ô mã; khi gửi hệ thống sẽ ghi mã mới.${namingSign(issue.text)}`;
    case 'row_code_taken':
      return `mã “${issue.text}” đã thuộc về một đơn vị khác. Hãy xóa ô mã; khi gửi hệ thống sẽ ghi mã mới.`;
    case 'row_code_repeated':
      return `mã “${issue.text}” đã có ở một dòng khác. Hãy xóa ô mã ở dòng chép lại; khi gửi hệ thống sẽ ghi mã mới.`;
    case 'reference_unknown':
      return `không có ${thing(issue.what)} nào mang mã “${issue.text}”. Hãy chọn trong danh sách của ô.${namingSign(issue.text)}`;
    case 'days_out_of_order':
      return `“${issue.later}” không được trước “${issue.earlier}”. Hãy sửa một trong hai ngày.`;
    case 'part_above_whole':
      return `“${issue.part}” không được lớn hơn “${issue.whole}”. Hãy kiểm tra lại hai con số.`;
    case 'needed_for':
      return `đã ghi “${issue.because}” thì cần ghi “${issue.header}”. Hãy ghi vào ô này.`;
    case 'quorum_missed':
      return `chỉ có ${issue.present} người dự, cần ít nhất ${issue.needed} người để cuộc họp hợp lệ. Hãy họp lại, hoặc kiểm tra con số.`;
    case 'votes_missed':
      return `được ${issue.votes} phiếu thuận, cần ít nhất ${issue.needed} phiếu mới được ghi nhận. Hãy chọn “Không”, hoặc kiểm tra con số.`;
    case 'row_twice':
      return `nội dung này đã có ở dòng ${issue.other}. Hãy giữ một dòng.`;
    case 'rewarded_before':
      return `thành tích này đã được khen thưởng ở dòng ${issue.other}; mỗi thành tích chỉ được khen thưởng một lần. Hãy ghi thành tích khác, hoặc chọn hình thức không có khen thưởng.`;
    case 'rewarded_by_decision':
      return `thành tích này đã được khen thưởng tại Quyết định số ${issue.reference}; mỗi thành tích chỉ được khen thưởng một lần. Hãy ghi thành tích khác, hoặc chọn hình thức không có khen thưởng.`;
    case 'exemplar_revoked':
      return `điển hình mà người này đại diện đã bị thu hồi từ ngày ${formatDay(issue.on)} theo Quyết định số ${issue.reference}; chỉ ghi những buổi đến hết ngày ấy. Hãy kiểm tra ngày, hoặc chọn báo cáo viên khác.`;
    case 'step_missing':
      return `điển hình ${issue.exemplar} ${STEP_MISSING[issue.step]}`;
  }
}

/** What a reference was meant to name: something of the campaign's, or a row of a register. */
function thing(what: ReferenceKind): string {
  return CATALOGUES[what as CatalogueKind] ?? registerOf(what)?.noun ?? 'mục';
}

const CATALOGUES: Readonly<Record<CatalogueKind, string>> = {
  unit: 'đơn vị',
  field: 'lĩnh vực',
  period: 'kỳ',
  criterion: 'tiêu chí của đơn vị',
  exemplar: 'điển hình',
};

/** Which step is missing, and who can do it. */
export const STEP_MISSING: Readonly<Record<ExemplarStep, string>> = {
  built:
    'chưa có quyết định biểu dương còn hiệu lực (bước 1). Cần cán bộ thi đua khen thưởng ban hành quyết định sau bình chọn.',
  propagated:
    'chưa được tuyên truyền, nhân rộng (bước 2). Cần cán bộ thi đua khen thưởng ghi tin, bài vào tab Tuyên truyền trước.',
  learned: 'chưa có ai đăng ký học tập (bước 3). Cần một đơn vị ghi cam kết vào tab Học tập của mình trước.',
  reviewed:
    'chưa được bình xét (bước 4). Cần cán bộ thi đua khen thưởng mở bình xét để hội đồng bỏ phiếu trước.',
  decided: 'chưa có quyết định công nhận (bước 5). Cần cán bộ thi đua khen thưởng ban hành quyết định trước.',
};
