import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { countMonth, type MonthCounts } from './count-month.ts';
import { COUNTED, readCounts } from './counts.ts';
import { costPage } from './page.ts';
import prices from './prices.json' with { type: 'json' };

const PAGE = join(import.meta.dirname, '../../docs/cost.md');
const SIZES = [48, 1_000] as const;

/** Writes docs/cost.md out of what was counted, and prints it. */
export async function benchCost(): Promise<string> {
  const page = costPage(readCounts(), prices);
  writeFileSync(PAGE, page);
  return page;
}

/** Counts a month of two sizes anew. */
export async function benchCounts(): Promise<string> {
  const emulator = await startFirestoreEmulator();
  process.env.FIRESTORE_EMULATOR_HOST = emulator.host;
  process.env.METADATA_SERVER_DETECTION = 'none';
  try {
    const counts: MonthCounts[] = [];
    for (const units of SIZES) counts.push(await countMonth(emulator.host, units));
    writeFileSync(COUNTED, `${JSON.stringify(counts, null, 2)}\n`);
    return `${COUNTED} is written; npm run bench -- cost writes the page out of it.`;
  } finally {
    await emulator.stop();
  }
}
