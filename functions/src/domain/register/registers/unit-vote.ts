import { NO, YES } from '../../form/answer-text.ts';
import { levelText } from '../../form/text.ts';
import type { Issue } from '../../issue.ts';
import type { ReadRow, RegisterContext, RegisterDeclaration, RowValues } from '../register.ts';
import { once, within } from '../row-rules.ts';
import { CODE } from './code-column.ts';

export const NO_RECOGNITION = 'Không';
const PROPOSED = 'Đề nghị huyện xét';

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
    {
      key: 'heldOn',
      header: 'Ngày họp',
      kind: 'day',
      happened: true,
      entry: 'filled',
      required: true,
      help: 'Ngày/tháng/năm.',
      widthPixels: 110,
    },
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

/** Without recognition or proposal nothing was decided, and the figures are only noted. */
function validVote({ values, at }: ReadRow): Issue[] {
  const { entitled, present, votes, outcome, proposed } = values;
  if (outcome === NO_RECOGNITION && proposed !== true) return [];
  if (typeof entitled !== 'number' || typeof present !== 'number' || typeof votes !== 'number') return [];
  const quorum = Math.ceil((entitled * 2) / 3);
  if (present < quorum) return [{ code: 'quorum_missed', present, needed: quorum, at: at('present') }];
  const needed = Math.floor(present / 2) + 1;
  return votes < needed ? [{ code: 'votes_missed', votes, needed, at: at('votes') }] : [];
}

/** What is recognised, or proposed to the district, is named; a reward says what it is. */
function recognitionNeeds({ values, at }: ReadRow): Issue[] {
  const { outcome, achievement, reward, proposed } = values;
  const because = outcome !== NO_RECOGNITION ? String(outcome) : proposed === true ? PROPOSED : undefined;
  const missing: Issue[] = [];
  if (because !== undefined && achievement === undefined)
    missing.push({ code: 'needed_for', header: 'Thành tích', because, at: at('achievement') });
  if (isRewarded(values) && reward === undefined)
    missing.push({
      code: 'needed_for',
      header: 'Nội dung khen thưởng',
      because: String(outcome),
      at: at('reward'),
    });
  return missing;
}

/** One achievement is rewarded once (law 06/2022/QH15): not again for the same registrant in another period. */
function rewardedOnce(row: ReadRow, all: readonly ReadRow[]): Issue[] {
  const { registration, achievement } = row.values;
  if (!isRewarded(row.values) || typeof achievement !== 'string') return [];
  const before = all.slice(0, all.indexOf(row));
  const earlier = rewardedByUnit(before, { registration: String(registration), achievement });
  if (earlier === undefined) return [];
  return [{ code: 'rewarded_before', other: earlier.code, at: row.at('achievement') }];
}

/** Nor for what a decision rewarded. */
function rewardedByDistrict({ values, at }: ReadRow, { rewarded = [] }: RegisterContext): Issue[] {
  if (!isRewarded(values) || values.achievement === undefined) return [];
  const deed = levelText(String(values.achievement));
  const earlier = rewarded.find(
    (each) => each.registration === values.registration && levelText(each.achievement) === deed,
  );
  if (earlier === undefined) return [];
  return [{ code: 'rewarded_by_decision', reference: earlier.reference, at: at('achievement') }];
}

/** Where a unit rewarded a registrant for an achievement itself, in whatever period and however it is spelt. */
export function rewardedByUnit<Row extends { readonly values: RowValues }>(
  votes: readonly Row[],
  { registration, achievement }: { readonly registration: string; readonly achievement: string },
): Row | undefined {
  return votes.find(
    ({ values }) =>
      values.registration === registration &&
      isRewarded(values) &&
      levelText(String(values.achievement ?? '')) === levelText(achievement),
  );
}

const isRewarded = ({ outcome }: RowValues): boolean => /khen thưởng/i.test(String(outcome));
