import type { DocumentReference, Firestore } from '@google-cloud/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { paper } from '../../functions/src/http/council-shapes.ts';
import { type CouncilCampaign, councilCampaign, MEMBERS_OF_COUNCIL } from './council-campaign.ts';
import { OFFICER } from './small-campaign.ts';
import { startTestOffice, type TestOffice } from './test-office.ts';

/** Two offices of their own, so that the same campaign can be played twice, down to its digests. */
interface World {
  readonly office: TestOffice;
  readonly client: FirestoreClient;
}
let worlds: readonly World[];
const worldOf = async (env: Readonly<Record<string, string>> = {}): Promise<World> => {
  const office = await startTestOffice({ env });
  return { office, client: await openFirestore(office.projectId) };
};
const end = async ({ office, client }: World) => {
  await office.stop();
  await client.firestore.terminate();
};
beforeAll(async () => {
  worlds = [await worldOf(), await worldOf()];
});
afterAll(async () => void (await Promise.all(worlds.map(end))));

const BALLOT = 'BC-2024-03-1';
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

/** Everything that is stored of a campaign, with the moments at which Firestore itself says it was written. */
interface Stored {
  readonly path: string;
  readonly data: unknown;
  readonly updatedAt: string;
}

async function everythingOf(client: Firestore, code: string): Promise<readonly Stored[]> {
  const found: Stored[] = [];
  const walk = async (document: DocumentReference): Promise<void> => {
    const [snapshot, collections] = await Promise.all([document.get(), document.listCollections()]);
    if (snapshot.exists)
      found.push({
        path: document.path.replace(`campaigns/${code}`, ''),
        data: snapshot.data(),
        updatedAt: `${snapshot.updateTime!.seconds}.${snapshot.updateTime!.nanoseconds}`,
      });
    for (const collection of collections)
      await Promise.all((await collection.listDocuments()).map((each) => walk(each)));
  };
  await walk(client.collection('campaigns').doc(code));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What two worlds must have in common: all but random names, the moments of writing, and what the seal looks like. */
function comparable(all: readonly Stored[]): unknown {
  const lines = all.map(({ path, data }) =>
    JSON.stringify({ path: path.replace(/^\/log\/.*/, '/log/…'), data }, (key, value) => {
      if (key === 'writtenAt' || key === 'trace' || key === 'traces') return '…';
      if (key === 'salts') return Object.keys(value);
      return key === 'sealed' ? `sealed:${String(value).length}` : value;
    }),
  );
  return lines.sort();
}

const sealOf = (all: readonly Stored[]) =>
  (all.find(({ path }) => path === `/boxes/${BALLOT}`)!.data as { sealed?: string }).sealed;

/** What the functions printed since, without random numbers and times. */
function printedSince({ office }: World, length: number): string {
  return office
    .printed()
    .slice(length)
    .replaceAll(/"(?:trace|traceCode|logging\.googleapis\.com\/trace)":"[^"]*"/g, '')
    .replaceAll(/"elapsedMs":\d+/g, '');
}

async function opened({ office, client }: World, code: string): Promise<CouncilCampaign> {
  const campaign = await councilCampaign(office, client, code);
  await campaign.evaluate('2024-03', { A: 9, B: 8 });
  await campaign.open();
  return campaign;
}

/** Its states after each vote, what was answered and what was printed. */
async function play(world: World, code: string, papers: readonly Paper[]) {
  const campaign = await opened(world, code);
  const look = () => everythingOf(world.client.firestore, code);
  const states = [await look()];
  const before = world.office.printed().length;
  const answers: unknown[] = [];
  for (const [i, voter] of MEMBERS_OF_COUNCIL.entries()) {
    const { status, body, headers } = await campaign.vote(BALLOT, voter, papers[i]!);
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

  it('lists its voters by name, not as they came', async () => {
    const campaign = await opened(worlds[0]!, 'ORDER');
    for (const [i, voter] of [...MEMBERS_OF_COUNCIL].reverse().entries())
      await campaign.vote(BALLOT, voter, PAPERS[i]!);
    expect(await campaign.store.ballotBox(BALLOT)).toMatchObject({ voted: MEMBERS_OF_COUNCIL });
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
