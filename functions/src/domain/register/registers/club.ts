import type { RegisterDeclaration } from '../register.ts';
import { inOrder, once } from '../row-rules.ts';
import { attendeesColumn, CODE, exemplarColumn, fieldColumn, happenedOn } from './columns.ts';

/** Câu lạc bộ điển hình tiên tiến (DOMAIN R10): host, field, members who are exemplars, meetings with minutes. */
export const club = {
  id: 'club',
  tab: 'Câu lạc bộ',
  home: 'office',
  prefix: 'CLB',
  noun: 'câu lạc bộ',
  purpose: 'Các câu lạc bộ điển hình tiên tiến.',
  mostRows: 500,
  columns: [
    CODE,
    {
      key: 'name',
      header: 'Câu lạc bộ',
      kind: 'text',
      entry: 'filled',
      required: true,
      isName: true,
      help: 'Tên câu lạc bộ.',
      widthPixels: 280,
    },
    {
      key: 'host',
      header: 'Đơn vị chủ trì',
      kind: 'reference',
      refersTo: 'unit',
      entry: 'filled',
      required: true,
      help: 'Đơn vị đứng ra tổ chức, quản lý.',
      widthPixels: 240,
    },
    fieldColumn('Chọn trong danh mục lĩnh vực.'),
    {
      key: 'chair',
      header: 'Chủ nhiệm',
      kind: 'text',
      entry: 'filled',
      help: 'Họ và tên.',
      widthPixels: 180,
    },
    happenedOn('foundedOn', 'Ngày thành lập'),
    {
      key: 'endedOn',
      header: 'Ngày giải thể',
      kind: 'day',
      happened: true,
      entry: 'filled',
      help: 'Để trống khi còn hoạt động.',
      widthPixels: 110,
    },
  ],
  choosable: ({ endedOn }) => (endedOn === undefined ? 'offered' : 'taken'),
  check: (row, all) => [
    ...inOrder(row, 'foundedOn', 'endedOn', ['Ngày thành lập', 'Ngày giải thể']),
    ...once(row, all, ['name']),
  ],
} as const satisfies RegisterDeclaration;

const CLUB = {
  key: 'club',
  header: 'Câu lạc bộ',
  kind: 'reference',
  refersTo: 'club',
  entry: 'filled',
  required: true,
  help: 'Chọn câu lạc bộ đã ghi ở tab Câu lạc bộ.',
  widthPixels: 260,
} as const;

export const clubMember = {
  id: 'club_member',
  tab: 'CLB – thành viên',
  home: 'office',
  prefix: 'TV',
  noun: 'thành viên câu lạc bộ',
  purpose: 'Điển hình tham gia câu lạc bộ.',
  mostRows: 5000,
  columns: [
    CODE,
    CLUB,
    { ...exemplarColumn('built', 'Chỉ điển hình đã được biểu dương.'), isName: true },
    happenedOn('joinedOn', 'Ngày tham gia'),
    {
      key: 'leftOn',
      header: 'Ngày thôi',
      kind: 'day',
      happened: true,
      entry: 'filled',
      help: 'Để trống khi còn tham gia.',
      widthPixels: 110,
    },
  ],
  check: (row, all) => [
    ...inOrder(row, 'joinedOn', 'leftOn', ['Ngày tham gia', 'Ngày thôi']),
    ...once(row, all, ['exemplar', 'club', 'joinedOn']),
  ],
} as const satisfies RegisterDeclaration;

export const clubMeeting = {
  id: 'club_meeting',
  tab: 'CLB – sinh hoạt',
  home: 'office',
  prefix: 'SH',
  noun: 'buổi sinh hoạt',
  purpose: 'Các buổi sinh hoạt của câu lạc bộ, có biên bản.',
  mostRows: 5000,
  columns: [
    CODE,
    CLUB,
    happenedOn('heldOn', 'Ngày'),
    {
      key: 'content',
      header: 'Nội dung',
      kind: 'text',
      entry: 'filled',
      required: true,
      isName: true,
      help: 'Nội dung sinh hoạt.',
      widthPixels: 340,
    },
    attendeesColumn('Số người dự', 'Số người dự thực tế.'),
    {
      key: 'minutes',
      header: 'Biên bản',
      kind: 'text',
      entry: 'filled',
      required: true,
      help: 'Số biên bản, hoặc đường dẫn.',
      widthPixels: 180,
    },
  ],
  check: (row, all) => once(row, all, ['club', 'heldOn']),
} as const satisfies RegisterDeclaration;
