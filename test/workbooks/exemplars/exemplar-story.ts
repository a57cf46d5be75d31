import type { Campaign } from '../../../functions/src/domain/campaign/campaign.ts';
import type { DecidedSubject, Decision } from '../../../functions/src/domain/decision/decision.ts';
import type { Exemplar } from '../../../functions/src/domain/exemplar/exemplar.ts';
import { baselineOf } from '../../../functions/src/domain/exemplar/learners.ts';
import { lifeOf } from '../../../functions/src/domain/exemplar/steps.ts';
import type { RegisterId } from '../../../functions/src/domain/register/reference-kind.ts';
import type { RegisterRow, RowValues } from '../../../functions/src/domain/register/register.ts';
import {
  type StoredExemplars,
  viewOfExemplars,
} from '../../../functions/src/workbooks/exemplars/exemplar-view.ts';
import { day, periodId } from '../../domain/build/campaign.ts';
import { publishedPeriods, CAMPAIGN as TWO_MONTHS } from '../two-months.ts';

/**
 * One turn of the wheel in two months: A is praised for February, made known, learned from, surpassed by B in March,
 * which becomes an exemplar itself. A collective and a person of C are praised too; the person's praise is revoked.
 */
export const CAMPAIGN: Campaign = {
  ...TWO_MONTHS,
  fields: [
    { code: 'NN', name: 'Nông nghiệp' },
    { code: 'GD', name: 'Giáo dục' },
  ],
};

const UNIT_A = { kind: 'unit', unitId: 'A' } as const;
const UNIT_B = { kind: 'unit', unitId: 'B' } as const;
const TEAM = { kind: 'registrant', unitId: 'C', registration: 'DK-AAAAAA' } as const;
const PERSON = { kind: 'registrant', unitId: 'C', registration: 'DK-BBBBBB' } as const;
const SIGNER = { name: 'Nguyễn Văn A', position: 'Trưởng ban' };

function decision(number: number, parts: Partial<Decision>): Decision {
  return {
    number,
    series: '2024',
    reference: `0${number}/QĐ-BCĐ`,
    kind: 'praise',
    signedOn: day('2024-03-12'),
    signer: SIGNER,
    subjects: [],
    period: periodId('2024-02'),
    ballot: 'BC-2024-02-1',
    decidedAt: new Date('2024-03-12T03:00:00Z'),
    decidedBy: 'officer@x.example',
    ...parts,
  };
}

const PRAISED_A: DecidedSubject = {
  candidate: 'praise-A',
  subject: UNIT_A,
  name: 'Xã Ấp Đá',
  achievement: 'Dẫn đầu cụm (Cụm 1)',
  exemplar: 'DH-2024-001',
};
const SURPASSED: DecidedSubject = {
  candidate: 'HT-AAAAAA',
  subject: UNIT_B,
  name: 'Xã Bảo Thạnh',
  achievement: 'Vượt qua điển hình Xã Ấp Đá',
  exemplar: 'DH-2024-001',
  became: 'DH-2024-002',
};
const PRAISED_TEAM: DecidedSubject = {
  candidate: 'praise-DK-AAAAAA',
  subject: TEAM,
  name: 'Tổ 9 (Xã An Đức)',
  achievement: 'Trồng dừa hữu cơ',
  exemplar: 'DH-2024-003',
};
const FELL: DecidedSubject = {
  candidate: 'praise-DK-BBBBBB',
  subject: PERSON,
  name: '=1+1 (Xã An Đức)',
  achievement: 'Dạy học',
  exemplar: 'DH-2024-004',
  revoked: { by: '2024-4', reference: '04/QĐ-BCĐ', reason: 'Kê khai sai', on: day('2024-05-02') },
};

