import type { Choosable, ReadRow, RegisterDeclaration, RowValues } from '../register.ts';
import { CODE, fieldColumn } from './columns.ts';

export const UNIT_PLAN = 'Kế hoạch của đơn vị';
export const STILL_RUNNING = 'Đang phấn đấu';

/**
 * Đăng ký (DOMAIN R7, R9, R12): who wants to become an exemplar in what, collectives and individuals, also people
 * without an account; and the unit's own plan to build, learn from, catch up with and surpass exemplars.
 */
export const registration = {
  id: 'registration',
  tab: 'Đăng ký',
  home: 'unit',
  prefix: 'DK',
  noun: 'tập thể, cá nhân đăng ký',
  purpose:
    'Mỗi dòng một tập thể, cá nhân đăng ký thi đua, kể cả người không có tài khoản; và kế hoạch xây dựng điển hình của đơn vị.',
  mostRows: 2000,
  columns: [
    CODE,
    {
      key: 'kind',
      header: 'Loại',
      kind: 'choice',
      entry: 'filled',
      required: true,
      choices: ['Tập thể', 'Cá nhân', UNIT_PLAN],
      help: 'Tập thể, cá nhân đăng ký; hoặc kế hoạch xây dựng, học tập, bắt kịp và vượt qua điển hình của chính đơn vị.',
      widthPixels: 180,
    },
    {
      key: 'name',
      header: 'Tập thể, cá nhân',
      kind: 'text',
      entry: 'filled',
      required: true,
      isName: true,
      help: 'Tên tập thể, hoặc họ và tên cá nhân. Với kế hoạch của đơn vị, ghi tên kế hoạch.',
      widthPixels: 220,
    },
    {
      key: 'position',
      header: 'Chức vụ, nghề nghiệp',
      kind: 'text',
      entry: 'filled',
      help: 'Ví dụ: Bí thư chi bộ ấp; nông dân; giáo viên.',
      widthPixels: 170,
    },
    fieldColumn('Chọn trong danh mục lĩnh vực của phong trào.'),
    {
      key: 'content',
      header: 'Nội dung đăng ký',
      kind: 'text',
      entry: 'filled',
      required: true,
      help: 'Việc sẽ làm theo chức năng, nhiệm vụ.',
      widthPixels: 320,
    },
    {
      key: 'target',
      header: 'Chỉ tiêu phấn đấu',
      kind: 'text',
      entry: 'filled',
      required: true,
      help: 'Kết quả cụ thể cần đạt, nếu được thì bằng con số và thời hạn.',
      widthPixels: 240,
    },
    {
      key: 'solution',
      header: 'Giải pháp đột phá',
      kind: 'text',
      entry: 'filled',
      help: 'Cách làm mới để đạt chỉ tiêu.',
      widthPixels: 240,
    },
    {
      key: 'registeredOn',
      header: 'Ngày đăng ký',
      kind: 'day',
      happened: true,
      entry: 'filled',
      required: true,
      help: 'Ngày/tháng/năm, ví dụ 15/02/2024.',
      widthPixels: 110,
    },
    {
      key: 'state',
      header: 'Tình trạng',
      kind: 'choice',
      entry: 'filled',
      required: true,
      choices: [STILL_RUNNING, 'Thôi đăng ký'],
      help: 'Thôi đăng ký thì dòng vẫn được giữ, không xóa.',
      widthPixels: 130,
    },
    {
      key: 'reason',
      header: 'Lý do điều chỉnh',
      kind: 'text',
      entry: 'filled',
      help: 'Bắt buộc khi thôi đăng ký; nên ghi khi đổi nội dung, chỉ tiêu. Mọi lần sửa đều được lưu.',
      widthPixels: 220,
    },
    {
      key: 'recognised',
      header: 'Đã được ghi nhận',
      kind: 'text',
      entry: 'given',
      help: 'Hệ thống ghi khi có quyết định.',
      widthPixels: 220,
    },
  ],
  choosable: howChosen,
  check: (row) => withdrawnNeedsReason(row),
} as const satisfies RegisterDeclaration;

/** A plan is nobody who could be voted on or learn. */
function howChosen({ kind, state }: RowValues): Choosable {
  if (kind === UNIT_PLAN) return 'never';
  return state === STILL_RUNNING ? 'offered' : 'taken';
}

function withdrawnNeedsReason({ values, at }: ReadRow) {
  if (values.state === STILL_RUNNING || values.reason !== undefined) return [];
  const header = 'Lý do điều chỉnh';
  return [{ code: 'needed_for', header, because: String(values.state), at: at('reason') } as const];
}
