import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficeClock } from '../../local/office/clock.ts';
import { Closing } from '../../local/office/closing.ts';
import { openDataFolder } from '../../local/office/data-folder.ts';
import { openOffice } from '../../local/office/open-office.ts';
import { freePorts } from '../../local/office/ports.ts';
import { createProgress } from '../../local/office/progress.ts';
import { readSample, runSample, SAMPLE_ADDRESS } from '../../local/sample/run-sample.ts';

/** The whole office with the sample in a folder of its own, as `npm start` opens it, without the printing. */
export async function openSample() {
  const root = await mkdtemp(join(tmpdir(), 'office-'));
  const folder = await openDataFolder(root);
  const closing = new Closing();
  const told: string[] = [];
  const progress = createProgress({ write: (line) => told.push(line) });
  // An emulator of its own: journeys run side by side, and each plays the same campaign.
  process.env.FIRESTORE_EMULATOR_HOST = '';
  const office = await openOffice({ folder, closing, port: await freePorts(3), ...SAMPLE_ADDRESS });
  process.env.FIRESTORE_EMULATOR_HOST = office.firestore.host;
  return {
    office,
    folder,
    closing,
    told,
    run: async (clock?: OfficeClock) =>
      runSample({ office, sample: await readSample(), folder, progress, reconcile: false, clock }),
    async close() {
      await closing.run();
      folder.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
