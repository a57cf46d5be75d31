import type { Period } from '../domain/campaign/period.ts';
import type { TrackRules } from '../domain/evaluation/period-inputs.ts';
import type { RaisedGate, Recognition } from '../domain/evaluation/period-result.ts';
import { ROLE_WORDS } from '../domain/setup/setup-words.ts';
import type { Submission } from '../ports/form.ts';
import type { LogAction } from '../ports/log.ts';
import type { Member, Role } from '../ports/member.ts';
import type { PeriodState } from '../ports/period.ts';

export const NOT_REPORTED = 'chưa báo cáo';
export const LATE = 'nộp trễ';
export const ON_TIME = 'đúng hạn';
/** How far a decision holds, and who an exemplar is by it. */
export const IN_FORCE = 'còn hiệu lực';
export const IN_FORCE_IN_PART = 'thu hồi một phần';
export const NOT_IN_FORCE = 'đã thu hồi';
/** Where a table names a scope: every cluster of the track. */
export const WHOLE_TRACK = 'toàn đối tượng';

export { ROLE_WORDS };

export const ACTION_WORDS: Readonly<Record<LogAction, string>> = {
  campaign_loaded: 'Nạp cấu hình phong trào',
  workbooks_requested: 'Lập hoặc cập nhật các sổ',
  period_opened: 'Mở kỳ',
  period_closed: 'Chốt kỳ',
  period_evaluated: 'Đánh giá kỳ',
  period_published: 'Công bố kết quả',
  period_reopened: 'Mở lại kỳ',
  form_submitted: 'Nộp phiếu',
  form_refused: 'Phiếu bị trả lại để sửa',
  form_collected: 'Thu phiếu',
  form_unlocked: 'Mở lại phiếu để sửa',
  form_appraised: 'Thẩm định phiếu',
  row_added: 'Ghi dòng mới',
  row_amended: 'Sửa dòng',
  ballot_opened: 'Mở bình chọn',
  vote_cast: 'Bỏ phiếu công khai',
  written_votes_recorded: 'Ghi phiếu lấy ý kiến bằng văn bản',
  ballot_closed: 'Kết thúc bình chọn',
  ballot_voided: 'Bình chọn hết hiệu lực do mở lại kỳ',
  decision_issued: 'Ban hành quyết định',
  decision_revoked: 'Thu hồi quyết định',
  delivery_retried: 'Ghi lại sổ ngay',
  delivery_dropped: 'Bỏ việc ghi sổ',
  watch_found: 'Thấy bất thường ở sổ',
  watch_gone: 'Sổ đã hết bất thường',
  sharing_restored: 'Chia sẻ của sổ được đặt lại như quy định',
  person_removed: 'Xóa thông tin một người',
  campaign_restored: 'Khôi phục phong trào từ bản xuất',
};

export const STATE_WORDS: Readonly<Record<PeriodState, string>> = {
  open: 'đang mở, nhận phiếu',
  closed: 'đã chốt, đang thẩm định',
  evaluated: 'đã đánh giá, chờ công bố',
  voted: 'đã bình chọn, chờ công bố',
  published: 'đã công bố',
};

export const SOURCE_WORDS: Readonly<Record<Submission['source'], string>> = {
  submitted: 'đơn vị nộp',
  collected: 'thu từ sổ của đơn vị',
};

export const OUTCOME_WORDS: Readonly<Record<Recognition['outcome'], string>> = {
  praise: 'Biểu dương',
  reward: 'Khen thưởng',
};

/** Who did it, as a role: accounts are people's own and stay out of shared sheets. */
export function roleWord(email: string, members: ReadonlyMap<string, Member>): string {
  const roles = members.get(email)?.roles ?? [];
  const shown = (Object.keys(ROLE_WORDS) as Role[]).find((role) => roles.includes(role));
  return shown === undefined ? 'tài khoản không còn là thành viên' : ROLE_WORDS[shown];
}

/** For titles of tabs: "03-2024"; a slash would be in the way of formulas people write. */
export function periodShort(period: Period): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(period.id) ?? [];
  return year === undefined ? (period.name ?? period.id) : `${month}-${year}`;
}

export function gradeName(code: string, track: TrackRules): string {
  return track.grades.find((grade) => grade.code === code)?.name ?? '';
}

export function gateNames(gates: readonly RaisedGate[], track: TrackRules): string {
  return gates.map(({ code }) => track.gates.find((gate) => gate.code === code)?.name ?? code).join('; ');
}
