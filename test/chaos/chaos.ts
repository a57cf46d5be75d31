// npm run chaos [-- --kills 500 --seed N --months 2]
//
// Plays campaigns whose processes are killed over and over, and holds what is left against what people were told.

import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { showFailure } from '../../local/office/trouble.ts';
import { startChaosOffice } from './office.ts';
import { playRound, type Round } from './round.ts';
import { tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
    months: { type: 'string', default: '2' },
  },
});
const wanted = Number(values.kills);
const firstSeed = Number(values.seed);
const settings = { armed: 0.8, months: Number(values.months) };

process.exitCode = await main().catch((error) => {
  console.error(showFailure(error));
  return 1;
});

async function main(): Promise<number> {
  const startedMs = performance.now();
  console.log(`chaos: ${wanted} kills, beginning with seed ${firstSeed}`);
  const emulator = await startFirestoreEmulator({ rulesFile: 'firestore.rules' });
  const office = await startChaosOffice(emulator.host);
  const rounds: Round[] = [];
  try {
    for (let seed = firstSeed, kills = 0; kills < wanted; seed++) {
      const round = await playRound(office, seed, settings);
      rounds.push(round);
      kills += round.kills.length;
      const seconds = Math.round((performance.now() - startedMs) / 1000);
      const state = round.findings.length === 0 ? 'whole' : 'NOT WHOLE';
      console.log(
        `round ${rounds.length} (seed ${seed}): ${round.kills.length} kills, ${state}; ${kills}/${wanted} after ${seconds} s`,
      );
      if (round.findings.length > 0) tellFailure(round);
    }
  } finally {
    await office.stop();
    await emulator.stop();
  }
  console.log(tableOf(rounds, performance.now() - startedMs));
  return rounds.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

function tellFailure({ seed, findings, kills, deeds }: Round): void {
  for (const { verb, attempts, outcome, status, as } of deeds)
    console.error(`  ${outcome} ${verb} by ${as}: ${status} after ${attempts}`);
  for (const { verb, point } of kills) console.error(`  killed during ${verb} ${point}`);
  for (const finding of findings) console.error(`  FOUND ${finding}`);
  console.error(`  Again: npm run chaos -- --kills 1 --seed ${seed} --months ${settings.months}\n`);
}
