import fc from 'fast-check';
import type { Track } from '../../functions/src/domain/campaign/campaign.ts';
import type { Criterion, Scoring } from '../../functions/src/domain/campaign/criterion.ts';
import type { Tag } from '../../functions/src/domain/campaign/tag.ts';
import { type Decimal, parseDecimal } from '../../functions/src/domain/numbers/decimal.ts';
import type { Micropoints } from '../../functions/src/domain/numbers/micropoints.ts';
import { anyScope } from './any-settings.ts';
import { anyDecimal, anyPoints, anyRatio, anyText, anyValidity, distinct } from './any-values.ts';

export function anyCriteria(track: Track, breakthroughs: readonly Tag[]): fc.Arbitrary<Criterion[]> {
  return distinct(`${track.code}-C`, 1, 5).chain((codes) =>
    fc.tuple(...codes.map((code) => anyCriterion(code, track, breakthroughs))),
  );
}

function anyCriterion(code: string, track: Track, breakthroughs: readonly Tag[]): fc.Arbitrary<Criterion> {
  const codeOf = (tags: readonly Tag[]) =>
    fc.option(fc.constantFrom(undefined, ...tags.map((tag) => tag.code)), { nil: undefined });
  return fc
    .record({
      rule: anyRule,
      text: fc.record({ measure: anyText, evidence: anyText }, { requiredKeys: [] }),
      name: anyText,
      group: codeOf(track.groups),
      leg: codeOf(track.legs),
      prong: codeOf(track.prongs),
      breakthroughs: fc.subarray(breakthroughs.map((tag) => tag.code)),
      coefficient: anyDecimal,
      condition: fc.option(fc.subarray(['lớn', 'nhỏ', 'rất nhỏ'], { minLength: 1 }), { nil: undefined }),
      mayBeNotApplicable: fc.boolean(),
      required: fc.boolean(),
      validity: anyValidity,
    })
    .map(({ rule, text, group, leg, prong, condition, validity, ...rest }) => {
      const isOutside = ['bonus', 'deduction', 'information'].includes(rule.scoring.kind);
      return {
        track: track.code,
        code,
        ...rest,
        ...rule,
        ...text,
        ...(group && !isOutside && { group }),
        ...(leg && { leg }),
        ...(prong && { prong }),
        ...(condition && { notApplicableWhen: { attribute: 'loại', values: condition } }),
        ...validity,
      };
    });
}

const anyTarget = fc
  .tuple(
    fc.record(
      { basis: fc.constantFrom('period' as const, 'cumulative' as const), target: anyDecimal },
      { requiredKeys: ['basis'] },
    ),
    fc.boolean(),
  )
  .map(([target, ofYear]) => ({
    ...target,
    ...(ofYear && target.basis === 'cumulative' && { yearTarget: true }),
  }));

type Rule = { readonly scoring: Scoring; readonly max: Micropoints; readonly mayBeNegative?: true };

const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record(
    {
      mayBeNegative: fc.constant(true as const),
      scoring: fc.record(
        { kind: fc.constant('direct' as const), step: fc.constant('0.25' as Decimal) },
        { requiredKeys: ['kind'] },
      ),
      max: fc.constant(12_500_000 as Micropoints),
    },
    { requiredKeys: ['scoring', 'max'] },
  ),
  fc.record({
    scoring: fc
      .tuple(
        fc.record(
          { kind: fc.constant('percent' as const), minimumRatio: anyRatio },
          { requiredKeys: ['kind'] },
        ),
        anyTarget,
      )
      .map(([a, b]) => ({ ...a, ...b })),
    max: anyPoints(1, 50),
  }),
  fc.record({ scoring: anyTiers(), max: fc.constant(20_000_000 as Micropoints) }),
  fc.record({ scoring: fc.constant({ kind: 'yes_no' as const }), max: anyPoints(1, 50) }),
  fc.record({
    scoring: fc.record({
      kind: fc.constantFrom('count' as const, 'bonus' as const),
      micropointsEach: anyPoints(1, 5),
    }),
    max: anyPoints(1, 50),
  }),
  fc.record({
    scoring: fc
      .tuple(fc.record({ kind: fc.constant('peer_relative' as const), scope: anyScope }), anyTarget)
      .map(([a, b]) => ({ ...a, ...b })),
    max: anyPoints(1, 50),
  }),
  fc.record({
    scoring: fc.record(
      {
        kind: fc.constant('deduction' as const),
        micropointsEach: anyPoints(-5, -1),
        automatic: fc.constant('late' as const),
      },
      { requiredKeys: ['kind', 'micropointsEach'] },
    ),
    max: anyPoints(-20, 0),
  }),
  fc.record({
    scoring: fc.record({
      kind: fc.constant('information' as const),
      answer: fc.constantFrom('number' as const, 'text' as const, 'yes_no' as const),
    }),
    max: fc.constant(0 as Micropoints),
  }),
);

function anyTiers(): fc.Arbitrary<Scoring> {
  return fc
    .record({
      of: fc.constantFrom('value' as const, 'ratio' as const),
      direction: fc.constantFrom('at_least' as const, 'at_most' as const),
      limits: fc.uniqueArray(fc.integer({ min: -50, max: 200 }), { minLength: 1, maxLength: 4 }),
      points: fc.array(anyPoints(0, 20), { minLength: 5, maxLength: 5 }),
      target: anyTarget,
    })
    .map(({ of, direction, limits, points, target }) => {
      const sign = direction === 'at_least' ? -1 : 1;
      const falling = points.toSorted((a, b) => b - a);
      const tiers = limits
        .toSorted((a, b) => (a - b) * sign)
        .map((limit, index) => ({ limit: parseDecimal(limit)!, micropoints: falling[index]! }));
      return {
        kind: 'tiered',
        of,
        direction,
        tiers,
        otherwise: falling.at(-1)!,
        ...(of === 'ratio' ? target : { basis: target.basis }),
      };
    });
}
