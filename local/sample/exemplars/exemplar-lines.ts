import type { Campaign } from '../../../functions/src/domain/campaign/campaign.ts';
import type { BallotView } from '../../../functions/src/usecases/ballots/ballot-view.ts';
import type { Person } from '../people.ts';
import { READY_AT } from '../story.ts';
import { tableIn, text } from '../table-in.ts';

/**
 * What became of the exemplars, a short line each, as a leader reads it in the summary workbook: who went through all
 * five steps, who caught up and surpassed, what was revoked; which units merged, and what is being voted on.
 */
export async function exemplarLines(
  leader: Person,
  summary: string,
  campaign: Campaign,
): Promise<readonly string[]> {
  const tab = async (title: string, ...columns: readonly string[]) =>
    rowsOf(await leader.readShown(summary, title), columns);
  const [exemplars, learners, decisions, ballots] = await Promise.all([
    tab('Điển hình', 'Mã', 'Điển hình', 'Bước 1: Biểu dương', 'Bước 5: Công nhận'),
    tab('Học tập', 'Người học', 'Điển hình', 'So với điển hình', 'Kết quả bình xét', 'Quyết định'),
    tab('Quyết định', 'Số, ký hiệu', 'Đối tượng', 'Hiệu lực', 'Lưu ý'),
    leader.read<{ readonly ballots: readonly BallotView[] }>('ballots', {}, READY_AT),
  ]);
  const recognised = exemplars.filter((row) => row('Bước 1: Biểu dương') !== '').length;
  return [
    '',
    `Điển hình: ${recognised} đang được ghi nhận / ${recognised} exemplars in force`,
    ...exemplars.filter((row) => row('Bước 5: Công nhận') !== '').map(wholeLife),
    ...learners.filter((row) => row('Quyết định') !== '').map((row) => judged(row, exemplars)),
    ...decisions.filter((row) => row('Hiệu lực') === 'đã thu hồi').map(revoked),
    ...mergers(campaign),
    ...ballots.body.ballots.filter(({ state }) => state === 'open').map(openBallot),
  ];
}

/** The text of one row's column. */
type Row = (column: string) => string;

function rowsOf(cells: Parameters<typeof tableIn>[0], columns: readonly string[]): readonly Row[] {
  const { header, rows } = tableIn(cells, columns);
  return rows.map((row) => (column) => text(row[header.findIndex((each) => text(each) === column)]));
}

const STEPS = ['Biểu dương', 'Tuyên truyền', 'Học tập', 'Bình xét', 'Công nhận'];

function wholeLife(row: Row): string {
  const steps = STEPS.map((name, i) => `${name.toLowerCase()} ${row(`Bước ${i + 1}: ${name}`)}`);
  return `  đủ năm bước / all five steps: ${row('Điển hình')} – ${steps.join(', ')}`;
}

function judged(row: Row, exemplars: readonly Row[]): string {
  const [learner, judgement] = [row('Người học'), row('Kết quả bình xét')];
  const distance = `${learner}, ${row('So với điển hình')} của / of ${row('Điển hình')}`;
  if (judgement !== 'vượt qua') return `  bắt kịp / caught up: ${distance}`;
  const next = exemplars.find(
    (each) => each('Điển hình') === learner && each('Đã vượt qua điển hình') === row('Điển hình'),
  );
  return `  vượt qua / surpassed: ${distance}${next ? `; nay là / now ${next('Mã')}` : ''}`;
}

function revoked(row: Row): string {
  const subject = row('Đối tượng').replaceAll('\n', ', ');
  return `  thu hồi / revoked: ${row('Số, ký hiệu')}, ${subject}. ${row('Lưu ý')}`;
}

function mergers({ units }: Campaign): readonly string[] {
  const nameOf = (id: string) => units.findLast((unit) => unit.id === id)?.name ?? id;
  return units.flatMap(({ name, successor, validTo }) =>
    successor === undefined || validTo === undefined
      ? []
      : [
          `  sáp nhập / merged: ${name} vào ${nameOf(successor)}, sau ngày ${validTo.split('-').reverse().join('/')}`,
        ],
  );
}

function openBallot({ title, voted, notVoted }: BallotView): string {
  return `  đang bỏ phiếu / being voted on: ${title}; ${voted.length} đã bỏ phiếu, chưa / not yet: ${notVoted.join(', ')}`;
}
