import type { Ballot, BallotPurpose, Candidate } from '../../domain/ballot/ballot.ts';
import { type BallotBox, votersOf } from '../../domain/ballot/ballot-box.ts';
import { type BallotState, stateOf } from '../../domain/ballot/ballot-state.ts';
import type { BallotCount } from '../../domain/ballot/count-ballot.ts';
import { countedIn, shownCount } from '../../domain/ballot/shown-count.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { Colour, TableTab } from '../../domain/publishing/wanted.ts';
import { OUTCOME_NAMES } from '../../messages/vi/council-words.ts';
import { countColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';

const TABS = {
  nomination: { key: 'ballots', title: 'Bình chọn', what: 'Bình chọn điển hình' },
  review: { key: 'reviews', title: 'Bình xét', what: 'Bình xét bắt kịp, vượt qua điển hình' },
} as const satisfies Record<BallotPurpose, unknown>;

/**
 * Bình chọn and Bình xét: each of the council's ballots, newest first, its candidates below it; who has voted, and what
 * closed ones came to. A tab comes with the first ballot of its purpose.
 */
export function ballotTabs(ballots: readonly Ballot[], boxes: readonly BallotBox[]): readonly TableTab[] {
  return (['nomination', 'review'] as const).flatMap((purpose) => {
    const some = ballots.filter((ballot) => ballot.purpose === purpose);
    return some.length === 0 ? [] : [ballotTab(TABS[purpose], some, boxes)];
  });
}

function ballotTab(
  { key, title, what }: (typeof TABS)[BallotPurpose],
  ballots: readonly Ballot[],
  boxes: readonly BallotBox[],
): TableTab {
  const boxOf = new Map(boxes.map((box) => [box.ballot, box]));
  return readOnlyTable({
    key,
    title,
    banner: [
      `${what} của hội đồng, mới nhất ở trên`,
      'Phiếu kín: chỉ biết ai đã bỏ phiếu; số phiếu hiện sau khi kết thúc. Mỗi phiếu kín không ghi lại sổ ngay, nên danh sách ở đây có thể chậm; xem tức thời ở thanh bên Thi đua ▸ Bình chọn.',
    ],
    frozenColumns: 1,
    columns: [
      textColumn('name', 'Lần bỏ phiếu / đối tượng', 300),
      { ...wordColumn('state', 'Tình trạng', 130), colours: STATE_COLOURS },
      wordColumn('outcome', 'Hình thức', 180),
      textColumn('reasons', 'Vì sao', 420),
      countColumn('yes', 'Đồng ý'),
      countColumn('no', 'Không đồng ý'),
      countColumn('blank', 'Trắng'),
      countColumn(
        'needed',
        'Cần',
        'Số phiếu đồng ý cần có; ở dòng của lần bỏ phiếu là số người phải bỏ phiếu.',
      ),
      textColumn('voted', 'Đã bỏ phiếu', 260),
      textColumn('notVoted', 'Chưa bỏ phiếu', 260),
      textColumn('minutes', 'Biên bản', 200),
    ],
    rows: [...ballots].reverse().flatMap((ballot) => {
      const box = boxOf.get(ballot.id);
      return box === undefined ? [] : rowsOf(ballot, box);
    }),
  });
}

const STATES: Readonly<Record<BallotState, string>> = {
  open: 'đang bỏ phiếu',
  closed: 'đã kết thúc',
  voided: 'hết hiệu lực',
};
const NOT_VALID = 'không đủ người bỏ phiếu';
const PASSED = 'được thông qua';
const NOT_PASSED = 'không được thông qua';

const GREEN: Colour = { red: 0.72, green: 0.88, blue: 0.72 };
const YELLOW: Colour = { red: 1, green: 0.95, blue: 0.75 };
const GREY: Colour = { red: 0.88, green: 0.88, blue: 0.88 };
const STATE_COLOURS = [
  { text: STATES.open, colour: YELLOW },
  { text: PASSED, colour: GREEN },
  { text: NOT_VALID, colour: GREY },
  { text: STATES.voided, colour: GREY },
];

function rowsOf(ballot: Ballot, box: BallotBox): CellValue[][] {
  const count = shownCount(ballot, box);
  const counted = count === undefined ? [] : countedIn(ballot, count);
  const byId = new Map(counted.map((each) => [each.id, each]));
  return [
    ballotRow(ballot, box, count),
    ...ballot.candidates.map((candidate) => candidateRow(candidate, ballot, byId.get(candidate.id), count)),
  ];
}

function ballotRow(ballot: Ballot, box: BallotBox, count: BallotCount | undefined): CellValue[] {
  const { title, rules, electorate, closing, voided } = ballot;
  const voted = votersOf(box);
  const state = stateOf(ballot);
  const isShort = state === 'closed' && count?.isValid === false;
  return [
    title,
    isShort ? NOT_VALID : STATES[state],
    rules.secrecy === 'secret' ? 'bỏ phiếu kín' : 'biểu quyết công khai',
    voided === undefined ? null : `Kỳ được mở lại: ${voided.reason}`,
    null,
    null,
    null,
    count?.neededToVote ?? null,
    people(voted, electorate.length),
    people(
      electorate.filter((member) => !voted.includes(member)),
      electorate.length,
    ),
    closing?.minutes ?? null,
  ];
}

/** "2/5: a@…; b@…". */
function people(some: readonly string[], all: number): string {
  return some.length === 0 ? `0/${all}` : `${some.length}/${all}: ${some.join('; ')}`;
}

function candidateRow(
  { name, outcome, achievement, reasons }: Candidate,
  ballot: Ballot,
  counts: BallotCount['candidates'][number] | undefined,
  count: BallotCount | undefined,
): CellValue[] {
  const isClosed = stateOf(ballot) === 'closed' && counts !== undefined;
  return [
    `– ${name}`,
    isClosed ? (counts.passed ? PASSED : NOT_PASSED) : null,
    OUTCOME_NAMES[outcome],
    [achievement, ...reasons].join('\n'),
    counts?.yes ?? null,
    counts?.no ?? null,
    counts?.blank ?? null,
    counts === undefined ? null : (count?.neededToPass ?? null),
    null,
    null,
    null,
  ];
}
