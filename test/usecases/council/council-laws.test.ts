import { afterAll, describe, expect, it } from 'vitest';
import type { Choice, Votes } from '../../../functions/src/domain/ballot/ballot.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import { castVote } from '../../../functions/src/usecases/ballots/cast-vote.ts';
import { closeBallot } from '../../../functions/src/usecases/ballots/close-ballot.ts';
import { openBallot } from '../../../functions/src/usecases/ballots/open-ballot.ts';
import { decide } from '../../../functions/src/usecases/decisions/decide.ts';
import { revokeDecision } from '../../../functions/src/usecases/decisions/revoke-decision.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { AT, as, closeClient, councilStore, MARCH, outcome, SEAL, SIGNED, voters } from './council-store.ts';

afterAll(closeClient);

const BALLOT = 'BC-2024-03-1';
const open = (store: Store) => openBallot(as(store), { purpose: 'nomination', period: MARCH }, SEAL);
const cast = (store: Store, by: string, votes: Votes) =>
  outcome(() => castVote(as(store, by), { ballot: BALLOT, votes }, SEAL));
const close = (store: Store) =>
  outcome(() => closeBallot(as(store), { ballot: BALLOT, minutes: 'Số 5' }, SEAL));
const issue = (store: Store, ...candidates: readonly string[]) =>
  outcome(() =>
    decide(as(store), {
      ballot: BALLOT,
      kind: 'praise',
      subjects: candidates.map((candidate) => ({ candidate })),
      ...SIGNED,
    }),
  );
const allOf = (store: Store, choice: Choice) =>
  store.ballot(BALLOT).then((ballot) => Object.fromEntries(ballot!.candidates.map(({ id }) => [id, choice])));

async function voted(units: number): Promise<Store> {
  const store = await councilStore({ units, council: 2 });
  await open(store);
  for (const voter of voters(2)) await cast(store, voter, await allOf(store, 'yes'));
  await close(store);
  return store;
}

// All at once, each in a campaign of its own: nearly all of the time goes by waiting for one another's locks.
describe.concurrent('the numbers of decisions', () => {
  it('have neither gaps nor repeats when twelve are issued at once and revoked at once', async () => {
    const store = await voted(12);
    const ids = (await store.ballot(BALLOT))!.candidates.map(({ id }) => id);
    const issued = await Promise.all(ids.map((id) => issue(store, id)));
    const numbers = issued.map((each) => (typeof each === 'string' ? each : each.decision.id));
    expect(new Set(numbers)).toEqual(new Set(ids.map((_, i) => `2024-${i + 1}`)));

    const revoke = (decision: string) =>
      outcome(() => revokeDecision(as(store), { decision, reason: 'Sai', ...SIGNED }));
    const again = ids.slice(0, 3).map((id) => issue(store, id));
    const mixed = await Promise.all([...numbers.slice(4, 8).map(revoke), ...again]);
    expect(mixed.filter((each) => typeof each === 'string')).toEqual(Array(3).fill('already_decided'));

    const decisions = await store.decisions();
    expect(decisions.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    expect(new Set(decisions.map(({ reference }) => reference)).size).toBe(16);
    expect(await store.series('2024')).toEqual({ series: '2024', decisions: 16, exemplars: 12 });
    expect((await store.exemplars()).map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, i) => `DH-2024-${String(i + 1).padStart(3, '0')}`),
    );
    const logged = await store.log(100);
    expect(logged.filter(({ action }) => action === 'decision_issued')).toHaveLength(12);
    expect(logged.filter(({ action }) => action === 'decision_revoked')).toHaveLength(4);
  });

  it('are given to one of six who recognise the same achievement at once', async () => {
    const store = await voted(3);
    const all = await Promise.all(Array.from({ length: 6 }, () => issue(store, 'praise-U00', 'praise-U01')));
    expect(all.filter((each) => typeof each !== 'string')).toHaveLength(1);
    expect(all.filter((each) => each === 'already_decided')).toHaveLength(5);
    expect(await store.decisions()).toHaveLength(1);
    expect(await store.exemplars()).toHaveLength(2);
  });

  it('revoke a decision once, however many revoke it at once', async () => {
    const store = await voted(3);
    await issue(store, 'praise-U00');
    const order = { decision: '2024-1', reason: 'Sai', ...SIGNED };
    const all = await Promise.all(
      Array.from({ length: 5 }, () => outcome(() => revokeDecision(as(store), order))),
    );
    expect(all.filter((each) => each === 'decision_revoked')).toHaveLength(4);
    expect(await store.series('2024')).toMatchObject({ decisions: 2 });
  });
});

describe.concurrent('a ballot under a crowd', () => {
  it.each(['secret', 'open'] as const)(
    'that is %s counts each voter once, however often each clicks',
    async (secrecy) => {
      const store = await councilStore({ units: 2, council: 6, secrecy });
      await open(store);
      const [yes, no] = [await allOf(store, 'yes'), await allOf(store, 'no')];
      const clicks = voters(6).flatMap((voter) => [
        cast(store, voter, yes),
        cast(store, voter, no),
        cast(store, voter, yes),
      ]);
      const all = await Promise.all(clicks);
      expect(all.filter((each) => each === 'already_voted')).toHaveLength(secrecy === 'secret' ? 12 : 0);
      await close(store);
      const { tally, closing } = (await store.ballot(BALLOT))!;
      expect(closing!.voted).toBe(6);
      for (const { yes: y, no: n, blank } of Object.values(tally!)) expect(y + n + blank).toBe(6);
    },
  );

  it('that is closed meanwhile counts exactly the votes that were taken', async () => {
    const random = seededRandom(20240412);
    for (const secrecy of ['secret', 'open'] as const) {
      const store = await councilStore({ units: 2, council: 7, secrecy, quorum: '0' });
      await open(store);
      const yes = await allOf(store, 'yes');
      const before = voters(7).slice(0, 2);
      for (const voter of before) await cast(store, voter, yes);
      const rest = voters(7)
        .slice(2)
        .map((voter) => () => cast(store, voter, yes));
      rest.splice(Math.floor(random() * 4), 0, () => close(store) as Promise<never>);
      const all = await Promise.all(rest.map((each) => each()));
      const taken = all.filter((each) => typeof each !== 'string' && 'voted' in each).length + 2;
      expect(all.filter((each) => typeof each === 'string').every((each) => each === 'ballot_not_open')).toBe(
        true,
      );
      const { tally, closing, state } = (await store.ballot(BALLOT))!;
      expect(state).toBe('closed');
      expect(closing!.voted).toBe(taken);
      for (const { yes: y, no, blank } of Object.values(tally!))
        expect([y, no, blank]).toEqual([taken, 0, 0]);
    }
  });

  it('is opened once, however many open it at once', async () => {
    const store = await councilStore({ units: 2 });
    const all = await Promise.all(Array.from({ length: 4 }, () => outcome(() => open(store))));
    expect(all.filter((each) => each === 'nothing_to_vote_on')).toHaveLength(3);
    expect(await store.ballots()).toHaveLength(1);
    expect((await store.period(MARCH))!.changedAt).toEqual(AT);
  });
});
