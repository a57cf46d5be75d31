import type { RegisterColumn } from '../register.ts';

/** The first column of every register. The add-on writes the codes of new rows before it sends them. */
export const CODE = {
  key: 'code',
  header: 'Mã',
  kind: 'code',
  entry: 'filled',
  help: 'Hệ thống tự ghi khi gửi. Xin đừng sửa: nhờ mã này mà dòng được nhận ra dù sổ có được sắp xếp lại.',
  widthPixels: 110,
} as const satisfies RegisterColumn;
