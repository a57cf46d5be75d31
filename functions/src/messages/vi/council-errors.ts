import type { CouncilErrorCode } from '../../domain/app-error.ts';
import type { ExemplarStep } from '../../domain/exemplar/exemplar-step.ts';
import { detailText, type ErrorDetails } from '../error-details.ts';
import { formatDay } from './format.ts';
import { STEP_MISSING } from './issues/register-issues.ts';
import { showPeriodId } from './period-id.ts';

/** Refusals of ballots and decisions: what is in the way, and who can do what about it. */
export function explainCouncilError(code: CouncilErrorCode, details: ErrorDetails): string {
  const text = detailText(details);
  switch (code) {
    case 'ballot_key_missing':
      return 'Hệ thống chưa có khóa niêm phong hòm phiếu, hoặc khóa đã bị đổi, nên không mở được bỏ phiếu kín. Phiếu đã bỏ vẫn nguyên; hãy báo quản trị viên đặt lại BALLOT_KEY.';
    case 'council_empty':
      return 'Phong trào chưa có thành viên hội đồng nào nên chưa mở bình chọn được. Hãy thêm thành viên hội đồng vào danh sách thành viên.';
    case 'nothing_to_vote_on':
      return `${showPeriodId(text('period'))} không còn ai để đưa ra bình chọn: chưa có đối tượng đủ điều kiện, hoặc tất cả đã được đưa vào một lần bình chọn còn hiệu lực. Hãy xem tab Bình chọn, Bình xét.`;
    case 'candidate_not_eligible':
      return 'Có đối tượng được chọn không nằm trong danh sách đủ điều kiện, hoặc số liệu không đạt mức được đề nghị. Hãy tải lại danh sách rồi chọn lại.';
    case 'evidence_missing':
      return 'Cá nhân, tập thể không có điểm để so nên cần ghi minh chứng cho việc học tập, bắt kịp, vượt qua. Hãy ghi minh chứng rồi mở lại.';
    case 'ballot_not_open':
      return BALLOT_STATES[text('state')] ?? BALLOT_STATES.closed!;
    case 'ballot_not_closed':
      return 'Lần bình chọn này chưa kết thúc nên chưa ra quyết định được. Hãy kết thúc bình chọn trước.';
    case 'ballot_void':
      return 'Lần bình chọn này đã hết hiệu lực vì kỳ được mở lại. Hãy mở lần bình chọn mới sau khi đánh giá lại kỳ.';
    case 'ballot_open':
      return `${showPeriodId(text('period'))} còn một lần bình chọn đang mở nên chưa công bố được. Hãy kết thúc bình chọn trước.`;
    case 'not_in_electorate':
      return 'Tài khoản này không có trong danh sách bỏ phiếu được chốt khi mở bình chọn. Nếu có nhầm lẫn, hãy báo cán bộ thi đua khen thưởng.';
    case 'already_voted':
      return 'Phiếu kín đã được bỏ trước đó và không thay đổi được; lần gửi này không được tính thêm.';
    case 'votes_do_not_add_up':
      return 'Số phiếu đồng ý, không đồng ý và trắng của mỗi người phải bằng đúng số người bỏ phiếu bằng văn bản. Hãy kiểm lại phiếu.';
    case 'minutes_missing':
      return 'Chưa ghi số và ngày biên bản. Hãy ghi biên bản bỏ phiếu rồi kết thúc lại.';
    case 'candidate_not_passed':
      return 'Có đối tượng chưa được bình chọn thông qua, hoặc được bình chọn cho hình thức khác, nên không ra quyết định được. Hãy xem kết quả bình chọn.';
    case 'already_decided':
      return `Thành tích này đã được ghi nhận tại Quyết định ${cited(text('reference'), text('signedOn'))}; mỗi thành tích chỉ được ghi nhận một lần. Nếu quyết định trước sai, hãy thu hồi quyết định đó.`;
    case 'rewarded_by_unit':
      return `Đơn vị đã khen thưởng thành tích này${text('row') === '' ? '' : ` (${showPeriodId(text('period'))}, dòng ${text('row')} ở tab Bình chọn tại đơn vị)`}; mỗi thành tích chỉ được khen thưởng một lần. Nếu đơn vị ghi nhầm, hãy để đơn vị sửa dòng ấy trước.`;
    case 'step_missing':
      return `Điển hình ${text('exemplar') || 'này'} ${STEP_MISSING[text('step') as ExemplarStep] ?? 'chưa làm xong bước trước.'}`;
    case 'decisions_not_set_up':
      return 'Phong trào chưa khai báo cách đánh số, cơ quan ban hành và người ký quyết định. Hãy thêm mục decisions vào thiết lập.';
    case 'day_out_of_range':
      return `Ngày ký phải từ ${shownDay(text('from'))} đến ${shownDay(text('to'))}. Hãy sửa ngày ký.`;
    case 'decision_revoked':
      return `Quyết định, hoặc phần được chọn, đã bị thu hồi trước đó${text('reference') === '' ? '' : ` tại Quyết định số ${text('reference')}`}. Hãy tải lại để xem.`;
    case 'decision_not_revocable':
      return 'Đây là quyết định thu hồi nên không thu hồi được nữa. Nếu thu hồi nhầm, hãy ban hành quyết định mới.';
  }
}

const BALLOT_STATES: Readonly<Record<string, string>> = {
  closed: 'Lần bình chọn này đã kết thúc, không nhận thêm phiếu. Hãy tải lại để xem kết quả.',
  voided:
    'Lần bình chọn này đã hết hiệu lực vì kỳ được mở lại, không nhận thêm phiếu. Hãy chờ lần bình chọn mới.',
};

const cited = (reference: string, signedOn: string): string =>
  reference === '' ? 'trước đó' : `số ${reference}${signedOn === '' ? '' : ` ngày ${shownDay(signedOn)}`}`;

const shownDay = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day as Parameters<typeof formatDay>[0]) : 'ngày cho phép';
