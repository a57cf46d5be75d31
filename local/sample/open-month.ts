import type { Member } from '../../functions/src/ports/member.ts';
import type { PeriodStatus, UnitStatus } from '../../functions/src/usecases/periods/read-period-status.ts';
import { STATE_WORDS } from '../../functions/src/workbooks/words.ts';
import { showMonth } from './sample-run.ts';
import { OPEN_PERIOD, STORY } from './story.ts';

const MOST_NAMED = 2;

/** Where the month stands that people go on with, and what they may try: lines for a terminal. */
export function openMonthLines(status: PeriodStatus, members: readonly Member[]): string[] {
  const month = showMonth(OPEN_PERIOD);
  if (status.state === 'none') return [];
  if (status.state !== 'open') return ['', `Tháng ${month} ${STATE_WORDS[status.state]}.`];
  const { counts, deadlineAt } = status;
  const until = dayInVietnam(new Date(deadlineAt!));
  return [
    '',
    `Tháng ${month} đang mở: ${counts.submitted} trong ${counts.units} phiếu đã nộp, hạn nộp đến hết ngày ${until}. / ` +
      `${month} is open: ${counts.submitted} of ${counts.units} forms are in, due by the end of ${until}.`,
    ...invite('điền và nộp phiếu / fill and send a form', unitsThat(status, 'missing'), members),
    ...invite('sửa phiếu bị trả lại / mend a form that came back', unitsThat(status, 'refused'), members),
    `  thu phiếu đã điền mà chưa nộp, rồi chốt, đánh giá, công bố / collect, close, evaluate, publish: ${officerOf(members)}`,
  ];
}

/** Those that the story tells of first: their names are short and told apart easily. */
function unitsThat({ units }: PeriodStatus, is: UnitStatus['status']): readonly UnitStatus[] {
  const told = STORY[OPEN_PERIOD].twists.map(({ unitId }) => unitId);
  const order = ({ unitId }: UnitStatus) => (told.includes(unitId) ? told.indexOf(unitId) : told.length);
  return units.filter(({ status }) => status === is).sort((a, b) => order(a) - order(b));
}

function invite(what: string, units: readonly UnitStatus[], members: readonly Member[]): string[] {
  if (units.length === 0) return [];
  const named = units
    .slice(0, MOST_NAMED)
    .map(({ unitId, name }) => `${name} (${editorOf(unitId, members)})`);
  return [`  ${what}: ${named.join(', ')}`];
}

function editorOf(unitId: string, members: readonly Member[]): string {
  return members.find(({ unitIds }) => unitIds.includes(unitId))?.email ?? '–';
}

function officerOf(members: readonly Member[]): string {
  return members.find(({ roles }) => roles.includes('officer'))?.email ?? '–';
}

/** "05/05/2024". */
function dayInVietnam(at: Date): string {
  const format = new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  return format.format(at);
}
