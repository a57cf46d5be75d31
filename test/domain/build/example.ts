import type { Campaign } from '../../../functions/src/domain/campaign/campaign.ts';
import { campaignOf, criterionOf, decimal, points, trackOf, unitOf } from './campaign.ts';

const GRADES = [
  { code: 'XS', name: 'Hoàn thành xuất sắc', min: points(90) },
  { code: 'T', name: 'Hoàn thành tốt', min: points(70) },
  { code: 'HT', name: 'Hoàn thành', min: points(50) },
  { code: 'K', name: 'Không hoàn thành' },
];

/** One of each kind of criterion, two clusters, gates, quota, recognitions: what the whole-value tests look at. */
export const EXAMPLE: Campaign = campaignOf({
  tracks: [
    trackOf({
      name: 'Đảng ủy các xã',
      legs: [
        { code: 'C1', name: 'Xây dựng Đảng' },
        { code: 'C2', name: 'Kinh tế' },
      ],
      prongs: [
        { code: 'M1', name: 'Trong sạch' },
        { code: 'M2', name: 'Phát triển' },
      ],
      groups: [
        { code: 'M1', name: 'Trong sạch', max: points(40) },
        { code: 'M2', name: 'Phát triển', max: points(60) },
      ],
    }),
    trackOf({ code: 'CQ', name: 'Cơ quan' }),
  ],
  breakthroughs: [{ code: 'DP1', name: 'môi trường đầu tư' }],
  units: [
    unitOf('X1', { name: 'Xã Một' }),
    unitOf('X2', { name: 'Xã Hai' }),
    unitOf('X3', { name: 'Xã Ba' }),
    unitOf('X4', { name: 'Xã Bốn', cluster: 'Cụm 2', attributes: { one_stop: 'no' } }),
    unitOf('X5', { name: 'Xã Năm', cluster: 'Cụm 2' }),
    unitOf('X6', { name: 'Xã Sáu', cluster: 'Cụm 2' }),
    unitOf('Q1', { name: 'Phòng Một', track: 'CQ', cluster: 'Khối 1' }),
    unitOf('Q2', { name: 'Phòng Hai', track: 'CQ', cluster: 'Khối 1' }),
  ],
  criteria: [
    criterionOf(
      'K1',
      { kind: 'percent', basis: 'cumulative' },
      { group: 'M1', leg: 'C1', prong: 'M1', measure: 'đảng viên', max: points(20) },
    ),
    criterionOf(
      'K2',
      { kind: 'yes_no' },
      { group: 'M1', leg: 'C1', prong: 'M1', gate: 'G1', max: points(10) },
    ),
    criterionOf(
      'K3',
      {
        kind: 'tiered',
        of: 'value',
        direction: 'at_least',
        basis: 'period',
        tiers: [
          { limit: decimal(98), micropoints: points(10) },
          { limit: decimal(90), micropoints: points(5) },
        ],
        otherwise: points(0),
      },
      {
        group: 'M1',
        prong: 'M1',
        measure: '%',
        max: points(10),
        notApplicableWhen: { attribute: 'one_stop', values: ['no'] },
      },
    ),
    criterionOf(
      'K4',
      { kind: 'peer_relative', scope: 'cluster', basis: 'period' },
      { group: 'M2', leg: 'C2', prong: 'M2', breakthroughs: ['DP1'], measure: 'triệu đồng', max: points(30) },
    ),
    criterionOf(
      'K5',
      { kind: 'count', micropointsEach: points(2) },
      { group: 'M2', leg: 'C2', prong: 'M2', measure: 'cuộc', max: points(10) },
    ),
    criterionOf(
      'K6',
      { kind: 'direct', step: decimal('0.5') },
      { group: 'M2', leg: 'C2', prong: 'M2', max: points(10), coefficient: decimal(2) },
    ),
    criterionOf('TH', { kind: 'bonus', micropointsEach: points(2) }, { max: points(10) }),
    criterionOf(
      'TR',
      { kind: 'deduction', micropointsEach: points(-1), automatic: 'late' },
      { max: points(-5) },
    ),
    criterionOf('TT', { kind: 'information', answer: 'number' }, { max: points(0), measure: 'hộ' }),
    criterionOf('D1', { kind: 'direct' }, { track: 'CQ', max: points(100) }),
  ],
  settings: [
    {
      totals: { bonusCap: points(6), deductionFloor: points(-4), gradedUpTo: points(100) },
      grades: GRADES,
      gates: [{ code: 'G1', name: 'Có vi phạm kỷ luật', capGrade: 'HT', barsRecognition: true }],
      quotas: [
        {
          grade: 'XS',
          ratio: decimal('0.4'),
          of: ['XS', 'T'],
          scope: 'track',
          rounding: 'floor',
          least: 1,
          tieAtCut: 'nobody',
        },
      ],
      ranking: {
        leading: 'points',
        places: 'competition',
        decimals: 2,
        tieBreaks: [
          { key: 'base', order: 'descending' },
          { key: 'prong:M2', order: 'descending' },
          { key: 'deduction_count', order: 'ascending' },
        ],
      },
      recognitions: [
        {
          code: 'DC',
          name: 'Dẫn đầu cụm',
          outcome: 'praise',
          scope: 'cluster',
          first: 1,
          leastGrade: 'T',
          tieAtCut: 'everybody',
        },
      ],
    },
  ],
});
