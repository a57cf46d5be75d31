import type { FindingKind } from '../../domain/watch/finding.ts';
import type { Level, OperationRow } from '../../domain/watch/operations.ts';
import {
  type DeliveryRemedy,
  type DeliveryTrouble,
  deliveryRemedy,
  deliveryTrouble,
  type OperationNames,
  type OperationText,
} from '../operation-words.ts';

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  good: 'ổn',
  note: 'đang chạy',
  act: 'cần xem',
};

/** What the sidebar says around the rows: the add-on's script has no room for it. */
export const SIDEBAR = {
  headline: (count: number): string =>
    count === 0 ? 'Mọi thứ đang chạy, không có gì cần xem.' : `${count} việc cần xem:`,
  looked: (checked: number, left: number): string =>
    left === 0
      ? `Đã kiểm tra ${checked} sổ.`
      : `Đã kiểm tra ${checked} sổ; còn ${left} sổ, hệ thống kiểm tra tiếp.`,
  watch: 'Kiểm tra các sổ ngay',
  watching: 'Đang kiểm tra các sổ…',
  retry: (about: string): string => `Thử lại ngay – ${about}`,
  drop: 'Bỏ việc ghi này',
  dropReason: (about: string): string => `Bỏ “${about}”: lý do`,
  dropHelp: 'Sổ giữ nội dung cũ cho tới khi có việc khác cần ghi vào sổ ấy, hoặc bạn cho ghi lại.',
  moment: (text: string): string => text,
  provision: 'Lập, cập nhật các sổ',
  busy: 'Đang thực hiện…',
  code: (code: string): string => `Mã: ${code}`,
  retried: 'Đã cho ghi lại; kết quả ở dưới đây sau ít phút.',
  dropped: 'Đã bỏ việc ghi; lý do được lưu vào nhật ký.',
};

const REPAIR = 'Thi đua ▸ Lập, cập nhật các sổ';
const OPERATIONS = 'Thi đua ▸ Vận hành';

/** A row of Vận hành: what, how it stands, what to do. */
export function explainOperation(row: OperationRow, names: OperationNames): OperationText {
  switch (row.about) {
    case 'scheduler':
      return { about: 'Hẹn giờ', ...SCHEDULER[row.state] };
    case 'pending':
      return {
        about: 'Sổ chờ ghi',
        state: row.count === 0 ? 'không có sổ nào' : `${row.count} sổ`,
        todo: row.isLong ? 'Chờ quá 20 phút. Hãy xem các dòng “Ghi sổ hỏng” và “Hẹn giờ”.' : '',
      };
    case 'delivered':
      return { about: 'Lần ghi sổ gần nhất', state: 'đã ghi', todo: '' };
    case 'failing':
      return {
        about: `Ghi sổ hỏng: ${names.workbook(row.workbook)}`,
        state: `đã thử ${row.times} lần; ${REASONS[deliveryTrouble(row.code)]}`,
        todo: `${REMEDIES[deliveryRemedy(row.code)]} Hệ thống tự thử lại, chậm nhất 15 phút một lần. Muốn thử ngay hay bỏ: ${OPERATIONS}.`,
      };
    case 'dropped':
      return {
        about: `Đã bỏ việc ghi: ${names.workbook(row.workbook)}`,
        state: `lý do: ${row.reason}; khi bỏ ${REASONS[deliveryTrouble(row.code)]}`,
        todo: row.isWaiting
          ? 'Đã có yêu cầu ghi lại, đang chờ.'
          : `Sổ đang cũ cho tới lần ghi sau. Muốn ghi lại: ${OPERATIONS} ▸ Thử lại ngay.`,
      };
    case 'job':
      return {
        about: [JOBS[row.kind] ?? row.kind, row.period && names.period(row.period)].filter(Boolean).join(' '),
        state:
          row.state === 'failed'
            ? `hỏng: ${names.error(row.code ?? 'internal', row.details ?? {})}`
            : JOB_STATES[row.state],
        todo:
          row.state === 'failed'
            ? 'Sửa điều được nêu rồi chọn lại mục ấy; phần đã xong không làm lại.'
            : row.isLong
              ? 'Chạy quá 20 phút. Hãy xem dòng “Hẹn giờ”; chọn lại mục ấy cũng làm việc chạy tiếp.'
              : '',
      };
    case 'finding': {
      const { state, todo } = FINDINGS[row.kind](row.subject ?? '', row);
      return { about: names.workbook(row.workbook), state, todo };
    }
    case 'copy':
      return {
        about: `Bản sao của ${names.workbook(row.workbook)}`,
        state: `${row.by} đã làm việc trong một bảng tính không phải là sổ của hệ thống (mã bảng: ${row.spreadsheetId}); chưa có gì được ghi nhận`,
        todo: 'Hãy gửi cho người ấy đường dẫn của sổ thật, và nhờ xóa bản sao sau khi chép số liệu sang.',
      };
    case 'log':
      return { about: 'Nhật ký', state: `đã niêm phong tới số ${row.number}`, todo: '' };
  }
}

