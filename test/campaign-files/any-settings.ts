import fc from 'fast-check';
import type { BallotRules } from '../../functions/src/domain/ballot/ballot.ts';
import type { Track } from '../../functions/src/domain/campaign/campaign.ts';
import type {
  CouncilSections,
  Gate,
  Grade,
  Quota,
  RankKey,
  RecognitionRule,
  Settings,
  TieBreak,
} from '../../functions/src/domain/campaign/settings.ts';
import { parseDecimal } from '../../functions/src/domain/numbers/decimal.ts';
import type { Micropoints } from '../../functions/src/domain/numbers/micropoints.ts';
import { anyPoints, anyRatio, anyText, anyValidity, distinct } from './any-values.ts';

const GRADES: readonly Grade[] = [
  { code: 'XS', name: 'Xuất sắc', min: 90_000_000 as Micropoints },
  { code: 'TOT', name: 'Tốt', min: 62_500_000 as Micropoints },
  { code: 'KHT', name: 'Không hoàn thành' },
];

const anyTieBreak: fc.Arbitrary<TieBreak> = fc.record({
  key: fc.constantFrom<RankKey>('total', 'base', 'bonus', 'deductions', 'deduction_count', 'previous_place'),
  order: fc.constantFrom('ascending', 'descending'),
});

const anyCut = fc.oneof(
  fc.record({ tieAtCut: fc.constantFrom('nobody' as const, 'everybody' as const) }),
  fc.record({
    tieAtCut: fc.constant('next_key' as const),
    nextKeys: fc.array(anyTieBreak, { minLength: 1, maxLength: 2 }),
  }),
);

export const anyScope = fc.constantFrom('cluster' as const, 'track' as const);

const anyRounding = fc.constantFrom('floor' as const, 'round' as const, 'ceil' as const);

const anyQuota: fc.Arbitrary<Quota> = fc
  .tuple(
    fc.record(
      {
        grade: fc.constantFrom('XS', 'TOT'),
        ratio: anyRatio,
        special: anyRatio.map((ratio) => ({ attribute: 'loại', value: 'lớn', ratio })),
        of: fc.subarray(['XS', 'TOT'], { minLength: 1 }),
        scope: anyScope,
        rounding: anyRounding,
        least: fc.nat(3),
      },
      { requiredKeys: ['grade', 'ratio', 'scope', 'rounding'] },
    ),
    anyCut,
  )
  .map(([quota, cut]) => ({ ...quota, ...cut }));

const anyGate: fc.Arbitrary<Gate> = fc.record(
  {
    code: fc.constant('G1'),
    name: anyText,
    capGrade: fc.constantFrom('XS', 'TOT'),
    barsRecognition: fc.boolean(),
    whenLate: fc.boolean(),
    whenBelow: fc.array(fc.record({ key: fc.constant('base' as const), min: anyPoints(-5, 90) }), {
      maxLength: 1,
    }),
  },
  { requiredKeys: ['code', 'name', 'barsRecognition'] },
);

const anyRecognition: fc.Arbitrary<RecognitionRule> = fc
  .tuple(
    fc.record(
      {
        code: fc.constant('BD'),
        name: anyText,
        outcome: fc.constantFrom('praise' as const, 'reward' as const),
        scope: anyScope,
        leastGrade: fc.constantFrom('XS', 'TOT'),
        leastPoints: anyPoints(0, 100),
      },
      { requiredKeys: ['code', 'name', 'outcome', 'scope'] },
    ),
    fc.oneof(
      fc.record({ first: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ share: fc.record({ ratio: anyRatio, rounding: anyRounding }) }),
    ),
    anyCut,
  )
  .map(([rule, cutBy, cut]) => ({ ...rule, ...cutBy, ...cut }));

/** For all or for one track, always or for some time. */
export function anySettings(tracks: readonly Track[]): fc.Arbitrary<Settings> {
  const anyTrack = fc.option(fc.constantFrom(...tracks.map(({ code }) => code)), { nil: undefined });
  return fc
    .tuple(anyTrack, anyValidity, anySections, anyCouncil)
    .map(([track, validity, sections, council]) => ({
      ...(track ? { track } : council),
      ...validity,
      ...sections,
    }));
}

/** Grades and gates come with every entry, so that whatever names them finds them. */
const anySections: fc.Arbitrary<Settings> = fc.record(
  {
    totals: fc.record(
      {
        bonusCap: anyPoints(0, 10),
        deductionFloor: anyPoints(-10, 0),
        gradedUpTo: anyPoints(1, 100),
        least: anyPoints(-5, 5),
      },
      { requiredKeys: [] },
    ),
    grades: fc.constant(GRADES),
    gates: fc.array(anyGate, { maxLength: 1 }),
    quotas: fc.array(anyQuota, { maxLength: 1 }),
    ranking: fc.record(
      {
        leading: fc.constantFrom('points' as const, 'grade_then_points' as const),
        pointsOrder: fc.constantFrom('ascending' as const, 'descending' as const),
        places: fc.constantFrom('competition' as const, 'dense' as const),
        decimals: fc.nat(6),
        tieBreaks: fc.array(anyTieBreak, { maxLength: 3 }),
      },
      { requiredKeys: ['leading', 'places', 'tieBreaks'] },
    ),
    recognitions: fc.array(anyRecognition, { maxLength: 1 }),
    standings: fc.record({
      method: fc.constantFrom('sum' as const, 'average' as const),
      missing: fc.constantFrom('zero' as const, 'skip' as const),
    }),
  },
  { requiredKeys: ['grades'] },
);

const anyBallotRules: fc.Arbitrary<BallotRules> = fc.record({
  secrecy: fc.constantFrom('secret' as const, 'open' as const),
  quorum: fc.constantFrom(...['0', '0.5', '0.666666666667', '1'].map((text) => parseDecimal(text)!)),
  base: fc.constantFrom('all' as const, 'voted' as const),
  pass: anyRatio,
  above: fc.boolean(),
});

/** Of entries for all tracks alone. */
const anyCouncil: fc.Arbitrary<CouncilSections> = fc.record(
  {
    ballots: fc.record({ nomination: anyBallotRules, review: anyBallotRules }, { requiredKeys: [] }),
    decisions: fc.record(
      {
        scheme: fc.constantFrom('{n}/QĐ-BCĐ', '{nnn}/{year}'),
        parent: anyText,
        issuer: anyText,
        place: anyText,
        grounds: fc.array(anyText, { maxLength: 2 }),
        recipients: fc.array(anyText, { maxLength: 2 }),
        signers: distinct('S', 1, 2).chain((codes) =>
          fc.tuple(
            ...codes.map((code) =>
              fc.record(
                { code: fc.constant(code), name: anyText, position: anyText, onBehalf: anyText },
                { requiredKeys: ['code', 'name', 'position'] },
              ),
            ),
          ),
        ),
      },
      { requiredKeys: ['scheme', 'issuer', 'place', 'grounds', 'recipients', 'signers'] },
    ),
    review: fc.record({
      caughtUp: fc.integer({ min: 1, max: 10_000 }),
      surpassed: fc.integer({ min: 10_000, max: 20_000 }),
    }),
  },
  { requiredKeys: [] },
);
