import type { Criterion, Scoring } from '../../../functions/src/domain/campaign/criterion.ts';
import type { RankKey, Settings, TieBreak } from '../../../functions/src/domain/campaign/settings.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import { pastPeriodOf } from '../../../functions/src/domain/evaluation/history.ts';
import type { PeriodInputs, UnitInput } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import type { Answer } from '../../../functions/src/domain/form/answer.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { campaignOf, criterionOf, decimal, inputsOf, points, trackOf, unitOf } from './campaign.ts';

/**
 * A small month with some of everything that rules can say: every kind of criterion, groups, coefficients, what is
 * not applicable, gates, quotas, recognitions, any chain of keys, February behind it; figures from nothing to more
 * digits than a plain number holds. The same seed gives the same month.
 */
export function anyMonth(seed: number): PeriodInputs {
  const any = chooser(seed);
  const criteria = Array.from({ length: any.whole(1, 9) }, (_, i) => anyCriterion(any, `C${i}`));
  const units = Array.from({ length: any.whole(1, 14) }, (_, i) =>
    unitOf(`U${String(i).padStart(2, '0')}`, {
      cluster: `Cụm ${any.whole(1, 3)}`,
      attributes: any.sometimes(0.4) ? { a: any.of('no', 'yes') } : {},
    }),
  );
  const tags = (...codes: readonly string[]) => codes.map((code) => ({ code, name: code }));
  const campaign = campaignOf({
    tracks: [trackOf({ groups: tags('A', 'B', 'C'), legs: tags('L'), prongs: tags('M') })],
    breakthroughs: tags('D'),
    criteria,
    units,
    targets: any.sometimes(0.5) ? [{ unitId: 'U00', criterion: 'C0', target: decimal(anyFigure(any)) }] : [],
    settings: [anySettings(any)],
  });
  const forms = () => units.filter(() => any.sometimes(0.85)).map(({ id }) => anyForm(any, id, criteria));
  const before = units.map((unit) => ({ ...unit, cluster: any.of(unit.cluster, 'Cụm 1') })); // some moved since
  const february = evaluatePeriod(inputsOf({ ...campaign, units: before }, forms(), { period: '2024-02' }));
  return inputsOf(campaign, forms(), { history: [pastPeriodOf(february, true)] });
}

type Chooser = ReturnType<typeof chooser>;

function chooser(seed: number) {
  const random = seededRandom(seed);
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  return {
    whole,
    sometimes: (share: number): boolean => random() < share,
    of: <T>(...all: readonly T[]): T => all[whole(0, all.length - 1)]!,
  };
}

function anyFigure(any: Chooser): number | string {
  return any.of<number | string>(
    ...[0, 1, '0.5', '12.25', '0.000001', '0.0000001', '99.999999999999', 123_456, '9007199254'],
    ...['123456789012345678', any.whole(0, 5), any.whole(0, 20), any.whole(0, 20), any.whole(0, 300)],
  );
}

function anyCriterion(any: Chooser, code: string): Criterion {
  const scoring = anyScoring(any);
  const max =
    scoring.kind === 'deduction' ? points(-any.of(2, 5)) : points(any.of<number | string>(0, '2.5', 10, 30));
  return criterionOf(code, scoring, {
    max: scoring.kind === 'information' ? points(0) : max,
    ...(any.sometimes(0.7) && { group: any.of('A', 'B', 'C') }),
    ...(any.sometimes(0.5) && { leg: 'L' }),
    ...(any.sometimes(0.5) && { prong: 'M' }),
    breakthroughs: any.sometimes(0.5) ? ['D'] : [],
    coefficient: decimal(any.of<number | string>(1, 1, 1, 1, 2, '0.333')),
    ...(any.sometimes(0.25) && { gate: any.of('G1', 'G2') }),
    ...(any.sometimes(0.2) && { notApplicableWhen: { attribute: 'a', values: ['no'] } }),
    ...(scoring.kind === 'direct' && any.sometimes(0.3) && { mayBeNegative: true }),
  });
}

function anyScoring(any: Chooser): Scoring {
  const held = {
    basis: any.of('period', 'period', 'cumulative'),
    ...(any.sometimes(0.4) && { target: decimal(any.whole(1, 20)) }),
    ...(any.sometimes(0.2) && { yearTarget: true }),
  } as const;
  const tiers = [any.of<number | string>(98, '95.5'), any.of<number | string>(80, '50.25')].map(
    (limit, i) => ({
      limit: decimal(limit),
      micropoints: points(9 - 4 * i),
    }),
  );
  return any.of<Scoring>(
    { kind: 'direct' },
    { kind: 'percent', ...held, ...(any.sometimes(0.3) && { minimumRatio: decimal('0.5') }) },
    { kind: 'tiered', ...held, of: 'value', direction: 'at_least', tiers, otherwise: points(0) },
    { kind: 'tiered', ...held, of: 'ratio', direction: 'at_most', tiers, otherwise: points(1) },
    { kind: 'yes_no' },
    { kind: 'count', micropointsEach: points(any.of('0.5', '0.333333')) },
    { kind: 'peer_relative', scope: any.of('cluster', 'track'), ...held },
    { kind: 'bonus', micropointsEach: points('0.25') },
    { kind: 'deduction', micropointsEach: points('-0.5'), ...(any.sometimes(0.5) && { automatic: 'late' }) },
    { kind: 'information', answer: any.of('number', 'text', 'yes_no') },
  );
}

