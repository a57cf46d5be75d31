import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../functions/src/domain/campaign/campaign.ts';
import type { Decision } from '../../../functions/src/domain/decision/decision.ts';
import type { Distance } from '../../../functions/src/domain/exemplar/distance.ts';
import type { KeptRow } from '../../../functions/src/domain/register/register.ts';
import { factorsTab } from '../../../functions/src/workbooks/registers/factors-tab.ts';
import {
  distanceText,
  learnersText,
  learningText,
  recognisedText,
} from '../../../functions/src/workbooks/registers/register-given.ts';
import { tallyUnits } from '../../../functions/src/workbooks/registers/register-tally.ts';
import {
  registrationCountsTab,
  registrationsTab,
} from '../../../functions/src/workbooks/registers/registrations-tab.ts';
import { campaignOf, day, periodId, points, trackOf, unitOf } from '../../domain/build/campaign.ts';
import { viewOf } from '../exemplars/exemplar-story.ts';
import { shown } from '../shown.ts';

const UNITS = [unitOf('A'), unitOf('B'), unitOf('C', { cluster: 'Cụm 2' })];
const CAMPAIGN: Campaign = campaignOf({
  launch: { date: day('2024-02-15'), number: '05-KH/HU', text: 'Phát động cao điểm' },
  fields: [{ code: 'NN', name: 'Nông nghiệp' }],
  tracks: [trackOf()],
  units: UNITS,
});
const at = (text: string) => new Date(`${text}T01:00:00Z`);

let count = 0;
function row(
  register: string,
  unitId: string,
  values: KeptRow['values'],
  savedAt = at('2024-03-01'),
): KeptRow {
  const code = `${register}-${++count}`;
  return { register, code, unitId, revision: 1, values, addedAt: savedAt, savedAt, savedBy: 'x' };
}
const registered = (unitId: string, kind: string, more: KeptRow['values'] = {}) =>
  row('registration', unitId, {
    kind,
    name: `${kind} ${unitId}`,
    field: 'NN',
    state: 'Đang phấn đấu',
    ...more,
  });

const REGISTRATIONS = [
  registered('A', 'Kế hoạch của đơn vị'),
  registered('A', 'Tập thể'),
  registered('A', 'Cá nhân', { name: 'Lê Văn Tám' }),
  registered('A', 'Cá nhân', { state: 'Thôi đăng ký' }),
  registered('B', 'Kế hoạch của đơn vị', { state: 'Thôi đăng ký' }),
  registered('C', 'Cá nhân', { name: '=1+1' }),
];
const FACTORS = [
  row(
    'factor',
    'C',
    { name: 'Tổ 9', field: 'NN', spottedOn: '2024-03-01', spottedBy: 'Bí thư' },
    at('2024-04-02'),
  ),
  row('factor', 'A', { name: 'Lê Văn Tám', promotedOn: '2024-04-01', registration: REGISTRATIONS[2]!.code }),
];
const TALLIES = tallyUnits(UNITS, {
  registrations: REGISTRATIONS,
  factors: FACTORS,
  votes: [row('unit_vote', 'A', {})],
  learning: [row('learning', 'B', {}, at('2024-05-01'))],
});

describe('what was registered', () => {
  it('is consolidated unit by unit, and names who has no plan', () => {
    expect(shown({ tabs: [registrationsTab(CAMPAIGN, TALLIES)] })).toEqual([
      '## Tổng hợp đăng ký',
      'Tổng hợp đăng ký thi đua, kế hoạch và nhân tố',
      'Ngày 15/02/2024, số 05-KH/HU: Phát động cao điểm',
      '2 đơn vị chưa có kế hoạch: Xã B; Xã C.',
      'Mã đơn vị | Đơn vị | Đối tượng | Cụm, khối | Kế hoạch xây dựng điển hình | Tập thể đăng ký | Cá nhân đăng ký | Thôi đăng ký | Nhân tố | Đã giới thiệu | Lần bình chọn tại đơn vị | Dòng học tập | Thay đổi gần nhất',
      'A | Xã A | XA | Cụm 1 | có | 1 | 1 | 1 | 1 | 1 | 1 | 0 | 45352.333333',
      'B | Xã B | XA | Cụm 1 | chưa có | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 45413.333333',
      'C | Xã C | XA | Cụm 2 | chưa có | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 45384.333333',
    ]);
  });

  it('is counted by cluster for leaders, without a name', () => {
    const lines = shown({ tabs: [registrationCountsTab(CAMPAIGN, TALLIES)] });
    expect(lines).toEqual([
      '## Đăng ký thi đua',
      'Đăng ký thi đua, kế hoạch và nhân tố',
      'Ngày 15/02/2024, số 05-KH/HU: Phát động cao điểm',
      'Đối tượng | Cụm, khối | Số đơn vị | Có kế hoạch | Chưa có kế hoạch | Tập thể đăng ký | Cá nhân đăng ký | Nhân tố | Đã giới thiệu | Dòng học tập',
      'XA | Cụm 1 | 2 | 1 | 1 | 1 | 1 | 1 | 1 | 1',
      'XA | Cụm 2 | 1 | 0 | 1 | 0 | 1 | 1 | 0 | 0',
      'XA | toàn đối tượng | 3 | 1 | 2 | 1 | 2 | 2 | 1 | 1',
    ]);
    expect(lines.join()).not.toMatch(/Tám/);
  });

  it('says so when every unit has a plan, and names no more than twenty that have none', () => {
    const none = tallyUnits(
      Array.from({ length: 25 }, (_, i) => unitOf(`U${i}`)),
      { registrations: [], factors: [], votes: [], learning: [] },
    );
    const line = (tallies: typeof none) => registrationsTab(CAMPAIGN, tallies).banner.at(-1);
    expect(line(none)).toMatch(/^25 đơn vị chưa có kế hoạch: Xã U0; Xã U1; .*; và 5 đơn vị nữa\.$/);
    expect(line(TALLIES.slice(0, 1))).toBe('Đơn vị nào cũng đã có kế hoạch.');
  });

  it('has its watch lists in one, the units in the order of their names', () => {
    const tab = factorsTab({
      units: new Map(UNITS.map((unit) => [unit.id, unit])),
      factors: FACTORS,
      registrations: REGISTRATIONS,
      fieldNames: new Map([['NN', 'Nông nghiệp']]),
    });
    expect(shown({ tabs: [tab] })).toEqual([
      '## Theo dõi nhân tố',
      'Nhân tố của các đơn vị: ai phát hiện, ai bồi dưỡng, đã giới thiệu làm ứng viên khi nào',
      'Đơn vị | Nhân tố | Loại | Lĩnh vực | Việc làm nổi bật | Ngày phát hiện | Người phát hiện | Người bồi dưỡng | Cách bồi dưỡng | Ngày giới thiệu làm ứng viên | Dòng đăng ký',
      'Xã A | Lê Văn Tám |  |  |  |  |  |  |  | 45383 | Lê Văn Tám',
      'Xã C | Tổ 9 |  | Nông nghiệp |  | 45352 | Bí thư |  |  |  | ',
    ]);
    expect(tab.columns.filter(({ choices, entry }) => choices !== undefined || entry === 'filled')).toEqual(
      [],
    );
  });
});

