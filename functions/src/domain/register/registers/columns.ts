import type { ExemplarStep } from '../../exemplar/exemplar-step.ts';
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

/** The day of something that has happened. */
export const happenedOn = <Key extends string>(key: Key, header: string) =>
  ({
    key,
    header,
    kind: 'day',
    happened: true,
    entry: 'filled',
    required: true,
    help: 'Ngày/tháng/năm.',
    widthPixels: 110,
  }) as const satisfies RegisterColumn;

/** Of the campaign's catalogue. */
export const fieldColumn = (help: string) =>
  ({
    key: 'field',
    header: 'Lĩnh vực',
    kind: 'reference',
    refersTo: 'field',
    entry: 'filled',
    required: true,
    help,
    widthPixels: 200,
  }) as const satisfies RegisterColumn;

/** An exemplar that has come as far as this step. */
export const exemplarColumn = <Step extends ExemplarStep>(step: Step, help: string) =>
  ({
    key: 'exemplar',
    header: 'Điển hình',
    kind: 'reference',
    refersTo: 'exemplar',
    step,
    entry: 'filled',
    required: true,
    help,
    widthPixels: 240,
  }) as const satisfies RegisterColumn;

/** How many people were there. */
export const attendeesColumn = (header: string, help: string) =>
  ({
    key: 'attendees',
    header,
    kind: 'whole',
    entry: 'filled',
    required: true,
    help,
    widthPixels: 90,
  }) as const satisfies RegisterColumn;
