import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { CHOSEN_COLOUR, SOME_MISSING } from '../colours.ts';
import { byName, countColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { momentCell } from '../moment.ts';
import { WHOLE_TRACK } from '../words.ts';
import { launchLines } from './launch-line.ts';
import type { UnitTally } from './register-tally.ts';

const HAS_PLAN = 'có';
const NO_PLAN = 'chưa có';

/** Tổng hợp đăng ký, for the office: unit by unit, who registered how many, and who has no plan yet (DOMAIN R7, R13). */
export function registrationsTab(campaign: Campaign, tallies: readonly UnitTally[]): TableTab {
  const { timeZone } = campaign;
  return readOnlyTable({
    key: 'registrations',
    title: 'Tổng hợp đăng ký',
    banner: ['Tổng hợp đăng ký thi đua, kế hoạch và nhân tố', ...launchLines(campaign), planLine(tallies)],
    frozenColumns: 2,
    columns: [
      wordColumn('unitId', 'Mã đơn vị', 90),
      textColumn('unit', 'Đơn vị', 240),
      wordColumn('track', 'Đối tượng', 90),
      wordColumn('cluster', 'Cụm, khối', 150),
      {
        ...wordColumn('plan', 'Kế hoạch xây dựng điển hình', 130),
        colours: [
          { text: HAS_PLAN, colour: CHOSEN_COLOUR },
          { text: NO_PLAN, colour: RED },
        ],
      },
      countColumn('collectives', 'Tập thể đăng ký'),
      countColumn('people', 'Cá nhân đăng ký'),
      countColumn('withdrawn', 'Thôi đăng ký'),
      countColumn('factors', 'Nhân tố'),
      countColumn('promoted', 'Đã giới thiệu'),
      countColumn('votes', 'Lần bình chọn tại đơn vị'),
      countColumn('learning', 'Dòng học tập'),
      { ...wordColumn('lastChangeAt', 'Thay đổi gần nhất', 140), format: { kind: 'moment' } },
    ],
    rows: inOrder(tallies).map(({ unit, hasPlan, lastChangeAt, ...counts }): CellValue[] => [
      unit.id,
      unit.name,
      unit.track,
      unit.cluster,
      hasPlan ? HAS_PLAN : NO_PLAN,
      counts.collectives,
      counts.people,
      counts.withdrawn,
      counts.factors,
      counts.promoted,
      counts.votes,
      counts.learning,
      lastChangeAt === undefined ? null : momentCell(lastChangeAt, timeZone),
    ]),
  });
}

const RED = { red: 0.96, green: 0.75, blue: 0.73 };
const MOST_NAMED = 20;

function planLine(tallies: readonly UnitTally[]): string {
  const without = inOrder(tallies.filter(({ hasPlan }) => !hasPlan)).map(({ unit }) => unit.name);
  if (without.length === 0) return 'Đơn vị nào cũng đã có kế hoạch.';
  const more = without.length - MOST_NAMED;
  const names = without.slice(0, MOST_NAMED).join('; ');
  return `${without.length} đơn vị chưa có kế hoạch: ${names}${more > 0 ? `; và ${more} đơn vị nữa` : ''}.`;
}

const inOrder = (tallies: readonly UnitTally[]): readonly UnitTally[] =>
  [...tallies].sort((a, b) => byName(a.unit.name, b.unit.name) || (a.unit.id < b.unit.id ? -1 : 1));

/** Đăng ký thi đua, for leaders: counts by track and cluster, and no names. */
export function registrationCountsTab(campaign: Campaign, tallies: readonly UnitTally[]): TableTab {
  return readOnlyTable({
    key: 'registrations',
    title: 'Đăng ký thi đua',
    banner: ['Đăng ký thi đua, kế hoạch và nhân tố', ...launchLines(campaign)],
    columns: [
      wordColumn('track', 'Đối tượng', 90),
      wordColumn('cluster', 'Cụm, khối', 150),
      countColumn('units', 'Số đơn vị'),
      countColumn('plans', 'Có kế hoạch'),
      { ...countColumn('noPlan', 'Chưa có kế hoạch'), colours: SOME_MISSING },
      countColumn('collectives', 'Tập thể đăng ký'),
      countColumn('people', 'Cá nhân đăng ký'),
      countColumn('factors', 'Nhân tố'),
      countColumn('promoted', 'Đã giới thiệu'),
      countColumn('learning', 'Dòng học tập'),
    ],
    rows: campaign.tracks.flatMap(({ code }) => countRows(code, tallies)),
  });
}

/** A line for each cluster, and one for the whole track. */
function countRows(track: string, tallies: readonly UnitTally[]): CellValue[][] {
  const some = tallies.filter(({ unit }) => unit.track === track);
  const clusters = [...Map.groupBy(some, ({ unit }) => unit.cluster)].sort(([a], [b]) => byName(a, b));
  return [...clusters, [WHOLE_TRACK, some] as const].map(([name, of]) => {
    const sum = (count: (tally: UnitTally) => number) => of.reduce((total, tally) => total + count(tally), 0);
    const plans = of.filter(({ hasPlan }) => hasPlan).length;
    return [
      track,
      name,
      of.length,
      plans,
      of.length - plans,
      sum(({ collectives }) => collectives),
      sum(({ people }) => people),
      sum(({ factors }) => factors),
      sum(({ promoted }) => promoted),
      sum(({ learning }) => learning),
    ];
  });
}