export const DECISIONS: readonly Decision[] = [
  decision(1, { subjects: [PRAISED_A] }),
  decision(2, {
    kind: 'surpassed',
    signedOn: day('2024-04-20'),
    subjects: [SURPASSED],
    period: periodId('2024-03'),
    ballot: 'BX-2024-03-1',
  }),
  decision(3, {
    signedOn: day('2024-04-22'),
    subjects: [PRAISED_TEAM, FELL],
    period: periodId('2024-03'),
    ballot: 'BC-2024-03-1',
  }),
  decision(4, {
    kind: 'revocation',
    signedOn: day('2024-05-02'),
    subjects: [FELL],
    period: periodId('2024-03'),
    revokes: '2024-3',
    reason: 'Kê khai sai',
  }),
];

const exemplar = (
  id: string,
  { name, subject }: DecidedSubject,
  { number, signedOn, period }: Decision,
  more: Partial<Exemplar> = {},
): Exemplar => ({
  id,
  name,
  subject,
  decision: `2024-${number}`,
  recognisedOn: signedOn,
  period,
  baseline: baselineOf(publishedPeriods().find((each) => each.period.id === period)!.result, subject),
  ...more,
});

export const EXEMPLARS: readonly Exemplar[] = [
  exemplar('DH-2024-001', PRAISED_A, DECISIONS[0]!, { field: 'NN' }),
  exemplar('DH-2024-002', SURPASSED, DECISIONS[1]!, { surpassed: 'DH-2024-001' }),
  exemplar('DH-2024-003', PRAISED_TEAM, DECISIONS[2]!, { field: 'NN' }),
  exemplar('DH-2024-004', FELL, DECISIONS[2]!, { field: 'GD' }),
];

const row = (register: RegisterId, code: string, values: RowValues, unitId?: string): RegisterRow => ({
  register,
  code,
  ...(unitId !== undefined && { unitId }),
  revision: 1,
  values,
});
const registered = (code: string, unitId: string, name: string, more: RowValues = {}) =>
  row(
    'registration',
    code,
    {
      kind: 'Cá nhân',
      name,
      field: 'NN',
      content: 'Làm tốt',
      registeredOn: '2024-02-20',
      state: 'Đang phấn đấu',
      ...more,
    },
    unitId,
  );
const learns = (code: string, unitId: string, more: RowValues = {}) =>
  row(
    'learning',
    code,
    {
      exemplar: 'DH-2024-001',
      commitment: 'Làm theo cách vận động',
      startedOn: '2024-03-16',
      state: 'Đang học',
      ...more,
    },
    unitId,
  );
const item = (code: string, exemplarId: string, channel: string, publishedOn: string, reach?: number) =>
  row('propagation', code, {
    exemplar: exemplarId,
    title: `Bài ${code}`,
    channel,
    publishedOn,
    ...(reach !== undefined && { reach }),
  });