const KEYS: readonly RankKey[] = [
  ...(['bonus', 'deductions', 'base', 'group:A', 'group:B', 'group:Z', 'leg:L', 'prong:M'] as const),
  ...(['breakthrough:D', 'criterion:C0', 'criterion:C1', 'criterion:Z'] as const),
  ...(['value:C0', 'value:C1', 'deduction_count', 'previous_place'] as const),
];

function anySettings(any: Chooser): Settings {
  const tie = (): TieBreak => ({ key: any.of(...KEYS), order: any.of('descending', 'ascending') });
  const cut = () => ({ tieAtCut: any.of('nobody', 'everybody', 'next_key'), nextKeys: [tie()] }) as const;
  const scope = () => any.of('cluster', 'track');
  const ratio = () =>
    ({ ratio: decimal(any.of('0.2', '0.5')), rounding: any.of('floor', 'round', 'ceil') }) as const;
  return {
    totals: any.sometimes(0.5)
      ? { bonusCap: points(3), deductionFloor: points(-2), gradedUpTo: points(15), least: points(0) }
      : {},
    grades: [
      { code: 'XS', name: 'Xuất sắc', min: points(20) },
      { code: 'T', name: 'Tốt', min: points(10) },
      { code: 'K', name: 'Kém' },
    ],
    gates: [
      { code: 'G1', name: 'G1', capGrade: 'T', barsRecognition: any.sometimes(0.5) },
      {
        ...{ code: 'G2', name: 'G2', capGrade: 'K', barsRecognition: true, whenLate: any.sometimes(0.5) },
        ...(any.sometimes(0.5) && {
          whenBelow: [{ key: any.of('base', 'group:A', 'leg:L'), min: points(1) }],
        }),
      },
    ],
    quotas: any.sometimes(0.5) ? [{ grade: any.of('XS', 'T'), scope: scope(), ...ratio(), ...cut() }] : [],
    ranking: {
      leading: any.of('points', 'grade_then_points'),
      places: any.of('competition', 'dense'),
      ...(any.sometimes(0.7) && { decimals: any.whole(0, 2) }),
      ...(any.sometimes(0.3) && { pointsOrder: 'ascending' }),
      tieBreaks: any.sometimes(0.3)
        ? [{ key: 'previous_place', order: 'ascending' }]
        : Array.from({ length: any.whole(0, 3) }, tie),
    },
    recognitions: [
      {
        code: 'R',
        name: 'R',
        outcome: 'praise',
        scope: scope(),
        first: any.whole(0, 3),
        leastGrade: 'T',
        ...cut(),
      },
    ],
  };
}

function anyForm(any: Chooser, unitId: string, criteria: readonly Criterion[]): UnitInput {
  const answers = criteria
    .filter(() => any.sometimes(0.95))
    .map(({ code, scoring }) => ({
      criterion: code,
      ...present('reported', anyAnswer(any, scoring)),
      ...present(
        'target',
        any.sometimes(0.5) ? decimal(any.sometimes(0.1) ? -1 : anyFigure(any)) : undefined,
      ),
    }));
  const appraised = criteria
    .filter(() => any.sometimes(0.2))
    .map(({ code, scoring }) => ({ criterion: code, ...present('appraised', anyAnswer(any, scoring)) }));
  return {
    ...{ unitId, revision: 1, appraisalRevision: 0, late: any.sometimes(0.2) },
    ...{ answers: any.sometimes(0.3) ? answers.toReversed() : answers, appraised },
  };
}

function anyAnswer(any: Chooser, scoring: Scoring): Answer | undefined {
  if (any.sometimes(0.07)) return undefined;
  if (any.sometimes(0.1)) return { kind: 'not_applicable' };
  const isYesNo =
    scoring.kind === 'yes_no' || (scoring.kind === 'information' && scoring.answer === 'yes_no');
  if (isYesNo !== any.sometimes(0.05)) return { kind: 'yes_no', value: any.sometimes(0.7) };
  const figure = anyFigure(any);
  return { kind: 'number', value: decimal(any.sometimes(0.1) ? `-${figure}` : figure) };
}

const present = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
