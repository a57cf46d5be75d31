import { NO, YES } from '../../form/answer-text.ts';
import type { RegisterDeclaration } from '../register.ts';
import { once, within } from '../row-rules.ts';
import { CODE, happenedOn } from './columns.ts';
import {
  NO_RECOGNITION,
  PROPOSED,
  recognitionNeeds,
  rewardedByDistrict,
  rewardedOnce,
  validVote,
} from './unit-vote-rules.ts';

/**
 * Bình chọn tại đơn vị (DOMAIN R14, decision 5): every period a unit assesses its collectives and people, votes
 * openly with minutes, and praises and rewards by itself. More than half of those present, of whom at least two thirds
 * of all who may vote are there, unless the campaign's own rule asks for more.
 */
export const unitVote = {
  id: 'unit_vote',
  tab: 'Bình chọn tại đơn vị',
  home: 'unit',
  prefix: 'BC',
  noun: 'lần bình chọn',
  purpose:
    'Mỗi kỳ, đơn vị đánh giá, biểu quyết công khai có biên bản; biểu dương, khen thưởng tập thể, cá nhân của mình.',
  mostRows: 2000,
  looksAtRewards: true,
  columns: [
    CODE,
    {
      key: 'period',
      header: 'Kỳ',
      kind: 'reference',
      refersTo: 'period',
      entry: 'filled',
      required: true,
      help: 'Chọn kỳ đánh giá.',
      widthPixels: 150,
    },
    {
      key: 'registration',
      header: 'Tập thể, cá nhân',
      kind: 'reference',
      refersTo: 'registration',
      entry: 'filled',
      required: true,
      isName: true,
      help: 'Chọn trong các dòng đã đăng ký của đơn vị.',
      widthPixels: 240,
    },
    {
      key: 'assessment',
      header: 'Đánh giá của đơn vị',
      kind: 'choice',
      entry: 'filled',
      required: true,
      choices: ['Hoàn thành xuất sắc', 'Hoàn thành tốt', 'Hoàn thành', 'Chưa hoàn thành'],
      help: 'Kết quả thực hiện nội dung đăng ký trong kỳ.',
      widthPixels: 160,
    },
    {
      key: 'entitled',
      header: 'Số người có quyền biểu quyết',
      kind: 'whole',
      entry: 'filled',
      required: true,
      help: 'Tổng số người có quyền biểu quyết của đơn vị.',
      widthPixels: 110,
    },
    {
      key: 'present',
      header: 'Số người dự họp',
      kind: 'whole',
      entry: 'filled',
      required: true,
      help: 'Ít nhất hai phần ba số người có quyền biểu quyết.',
      widthPixels: 90,
    },
    {
      key: 'votes',
      header: 'Số phiếu thuận',
      kind: 'whole',
      entry: 'filled',
      required: true,
      help: 'Quá nửa số người dự họp mới được ghi nhận.',
      widthPixels: 90,
    },
    {
      key: 'outcome',
      header: 'Ghi nhận của đơn vị',
      kind: 'choice',
      entry: 'filled',
      required: true,
      choices: ['Biểu dương', 'Khen thưởng', 'Biểu dương và khen thưởng', NO_RECOGNITION],
      help: 'Biểu dương và khen thưởng là hai hình thức khác nhau.',
      widthPixels: 170,
    },
    {
      key: 'reward',
      header: 'Nội dung khen thưởng',
      kind: 'text',
      entry: 'filled',
      help: 'Giấy khen, mức thưởng, số quyết định của đơn vị.',
      widthPixels: 200,
    },
    {
      key: 'achievement',
      header: 'Thành tích',
      kind: 'text',
      entry: 'filled',
      help: 'Thành tích được ghi nhận; mỗi thành tích chỉ được khen thưởng một lần.',
      widthPixels: 280,
    },
    {
      key: 'proposed',
      header: PROPOSED,
      kind: 'yes_no',
      entry: 'filled',
      choices: [YES, NO],
      help: 'Có: đề nghị hội đồng huyện đưa vào bình chọn của kỳ. Để trống là không.',
      widthPixels: 100,
    },
    happenedOn('heldOn', 'Ngày họp'),
    {
      key: 'minutes',
      header: 'Biên bản',
      kind: 'text',
      entry: 'filled',
      required: true,
      help: 'Số biên bản, hoặc đường dẫn.',
      widthPixels: 160,
    },
  ],
  check: (row, all, context) => [
    ...within(row, 'present', 'entitled', ['Số người dự họp', 'Số người có quyền biểu quyết']),
    ...within(row, 'votes', 'present', ['Số phiếu thuận', 'Số người dự họp']),
    ...validVote(row),
    ...recognitionNeeds(row),
    ...rewardedOnce(row, all),
    ...rewardedByDistrict(row, context),
    ...once(row, all, ['registration', 'period']),
  ],
} as const satisfies RegisterDeclaration;
