import type { Criterion, Scoring, UnitTarget } from '../../../functions/src/domain/campaign/criterion.ts';
import type { Day, Period, PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import type { Unit } from '../../../functions/src/domain/campaign/unit.ts';
import type { Rules, TrackRules } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import type { Decimal } from '../../../functions/src/domain/numbers/decimal.ts';
import { type Micropoints, micropointsOf } from '../../../functions/src/domain/numbers/micropoints.ts';

/** A track with a criterion of every kind, and units to fill its form. */
export const decimalOf = (text: string): Decimal => text as Decimal;
const points = (text: string): Micropoints => micropointsOf(decimalOf(text));

function criterion(
  code: string,
  scoring: Scoring,
  more: Partial<Criterion> & { readonly max: Micropoints },
): Criterion {
  return {
    track: 'XA',
    code,
    name: `Tiêu chí ${code}`,
    breakthroughs: [],
    scoring,
    coefficient: decimalOf('1'),
    mayBeNotApplicable: false,
    required: true,
    ...more,
  };
}

const period: Scoring & { kind: 'percent' } = { kind: 'percent', basis: 'period' };

export const criteria: readonly Criterion[] = [
  criterion(
    'DIRECT',
    { kind: 'direct', step: decimalOf('0.5') },
    { max: points('12'), evidence: 'Biên bản' },
  ),
  criterion('BALANCE', { kind: 'direct' }, { max: points('10'), mayBeNegative: true, required: false }),
  criterion('OWN', period, { max: points('10'), measure: '%', mayBeNotApplicable: true }),
  criterion('STANDARD', { ...period, target: decimalOf('100') }, { max: points('10'), measure: '%' }),
  criterion('FREE', period, { max: points('8'), measure: 'triệu đồng', coefficient: decimalOf('1.5') }),
  criterion(
    'TIER-RATIO',
    {
      kind: 'tiered',
      of: 'ratio',
      direction: 'at_least',
      tiers: [{ limit: decimalOf('100'), micropoints: points('5') }],
      otherwise: points('0'),
      basis: 'cumulative',
    },
    { max: points('5'), mayBeNotApplicable: true, required: false },
  ),
  criterion(
    'TIER-VALUE',
    {
      kind: 'tiered',
      of: 'value',
      direction: 'at_least',
      tiers: [{ limit: decimalOf('98'), micropoints: points('5') }],
      otherwise: points('0'),
      basis: 'period',
    },
    {
      max: points('5'),
      measure: '%',
      notApplicableWhen: { attribute: 'has_tthc', values: ['no'] },
    },
  ),
  criterion('YES', { kind: 'yes_no' }, { max: points('5'), gate: 'G1', mayBeNotApplicable: true }),
  criterion('COUNT', { kind: 'count', micropointsEach: points('1') }, { max: points('8'), measure: 'cuộc' }),
  criterion('PEER', { kind: 'peer_relative', basis: 'period', scope: 'cluster' }, { max: points('15') }),
  criterion('BONUS', { kind: 'bonus', micropointsEach: points('2') }, { max: points('10'), required: false }),
  criterion(
    'MINUS',
    { kind: 'deduction', micropointsEach: points('-1'), automatic: 'late' },
    { max: points('-5'), required: false },
  ),
  criterion('INFO-N', { kind: 'information', answer: 'number' }, { max: points('0'), required: false }),
  criterion('INFO-T', { kind: 'information', answer: 'text' }, { max: points('0'), required: false }),
  criterion('INFO-Y', { kind: 'information', answer: 'yes_no' }, { max: points('0'), required: false }),
];

export const track: TrackRules = {
  code: 'XA',
  name: 'Đảng ủy các xã, thị trấn',
  legs: [],
  prongs: [],
  groups: [],
  criteria,
  totals: {},
  grades: [],
  gates: [],
  quotas: [],
  ranking: { leading: 'points', places: 'competition', tieBreaks: [] },
  recognitions: [],
  standings: { method: 'sum', missing: 'zero' },
};

const unitOf = (id: string, name: string, attributes: Readonly<Record<string, string>> = {}): Unit => ({
  id,
  name,
  track: 'XA',
  cluster: 'Cụm 1',
  attributes,
});

export const unit = unitOf('X29110', 'Thị trấn Ba Tri');
export const otherUnit = unitOf('X29116', 'Xã Mỹ Hòa');
/** TIER-VALUE is not asked of it. */
export const unitWithoutDesk = unitOf('X29119', 'Xã Tân Xuân', { has_tthc: 'no' });

export const targets: readonly UnitTarget[] = [
  { unitId: 'X29110', criterion: 'OWN', target: decimalOf('95') },
  { unitId: 'X29116', criterion: 'OWN', target: decimalOf('90') },
];

export const rules: Rules = {
  campaign: 'DKM',
  period: {
    id: '2024-03' as PeriodId,
    kind: 'month',
    from: '2024-03-01' as Day,
    to: '2024-03-31' as Day,
  } satisfies Period,
  breakthroughs: [],
  tracks: [track],
  units: [unit, otherUnit, unitWithoutDesk],
  merged: [],
  targets,
};

export function criterionOf(code: string): Criterion {
  const found = criteria.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no criterion ${code}`);
  return found;
}
