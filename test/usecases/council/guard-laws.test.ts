import { afterAll, describe, expect, it } from 'vitest';
import type { Choice } from '../../../functions/src/domain/ballot/ballot.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import { castVote } from '../../../functions/src/usecases/ballots/cast-vote.ts';
import { closeBallot } from '../../../functions/src/usecases/ballots/close-ballot.ts';
import { openBallot } from '../../../functions/src/usecases/ballots/open-ballot.ts';
import { decide } from '../../../functions/src/usecases/decisions/decide.ts';
import { revokeDecision } from '../../../functions/src/usecases/decisions/revoke-decision.ts';
import { readExemplars } from '../../../functions/src/usecases/exemplar-facts.ts';
import { setupOf } from '../../../functions/src/usecases/rules-of.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import {
  as,
  closeClient,
  councilStore,
  keepRows,
  MARCH,
  outcome,
  SEAL,
  SIGNED,
  voters,
} from './council-store.ts';

afterAll(closeClient);

const EXEMPLAR = 'DH-2024-001';
const COUNCIL = voters(2);

/** What has been done, in the simplest words there are; the oracle is made of these. */
interface Done {
  praise: 'holds' | 'revoked';
  propagated: boolean;
  learning: boolean;
  /** Reviews that were closed and valid. */
  reviewed: boolean;
  review: 'none' | 'open' | 'closed';
  decision: 'none' | 'holds' | 'revoked';
  reviews: number;
}
/** The steps of the exemplar's life, one behind the other. */
function stepsOf({ praise, propagated, learning, reviewed, decision }: Done): string[] {
  const steps: (readonly [string, boolean])[] = [
    ['built', praise === 'holds'],
    ['propagated', propagated],
    ['learned', learning],
    ['reviewed', reviewed],
    ['decided', decision === 'holds'],
  ];
  const missing = steps.findIndex(([, isDone]) => !isDone);
  return steps.slice(0, missing === -1 ? undefined : missing).map(([step]) => step);
}

type Step = (store: Store, done: Done) => Promise<void>;
const OK = 'done';
const tried = async (work: () => Promise<unknown>) => {
  const result = await outcome(work);
  return typeof result === 'string' ? result : OK;
};
const reviewId = ({ reviews }: Done) => `BX-2024-03-${reviews}`;

const STEPS: Readonly<Record<string, Step>> = {
  async propagate(store, done) {
    if (done.propagated) return;
    const values = { exemplar: EXEMPLAR, publishedOn: '2024-04-12' };
    await keepRows(store, { register: 'propagation', code: 'TT-AAAAAA', revision: 1, values });
    done.propagated = true;
  },
  async learn(store, done) {
    if (done.learning) return;
    const values = {
      exemplar: EXEMPLAR,
      learner: 'DK-AAAAAA',
      commitment: 'x',
      startedOn: '2024-04-12',
      state: 'Đang học',
    };
    await keepRows(store, { register: 'learning', code: 'HT-AAAAAA', unitId: 'U01', revision: 1, values });
    done.learning = true;
  },
  async review(store, done) {
    const order = {
      purpose: 'review',
      period: MARCH,
      proposals: [{ row: 'HT-AAAAAA', outcome: 'caught_up', evidence: 'Báo cáo' }],
    } as const;
    const result = await tried(() => openBallot(as(store), order, SEAL));
    const steps = stepsOf(done);
    if (!done.learning) expect(result).toBe('candidate_not_eligible');
    else if (!steps.includes('learned')) expect(result).toBe('step_missing');
    else if (done.review === 'open' || done.reviewed) expect(result).toBe('nothing_to_vote_on');
    else {
      expect(result).toBe(OK);
      done.review = 'open';
      done.reviews += 1;
    }
  },
  close: (store, done) => close(store, done, COUNCIL, 'yes'),
  closeEmpty: (store, done) => close(store, done, [], 'yes'),
  async decide(store, done) {
    if (done.reviews === 0) return;
    const order = {
      ballot: reviewId(done),
      kind: 'caught_up',
      subjects: [{ candidate: 'HT-AAAAAA' }],
      ...SIGNED,
    } as const;
    const result = await tried(() => decide(as(store), order));
    if (done.review === 'open') expect(result).toBe('ballot_not_closed');
    else if (!done.reviewed) expect(result).toBe('candidate_not_passed');
    else if (done.decision === 'holds') expect(result).toBe('already_decided');
    else if (!stepsOf(done).includes('reviewed')) expect(result).toBe('step_missing');
    else {
      expect(result).toBe(OK);
      done.decision = 'holds';
    }
  },
  async revokePraise(store, done) {
    const result = await tried(() => revoke(store, '2024-1'));
    expect(result).toBe(done.praise === 'holds' ? OK : 'decision_revoked');
    done.praise = 'revoked';
  },
  async revokeDecision(store, done) {
    const found = (await store.decisions()).find(
      ({ kind, subjects }) => kind === 'caught_up' && !subjects[0]!.revoked,
    );
    expect(found !== undefined).toBe(done.decision === 'holds');
    if (found === undefined) return;
    expect(await tried(() => revoke(store, `2024-${found.number}`))).toBe(OK);
    done.decision = 'revoked';
  },
};

const revoke = (store: Store, decision: string) =>
  revokeDecision(as(store), { decision, reason: 'Kê khai sai', ...SIGNED });

async function close(store: Store, done: Done, who: readonly string[], choice: Choice): Promise<void> {
  if (done.reviews === 0) return;
  const ballot = reviewId(done);
  const votes = { 'HT-AAAAAA': choice };
  if (done.review === 'open') for (const by of who) await castVote(as(store, by), { ballot, votes }, SEAL);
  const result = await tried(() => closeBallot(as(store), { ballot, minutes: 'Số 6' }, SEAL));
  expect(result).toBe(done.review === 'open' ? OK : 'ballot_not_open');
  if (done.review === 'open') done.reviewed = who.length > 0;
  done.review = 'closed';
}

async function praised(): Promise<Store> {
  const store = await councilStore({ units: 2, council: COUNCIL.length });
  await openBallot(as(store), { purpose: 'nomination', period: MARCH, only: ['praise-U00'] }, SEAL);
  const ballot = 'BC-2024-03-1';
  for (const by of COUNCIL) await castVote(as(store, by), { ballot, votes: { 'praise-U00': 'yes' } }, SEAL);
  await closeBallot(as(store), { ballot, minutes: 'Số 5' }, SEAL);
  await decide(as(store), { ballot, kind: 'praise', subjects: [{ candidate: 'praise-U00' }], ...SIGNED });
  return store;
}

describe('the guards of an exemplar’s life', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('hold in any order of what people try (%i)', async (seed) => {
    const random = seededRandom(seed);
    const store = await praised();
    const { campaign } = await setupOf(store);
    const done: Done = {
      praise: 'holds',
      propagated: false,
      learning: false,
      reviewed: false,
      review: 'none',
      decision: 'none',
      reviews: 0,
    };
    // What ends the exemplar comes seldom, or nothing else would be seen.
    const names = Object.keys(STEPS).flatMap((name) =>
      name.startsWith('revoke') ? [name] : [name, name, name],
    );
    for (let i = 0; i < 25; i++) {
      await STEPS[names[Math.floor(random() * names.length)]!]!(store, done);
      const exemplars = await readExemplars(store, campaign);
      expect([...exemplars.stepsDone(EXEMPLAR)]).toEqual(stepsOf(done));
    }
  });
});
