import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import type { RegisterRow } from '../../domain/register/register.ts';
import { byName, countColumn, dayColumn, readOnlyTable, textColumn } from '../column.ts';
import { NOT_IN_FORCE } from '../words.ts';
import { countOf, dayOf, lastDay, linesOf, textOf } from './cells.ts';
import type { ExemplarView } from './exemplar-view.ts';

/** Câu lạc bộ: host, field, members, meetings. Who is no exemplar any more is named, and not counted. */
export function clubsTab(view: ExemplarView): TableTab {
  const { rows } = view;
  const members = Map.groupBy(rows('club_member'), ({ values }) => values.club);
  const meetings = Map.groupBy(rows('club_meeting'), ({ values }) => values.club);
  return readOnlyTable({
    key: 'clubs',
    title: 'Câu lạc bộ',
    banner: ['Câu lạc bộ điển hình tiên tiến'],
    frozenColumns: 1,
    columns: [
      textColumn('club', 'Câu lạc bộ', 260),
      textColumn('host', 'Đơn vị chủ trì', 220),
      textColumn('field', 'Lĩnh vực', 180),
      textColumn('chair', 'Chủ nhiệm', 160),
      dayColumn('foundedOn', 'Ngày thành lập'),
      dayColumn('endedOn', 'Ngày giải thể'),
      countColumn('members', 'Thành viên', 'Điển hình đang tham gia.'),
      textColumn('names', 'Điển hình đang tham gia', 280),
      countColumn('meetings', 'Số buổi sinh hoạt'),
      dayColumn('lastMeeting', 'Buổi gần nhất'),
      textColumn('content', 'Nội dung buổi gần nhất', 300),
    ],
    rows: [...rows('club')]
      .sort(byClubName)
      .map((club) => row(club, view, members.get(club.code) ?? [], meetings.get(club.code) ?? [])),
  });
}

function row(
  { values }: RegisterRow,
  { unitName, fieldName, exemplarName, inForce }: ExemplarView,
  members: readonly RegisterRow[],
  meetings: readonly RegisterRow[],
): CellValue[] {
  const present = [...new Set(members.filter(isStill).map((member) => String(member.values.exemplar)))];
  const holds = (id: string) => inForce(id) !== undefined;
  const named = (id: string) =>
    `${exemplarName(id)}${holds(id) ? '' : ` (quyết định ghi nhận ${NOT_IN_FORCE})`}`;
  const last = lastDay(meetings.map((meeting) => meeting.values.heldOn));
  const newest = meetings.findLast((meeting) => meeting.values.heldOn === last);
  return [
    textOf(values.name),
    unitName(String(values.host)),
    fieldName(values.field),
    textOf(values.chair),
    dayOf(values.foundedOn),
    dayOf(values.endedOn),
    countOf(present.filter(holds).length),
    linesOf(present.map(named).sort(byName)),
    countOf(meetings.length),
    dayOf(last),
    textOf(newest?.values.content),
  ];
}

const isStill = ({ values }: RegisterRow): boolean => values.leftOn === undefined;

function byClubName(a: RegisterRow, b: RegisterRow): number {
  return byName(String(a.values.name), String(b.values.name)) || (a.code < b.code ? -1 : 1);
}
