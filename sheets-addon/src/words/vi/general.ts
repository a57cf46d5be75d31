import type { Micropoints } from '../../../../functions/src/domain/numbers/micropoints.ts';
import { formatPoints } from '../../../../functions/src/messages/vi/format.ts';
import type { PeriodState, Role } from '../../backend/answers.ts';
import { momentParts, timeUntil } from '../moments.ts';

/** What is said everywhere: titles, buttons, facts, moments, and what is in the way. */
export const viGeneral = {
  points: (points: Micropoints): string => formatPoints(points, 2),
  moment,
  day: (iso: string, timeZone: string): string => {
    const { year, month, day } = momentParts(iso, timeZone);
    return `${day}/${month}/${year}`;
  },
  inSentence,

  titles: {
    check: 'Kiểm tra phiếu',
    submit: 'Nộp phiếu',
    unlock: 'Mở lại phiếu để sửa',
    result: 'Kết quả của đơn vị',
    why: 'Vì sao?',
    help: 'Trợ giúp',
    tracking: 'Theo dõi nộp phiếu',
    collect: 'Thu phiếu',
    appraise: 'Thẩm định',
    openPeriod: 'Mở kỳ tiếp theo',
    close: 'Chốt tháng',
    evaluate: 'Đánh giá tháng',
    publish: 'Công bố',
    reopen: 'Mở lại tháng',
    provision: 'Lập, cập nhật các sổ',
    ballots: 'Bình chọn',
    openBallot: 'Mở bình chọn',
    written: 'Phiếu bằng văn bản',
    closeBallot: 'Kết thúc bình chọn',
    decide: 'Ban hành quyết định',
    revoke: 'Thu hồi quyết định',
    decisions: 'Quyết định, giấy chứng nhận',
    send: 'Gửi sổ đang mở',
    setup: 'Xem trước thay đổi',
    reminders: 'Nhắc việc',
    operations: 'Vận hành',
    log: 'Nhật ký',
    trouble: 'Chưa làm được',
  },

  roles: {
    admin: 'quản trị viên',
    officer: 'cán bộ thi đua khen thưởng',
    council_member: 'thành viên hội đồng',
    leader: 'lãnh đạo',
    unit_editor: 'cán bộ đơn vị',
  } satisfies Record<Role, string> as Record<Role, string>,

  states: {
    none: 'chưa mở',
    open: 'đang mở, nhận phiếu',
    closed: 'đã chốt, đang thẩm định',
    evaluated: 'đã đánh giá, chờ công bố',
    voted: 'đã bình chọn, chờ công bố',
    published: 'đã công bố',
  } satisfies Record<PeriodState | 'none', string> as Record<PeriodState | 'none', string>,

  facts: {
    account: 'Người thực hiện',
    unit: 'Đơn vị',
    period: 'Kỳ',
    state: 'Tình trạng',
    deadline: 'Hạn nộp',
    revision: 'Lần nộp',
    submittedAt: 'Nộp lúc',
    workbooks: 'Sổ chờ cập nhật',
  },

  buttons: {
    again: 'Thử lại',
    back: 'Sửa lại',
    cancel: 'Thôi',
    checkAgain: 'Kiểm tra lại',
    checkForm: 'Kiểm tra phiếu',
    submit: 'Nộp phiếu',
    submitNow: 'Nộp ngay',
    unlock: 'Mở lại để sửa',
    unlockNow: 'Mở lại phiếu',
    why: 'Vì sao?',
    result: 'Xem kết quả',
    collect: 'Thu phiếu',
    appraise: 'Gửi thẩm định',
    openPeriod: 'Mở kỳ',
    close: 'Chốt kỳ',
    evaluate: 'Đánh giá',
    publish: 'Công bố',
    reopen: 'Mở lại kỳ',
    provision: 'Lập, cập nhật các sổ',
    tracking: 'Theo dõi nộp phiếu',
    show: 'Xem',
  },

  busy: {
    check: 'Đang kiểm tra phiếu…',
    submit: 'Đang gửi phiếu, xin chờ câu trả lời…',
    unlock: 'Đang mở lại phiếu…',
    appraise: 'Đang gửi thẩm định…',
    move: 'Đang thực hiện…',
    job: 'Đang giao việc…',
  },

  choose: {
    otherPeriods: 'Kỳ khác:',
    period: 'Kỳ',
    unit: 'Đơn vị',
    otherUnit: 'Đơn vị khác',
    form: 'Sổ này có nhiều phiếu. Hãy chọn phiếu:',
  },

  deadline: (iso: string, now: Date, timeZone: string): string => {
    const { count, unit } = timeUntil(iso, now);
    const span = `${Math.abs(count)} ${{ day: 'ngày', hour: 'giờ', minute: 'phút' }[unit]}`;
    return `${moment(iso, timeZone)} (${count >= 0 ? `còn ${span}` : `đã quá ${span}`})`;
  },

  trouble: {
    code: (code: string): string => `Mã: ${code}`,
    away: 'Chưa liên lạc được với máy chủ. Dữ liệu trong trang tính vẫn nguyên; hãy kiểm tra mạng rồi thử lại sau ít phút. Làm lại không bị trùng.',
    noIdentity:
      'Tiện ích chưa được phép xem tài khoản Google của bạn. Hãy đóng bảng này, chọn lại mục trong trình đơn Thi đua và bấm Cho phép khi Google hỏi.',
    noBackend:
      'Tiện ích chưa được cài đặt địa chỉ máy chủ. Hãy báo quản trị viên (thuộc tính BACKEND_URL của tập lệnh).',
    notOurs:
      'Bảng tính này không phải là sổ của một phong trào thi đua. Hãy mở sổ của đơn vị, sổ Điều hành hoặc sổ Tổng hợp từ đường dẫn được chia sẻ.',
    wrongAccount: (email: string): string =>
      `Bạn đang dùng tài khoản ${email}. Nếu không đúng, hãy mở sổ này bằng tài khoản được giao: bấm ảnh đại diện ở góc phải của Google Trang tính để đổi tài khoản, tốt nhất là trong một cửa sổ ẩn danh.`,
    internal:
      'Tiện ích gặp lỗi ngoài dự kiến; dữ liệu trong trang tính vẫn nguyên. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị viên.',
    cellGone: 'Không tìm thấy ô này nữa: trang đã bị xóa hoặc thay đổi. Hãy kiểm tra lại.',
  },

  help: {
    yourRoles: (roles: string): string => `Vai trò của bạn: ${roles}.`,
  },
};

/** "08:00 ngày 04/05/2024", from an ISO text. */
function moment(iso: string, timeZone: string): string {
  const { year, month, day, hour, minute } = momentParts(iso, timeZone);
  return `${hour}:${minute} ngày ${day}/${month}/${year}`;
}

/** "tháng 03/2024" inside a sentence. */
export function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