const SCHEDULER: Readonly<Record<'never' | 'alive' | 'silent', Pick<OperationText, 'state' | 'todo'>>> = {
  alive: { state: 'đang chạy', todo: '' },
  silent: {
    state: 'không còn gọi',
    todo: 'Sổ không được ghi, việc không chạy cho tới khi hẹn giờ chạy lại. Hãy báo quản trị viên (Cloud Scheduler: run-jobs, deliver, watch).',
  },
  never: {
    state: 'chưa gọi lần nào',
    todo: 'Hãy báo quản trị viên lập ba hẹn giờ run-jobs, deliver, watch, mỗi phút một lần.',
  },
};

const JOBS: Readonly<Record<string, string>> = {
  evaluate: 'Đánh giá',
  publish: 'Công bố',
  collect: 'Thu phiếu',
  provision: 'Lập, cập nhật các sổ',
};
const JOB_STATES = { waiting: 'đang chờ', running: 'đang chạy' } as const;

const REASONS: Readonly<Record<DeliveryTrouble, string>> = {
  too_many_calls: 'Google báo quá nhiều lượt gọi',
  no_rights: 'Google không cho tài khoản hệ thống ghi',
  unavailable: 'Google đang bận hoặc không trả lời',
  not_found: 'không tìm thấy sổ hoặc thư mục',
  stored_document_unreadable: 'một tài liệu đã lưu không đọc được',
  conflict: 'có người thay đổi cùng lúc',
  unexpected: 'lỗi ngoài dự kiến',
};

const REMEDIES: Readonly<Record<DeliveryRemedy, string>> = {
  editor_again: 'Hãy thêm lại tài khoản hệ thống làm người chỉnh sửa sổ và thư mục.',
  wait: 'Chưa cần làm gì.',
  tell: 'Hãy đọc mã ở cột cuối cho quản trị viên.',
};

type Explained = Pick<OperationText, 'state' | 'todo'>;
type Facts = { readonly mayWrite?: boolean; readonly isMember?: boolean };

const right = ({ mayWrite }: Facts) => (mayWrite ? 'sửa' : 'xem');

const FINDINGS: Readonly<Record<FindingKind, (subject: string, facts: Facts) => Explained>> = {
  link_open: (_, facts) => ({
    state: `ai có đường dẫn cũng ${right(facts)} được`,
    todo: `Sổ này chỉ dành cho những người được giao. Hãy chọn ${REPAIR} để đóng lại; nếu cần chia sẻ, cấp bản in PDF.`,
  }),
  domain_open: (domain, facts) => ({
    state: `mọi người ở ${domain} đều ${right(facts)} được`,
    todo: `Hãy chọn ${REPAIR} để đóng lại.`,
  }),
  stranger: (email, facts) => ({
    state: facts.isMember
      ? `${email} là thành viên nhưng không thuộc sổ này, mà ${right(facts)} được`
      : `${email} không phải thành viên mà ${right(facts)} được`,
    todo: `Nếu người ấy cần làm việc ở đây: thêm vào tab Thành viên rồi lưu. Nếu không: ${REPAIR} để gỡ.`,
  }),
  more_rights: (email) => ({
    state: `${email} chỉ được xem mà đang sửa được`,
    todo: `Hãy chọn ${REPAIR} để đặt lại.`,
  }),
  access_lost: (email) => ({
    state: `${email} không mở được sổ nữa`,
    todo: `Hãy chọn ${REPAIR} để mở lại cho người ấy.`,
  }),
  fewer_rights: (email) => ({
    state: `${email} chỉ còn xem được, không ghi được`,
    todo: `Hãy chọn ${REPAIR} để đặt lại.`,
  }),
  unreachable: () => ({
    state: 'hệ thống không mở được sổ: sổ đã bị xóa, hoặc tài khoản hệ thống bị gỡ',
    todo: `Hãy thêm lại tài khoản hệ thống làm người chỉnh sửa. Nếu sổ đã mất: ${REPAIR} sẽ lập sổ mới với những gì đã gửi.`,
  }),
  demoted: (_, { mayWrite }) => ({
    state: mayWrite
      ? 'tài khoản hệ thống không còn được chia sẻ sổ này'
      : 'tài khoản hệ thống không còn được ghi vào sổ này',
    todo: 'Hãy mở Chia sẻ của sổ và đặt lại tài khoản hệ thống làm người chỉnh sửa, cho phép người chỉnh sửa chia sẻ.',
  }),
  trashed: () => ({
    state: 'sổ đang ở trong thùng rác; sau 30 ngày Google xóa hẳn',
    todo: `Hãy chọn ${REPAIR} để lấy ra khỏi thùng rác.`,
  }),
  moved: () => ({
    state: 'sổ đã bị chuyển sang thư mục khác',
    todo: 'Hãy chuyển sổ về thư mục cũ: quyền của thư mục mới cũng mở được sổ.',
  }),
  owner_changed: (email) => ({
    state: `chủ sở hữu của sổ nay là ${email}`,
    todo: 'Chủ sở hữu làm được mọi việc với sổ. Hãy nhờ người ấy chuyển lại quyền sở hữu cho tài khoản hệ thống.',
  }),
  protection_removed: (tab) => ({
    state: `trang “${tab}” không còn khóa ô nào`,
    todo: `Số liệu đã gửi vẫn đúng. Hãy chọn ${REPAIR} để khóa lại.`,
  }),
};
