import type { CellValue } from '../../domain/form/form.ts';
import type { Issue } from '../../domain/issue.ts';
import type { TableTab, WantedColumn } from '../../domain/publishing/wanted.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import type { Appraisal, Refusal, Submission } from '../../ports/form.ts';
import type { PeriodState } from '../../ports/period.ts';
import { byName, countColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { momentCell } from '../moment.ts';
import { LATE, ON_TIME, SOURCE_WORDS, STATE_WORDS } from '../words.ts';
import type { OfficePeriod } from './office-period.ts';

/** Theo dõi: who has sent the form, who was late, whose form was refused and why, who sent nothing. */
export function trackingTab(current: OfficePeriod | undefined, timeZone: string): TableTab {
  return readOnlyTable({
    key: 'tracking',
    title: 'Theo dõi',
    banner: current
      ? [`Theo dõi nộp phiếu ${formatPeriod(current.period)}`, stateLine(current.record.state)]
      : ['Theo dõi nộp phiếu', 'Chưa mở kỳ nào.'],
    frozenColumns: 2,
    columns: [
      wordColumn('unitId', 'Mã đơn vị', 90),
      textColumn('unit', 'Đơn vị', 240),
      wordColumn('track', 'Đối tượng', 90),
      wordColumn('cluster', 'Cụm, khối', 150),
      { ...wordColumn('status', 'Tình trạng', 120), colours: STATUS_COLOURS },
      countColumn('revision', 'Lần nộp'),
      { ...wordColumn('submittedAt', 'Nộp lúc', 140), format: { kind: 'moment' } },
      wordColumn('source', 'Nguồn', 150),
      wordColumn('appraised', 'Thẩm định', 110),
      textColumn('trouble', 'Chỗ cần sửa của phiếu bị trả lại gần nhất', 420),
    ],
    rows: current ? rows(current, timeZone) : [],
  });
}

/** A form that comes in rewrites no sheet: ten thousand on the last evening would be ten thousand rewritings. */
function stateLine(state: PeriodState): string {
  const line = `Kỳ ${STATE_WORDS[state]}.`;
  return state === 'open'
    ? `${line} Bảng được viết lại khi Thu phiếu, thẩm định, chốt kỳ; phiếu nộp sau đó chưa hiện ở đây.`
    : line;
}

const MISSING = 'chưa nộp';
const REFUSED = 'bị trả lại';
/** What was sent before still counts, until it is sent anew. */
const REOPENED = 'đang sửa lại';

const STATUS_COLOURS: NonNullable<WantedColumn['colours']> = [
  { text: ON_TIME, colour: { red: 0.72, green: 0.88, blue: 0.72 } },
  { text: LATE, colour: { red: 1, green: 0.95, blue: 0.75 } },
  { text: REFUSED, colour: { red: 0.98, green: 0.86, blue: 0.72 } },
  { text: REOPENED, colour: { red: 0.98, green: 0.86, blue: 0.72 } },
  { text: MISSING, colour: { red: 0.96, green: 0.75, blue: 0.73 } },
];

function rows(
  { rules, submissions, reopened, appraisals, refusals }: OfficePeriod,
  timeZone: string,
): CellValue[][] {
  const submitted = byUnit<Submission>(submissions);
  const appraised = byUnit<Appraisal>(appraisals);
  const refused = byUnit<Refusal>(refusals);
  return [...rules.units]
    .sort((a, b) => byName(a.name, b.name))
    .map(({ id, name, track, cluster }) => {
      const submission = submitted.get(id);
      const refusal = refused.get(id);
      return [
        id,
        name,
        track,
        cluster,
        reopened?.has(id) ? REOPENED : statusOf(submission, refusal),
        submission?.revision ?? null,
        submission ? momentCell(submission.submittedAt, timeZone) : null,
        submission ? SOURCE_WORDS[submission.source] : null,
        appraised.has(id) ? 'đã thẩm định' : null,
        refusal ? troubles(refusal) : null,
      ];
    });
}

function statusOf(submission: Submission | undefined, refusal: Refusal | undefined): string {
  if (submission !== undefined) return submission.late ? LATE : ON_TIME;
  return refusal === undefined ? MISSING : REFUSED;
}

function byUnit<T extends { readonly unitId: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((each) => [each.unitId, each]));
}

const MOST_TROUBLES = 10;

/** "C7: thiếu kết quả; C9: không phải số; và 3 chỗ nữa". What stood in the cells is kept nowhere. */
function troubles({ issues }: Refusal): string {
  const shown = issues
    .slice(0, MOST_TROUBLES)
    .map(({ code, cell }) => `${cell === undefined ? '' : `${cell}: `}${TROUBLE_WORDS[code] ?? 'cần sửa'}`);
  const more = issues.length - shown.length;
  return [...shown, ...(more > 0 ? [`và ${more} chỗ nữa`] : [])].join('; ');
}

/** A few words for each code that a form's refusal can keep. */
const TROUBLE_WORDS: Readonly<Partial<Record<string, string>>> = {
  answer_missing: 'thiếu kết quả',
  not_a_number: 'không phải số',
  number_ambiguous: 'số có thể hiểu hai cách',
  looks_like_date: 'trông như ngày tháng',
  not_yes_no: 'không phải Có hay Không',
  cell_error: 'công thức báo lỗi',
  value_negative: 'giá trị âm',
  value_above_max: 'vượt mức tối đa',
  value_below_min: 'dưới mức tối thiểu',
  value_not_in_step: 'không đúng bước điểm',
  percent_unclear: 'số phần trăm có thể hiểu hai cách',
  not_applicable_refused: 'không được ghi “Không áp dụng”',
  answer_not_expected: 'tiêu chí không áp dụng cho đơn vị',
  target_missing: 'thiếu chỉ tiêu',
  target_not_positive: 'chỉ tiêu phải lớn hơn 0',
  note_missing: 'thiếu ghi chú',
  text_too_long: 'chữ quá dài',
  criterion_unknown: 'mã tiêu chí không có',
  criterion_repeated: 'mã tiêu chí bị lặp',
  header_missing: 'thiếu tiêu đề cột',
  header_repeated: 'tiêu đề cột bị lặp',
  criterion_row_missing: 'thiếu dòng tiêu chí',
  form_too_large: 'phiếu quá nhiều dòng',
} satisfies Partial<Record<Issue['code'], string>>;
