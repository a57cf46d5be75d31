import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../functions/src/domain/campaign/criterion.ts';
import { pointsOf } from '../../functions/src/domain/numbers/micropoints.ts';
import { readCampaignFolder } from '../../local/campaign-folder.ts';

const read = await readCampaignFolder('examples/ba-tri-2024');

describe('the sample campaign, examples/ba-tri-2024', () => {
  it('has nothing wrong in it', () => {
    expect(read.ok ? [] : read.issues).toEqual([]);
  });

  if (!read.ok) return;
  const { campaign, members } = read.value;

  it('is the campaign of 2024, month by month', () => {
    const { units, criteria, targets, settings, tracks, fields = [], ...head } = campaign;
    expect(fields.map(({ code }) => code).join(' ')).toBe('XDD DV CCHC NN CN TM KN NTM GD YT VH AS QP');
    expect(head).toEqual({
      code: 'DKM-BT-2024',
      name: 'Cao điểm thi đua "Đồng khởi mới" huyện Ba Tri 2024',
      motto: 'Hai chân, ba mũi',
      launch: {
        date: '2024-02-15',
        number: '330-KH/TU',
        text: 'Phát động cao điểm thi đua “Đồng khởi mới”, theo Kế hoạch ngày 29/01/2024 của Tỉnh ủy Bến Tre',
      },
      timeZone: 'Asia/Ho_Chi_Minh',
      calendar: {
        kind: 'month',
        from: '2024-01-01',
        to: '2024-12-31',
        submitWithinDays: 5,
        appraiseWithinDays: 10,
        voteWithinDays: 15,
        publishWithinDays: 20,
      },
      workingDays: {
        weekend: ['saturday', 'sunday'],
        holidays: expect.arrayContaining(['2024-02-08', '2024-04-18', '2024-04-29', '2024-09-02']),
        alsoWorking: ['2024-05-04'],
        deadlines: 'as_written',
        remindDaysBefore: 2,
      },
      breakthroughs: [
        { code: 'DP1', name: 'cải thiện môi trường đầu tư kinh doanh' },
        { code: 'DP2', name: 'huy động nguồn vốn đầu tư phát triển hạ tầng' },
        { code: 'DP3', name: 'phát triển nguồn nhân lực' },
      ],
    });
    expect(
      tracks.map(({ code, legs, groups }) => [
        code,
        legs.map((leg) => leg.code),
        groups.map((group) => [group.code, group.max]),
      ]),
    ).toEqual(
      ['CQ', 'XA'].map((track) => [
        track,
        ['C1', 'C2'],
        [
          ['M1', 30_000_000],
          ['M2', 45_000_000],
          ['M3', 25_000_000],
        ],
      ]),
    );
  });

  it('has the criteria of both tracks', () => {
    expect(campaign.criteria.map(inShort)).toEqual([
      'CQ-M1-01 M1 12 direct step=0.5',
      'CQ-M1-02 M1 10 tiered % basis=period',
      'CQ-M1-03 M1 8 yes_no gate=G1',
      'CQ-M2-01 M2 5 yes_no',
      'CQ-M2-02 M2 15 percent % basis=period target=100',
      'CQ-M2-03 M2 15 peer_relative % basis=period target=100',
      'CQ-M2-04 M2 5 tiered % basis=period na_when=has_tthc:no',
      'CQ-M2-05 M2 5 direct DP1 DP2 DP3 step=0.5',
      'CQ-M3-01 M3 8 count cuộc each=1',
      'CQ-M3-02 M3 7 count điển hình each=1',
      'CQ-M3-03 M3 10 percent % basis=period target=100 na',
      'CQ-TH-01 – 10 bonus lần each=2',
      'CQ-TR-01 – -5 deduction lần each=-1 late',
      'CQ-TR-02 – -10 deduction vụ each=-5 gate=G1',
      'XA-M1-01 M1 10 percent đảng viên basis=cumulative',
      'XA-M1-02 M1 8 tiered % basis=period',
      'XA-M1-03 M1 7 tiered % basis=period',
      'XA-M1-04 M1 5 yes_no gate=G1',
      'XA-M2-01 M2 12 peer_relative triệu đồng DP2 basis=cumulative',
      'XA-M2-02 M2 10 percent tiêu chí basis=period',
      'XA-M2-03 M2 8 peer_relative cơ sở DP1 basis=period',
      'XA-M2-04 M2 8 percent triệu đồng DP2 basis=period',
      'XA-M2-05 M2 7 percent người DP3 basis=period',
      'XA-M3-01 M3 7 count cuộc each=0.5',
      'XA-M3-02 M3 8 count điển hình each=1',
      'XA-M3-03 M3 10 direct step=0.5',
      'XA-TH-01 – 10 bonus lần each=2',
      'XA-TR-01 – -5 deduction lần each=-1 late',
      'XA-TR-02 – -10 deduction vụ each=-5 gate=G1',
    ]);
  });

  it('has 48 units in seven clusters, each with its editor', () => {
    const clusters = Map.groupBy(campaign.units, ({ track, cluster }) => `${track} ${cluster}`);
    expect([...clusters].map(([cluster, units]) => [cluster, units.length])).toEqual([
      ['CQ Khối Đảng', 6],
      ['CQ Khối MTTQ - đoàn thể', 6],
      ['CQ Khối Chính quyền', 9],
      ['CQ Khối Nội chính', 4],
      ['XA Cụm 1', 8],
      ['XA Cụm 2', 8],
      ['XA Cụm 3', 7],
    ]);
    expect(campaign.units.filter(({ validFrom, validTo }) => validFrom || validTo)).toEqual([
      {
        id: 'X29113',
        name: 'Xã Tân Mỹ',
        track: 'XA',
        cluster: 'Cụm 2',
        participant: 'Đảng ủy xã Tân Mỹ',
        successor: 'X29116',
        attributes: { gso_code: '29113', kind: 'xã' },
        validTo: '2024-03-31',
      },
      {
        id: 'X29179',
        name: 'Thị trấn Tiệm Tôm',
        track: 'XA',
        cluster: 'Cụm 3',
        participant: 'Đảng ủy thị trấn Tiệm Tôm',
        attributes: { gso_code: '29179', kind: 'thị trấn' },
        validFrom: '2023-04-10',
      },
    ]);
    const edited = new Set(members.flatMap(({ unitIds }) => unitIds));
    expect(campaign.units.filter(({ id }) => !edited.has(id))).toEqual([]);
    expect(
      Object.fromEntries(
        [...Map.groupBy(members, ({ roles }) => roles.join())].map(([role, all]) => [role, all.length]),
      ),
    ).toEqual({
      admin: 1,
      officer: 3,
      council_member: 3,
      leader: 2,
      unit_editor: 49,
    });
  });

  it('has a target for every commune and criterion that needs one, two for the one that changes in July', () => {
    const validOn = (day: string) =>
      campaign.targets.filter(({ validFrom = '', validTo = '9999' }) => validFrom <= day && day <= validTo);
    const expected = ['XA-M1-01', 'XA-M2-01', 'XA-M2-02', 'XA-M2-03', 'XA-M2-04', 'XA-M2-05'].join();
    for (const [day, communes] of [
      ['2024-03-31', 23],
      ['2024-04-01', 22], // one has merged into another
      ['2024-07-01', 22],
    ] as const) {
      const perUnit = Map.groupBy(validOn(day), ({ unitId }) => unitId);
      expect(new Set([...perUnit.values()].map((all) => all.map((each) => each.criterion).join()))).toEqual(
        new Set([expected]),
      );
      expect(perUnit.size).toBe(communes);
    }
    const changing = campaign.targets.filter(({ validFrom }) => validFrom === '2024-07-01');
    expect(new Set(changing.map(({ criterion }) => criterion))).toEqual(new Set(['XA-M2-04']));
  });

  it('has its settings, and other totals for the communes', () => {
    expect(campaign.settings).toEqual([
      {
        totals: { bonusCap: 10_000_000, gradedUpTo: 100_000_000 },
        grades: [
          { code: 'XS', name: 'Hoàn thành xuất sắc nhiệm vụ', min: 90_000_000 },
          { code: 'TOT', name: 'Hoàn thành tốt nhiệm vụ', min: 70_000_000 },
          { code: 'HT', name: 'Hoàn thành nhiệm vụ', min: 50_000_000 },
          { code: 'KHT', name: 'Không hoàn thành nhiệm vụ' },
        ],
        gates: [{ code: 'G1', name: 'Có vi phạm được kết luận trong tháng', barsRecognition: true }],
        quotas: [
          {
            grade: 'XS',
            ratio: '0.2',
            of: ['XS', 'TOT'],
            scope: 'cluster',
            rounding: 'round',
            tieAtCut: 'next_key',
            nextKeys: [
              { key: 'prong:M1', order: 'descending' },
              { key: 'previous_place', order: 'ascending' },
            ],
          },
        ],
        ranking: {
          leading: 'points',
          places: 'competition',
          decimals: 2,
          tieBreaks: [
            { key: 'base', order: 'descending' },
            { key: 'prong:M2', order: 'descending' },
            { key: 'deductions', order: 'descending' },
          ],
        },
        recognitions: [
          {
            code: 'BD-CUM',
            name: 'Biểu dương đơn vị dẫn đầu cụm, khối',
            outcome: 'praise',
            scope: 'cluster',
            first: 1,
            leastGrade: 'TOT',
            tieAtCut: 'everybody',
          },
          {
            code: 'BD-HUYEN',
            name: 'Biểu dương ba đơn vị dẫn đầu toàn huyện',
            outcome: 'praise',
            scope: 'track',
            first: 3,
            leastGrade: 'TOT',
            tieAtCut: 'everybody',
          },
        ],
        standings: { method: 'average', missing: 'zero' },
      },
      {
        ballots: {
          nomination: {
            secrecy: 'secret',
            quorum: '0.666666666667',
            base: 'all',
            pass: '0.5',
            above: true,
          },
          review: {
            secrecy: 'secret',
            quorum: '0.666666666667',
            base: 'voted',
            pass: '0.666666666667',
            above: false,
          },
        },
        decisions: expect.objectContaining({
          scheme: '{nn}/QĐ-BCĐ',
          issuer: 'BAN CHỈ ĐẠO CAO ĐIỂM THI ĐUA “ĐỒNG KHỞI MỚI”',
          signers: [
            expect.objectContaining({ code: 'TB', position: 'TRƯỞNG BAN' }),
            expect.objectContaining({ code: 'PTB', onBehalf: 'KT. TRƯỞNG BAN' }),
          ],
        }),
        review: { caughtUp: 10_000, surpassed: 10_500 },
      },
      {
        track: 'XA',
        totals: { bonusCap: 10_000_000, deductionFloor: -10_000_000, gradedUpTo: 100_000_000 },
      },
    ]);
  });
});

function inShort({
  code,
  group,
  max,
  scoring,
  measure,
  breakthroughs,
  gate,
  notApplicableWhen,
  mayBeNotApplicable,
}: Criterion) {
  return [
    code,
    group ?? '–',
    pointsOf(max),
    scoring.kind,
    measure,
    ...breakthroughs,
    'step' in scoring && scoring.step && `step=${scoring.step}`,
    'basis' in scoring && `basis=${scoring.basis}`,
    'target' in scoring && scoring.target && `target=${scoring.target}`,
    'micropointsEach' in scoring && `each=${pointsOf(scoring.micropointsEach)}`,
    'automatic' in scoring && scoring.automatic,
    gate && `gate=${gate}`,
    notApplicableWhen && `na_when=${notApplicableWhen.attribute}:${notApplicableWhen.values.join('|')}`,
    mayBeNotApplicable && 'na',
  ]
    .filter(Boolean)
    .join(' ');
}