export const ROWS: readonly RegisterRow[] = [
  registered('DK-AAAAAA', 'C', 'Tổ 9', { kind: 'Tập thể' }),
  registered('DK-BBBBBB', 'C', '=1+1', { field: 'GD' }),
  registered('DK-CCCCCC', 'B', 'Lê Văn Tám'),
  registered('DK-DDDDDD', 'B', 'Lê Văn Tám', { state: 'Thôi đăng ký', reason: 'Chuyển công tác' }),
  registered('DK-EEEEEE', 'A', 'Kế hoạch 2024', { kind: 'Kế hoạch của đơn vị' }),
  row(
    'unit_vote',
    'BC-AAAAAA',
    {
      period: '2024-03',
      registration: 'DK-AAAAAA',
      assessment: 'Hoàn thành xuất sắc',
      outcome: 'Biểu dương',
      entitled: 30,
      present: 25,
      votes: 24,
    },
    'C',
  ),
  row(
    'unit_vote',
    'BC-BBBBBB',
    { period: '2024-02', registration: 'DK-AAAAAA', assessment: 'Hoàn thành tốt', outcome: 'Không' },
    'C',
  ),
  learns('HT-AAAAAA', 'B', { outcome: 'Đã trồng 2.000 cây', dueOn: '2024-06-30' }),
  learns('HT-BBBBBB', 'C', { criteria: 'T1' }),
  learns('HT-CCCCCC', 'B', { learner: 'DK-CCCCCC', state: 'Đã thực hiện cam kết' }),
  learns('HT-DDDDDD', 'D'),
  learns('HT-EEEEEE', 'C', { state: 'Thôi', criteria: 'T2' }),
  learns('HT-FFFFFF', 'A', { exemplar: 'DH-2024-004' }),
  item('TT-AAAAAA', 'DH-2024-001', 'Báo', '2024-03-14', 1200),
  item('TT-BBBBBB', 'DH-2024-001', 'Mạng xã hội', '2024-03-20', 5000),
  item('TT-CCCCCC', 'DH-2024-001', 'Báo', '2024-03-18', 300),
  item('TT-DDDDDD', 'DH-2024-004', 'Đài truyền thanh', '2024-04-25'),
  row('event', 'SK-AAAAAA', { title: 'Tọa đàm', exemplar: 'DH-2024-001', heldOn: '2024-03-25' }),
  row('club', 'CLB-AAAAAA', { name: 'CLB dừa hữu cơ', host: 'C', field: 'NN', foundedOn: '2024-04-25' }),
  row('club_member', 'TV-AAAAAA', {
    club: 'CLB-AAAAAA',
    exemplar: 'DH-2024-003',
    joinedOn: '2024-04-25',
  }),
  row('club_member', 'TV-BBBBBB', {
    club: 'CLB-AAAAAA',
    exemplar: 'DH-2024-001',
    joinedOn: '2024-04-25',
  }),
  row('club_member', 'TV-CCCCCC', {
    club: 'CLB-AAAAAA',
    exemplar: 'DH-2024-004',
    joinedOn: '2024-04-25',
    leftOn: '2024-05-02',
  }),
  row('club', 'CLB-BBBBBB', { name: 'CLB nhà giáo', host: 'C', field: 'GD', foundedOn: '2024-04-25' }),
  row('club_member', 'TV-DDDDDD', {
    club: 'CLB-BBBBBB',
    exemplar: 'DH-2024-004',
    joinedOn: '2024-04-25',
  }),
  row('club_meeting', 'SH-AAAAAA', { club: 'CLB-AAAAAA', heldOn: '2024-05-01', content: 'Ủ phân' }),
  row('club_meeting', 'SH-BBBBBB', { club: 'CLB-AAAAAA', heldOn: '2024-04-28', content: 'Ra mắt' }),
  row('rapporteur', 'BCV-AAAAAA', {
    name: 'Trần Thị Bông',
    exemplar: 'DH-2024-003',
    field: 'NN',
    topics: 'Dừa hữu cơ',
    fromOn: '2024-04-25',
  }),
  row('rapporteur', 'BCV-BBBBBB', {
    name: 'Thầy Hai',
    exemplar: 'DH-2024-004',
    field: 'GD',
    topics: 'Dạy học',
    fromOn: '2024-04-25',
  }),
  row('session', 'BB-AAAAAA', { rapporteur: 'BCV-AAAAAA', heldOn: '2024-04-29', attendees: 120 }),
  row('session', 'BB-BBBBBB', { rapporteur: 'BCV-AAAAAA', heldOn: '2024-05-03', attendees: 80 }),
];

export function stored(parts: Partial<StoredExemplars> = {}, rows = ROWS): StoredExemplars {
  const of = (register: RegisterId) => rows.filter((each) => each.register === register);
  const facts = {
    decisions: DECISIONS,
    propagation: of('propagation'),
    learning: of('learning'),
    reviewed: [{ exemplar: 'DH-2024-001', on: day('2024-04-18') }],
  };
  return {
    exemplars: EXEMPLARS,
    decisions: DECISIONS,
    lifeOf: (each) => lifeOf(each, facts),
    judgements: [
      { row: 'HT-AAAAAA', outcome: 'surpassed', on: day('2024-04-18') },
      { row: 'HT-BBBBBB', outcome: 'following', on: day('2024-04-18') },
    ],
    voidBallots: new Set(['BC-2024-03-1']),
    rows: of,
    ...parts,
  };
}

export const viewOf = (parts: Partial<StoredExemplars> = {}, rows = ROWS) =>
  viewOfExemplars(stored(parts, rows), CAMPAIGN, publishedPeriods());
