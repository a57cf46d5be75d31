import type { AppErrorCode } from '../../domain/app-error.ts';
import { detailText, type ErrorDetails } from '../error-details.ts';
import { explainCouncilError } from './council-errors.ts';
import { showPeriodId } from './period-id.ts';

/** The code of a trace (see traceCode), for whoever tells somebody else about it. */
export function withCode(sentence: string, code: string): string {
  return `${sentence} Mã: ${code}`;
}

/** What happened to the request and what to do about it. */
export function explainError(code: AppErrorCode, details: ErrorDetails): string {
  const text = detailText(details);
  switch (code) {
    case 'unauthenticated':
      return 'Chưa xác nhận được tài khoản Google của bạn. Hãy đăng nhập lại rồi thử lần nữa.';
    case 'identity_unavailable':
      return 'Chưa kết nối được với dịch vụ xác nhận tài khoản của Google. Dữ liệu vẫn nguyên; hãy thử lại sau ít phút.';
    case 'forbidden':
      return 'Tài khoản này không được phép làm việc vừa yêu cầu. Hãy kiểm tra mình đang dùng đúng tài khoản, hoặc hỏi cán bộ thi đua khen thưởng.';
    case 'malformed':
      return `Yêu cầu gửi lên sai định dạng${inParentheses([text('field'), text('why'), strangeSign(text('sign'))])}. Hãy tải lại trang rồi thử lần nữa; nếu vẫn lỗi, hãy báo quản trị viên.`;
    case 'too_large':
      return `Dữ liệu gửi lên quá lớn${text('most') === '' ? '' : ` (nhiều nhất ${text('most')} byte)`}. Hãy xóa các dòng thừa rồi gửi lại.`;
    case 'method_not_allowed':
      return `Địa chỉ này không nhận kiểu gọi vừa dùng${text('allowed') === '' ? '' : `; hãy dùng ${text('allowed')}`}.`;
    case 'not_found':
      return `Không tìm thấy ${THINGS[text('what')] ?? 'mục được yêu cầu'}. Hãy kiểm tra lại tên hoặc mã.`;
    case 'has_issues':
      return 'Có chỗ cần sửa; chưa có gì được ghi nhận. Hãy sửa các ô được nêu rồi gửi lại.';
    case 'period_not_open':
      return `${showPeriodId(text('period'))} ${NOT_OPEN[text('state')] ?? 'không nhận phiếu lúc này'}.`;
    case 'period_wrong_state':
      return `${showPeriodId(text('period'))} đang ở bước “${STATES[text('state')] ?? 'khác'}” nên không thể ${ACTIONS[text('action')] ?? 'làm việc này'}${lastChange(text('changedBy'), text('changedAt'))}.`;
    case 'period_not_started':
      return `${showPeriodId(text('period'))} chưa bắt đầu nên chưa mở được. Hãy mở vào hoặc sau ngày đầu của kỳ.`;
    case 'earlier_period_not_evaluated':
      return `${showPeriodId(text('earlier'))} chưa được đánh giá, mà ${showPeriodId(text('period')).toLowerCase()} cần số lũy kế của kỳ đó. Hãy đánh giá kỳ trước đã.`;
    case 'reason_missing':
      return 'Chưa có lý do. Hãy ghi lý do; lý do được lưu vào nhật ký.';
    case 'follows_refused':
      return `Không nối tiếp được phong trào ${text('follows') || 'đã nêu'}. Phong trào đó phải đã được nạp ở đây, khác phong trào này, và bạn phải là quản trị của cả hai.`;
    case 'form_locked':
      return `Phiếu ${periodInSentence(text('period'))} đã nộp${atMoment(text('submittedAt'))} và đang khóa nên nội dung khác chưa được nhận. Muốn sửa, hãy chọn Thi đua ▸ Mở lại phiếu để sửa, ghi lý do rồi nộp lại.`;
    case 'workbook_unknown':
      return WORKBOOKS[text('expected')] ?? WORKBOOKS[''];
    case 'ballot_key_missing':
    case 'council_empty':
    case 'nothing_to_vote_on':
    case 'candidate_not_eligible':
    case 'evidence_missing':
    case 'ballot_not_open':
    case 'ballot_not_closed':
    case 'ballot_void':
    case 'ballot_open':
    case 'not_in_electorate':
    case 'already_voted':
    case 'votes_do_not_add_up':
    case 'minutes_missing':
    case 'candidate_not_passed':
    case 'already_decided':
    case 'rewarded_by_unit':
    case 'step_missing':
    case 'decisions_not_set_up':
    case 'day_out_of_range':
    case 'decision_revoked':
    case 'decision_not_revocable':
      return explainCouncilError(code, details);
    case 'conflict':
      return 'Có người vừa thay đổi cùng nội dung này trước bạn. Hãy tải lại để xem thay đổi đó rồi làm lại nếu còn cần.';
    case 'request_reused':
      return 'Mã yêu cầu này đã được dùng cho một nội dung khác. Hãy tải lại trang rồi gửi lại.';
    case 'unavailable':
      return 'Hệ thống hoặc dịch vụ của Google đang bận. Dữ liệu vẫn nguyên; hãy thử lại sau ít phút, gửi lại không bị trùng.';
    case 'data_newer':
      return 'Dữ liệu của phong trào đã được một bản mới hơn của hệ thống ghi, máy chủ này chưa đọc được. Dữ liệu vẫn nguyên; hãy báo quản trị viên đưa bản mới lên.';
    case 'stored_document_unreadable':
      return `Một tài liệu đã lưu không đọc được${inParentheses([text('path'), text('field')])}. Hãy báo quản trị viên.`;
    case 'internal':
      return 'Hệ thống gặp lỗi ngoài dự kiến; chưa rõ việc vừa rồi đã xong chưa. Hãy tải lại để kiểm tra, gửi lại không bị trùng; nếu vẫn lỗi, hãy báo quản trị viên.';
  }
}

