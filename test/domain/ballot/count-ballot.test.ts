import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addVotes,
  type BallotRules,
  type Choice,
  DEFAULT_BALLOT_RULES,
  noVotes,
  type Votes,
} from '../../../functions/src/domain/ballot/ballot.ts';
import { countBallot } from '../../../functions/src/domain/ballot/count-ballot.ts';
import type { Decimal } from '../../../functions/src/domain/numbers/decimal.ts';

const candidates = [{ id: 'a' }, { id: 'b' }].map((each) => ({
  ...each,
  name: each.id,
  subject: { kind: 'unit', unitId: each.id } as const,
  outcome: 'praise' as const,
  achievement: 'Dẫn đầu',
  reasons: [],
}));
const members = (count: number) => Array.from({ length: count }, (_, i) => `m${i}@x.vn`);
const papers = (yes: number, no: number): Votes[] => [
  ...Array.from({ length: yes }, () => ({ a: 'yes' }) as const),
  ...Array.from({ length: no }, () => ({ a: 'no' }) as const),
];
const count = (all: readonly Votes[], of: number, rules: Partial<BallotRules> = {}) =>
  countBallot(
    {
      candidates,
      electorate: members(of),
      rules: { ...DEFAULT_BALLOT_RULES, ...rules },
      tally: all.reduce(addVotes, noVotes(candidates)),
    },
    all.length,
  );
const passes = (yes: number, no: number, of: number, rules: Partial<BallotRules>) =>
  count(papers(yes, no), of, rules).candidates[0]!.passed;
const ratio = (text: string) => text as Decimal;

describe('a ballot', () => {
  it('says the whole of it: who had to vote, what was needed, who passed', () => {
    expect(count([{ a: 'yes', b: 'no' }, { a: 'yes' }], 3)).toEqual({
      members: 3,
      voted: 2,
      neededToVote: 2,
      isValid: true,
      neededToPass: 2,
      candidates: [
        { id: 'a', yes: 2, no: 0, blank: 0, passed: true },
        { id: 'b', yes: 0, no: 1, blank: 1, passed: false },
      ],
    });
  });

  it('takes ninety percent of all members where the rule says so (decree 91/2017)', () => {
    const ninety = { base: 'all', pass: ratio('0.9'), above: false } as const;
    expect([passes(9, 0, 10, ninety), passes(8, 2, 10, ninety), passes(9, 2, 11, ninety)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('tells two thirds of nine from more than two thirds of nine', () => {
    const thirds = { base: 'all', pass: ratio('0.666666666667') } as const;
    expect([
      passes(6, 3, 9, { ...thirds, above: false }),
      passes(6, 3, 9, { ...thirds, above: true }),
      passes(7, 2, 9, { ...thirds, above: true }),
    ]).toEqual([true, false, true]);
  });

  it('passes nobody without its quorum', () => {
    expect(count(papers(5, 0), 9).isValid).toBe(false);
    expect(passes(5, 0, 9, {})).toBe(false);
  });

  it('counts no secret ballot of one paper: its sum would be a vote', () => {
    const one = { quorum: ratio('0'), base: 'voted' } as const;
    expect([count(papers(1, 0), 5, one).isValid, count(papers(2, 0), 5, one).isValid]).toEqual([false, true]);
    expect(count(papers(1, 0), 5, { ...one, secrecy: 'open' }).isValid).toBe(true);
  });

  it('passes nobody where nobody voted', () => {
    expect(passes(0, 0, 0, { quorum: ratio('0'), pass: ratio('0'), above: false })).toBe(false);
  });

  it('agrees with fractions worked out in whole numbers', () => {
    const fractions = [
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [9, 10],
      [1, 1],
    ] as const;
    const anyBallot = fc.record({
      of: fc.integer({ min: 1, max: 300 }),
      share: fc.constantFrom(...fractions),
      above: fc.boolean(),
      base: fc.constantFrom('all' as const, 'voted' as const),
      yes: fc.nat(300),
      no: fc.nat(300),
    });
    fc.assert(
      fc.property(anyBallot, ({ of, share: [n, d], above, base, yes, no }) => {
        fc.pre(yes + no <= of);
        const pass = (n / d).toFixed(12).replace(/\.?0+$/, '') as Decimal;
        const whole = base === 'all' ? of : yes + no;
        const oracle = yes > 0 && (above ? yes * d > n * whole : yes * d >= n * whole);
        expect(passes(yes, no, of, { secrecy: 'open', pass, above, base, quorum: ratio('0') })).toBe(oracle);
      }),
    );
  });

  it('counts every paper once, in any order, and nobody who does not stand', () => {
    const choice = fc.constantFrom<Choice>('yes', 'no', 'blank');
    const paper = fc.record({ a: choice, b: choice, stranger: choice }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 40 }), (all) => {
        const tally = all.reduce<ReturnType<typeof noVotes>>(addVotes, noVotes(candidates));
        const counted = (id: 'a' | 'b', what: Choice) =>
          all.filter((each) => (each[id] ?? 'blank') === what).length;
        const oracle = (id: 'a' | 'b') => ({
          yes: counted(id, 'yes'),
          no: counted(id, 'no'),
          blank: counted(id, 'blank'),
        });
        expect(tally).toEqual({ a: oracle('a'), b: oracle('b') });
        expect([...all].reverse().reduce(addVotes, noVotes(candidates))).toEqual(tally);
      }),
    );
  });
});
