import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paper } from '../../functions/src/http/shapes/council-shapes.ts';
import { councilCampaign, MEMBERS_OF_COUNCIL } from './council-campaign.ts';
import { OFFICER } from './small-campaign.ts';
import {
  BALLOT,
  comparable,
  end,
  everythingOf,
  inOrderOfWriting,
  officeWorkbook,
  opened,
  printedSince,
  sealOf,
  tracesOfVotes,
  type World,
  worldOf,
} from './two-worlds.ts';

let worlds: readonly World[];
beforeAll(async () => {
  worlds = [await worldOf(), await worldOf()];
});
afterAll(async () => void (await Promise.all(worlds.map(end))));

type Paper = Readonly<Record<'praise-A' | 'reward-A' | 'praise-B', 'yes' | 'nay' | 'nil'>>;
const PAPERS: readonly Paper[] = [
  { 'praise-A': 'yes', 'reward-A': 'nay', 'praise-B': 'yes' },
  { 'praise-A': 'nay', 'reward-A': 'yes', 'praise-B': 'nil' },
  { 'praise-A': 'yes', 'reward-A': 'yes', 'praise-B': 'nay' },
  { 'praise-A': 'nil', 'reward-A': 'nay', 'praise-B': 'nay' },
  { 'praise-A': 'yes', 'reward-A': 'nil', 'praise-B': 'yes' },
];
/** The same papers from other hands. */
const OTHERWISE = [3, 2, 4, 0, 1].map((i) => PAPERS[i]!);

/** Its states after each vote, what was answered and what was printed. */
async function play(
  world: World,
  code: string,
  papers: readonly Paper[],
  order: readonly number[] = [0, 1, 2, 3, 4],
) {
  const campaign = await opened(world, code);
  const look = () => everythingOf(world.client.firestore, code);
  const states = [await look()];
  const before = world.office.printed().length;
  const answers: unknown[] = [];
  for (const i of order) {
    const { status, body, headers } = await campaign.vote(BALLOT, MEMBERS_OF_COUNCIL[i]!, papers[i]!);
    answers.push([status, body, headers.get('content-length')]);
    states.push(await look());
  }
  const printed = printedSince(world, before);
  await campaign.close(BALLOT);
  states.push(await look());
  return { states, printed, answers, campaign };
}