/** Keys are the codes that the details carry; people never see the codes themselves. */
const THINGS: Readonly<Record<string, string>> = {
  delivery: 'việc ghi sổ nào đang hỏng',
  endpoint: 'địa chỉ này',
  campaign: 'phong trào',
  unit: 'đơn vị này trong kỳ',
  period: 'kỳ này trong lịch của phong trào',
  result: 'kết quả của kỳ',
  submission: 'phiếu của đơn vị',
  workbook: 'sổ',
  ballot: 'lần bình chọn',
  decision: 'quyết định',
  candidate: 'đối tượng được bình chọn',
  signer: 'người ký',
  field: 'lĩnh vực',
  exemplar: 'điển hình',
};

const FIND_WORKBOOK = 'Hãy mở đúng sổ từ đường dẫn được chia sẻ rồi làm lại.';

const WORKBOOKS = {
  '': `Bảng tính này không phải sổ của phong trào: có thể là một bản sao, hoặc sổ của phong trào khác. ${FIND_WORKBOOK}`,
  unit: `Bảng tính này không phải Sổ thi đua của đơn vị; bản sao hay sổ của đơn vị khác đều không dùng thay được. ${FIND_WORKBOOK}`,
  office: `Việc này chỉ làm được trong sổ Điều hành của phong trào, không làm được trong bản sao hay sổ khác. ${FIND_WORKBOOK}`,
} as Readonly<Record<string, string>> & { readonly '': string };

const NOT_OPEN: Readonly<Record<string, string>> = {
  none: 'chưa mở nên chưa nhận phiếu. Hãy chờ cán bộ thi đua khen thưởng mở kỳ',
  open: 'đang mở',
  closed:
    'đã chốt, không nhận thêm phiếu. Muốn sửa, hãy đề nghị cán bộ thi đua khen thưởng mở lại và nêu lý do',
  evaluated:
    'đã chốt và đánh giá, không nhận thêm phiếu. Muốn sửa, hãy đề nghị cán bộ thi đua khen thưởng mở lại và nêu lý do',
  voted:
    'đã bình chọn, không nhận thêm phiếu. Muốn sửa, hãy đề nghị cán bộ thi đua khen thưởng mở lại và nêu lý do',
  published:
    'đã công bố, không nhận thêm phiếu. Muốn sửa, hãy đề nghị cán bộ thi đua khen thưởng mở lại và nêu lý do',
};

const STATES: Readonly<Record<string, string>> = {
  none: 'chưa mở',
  open: 'đang mở',
  closed: 'đã chốt',
  evaluated: 'đã đánh giá',
  voted: 'đã bình chọn',
  published: 'đã công bố',
};

const ACTIONS: Readonly<Record<string, string>> = {
  open: 'mở kỳ',
  close: 'chốt kỳ',
  evaluate: 'đánh giá',
  publish: 'công bố',
  reopen: 'mở lại',
  appraise: 'thẩm định',
  submit: 'nộp phiếu',
  collect: 'thu phiếu',
  nominate: 'mở bình chọn',
  review: 'mở bình xét',
};

function lastChange(by: string, at: string): string {
  if (by === '' && at === '') return '';
  const who = by === '' ? '' : ` do ${by} thực hiện`;
  return ` (bước gần nhất${who}${atMoment(at)})`;
}

function atMoment(iso: string): string {
  return iso === '' ? '' : ` lúc ${moment(iso)}`;
}

function periodInSentence(id: string): string {
  const name = showPeriodId(id);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The hour and day in Vietnam; what is no moment stays as it is. */
function moment(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const local = new Date(at.getTime() + VIETNAM_AHEAD_MS).toISOString();
  return `${local.slice(11, 16)} ngày ${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`;
}

const VIETNAM_AHEAD_MS = 7 * 3_600_000;

const strangeSign = (name: string): string => (name === '' ? '' : `có ký tự lạ ${name}`);

function inParentheses(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}
