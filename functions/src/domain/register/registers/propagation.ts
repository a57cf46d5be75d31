import type { RegisterDeclaration } from '../register.ts';
import { CODE, exemplarColumn, happenedOn } from './columns.ts';

/** Tuyên truyền (DOMAIN R15): how an exemplar that was praised is made known and multiplied. */
export const propagation = {
  id: 'propagation',
  tab: 'Tuyên truyền',
  home: 'office',
  prefix: 'TT',
  noun: 'tin, bài tuyên truyền',
  purpose: 'Tin, bài, chương trình tuyên truyền, nhân rộng các điển hình đã được biểu dương.',
  opensStep: 'propagated',
  mostRows: 5000,
  columns: [
    CODE,
    exemplarColumn('built', 'Chỉ điển hình đang có quyết định biểu dương.'),
    {
      key: 'title',
      header: 'Tin, bài, chương trình',
      kind: 'text',
      entry: 'filled',
      required: true,
      isName: true,
      help: 'Tên tin, bài, chương trình.',
      widthPixels: 320,
    },
    {
      key: 'channel',
      header: 'Kênh',
      kind: 'choice',
      entry: 'filled',
      required: true,
      choices: [
        'Báo',
        'Đài truyền thanh',
        'Truyền hình',
        'Cổng thông tin điện tử',
        'Mạng xã hội',
        'Hội nghị, tọa đàm',
        'Tờ gấp, sách',
        'Khác',
      ],
      help: 'Nơi đăng, phát.',
      widthPixels: 160,
    },
    happenedOn('publishedOn', 'Ngày đăng, phát'),
    {
      key: 'link',
      header: 'Liên kết',
      kind: 'link',
      entry: 'filled',
      help: 'Địa chỉ https://…',
      widthPixels: 240,
    },
    {
      key: 'reach',
      header: 'Lượt tiếp cận',
      kind: 'whole',
      entry: 'filled',
      help: 'Số người xem, nghe, dự; ước lượng cũng được.',
      widthPixels: 100,
    },
  ],
} as const satisfies RegisterDeclaration;
