import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../functions/src/domain/campaign/calendar.ts';
import { canonicalJson } from '../../../functions/src/domain/digest.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import { historyFor } from '../../../functions/src/domain/evaluation/history.ts';
import type { PeriodInputs, UnitInput } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import { sumPoints } from '../../../functions/src/domain/numbers/micropoints.ts';
import { answerOf, decimal, inputOf, inputsOf, points } from '../build/campaign.ts';
import { EXAMPLE } from '../build/example.ts';
import { marchInputs } from '../build/march.ts';

describe('a period’s result, whatever the month', () => {
  it('gives the same bytes whatever order units, criteria, forms and history come in', () => {
    fc.assert(
      fc.property(months(), fc.integer(), (inputs, seed) => {
        const shuffled = reordered(inputs, seed);
        expect(canonicalJson(evaluatePeriod(shuffled))).toBe(canonicalJson(evaluatePeriod(inputs)));
      }),
      { numRuns: 60 },
    );
  });

  it('is plain data: storing and reading changes nothing, and inputs give their digest back', () => {
    fc.assert(
      fc.property(months(), (inputs) => {
        const result = evaluatePeriod(inputs);
        expect(JSON.parse(canonicalJson(result))).toStrictEqual(result);
        const stored = JSON.parse(canonicalJson(inputs)) as PeriodInputs;
        expect(evaluatePeriod(stored)).toStrictEqual(result);
      }),
      { numRuns: 40 },
    );
  });

  it('has another digest when anything it looks at is another', () => {
    const digest = (inputs: PeriodInputs): string => evaluatePeriod(inputs).inputsDigest;
    const others: readonly PeriodInputs[] = [
      MARCH,
      { ...MARCH, history: [] },
      { ...MARCH, submissions: MARCH.submissions.slice(1) },
      { ...MARCH, submissions: MARCH.submissions.map((input) => ({ ...input, late: !input.late })) },
      { ...MARCH, rules: { ...MARCH.rules, units: MARCH.rules.units.slice(1) } },
      {
        ...MARCH,
        rules: { ...MARCH.rules, targets: [{ unitId: 'X1', criterion: 'K1', target: decimal(11) }] },
      },
    ];
    expect(new Set(others.map(digest)).size).toBe(others.length);
  });

  it('adds up: criteria to subtotals, subtotals to the base, the base with bonus and deductions to the total', () => {
    fc.assert(
      fc.property(months(), (inputs) => {
        for (const unit of evaluatePeriod(inputs).units) {
          if (unit.track !== 'XA') continue;
          expect(sumPoints(unit.groups.map(({ micropoints }) => micropoints))).toBe(unit.base);
          expect(unit.total).toBe(unit.base + unit.bonus + unit.deductions);
          if (unit.status === 'ranked')
            expect(sumPoints(unit.groups.map(({ max }) => max))).toBe(points(100));
          expect(unit.bonus).toBeLessThanOrEqual(points(6));
          expect(unit.deductions).toBeGreaterThanOrEqual(points(-4));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never lowers a unit’s total for reporting more', () => {
    fc.assert(
      fc.property(
        months(),
        fc.constantFrom('K1', 'K3', 'K5', 'K6', 'TH'),
        fc.integer({ min: 1, max: 50 }),
        (inputs, code, more) => {
          const before = totalOf(inputs, 'X1');
          const raised = inputs.submissions.map((input) =>
            input.unitId === 'X1' ? withMore(input, code, more) : input,
          );
          expect(totalOf({ ...inputs, submissions: raised }, 'X1')).toBeGreaterThanOrEqual(before);
        },
      ),
      { numRuns: 80 },
    );
  });
});

const MARCH: PeriodInputs = marchInputs(
  [
    inputOf('X4', { K1: [3, 3], K2: true, K4: [100, 100], K5: 5, K6: 7 }),
    inputOf('Q1', { D1: 90 }),
    inputOf('Q2', { D1: 90 }),
  ],
  [inputOf('X1', { K1: [5, 10], K2: true, K3: 99, K4: [90, 100], K5: 4, K6: 9, TH: 0, TR: 0, TT: 120 })],
);

function totalOf(inputs: PeriodInputs, unitId: string): number {
  return evaluatePeriod(inputs).units.find((unit) => unit.unitId === unitId)!.total;
}

function withMore(input: UnitInput, code: string, more: number): UnitInput {
  return {
    ...input,
    answers: input.answers.map((answer) =>
      answer.criterion === code && answer.reported?.kind === 'number'
        ? { ...answer, reported: answerOf(Number(answer.reported.value) + more) }
        : answer,
    ),
  };
}

/** Random months of the example: some units silent, some answers blank or not applicable, many ties. */
function months(): fc.Arbitrary<PeriodInputs> {
  const number = (max: number): fc.Arbitrary<number | null | undefined> =>
    fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max }) },
      fc.constant(null),
      fc.constant(undefined),
    );
  const form = fc.record({
    K1: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 4 })),
    K2: fc.option(fc.boolean()),
    K3: number(100),
    K4: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 2 })),
    K5: number(6),
    K6: number(10),
    TH: number(4),
    TR: number(6),
    TT: number(3),
  });
  const submissions = fc
    .array(fc.option(fc.tuple(form, fc.boolean())), { minLength: 6, maxLength: 6 })
    .map((forms) =>
      forms.flatMap((of, i) => (of === null ? [] : [inputOf(`X${i + 1}`, of[0], { late: of[1] })])),
    );
  return fc.tuple(submissions, submissions).map(([earlier, now]) => {
    const february = evaluatePeriod(inputsOf(EXAMPLE, earlier, { period: '2024-02' }));
    const january = evaluatePeriod(inputsOf(EXAMPLE, earlier.slice(1), { period: '2024-01' }));
    const period = parsePeriod('2024-03', EXAMPLE.calendar)!;
    return inputsOf(EXAMPLE, now, { history: historyFor(period, EXAMPLE.calendar, [january, february]) });
  });
}

function reordered(inputs: PeriodInputs, seed: number): PeriodInputs {
  let state = Math.abs(seed) + 1;
  const shuffle = <T>(items: readonly T[]): readonly T[] =>
    items
      .map((item) => {
        state = (state * 48_271) % 2_147_483_647;
        return { item, at: state };
      })
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  const { rules, submissions, history } = inputs;
  return {
    rules: {
      ...rules,
      tracks: shuffle(rules.tracks).map((track) => ({ ...track, criteria: shuffle(track.criteria) })),
      units: shuffle(rules.units),
    },
    submissions: shuffle(submissions).map((input) => ({ ...input, answers: shuffle(input.answers) })),
    history: shuffle(history).map((past) => ({
      ...past,
      units: shuffle(past.units).map((unit) => ({ ...unit, criteria: shuffle(unit.criteria) })),
    })),
  };
}
