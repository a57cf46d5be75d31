import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, DEFAULT_BALLOT_RULES, noVotes } from '../../../functions/src/domain/ballot/ballot.ts';
import {
  addTally,
  castOpenly,
  castSecretly,
  emptyBox,
  hasVoted,
  type OpenBox,
  paperOf,
  type Seal,
  type SecretBox,
  tallyOf,
} from '../../../functions/src/domain/ballot/ballot-box.ts';

const candidates = ['a', 'b'].map((id) => ({
  id,
  name: id,
  subject: { kind: 'unit', unitId: id } as const,
  outcome: 'praise' as const,
  achievement: 'Dẫn đầu',
  reasons: [],
}));
const ballot = { id: 'BC-2024-03-1', candidates, rules: DEFAULT_BALLOT_RULES };
/** What the real one hides, this one shows: here only the box's own rules matter. */
const glass: Seal = {
  close: (tally, { id }) => JSON.stringify([id, tally]),
  open: (sealed) => (JSON.parse(sealed) as [string, ReturnType<typeof noVotes>])[1],
};
const choice = fc.constantFrom<Choice>('yes', 'no', 'blank');
const cast = fc.record({
  voter: fc.constantFrom('v1', 'v2', 'v3', 'v4'),
  votes: fc.record({ a: choice, b: choice }),
});

describe('a secret box', () => {
  const put = (box: SecretBox, voter: string, votes: Record<string, Choice>): SecretBox =>
    castSecretly({ ...box, sealed: box.sealed! }, ballot, [voter], paperOf(candidates, votes), glass);
  const empty = emptyBox(ballot, glass) as SecretBox;

  it('is the same whoever voted what in whatever order, as long as the sums are', () => {
    const one = put(put(empty, 'v1', { a: 'yes', b: 'no' }), 'v2', { a: 'no' });
    const other = put(put(empty, 'v2', { a: 'yes', b: 'no' }), 'v1', { a: 'no' });
    expect(one).toEqual(other);
    expect(Object.keys(one).sort()).toEqual(['ballot', 'sealed', 'secrecy', 'voted']);
  });

  it('counts every paper once', () => {
    fc.assert(
      fc.property(fc.array(cast, { maxLength: 12 }), (all) => {
        let box = empty;
        let tally = noVotes(candidates);
        for (const { voter, votes } of all) {
          if (hasVoted(box, voter)) continue;
          box = put(box, voter, votes);
          tally = addTally(tally, paperOf(candidates, votes));
        }
        expect(tallyOf(box, ballot, glass)).toEqual(tally);
        expect(box.voted).toEqual([...new Set(all.map(({ voter }) => voter))].sort());
      }),
    );
  });

  it('says nothing without its seal', () => {
    expect(tallyOf(empty, ballot, undefined)).toBeUndefined();
    const { sealed: _, ...opened } = empty;
    expect(tallyOf(opened, ballot, glass)).toBeUndefined();
  });
});

describe('an open box', () => {
  const empty = emptyBox(
    { ...ballot, rules: { ...DEFAULT_BALLOT_RULES, secrecy: 'open' } },
    undefined,
  ) as OpenBox;

  it('counts the last paper of each voter', () => {
    fc.assert(
      fc.property(fc.array(cast, { maxLength: 12 }), (all) => {
        const box = all.reduce((so, { voter, votes }) => castOpenly(so, voter, votes), empty);
        const last = new Map(all.map(({ voter, votes }) => [voter, votes]));
        const papers = [...last.values()].map((votes) => paperOf(candidates, votes));
        expect(tallyOf(box, ballot, undefined)).toEqual(papers.reduce(addTally, noVotes(candidates)));
        expect(box.papers.map(({ voter }) => voter)).toEqual([...last.keys()].sort());
      }),
    );
  });
});
