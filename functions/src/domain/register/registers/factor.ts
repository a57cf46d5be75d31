import type { Issue } from '../../issue.ts';
import type { ReadRow, RegisterDeclaration } from '../register.ts';
import { inOrder } from '../row-rules.ts';
import { CODE, fieldColumn, happenedOn } from './columns.ts';

/** Nhân tố (DOMAIN R8): the watch list of promising factors: spotted by, nurtured by, promoted to candidate. */
export const factor = {
  id: 'factor',
  tab: 'Nhân tố',
  home: 'unit',
  prefix: 'NT',
  noun: 'nhân tố',
  purpose:
    'Theo dõi để kịp thời phát hiện, bồi dưỡng các nhân tố tích cực và giới thiệu làm ứng viên điển hình.',
  mostRows: 2000,
  columns: [
    CODE,
    {
      key: 'name',
      header: 'Nhân tố',
      kind: 'text',
      entry: 'filled',
      required: true,
      isName: true,
      help: 'Tên tập thể hoặc họ và tên cá nhân có việc làm tốt, cách làm hay.',
      widthPixels: 220,
    },
    {
      key: 'kind',
      header: 'Loại',
      kind: 'choice',
      entry: 'filled',
      required: true,
      choices: ['Tập thể', 'Cá nhân'],
      help: 'Tập thể hay cá nhân.',
      widthPixels: 100,
    },
    fieldColumn('Chọn trong danh mục lĩnh vực của phong trào.'),
    {
      key: 'deed',
      header: 'Việc làm nổi bật',
      kind: 'text',
      entry: 'filled',
      required: true,
      help: 'Việc làm, mô hình, cách làm đáng chú ý.',
      widthPixels: 340,
    },
    happenedOn('spottedOn', 'Ngày phát hiện'),
    {
      key: 'spottedBy',
      header: 'Người phát hiện',
      kind: 'text',
      entry: 'filled',
      required: true,
      help: 'Ai phát hiện, giới thiệu.',
      widthPixels: 180,
    },
    {
      key: 'nurturedBy',
      header: 'Người bồi dưỡng',
      kind: 'text',
      entry: 'filled',
      help: 'Ai được giao giúp đỡ, bồi dưỡng. Bắt buộc trước khi giới thiệu làm ứng viên.',
      widthPixels: 180,
    },
    {
      key: 'measures',
      header: 'Cách bồi dưỡng',
      kind: 'text',
      entry: 'filled',
      help: 'Việc đã làm để nhân tố phát triển.',
      widthPixels: 240,
    },
    {
      key: 'promotedOn',
      header: 'Ngày giới thiệu làm ứng viên',
      kind: 'day',
      happened: true,
      entry: 'filled',
      help: 'Để trống khi chưa giới thiệu.',
      widthPixels: 130,
    },
    {
      key: 'registration',
      header: 'Dòng đăng ký',
      kind: 'reference',
      refersTo: 'registration',
      entry: 'filled',
      help: 'Khi đã giới thiệu: dòng của nhân tố ở tab Đăng ký.',
      widthPixels: 220,
    },
  ],
  check: (row) => [
    ...inOrder(row, 'spottedOn', 'promotedOn', ['Ngày phát hiện', 'Ngày giới thiệu làm ứng viên']),
    ...promotedNeeds(row),
  ],
} as const satisfies RegisterDeclaration;

function promotedNeeds({ values, at }: ReadRow): Issue[] {
  if (values.promotedOn === undefined) return [];
  const because = 'Ngày giới thiệu làm ứng viên';
  const needed = [
    ['nurturedBy', 'Người bồi dưỡng'],
    ['registration', 'Dòng đăng ký'],
  ] as const;
  return needed
    .filter(([key]) => values[key] === undefined)
    .map(([key, header]) => ({ code: 'needed_for', header, because, at: at(key) }));
}
