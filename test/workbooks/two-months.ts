import { parsePeriod } from '../../functions/src/domain/campaign/calendar.ts';
import type { Campaign } from '../../functions/src/domain/campaign/campaign.ts';
import type { Day } from '../../functions/src/domain/campaign/period.ts';
import { evaluatePeriod } from '../../functions/src/domain/evaluation/evaluate-period.ts';
import { historyFor } from '../../functions/src/domain/evaluation/history.ts';
import type { UnitInput } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { ReminderFacts } from '../../functions/src/domain/reminders/reminder-facts.ts';
import type { LogEntry } from '../../functions/src/ports/log.ts';
import type { Member } from '../../functions/src/ports/member.ts';
import type { PeriodRecord } from '../../functions/src/ports/period.ts';
import type {
  PublishedResult,
  PublishedVersion,
  SummaryContent,
} from '../../functions/src/workbooks/published.ts';
import {
  campaignOf,
  criterionOf,
  inputOf,
  inputsOf,
  periodId,
  points,
  trackOf,
  unitOf,
} from '../domain/build/campaign.ts';

/** A campaign with two clusters, a leg, a prong and a breakthrough, and two published months; March is a second version. */
export const CAMPAIGN: Campaign = campaignOf({
  name: 'Đồng khởi mới',
  breakthroughs: [{ code: 'DP1', name: 'Môi trường đầu tư' }],
  tracks: [
    trackOf({
      name: 'Đảng ủy các xã',
      legs: [{ code: 'C1', name: 'Xây dựng Đảng' }],
      prongs: [{ code: 'M1', name: 'Phát triển kinh tế' }],
    }),
  ],
  units: [
    unitOf('A', { name: 'Xã Ấp Đá' }),
    unitOf('B', { name: 'Xã Bảo Thạnh' }),
    unitOf('C', { name: 'Xã An Đức', cluster: 'Cụm 2' }),
    unitOf('D', { name: '=HYPERLINK("x")', cluster: 'Cụm 2' }),
  ],
  criteria: [
    criterionOf('T1', { kind: 'direct' }, { max: points(60), leg: 'C1' }),
    criterionOf(
      'T2',
      { kind: 'yes_no' },
      { max: points(40), prong: 'M1', breakthroughs: ['DP1'], gate: 'G1' },
    ),
    criterionOf('TH', { kind: 'bonus', micropointsEach: points(2) }, { max: points(6) }),
    criterionOf(
      'TR',
      { kind: 'deduction', micropointsEach: points(-5), automatic: 'late' },
      { max: points(-10) },
    ),
  ],
  settings: [
    {
      grades: [
        { code: 'XS', name: 'Xuất sắc', min: points(90) },
        { code: 'T', name: 'Tốt', min: points(70) },
        { code: 'K', name: 'Không hoàn thành' },
      ],
      gates: [{ code: 'G1', name: 'Không có kế hoạch', barsRecognition: true }],
      ranking: { leading: 'points', places: 'competition', decimals: 2, tieBreaks: [] },
      recognitions: [
        {
          code: 'BD',
          name: 'Dẫn đầu cụm',
          outcome: 'praise',
          scope: 'cluster',
          first: 1,
          tieAtCut: 'everybody',
        },
      ],
    },
  ],
});

const FEBRUARY = [
  inputOf('A', { T1: 40, T2: true }),
  inputOf('B', { T1: 50.5, T2: true }),
  inputOf('C', { T1: 30, T2: false }),
];
const MARCH = [
  inputOf('A', { T1: 58.125, T2: true, TH: 2 }),
  inputOf('B', { T1: 50.5, T2: true }, { late: true }),
  inputOf('C', { T1: 60, T2: false }, { revision: 2 }),
];

export function publishedPeriods(): readonly PublishedResult[] {
  const february = published('2024-02', FEBRUARY, []);
  return [february, published('2024-03', MARCH, [february])];
}

function published(
  id: string,
  submissions: readonly UnitInput[],
  earlier: readonly PublishedResult[],
): PublishedResult {
  const period = parsePeriod(id, CAMPAIGN.calendar)!;
  const history = historyFor(
    period,
    CAMPAIGN.calendar,
    earlier.map(({ result }) => result),
  );
  const inputs = inputsOf(CAMPAIGN, submissions, { period: id, history });
  const version = earlier.length + 1;
  return {
    period,
    version,
    rules: inputs.rules,
    result: evaluatePeriod(inputs),
    record: recordOf(id, version),
  };
}

function recordOf(id: string, version: number): PeriodRecord {
  const at = new Date('2024-04-16T01:00:00Z');
  return {
    period: periodId(id),
    revision: 5,
    state: 'published',
    ballot: 'not_held',
    deadlineAt: new Date('2024-04-05T16:59:59.999Z'),
    changedAt: at,
    changedBy: 'officer@x.example',
    resultVersion: version,
    publishedVersion: version,
    publications: Array.from({ length: version }, (_, i) => ({
      version: i + 1,
      at,
      by: 'officer@x.example',
    })),
    reopenings:
      version === 1 ? [] : [{ at, by: 'officer@x.example', reason: 'Số liệu nhầm', fromVersion: 1 }],
  };
}

export const MEMBERS: readonly Member[] = [
  { email: 'officer@x.example', roles: ['officer', 'unit_editor'], unitIds: ['A'] },
  { email: 'a@x.example', roles: ['unit_editor'], unitIds: ['A'] },
];

export const LOG: readonly LogEntry[] = [
  {
    id: '2',
    at: new Date('2024-04-16T01:00:00Z'),
    by: 'officer@x.example',
    action: 'period_reopened',
    period: periodId('2024-03'),
    reason: 'Số liệu nhầm',
  },
  {
    id: '1',
    at: new Date('2024-04-02T03:30:00Z'),
    by: 'gone@x.example',
    action: 'form_submitted',
    period: periodId('2024-03'),
    unitId: 'A',
    details: { revision: 1 },
  },
];

/** As if nothing had been replaced; what replaced versions look like has its own test. */
const versionOf = (published: PublishedResult): PublishedVersion => ({
  published,
  setupVersion: 1,
  evaluatedAt: new Date('2024-04-15T01:00:00Z'),
  publishedAt: new Date('2024-04-16T01:00:00Z'),
  digest: 'abc',
});

/** An office with nothing to be reminded of. */
export const NO_REMINDERS: ReminderFacts = {
  campaign: CAMPAIGN,
  today: '2024-04-16' as Day,
  members: [],
  periods: [],
  ballots: [],
  toDecide: [],
  withoutPlan: [],
  commitments: [],
};

export const content = (): SummaryContent => ({
  campaign: CAMPAIGN,
  periods: publishedPeriods(),
  log: LOG,
  members: MEMBERS,
  versions: publishedPeriods().map(versionOf),
});
