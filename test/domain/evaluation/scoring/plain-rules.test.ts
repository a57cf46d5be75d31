import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion, Scoring } from '../../../../functions/src/domain/campaign/criterion.ts';
import { earnedPoints } from '../../../../functions/src/domain/evaluation/scoring/earned-points.ts';
import { plainRule } from '../../../../functions/src/domain/evaluation/scoring/plain-rules.ts';
import { fromScaled } from '../../../../functions/src/domain/numbers/decimal.ts';
import { answerOf, criterionOf, decimal, points } from '../../build/campaign.ts';
import { ONE } from './arbitrary.ts';

describe('a rule in plain numbers', () => {
  it('gives what the exact rule gives, or says that it cannot', () => {
    const said = { plainly: 0, notAtAll: 0 };
    fc.assert(
      fc.property(criteria(), figures(), targets(), (criterion, value, target) => {
        const figure = { value: toScaled(value), target: toScaled(target) };
        const exact = earnedPoints(criterion, { status: 'measured', figure }, undefined).micropoints;
        const plain = plainRule(criterion)!(value, target);
        if (Number.isNaN(plain)) said.notAtAll += 1;
        else {
          said.plainly += 1;
          expect(plain).toBe(exact);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(said.plainly).toBeGreaterThan(3 * said.notAtAll);
  });

  it('is all or nothing for a yes and a no', () => {
    const criterion = criterionOf('Y', { kind: 'yes_no' });
    for (const isYes of [true, false]) {
      const measured = { status: 'measured' as const, answer: answerOf(isYes) };
      expect(plainRule(criterion)!(isYes ? 1 : 0, 0)).toBe(
        earnedPoints(criterion, measured, undefined).micropoints,
      );
    }
  });

  it('leaves to the exact rule what looks at other units', () => {
    expect(
      plainRule(criterionOf('P', { kind: 'peer_relative', scope: 'track', basis: 'period' })),
    ).toBeUndefined();
  });
});

const toScaled = (millionths: number): bigint => (BigInt(millionths) * ONE) / 1_000_000n;

/** In millionths: halves, amounts in the thousands, many digits, below zero. */
function figures(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 240 }).map((n) => n * 500_000) },
    { weight: 3, arbitrary: fc.integer({ min: -20, max: 20_000 }).map((n) => n * 1_000_000) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 30_000_000 }) },
    { weight: 1, arbitrary: fc.maxSafeInteger() },
  );
}

const targets = (): fc.Arbitrary<number> => figures().map((n) => Math.abs(n) + (n === 0 ? 1_000_000 : 0));

function criteria(): fc.Arbitrary<Criterion> {
  const points6 = fc
    .integer({ min: 1, max: 40_000_000 })
    .map((n) => points(fromScaled(BigInt(n) * 1_000_000n)));
  const max = fc.oneof(
    fc.integer({ min: 0, max: 60 }).map((n) => points(n / 2)),
    points6,
  );
  const each = fc.constantFrom('0.5', '1', '2', '0.333333', '0.000001').map((n) => points(n));
  const limits = fc.uniqueArray(fc.constantFrom('98', '95', '90', '50', '50.5', '0', '-3'), { minLength: 1 });
  const basis = 'period' as const;
  const scoring: fc.Arbitrary<Scoring> = fc.oneof(
    fc.constant({ kind: 'direct' as const }),
    fc.option(fc.constantFrom('0.5', '0.75', '0.333333', '0.0000001'), { nil: undefined }).map((ratio) => ({
      kind: 'percent' as const,
      basis,
      ...(ratio !== undefined && { minimumRatio: decimal(ratio) }),
    })),
    fc
      .tuple(limits, fc.constantFrom('value', 'ratio'), fc.constantFrom('at_least', 'at_most'), each)
      .map(([some, of, direction, otherwise]) => ({
        kind: 'tiered' as const,
        basis,
        of,
        direction,
        tiers: some.map((limit, i) => ({ limit: decimal(limit), micropoints: points(20 - i) })),
        otherwise,
      })),
    each.map((micropointsEach) => ({ kind: 'count' as const, micropointsEach })),
    each.map((micropointsEach) => ({ kind: 'bonus' as const, micropointsEach })),
    each.map((of) => ({ kind: 'deduction' as const, micropointsEach: -of as typeof of })),
    fc.constant({ kind: 'information' as const, answer: 'number' as const }),
  );
  return fc.tuple(scoring, max, fc.boolean()).map(([of, most, mayBeNegative]) =>
    criterionOf('C', of, {
      max: of.kind === 'deduction' ? (-most as typeof most) : most,
      ...(of.kind === 'direct' && { mayBeNegative }),
    }),
  );
}
