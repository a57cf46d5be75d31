import { describe, expect, it } from 'vitest';
import { breakthroughsTab } from '../../../functions/src/workbooks/summary/breakthroughs-tab.ts';
import {
  campaignOf,
  criterionOf,
  day,
  inputOf,
  points,
  trackOf,
  unitOf,
} from '../../domain/build/campaign.ts';
import { publishedMonths } from '../published-months.ts';

/** Two tracks with one task in common and one of the communes alone; B is merged into A after February. */
const CAMPAIGN = campaignOf({
  tracks: [trackOf(), trackOf({ code: 'CQ', name: 'Cơ quan' })],
  breakthroughs: [
    { code: 'DP1', name: 'Môi trường đầu tư' },
    { code: 'DP2', name: 'Hạ tầng' },
    { code: 'DP3', name: 'Nhân lực' },
  ],
  units: [
    unitOf('A'),
    unitOf('B', { validTo: day('2024-02-29'), successor: 'A' }),
    unitOf('C', { name: 'Xã chưa báo cáo' }),
    unitOf('V', { name: 'Văn phòng', track: 'CQ', cluster: 'Khối' }),
  ],
  criteria: [
    criterionOf('T1', { kind: 'direct' }, { max: points(10), breakthroughs: ['DP1', 'DP2'] }),
    criterionOf('T2', { kind: 'yes_no' }, { max: points(20), breakthroughs: ['DP1'] }),
    criterionOf('V1', { kind: 'direct' }, { track: 'CQ', max: points(3), breakthroughs: ['DP1'] }),
  ],
});

const FEBRUARY = [
  inputOf('A', { T1: 5, T2: false }),
  inputOf('B', { T1: 10, T2: true }),
  inputOf('V', { V1: 1 }),
];
const MARCH = [inputOf('A', { T1: 8, T2: true }), inputOf('V', { V1: null })];

const rows = (months: Parameters<typeof publishedMonths>[1]) =>
  breakthroughsTab(publishedMonths(CAMPAIGN, months)).flatMap((tab) =>
    tab.rows.map((row) => row.map((cell) => cell ?? '–').join(' | ')),
  );

describe('the breakthrough tasks', () => {
  it('are followed over the months: all units, each track, each unit, in percent of what could be had', () => {
    // February: (5 + 30 + 1) of (30 + 30 + 3); March: 28 of 30, the office had nothing that applied.
    expect(rows({ '2024-02': FEBRUARY, '2024-03': MARCH })).toEqual([
      'DP1: Môi trường đầu tư | Chung | Mọi đơn vị | 57.1 | 93.3 | 36.2 | 28 | 30',
      'DP1: Môi trường đầu tư | CQ | Cả đối tượng | 33.3 | – | – | – | –',
      'DP1: Môi trường đầu tư | XA | Cả đối tượng | 58.3 | 93.3 | 35 | 28 | 30',
      'DP2: Hạ tầng | Chung | Mọi đơn vị | 75 | 80 | 5 | 8 | 10',
      'DP2: Hạ tầng | XA | Cả đối tượng | 75 | 80 | 5 | 8 | 10',
      'DP1: Môi trường đầu tư | CQ | Văn phòng | 33.3 | – | – | – | –',
      'DP1: Môi trường đầu tư | XA | Xã A | 16.7 | 93.3 | 76.6 | 28 | 30',
      'DP1: Môi trường đầu tư | XA | Xã B | 100 | – | – | – | –',
      'DP2: Hạ tầng | XA | Xã A | 50 | 80 | 30 | 8 | 10',
      'DP2: Hạ tầng | XA | Xã B | 100 | – | – | – | –',
    ]);
  });

  it('have a chart with a line for each task, or columns where there is one month', () => {
    const [two] = breakthroughsTab(publishedMonths(CAMPAIGN, { '2024-02': FEBRUARY, '2024-03': MARCH }));
    expect(two!.charts).toMatchObject([
      {
        shape: 'lines',
        names: 'task',
        rows: [
          { from: 0, to: 1 },
          { from: 3, to: 4 },
        ],
        points: ['share:2024-02', 'share:2024-03'],
      },
    ]);
    const [one] = breakthroughsTab(publishedMonths(CAMPAIGN, { '2024-02': FEBRUARY }));
    expect(one!.charts).toMatchObject([{ shape: 'columns' }]);
  });

  it('have no tab where the campaign has none, or nobody reported', () => {
    const without = campaignOf({ ...CAMPAIGN, breakthroughs: [] });
    expect(breakthroughsTab(publishedMonths(without, { '2024-03': MARCH }))).toEqual([]);
    expect(rows({ '2024-03': [] })).toEqual([]);
  });
});
