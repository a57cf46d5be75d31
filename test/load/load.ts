// npm run load -- --scenario minute|rush|costs [--units N] [--seed S] [--within SECONDS] [--at-once N]
//
// minute: 300 units send within a minute while the office evaluates and publishes another month.
// rush: 10,000 units on the last evening. costs: the documents that each call reads and writes.
// Ends with 1 where anything was lost, done twice or refused without a sentence; how fast it was is only told.

import { parseArgs } from 'node:util';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { startTestOffice } from '../http/test-office.ts';
import { startFirestoreMeter } from '../support/firestore-meter.ts';
import { countCosts, tableOf } from './costs.ts';
import { sameMinute } from './minute.ts';
import { type LoadReport, showReport } from './report.ts';
import { lastEvening } from './rush.ts';

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'minute' },
    units: { type: 'string' },
    seed: { type: 'string', default: '1' },
    within: { type: 'string', default: '60' },
    'at-once': { type: 'string', default: '32' },
  },
});
const emulator = await startFirestoreEmulator();
process.env.FIRESTORE_EMULATOR_HOST = emulator.host;
process.env.METADATA_SERVER_DETECTION = 'none';
try {
  if (values.scenario === 'costs') console.log(await costs(emulator.host));
  else {
    const report = await run(values.scenario);
    console.log(showReport(report));
    process.exitCode = report.faults.length === 0 ? 0 : 1;
  }
} finally {
  await emulator.stop();
}

function run(scenario: string): Promise<LoadReport> {
  const seed = Number(values.seed);
  const units = (most: number) => Number(values.units ?? most);
  switch (scenario) {
    case 'minute':
      return sameMinute({ units: units(300), seed, withinMs: Number(values.within) * 1000 });
    case 'rush':
      return lastEvening({ units: units(10_000), seed, atOnce: Number(values['at-once']) });
    default:
      throw new Error(`unknown scenario ${scenario}: minute, rush or costs`);
  }
}

async function costs(host: string): Promise<string> {
  const meter = await startFirestoreMeter(host);
  const office = await startTestOffice({ env: { FIRESTORE_EMULATOR_HOST: meter.host } });
  const client = await openFirestore(office.projectId);
  try {
    return tableOf(await countCosts(office, meter, client));
  } finally {
    await office.stop();
    await client.firestore.terminate();
    await meter.stop();
  }
}
