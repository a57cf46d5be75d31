import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from './judge/judge.ts';
import { type ChaosOffice, startChaosOffice } from './office.ts';
import { playRound, type Round } from './round.ts';

let office: ChaosOffice;
beforeAll(async () => {
  office = await startChaosOffice(process.env.FIRESTORE_EMULATOR_HOST!);
});
afterAll(() => office.stop());

/** npm run chaos plays hundreds of kills of any seed; here six of one. */
const SEED = 11;
const KILLS = 6;

describe('a month whose processes are killed over and over', () => {
  let round: Round;

  it(`is whole at its end (seed ${SEED})`, { timeout: 240_000 }, async () => {
    round = await playRound(office, SEED, { armed: 0.8, mostKills: KILLS, months: 1 });
    expect(round.findings).toEqual([]);
    expect(round.kills).toHaveLength(KILLS);
    expect(round.deeds.some(({ attempts }) => attempts > 1)).toBe(true);
  });

  it('would not be, were any document of it lost', () => {
    const { deeds, evidence } = round;
    const { documents } = evidence!;
    const judged = ['log', 'requests', 'workbooks', 'boxes', 'decisions', 'setups', 'jobs', 'series'];
    const paths = Object.keys(documents).filter((path) => judged.includes(path.split('/')[0]!));
    const unnoticed = paths.filter((lost) => {
      const { [lost]: _, ...rest } = documents;
      return judge(deeds, { ...evidence!, documents: rest }).length === 0;
    });
    expect(paths.length).toBeGreaterThan(20);
    // What a job keeps for itself is nobody's to be told.
    expect(unnoticed.filter((path) => !path.startsWith('requests/job.'))).toEqual([]);
  });
});
