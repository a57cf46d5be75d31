import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { openCaller } from './caller.ts';
import { steppedClock } from './clock-steps.ts';
import { openDesk } from './desk.ts';
import { type Faults, openFaults } from './faults.ts';
import { wrongsOf } from './laws.ts';
import { deliverAll, playMonth } from './month.ts';
import { startFaultyOffice } from './office.ts';
import type { Chances } from './plan.ts';

/** One seed's month: what went wrong in it that should not, and the faults that it met. */
export interface PlayedMonth {
  readonly wrongs: readonly string[];
  readonly faults: Faults;
  readonly seconds: number;
}

export const CHANCES: Chances = {
  ofHundred: { callers: 20, google: 20, certificates: 30, metadata: 30, firestore: 3 },
};

/** After RESOURCE_EXHAUSTED Firestore's client waits a minute by itself: nobody waits so long here. */
const ANSWER_WITHIN_MS = '10000';

/** Never throws for what the functions did: that is among the wrongs. */
export async function runMonth(seed: number, chances: Chances = CHANCES): Promise<PlayedMonth> {
  const startedAt = performance.now();
  const faults = openFaults(seed, chances);
  const office = await startFaultyOffice(faults, { ANSWER_WITHIN_MS });
  const client = await openFirestore(office.projectId);
  try {
    const campaign = `S${seed}`;
    const store = openStore(client, campaign);
    const caller = openCaller(office, campaign, seed);
    const desk = openDesk(office, store);
    const clock = steppedClock(seed, 'office', 10 * 60_000);
    const wrongs: string[] = [];
    const stopped = await playMonth({ caller, store, desk, clock }).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    faults.calm();
    if (stopped !== undefined) wrongs.push(stopped);
    else {
      wrongs.push(...(await wrongsOf(store, desk, campaign)));
      wrongs.push(...(await wrongsOfAgain()));
    }
    wrongs.push(...caller.wrongs, ...wrongsOfLines(office.printed()));
    return { wrongs, faults, seconds: (performance.now() - startedAt) / 1000 };

    /** Once everything is delivered, delivering again writes nothing: the sheets are what the store says. */
    async function wrongsOfAgain(): Promise<readonly string[]> {
      await store.transact(async (transaction) => {
        for (const id of ['office', 'summary', 'units'] as const) transaction.enqueue(id, new Date());
      });
      const before = faults.count('google', BATCH_UPDATE);
      await deliverAll(caller, store);
      const writes = faults.count('google', BATCH_UPDATE) - before;
      return writes === 0 ? [] : [`delivering again wrote ${writes} times`];
    }
  } finally {
    await office.stop();
    await client.firestore.terminate();
  }
}

const BATCH_UPDATE = 'POST /v4/spreadsheets/*:batchUpdate';

/** Lines of the functions' process: our own events in JSON, with nothing of people, cells and tokens in them. */
function wrongsOfLines(printed: string): readonly string[] {
  return printed
    .split('\n')
    .filter((line) => line !== '' && !/^(Serving function|Function: |Signature type: |URL: )/.test(line))
    .filter((line) => !line.startsWith('{') || /@|eyJ|ya29|Xã |secret|injected|Nhầm|Bổ sung/.test(line))
    .map((line) => `printed: ${line}`);
}