describe('what we write beside a row', () => {
  it('names every decision about a registrant, and says which was taken back', () => {
    const subject = { kind: 'registrant', unitId: 'A', registration: REGISTRATIONS[2]!.code } as const;
    const decision: Decision = {
      number: 12,
      series: '2024',
      reference: '12/QĐ-BCĐ',
      kind: 'praise',
      signedOn: day('2024-04-20'),
      signer: { name: 'A', position: 'B' },
      subjects: [{ candidate: '1', subject, name: 'Lê Văn Tám', achievement: 'Dừa' }],
      period: periodId('2024-03'),
      decidedAt: at('2024-04-20'),
      decidedBy: 'x',
    };
    const revoked = { by: '2024-15', reference: '15/QĐ-BCĐ', reason: 'Khai sai', on: day('2024-05-02') };
    const reward: Decision = {
      ...decision,
      kind: 'reward',
      reference: '13/QĐ-BCĐ',
      subjects: [{ ...decision.subjects[0]!, revoked }],
    };
    expect(recognisedText(REGISTRATIONS[2]!, [decision, reward])).toBe(
      'Biểu dương: 12/QĐ-BCĐ ngày 20/04/2024; Khen thưởng: 13/QĐ-BCĐ ngày 20/04/2024 (đã thu hồi theo 15/QĐ-BCĐ)',
    );
    expect(recognisedText(REGISTRATIONS[1]!, [decision, reward])).toBeNull();
  });

  it('says how far a learner is, and leaves the judgement to the council', () => {
    const distance: Distance = { mine: points('92.5'), theirs: points(90), basisPoints: 10278 };
    expect(distanceText('Tháng 03/2024', distance, 'caught_up')).toBe(
      'Tháng 03/2024: bằng 102,78% mức của điển hình, đạt mức bắt kịp',
    );
  });

  it('names whom a rapporteur may speak to, ten and how many more', () => {
    const learner = (i: number) => row('registration', 'A', { name: `Người ${i}` });
    const text = (count: number) =>
      learnersText(
        Array.from({ length: count }, (_, i) => learner(i)),
        (id) => `Xã ${id}`,
      );
    expect([text(0), text(2)]).toEqual([null, '2: Người 0 (Xã A); Người 1 (Xã A)']);
    expect(text(12)).toMatch(/^12: Người 0 .*Người 9 \(Xã A\); và 2 nữa$/);
  });

  it('tells a learner how far it is and what was decided, or why there are no numbers', () => {
    const view = viewOf();
    const text = (code: string) => learningText({ row: { code } }, view);
    expect(['HT-AAAAAA', 'HT-BBBBBB', 'HT-CCCCCC', 'HT-DDDDDD', 'HT-EEEEEE', 'HT-FFFFFF'].map(text)).toEqual([
      'Tháng 03/2024: bằng 106,88% mức của điển hình, đạt mức vượt qua\nCông nhận vượt qua điển hình theo 02/QĐ-BCĐ ngày 20/04/2024',
      'Tháng 03/2024: bằng 150% mức của điển hình, đạt mức vượt qua',
      'Không so bằng điểm: hội đồng xét theo minh chứng.',
      null, // sent nothing in the newest month
      null, // gave up
      'Điển hình DH-2024-004 không còn quyết định ghi nhận có hiệu lực.',
    ]);
    expect(learningText({ row: { code: 'HT-ZZZZZZ' } }, view)).toBeNull();
  });
});
