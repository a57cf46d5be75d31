// Months among faults, one for each seed:
//
//   npm run faults -- --seeds 200            seeds 1 to 200, two at a time
//   npm run faults -- --seeds 1 --first 37   the one that failed
//   … --hangs                                also calls that are never answered
//   … --calm                                 without faults

import { parseArgs } from 'node:util';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { seedFrom } from './faults.ts';
import { CHANCES, runMonth } from './run-month.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: String(seedFrom(process.env, 1)) },
    hangs: { type: 'boolean', default: false },
    calm: { type: 'boolean', default: false },
  },
});
const AT_ONCE = 2;

const emulator = await startFirestoreEmulator({ rulesFile: 'firestore.rules' });
process.env.FIRESTORE_EMULATOR_HOST = emulator.host;
process.env.METADATA_SERVER_DETECTION = 'none';
const first = Number(values.first);
const waiting = Array.from({ length: Number(values.seeds) }, (_, i) => first + i);
const tally = new Map<string, number>();
const failed: number[] = [];
const chances = values.calm ? { ofHundred: {} } : { ...CHANCES, hangs: values.hangs };

async function worker(): Promise<void> {
  for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
    const { wrongs, faults, seconds } = await runMonth(seed, chances);
    for (const each of faults.happened) {
      const kind = each.replace(/^(\w+) .*: /, '$1: ');
      tally.set(kind, (tally.get(kind) ?? 0) + 1);
    }
    const outcome = wrongs.length === 0 ? 'ok' : `WRONG\n    ${wrongs.join('\n    ')}`;
    console.log(`seed ${seed}: ${faults.happened.length} faults, ${seconds.toFixed(0)} s, ${outcome}`);
    if (wrongs.length > 0) failed.push(seed);
  }
}

try {
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
} finally {
  await emulator.stop();
}
for (const [kind, count] of [...tally].sort()) console.log(`${String(count).padStart(7)}  ${kind}`);
const all = [...tally.values()].reduce((sum, each) => sum + each, 0);
console.log(`${all} faults; ${failed.length === 0 ? 'nothing lost' : `wrong: seeds ${failed.join(', ')}`}`);
process.exitCode = failed.length === 0 ? 0 : 1;
