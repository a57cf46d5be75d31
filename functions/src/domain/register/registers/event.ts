import type { RegisterDeclaration } from '../register.ts';
import { CODE, exemplarColumn } from './columns.ts';

/** Tổ chức học tập (DOMAIN R16): sessions in which units and people learn from an exemplar. */
export const event = {
  id: 'event',
  tab: 'Tổ chức học tập',
  home: 'office',
  prefix: 'SK',
  noun: 'buổi học tập',
  purpose: 'Hội nghị, chuyến tham quan, tọa đàm để các đơn vị học tập điển hình.',
  mostRows: 2000,
  columns: [
    CODE,
    {
      key: 'title',
      header: 'Buổi học tập',
      kind: 'text',
      entry: 'filled',
      required: true,
      isName: true,
      help: 'Tên buổi học tập.',
      widthPixels: 280,
    },
    exemplarColumn('propagated', 'Điển hình được học tập; phải đã được tuyên truyền.'),
    {
      key: 'heldOn',
      header: 'Ngày',
      kind: 'day',
      entry: 'filled',
      required: true,
      help: 'Ngày/tháng/năm.',
      widthPixels: 110,
    },
    {
      key: 'host',
      header: 'Đơn vị chủ trì',
      kind: 'reference',
      refersTo: 'unit',
      entry: 'filled',
      help: 'Đơn vị đứng ra tổ chức.',
      widthPixels: 220,
    },
    {
      key: 'place',
      header: 'Nơi tổ chức',
      kind: 'text',
      entry: 'filled',
      help: 'Địa điểm.',
      widthPixels: 200,
    },
    {
      key: 'attendees',
      header: 'Số người dự',
      kind: 'whole',
      entry: 'filled',
      help: 'Số người dự thực tế.',
      widthPixels: 90,
    },
    {
      key: 'content',
      header: 'Nội dung',
      kind: 'text',
      entry: 'filled',
      help: 'Nội dung chính, tài liệu.',
      widthPixels: 320,
    },
  ],
} as const satisfies RegisterDeclaration;