describe('a secret ballot', () => {
  it('leaves the same behind whoever voted what: in every state of the store, in the log, in the answers', async () => {
    const one = await play(worlds[0]!, 'SECRET', PAPERS);
    const other = await play(worlds[1]!, 'SECRET', OTHERWISE);
    for (const [i, state] of one.states.entries())
      expect(comparable(other.states[i]!)).toEqual(comparable(state));
    expect(other.printed).toBe(one.printed);
    expect(one.printed.match(/"event":"cast-vote"/g)).toHaveLength(5);
    for (const voter of MEMBERS_OF_COUNCIL) expect(one.printed).not.toContain(voter);
    expect(other.answers).toEqual(one.answers);

    const tally = (await one.campaign.store.ballot(BALLOT))!.tally;
    expect(tally).toEqual({
      'praise-A': { yes: 3, no: 1, blank: 1 },
      'reward-A': { yes: 2, no: 2, blank: 1 },
      'praise-B': { yes: 2, no: 2, blank: 1 },
    });
  });

  it('touches with each vote one document, which says neither when, nor in what order, nor what', async () => {
    const { states } = await play(worlds[0]!, 'TOUCH', PAPERS);
    for (const [i, now] of states.slice(1, -1).entries()) {
      const before = new Map(states[i]!.map(({ path, updatedAt }) => [path, updatedAt]));
      const touched = now.filter(({ path, updatedAt }) => before.get(path) !== updatedAt);
      expect(touched.map(({ path, data }) => [path, data])).toEqual([
        [
          `/boxes/${BALLOT}`,
          {
            secrecy: 'secret',
            ballot: BALLOT,
            voted: MEMBERS_OF_COUNCIL.slice(0, i + 1),
            sealed: expect.any(String),
          },
        ],
      ]);
    }
    const seals = states.map(sealOf).filter((seal) => seal !== undefined);
    expect(new Set(seals).size).toBe(MEMBERS_OF_COUNCIL.length + 1);
    expect(new Set(seals.map((seal) => seal.length)).size).toBe(1);
    expect(sealOf(states.at(-1)!)).toBeUndefined();
  });

  it('keeps of papers in writing whose they are and nothing of what they say', async () => {
    const written = async (world: World, yes: number) => {
      const campaign = await opened(world, 'WRITTEN');
      const counts = Object.fromEntries(
        Object.keys(PAPERS[0]!).map((candidate) => [candidate, { yes, no: 2 - yes, blank: 0 }]),
      );
      const voters = MEMBERS_OF_COUNCIL.slice(0, 2);
      const before = world.office.printed().length;
      const { status, body } = await campaign.do('/record-written-votes', OFFICER, {
        ballot: BALLOT,
        written: { secrecy: 'secret', voters, counts },
      });
      const stored = await everythingOf(world.client.firestore, 'WRITTEN');
      return { answer: [status, body], printed: printedSince(world, before), stored: comparable(stored) };
    };
    const one = await written(worlds[0]!, 2);
    expect(one.answer).toEqual([200, { ballot: BALLOT, recorded: 2 }]);
    expect(await written(worlds[1]!, 0)).toEqual(one);
  });

  it('forgets in which order its members came: in the store, its moments, and the log', async () => {
    const one = await play(worlds[0]!, 'ORDERS', PAPERS);
    const other = await play(worlds[1]!, 'ORDERS', OTHERWISE, [3, 0, 4, 2, 1]);
    for (const at of [-2, -1]) {
      const [state, otherState] = [one.states.at(at)!, other.states.at(at)!];
      expect(comparable(otherState)).toEqual(comparable(state));
      expect(inOrderOfWriting(otherState)).toEqual(inOrderOfWriting(state));
    }
    expect([other.printed, other.answers]).toEqual([one.printed, one.answers]);
  });

  it('says no more while the office works, with one member away, and when the month is voted on again', async () => {
    const live = async (world: World, hands: readonly number[]) => {
      const campaign = await opened(world, 'LIVED');
      const before = world.office.printed().length;
      const seen: unknown[] = [];
      const look = async () => {
        const stored = await everythingOf(world.client.firestore, 'LIVED');
        seen.push(comparable(stored), inOrderOfWriting(stored), await officeWorkbook(world, campaign));
      };
      const work = async () => {
        await campaign.do('/provision', OFFICER);
        const written = await campaign.do('/deliver', OFFICER, { workbooks: ['office'] });
        expect(written.body).toMatchObject({ delivered: 1, failed: 0 });
      };
      for (const ballot of [BALLOT, 'BC-2024-03-2']) {
        for (const [i, hand] of hands.entries()) {
          const { status } = await campaign.vote(ballot, MEMBERS_OF_COUNCIL[i]!, PAPERS[hand]!);
          expect(status).toBe(200);
          if (i % 2 === 1) await work();
          if (i % 2 === 1) await look();
        }
        expect((await campaign.close(ballot)).status).toBe(200);
        if (ballot !== BALLOT) continue;
        await campaign.move('2024-03', 'reopen', { reason: 'Bổ sung' });
        await campaign.move('2024-03', 'close');
        await campaign.move('2024-03', 'evaluate');
        expect((await campaign.open()).status).toBe(200);
      }
      await work();
      await look();
      const everything = JSON.stringify(await everythingOf(world.client.firestore, 'LIVED'));
      const traces = tracesOfVotes(world, before);
      expect(traces).toHaveLength(2 * hands.length);
      const lines = world.office.printed().split('\n');
      for (const trace of traces) {
        const naming = lines.filter((each) => each.includes(trace)).length;
        expect([everything.includes(trace), naming]).toEqual([false, 1]);
      }
      return { seen, printed: printedSince(world, before) };
    };
    const one = await live(worlds[0]!, [0, 1, 2, 3]);
    const other = await live(worlds[1]!, [2, 3, 1, 0]);
    expect(one.seen).toHaveLength(15);
    for (const [i, each] of one.seen.entries()) expect(other.seen[i]).toEqual(each);
    expect(other.printed).toBe(one.printed);
  });

  it('lists its voters by name, not as they came', async () => {
    const campaign = await opened(worlds[0]!, 'ORDER');
    for (const [i, voter] of [...MEMBERS_OF_COUNCIL].reverse().entries())
      await campaign.vote(BALLOT, voter, PAPERS[i]!);
    expect(await campaign.store.ballotBox(BALLOT)).toMatchObject({ voted: MEMBERS_OF_COUNCIL });
  });

  it('makes no seal of the log, however often one is asked for while people vote', async () => {
    const world = worlds[0]!;
    const campaign = await opened(world, 'SEALED');
    const sealed = async () => {
      expect((await campaign.do('/run-jobs', OFFICER)).status).toBe(200);
      const all = await everythingOf(world.client.firestore, 'SEALED');
      return all.filter(({ path }) => path.startsWith('/seals/'));
    };
    const before = await sealed();
    expect(before).toHaveLength(1);
    for (const [i, voter] of MEMBERS_OF_COUNCIL.entries()) {
      await campaign.vote(BALLOT, voter, PAPERS[i]!);
      expect(await sealed()).toEqual(before);
    }
  });

  it('is asked in words of one length', () => {
    const words = ['yes', 'nay', 'nil'];
    expect(words.map((word) => paper.safeParse({ a: word }).success)).toEqual([true, true, true]);
    for (const word of ['no', 'blank', 'YES', '']) expect(paper.safeParse({ a: word }).success).toBe(false);
    expect(new Set(PAPERS.map((each) => JSON.stringify(each).length)).size).toBe(1);
  });

  it('does not open without its key', async () => {
    const bare = await worldOf({ BALLOT_KEY: '' });
    const campaign = await councilCampaign(bare.office, bare.client, 'NOKEY');
    await campaign.evaluate('2024-03', { A: 9, B: 8 });
    expect((await campaign.open()).body.error.code).toBe('ballot_key_missing');
    expect(await campaign.store.ballots()).toEqual([]);
    await end(bare);
  });
});
