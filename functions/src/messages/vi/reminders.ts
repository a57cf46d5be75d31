import { weekdayOf } from '../../domain/campaign/calendar.ts';
import type { Day, Period } from '../../domain/campaign/period.ts';
import type { Letter } from '../../domain/reminders/mailto.ts';
import type { Nearness, Reminder, What } from '../../domain/reminders/reminder.ts';
import { formatDay, formatPeriod } from './format.ts';

/** What is to be done, in a few words: "Nộp phiếu tháng 03/2024". */
export function reminderTitle(what: What): string {
  switch (what.kind) {
    case 'open_period':
      return `Mở ${inSentence(what.period)}`;
    case 'form_missing':
      return `Nộp phiếu ${inSentence(what.period)}`;
    case 'form_refused':
      return `Sửa và nộp lại phiếu ${inSentence(what.period)}`;
    case 'close_period':
      return `Thu phiếu và chốt ${inSentence(what.period)}`;
    case 'appraise':
      return `Thẩm định và đánh giá ${inSentence(what.period)}`;
    case 'vote':
      return `Bỏ phiếu: ${what.ballot}`;
    case 'publish':
      return `Công bố ${inSentence(what.period)}`;
    case 'commitment':
      return `Thực hiện cam kết học tập “${what.exemplar}”`;
    case 'review':
      return `Mở bình xét ${inSentence(what.period)}`;
    case 'decide':
      return `Ban hành quyết định: ${what.ballot}`;
    case 'plan_missing':
      return 'Lập kế hoạch xây dựng, học tập điển hình';
  }
}

/** How near it is, in words that a colour can be told by. */
export const NEARNESS_WORDS: Readonly<Record<Nearness['state'], string>> = {
  overdue: 'quá hạn',
  today: 'hôm nay',
  soon: 'sắp đến hạn',
  later: 'chưa đến hạn',
  undated: 'không có hạn',
};

const ROLES = {
  unit_editor: 'cán bộ thi đua đơn vị',
  officer: 'cán bộ thi đua khen thưởng',
  council_member: 'thành viên hội đồng',
} as const satisfies Record<Reminder['for']['role'], string>;

/** Whom it is for: the unit's name, or the role. */
export function addresseeWords({ unit, role }: Reminder['for']): string {
  return unit ?? ROLES[role];
}

/** A letter that is ready to be sent. */
export function reminderLetter(
  reminder: Reminder,
  { today, campaign }: { readonly today: Day; readonly campaign: string },
): Letter {
  const { what, due, for: to } = reminder;
  const greeting = `Kính gửi ${ROLES[to.role]}${to.unit === undefined ? '' : ` ${to.unit}`},`;
  const deadline = due === undefined ? '' : ` ${deadlineSentence(due, today)}`;
  return {
    to: to.addresses,
    subject: `[Thi đua] ${reminderTitle(what)}`,
    body: [greeting, `${sentence(what)}${deadline}`, `Trân trọng,\n${campaign}`].join('\n\n'),
  };
}

function sentence(what: What): string {
  switch (what.kind) {
    case 'open_period':
      return `${formatPeriod(what.period)} đã bắt đầu mà chưa được mở. Đề nghị mở kỳ trong sổ Điều hành để các đơn vị ghi phiếu.`;
    case 'form_missing':
      return `Đơn vị chưa nộp phiếu ${inSentence(what.period)}. Đề nghị điền phiếu trong Sổ thi đua của đơn vị rồi chọn “Nộp phiếu” ở menu Thi đua.`;
    case 'form_refused':
      return `Phiếu ${inSentence(what.period)} của đơn vị bị trả lại vì còn ${what.issues} chỗ cần sửa. Đề nghị mở Sổ thi đua của đơn vị, chọn “Kiểm tra phiếu” ở menu Thi đua để xem từng chỗ, sửa rồi nộp lại.`;
    case 'close_period':
      return what.missing === 0
        ? `Mọi đơn vị đã nộp phiếu ${inSentence(what.period)} và đã hết hạn nộp. Đề nghị chốt kỳ.`
        : `Đã hết hạn nộp phiếu ${inSentence(what.period)}; còn ${what.missing} đơn vị chưa nộp. Đề nghị thu các phiếu đã điền rồi chốt kỳ.`;
    case 'appraise':
      return what.waiting === 0
        ? `Mọi phiếu ${inSentence(what.period)} đã được thẩm định. Đề nghị đánh giá kỳ.`
        : `Còn ${what.waiting} phiếu ${inSentence(what.period)} chưa có ý kiến thẩm định; ô để trống là đồng ý với số đơn vị báo cáo. Đề nghị thẩm định rồi đánh giá kỳ.`;
    case 'vote':
      return `Cuộc bỏ phiếu “${what.ballot}” đang mở và chưa có phiếu của đồng chí. Đề nghị mở sổ Tổng hợp, chọn “Bình chọn” ở menu Thi đua.`;
    case 'publish':
      return what.hasOpenBallot
        ? `${formatPeriod(what.period)} đã đánh giá, bình chọn đang mở. Đề nghị kết thúc bình chọn rồi công bố kết quả.`
        : `${formatPeriod(what.period)} đã đánh giá. Đề nghị tổ chức bình chọn nếu có, rồi công bố kết quả.`;
    case 'commitment':
      return `${what.learner} đã cam kết khi học tập điển hình “${what.exemplar}”: ${what.promise}. Đề nghị ghi kết quả thực hiện vào tab Học tập của Sổ thi đua.`;
    case 'review':
      return [
        what.byNumbers > 0 &&
          `Theo kết quả ${inSentence(what.period)}, có ${what.byNumbers} tập thể, cá nhân có thể đã bắt kịp hoặc vượt qua điển hình mà chưa được bình xét.`,
        what.byEvidence > 0 &&
          `Có ${what.byEvidence} tập thể, cá nhân đã thực hiện cam kết học tập điển hình, xét theo minh chứng, mà chưa được bình xét.`,
        'Đề nghị mở bình xét.',
      ]
        .filter((each) => each !== false)
        .join(' ');
    case 'decide':
      return `Có ${what.passed} đề nghị được “${what.ballot}” thông qua mà chưa có quyết định. Đề nghị chọn “Ban hành quyết định” ở menu Thi đua của sổ Điều hành.`;
    case 'plan_missing':
      return 'Đơn vị chưa có kế hoạch xây dựng, học tập, bắt kịp và vượt qua điển hình. Đề nghị ghi kế hoạch vào tab Đăng ký của Sổ thi đua, ở cột Loại chọn “Kế hoạch của đơn vị”, rồi chọn “Gửi sổ đang mở” ở menu Thi đua.';
  }
}

function deadlineSentence(due: Day, today: Day): string {
  const day = `${formatDay(due)} (${WEEKDAYS[weekdayOf(due) - 1]})`;
  if (due < today) return `Hạn đã qua: ${day}.`;
  return due === today ? `Hạn: hết hôm nay, ${day}.` : `Hạn: hết ngày ${day}.`;
}

const WEEKDAYS = ['thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy', 'chủ nhật'];

function inSentence(period: Period): string {
  const name = formatPeriod(period);
  return name.charAt(0).toLowerCase() + name.slice(1);
}
