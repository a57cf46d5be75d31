import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficeClock } from '../../local/office/clock.ts';
import { Closing } from '../../local/office/closing.ts';
import { openDataFolder } from '../../local/office/data-folder.ts';
import { openOffice } from '../../local/office/open-office.ts';
import { freePorts } from '../../local/office/ports.ts';
import { createProgress } from '../../local/office/progress.ts';
import { readSample, runSample, SAMPLE_ADDRESS } from '../../local/sample/run-sample.ts';
import { builtFunctions } from '../support/built-functions.ts';
import { playedSample } from './played-sample.ts';

/** The whole office with the sample in a folder of its own, as `npm start` leaves it, without the printing. */
export async function openSample() {
  const root = await mkdtemp(join(tmpdir(), 'office-'));
  const played = await playedSample(async (folder) => {
    const office = await openIn(folder);
    try {
      return await office.run();
    } finally {
      await office.close();
    }
  });
  await cp(played.folder, root, { recursive: true });
  const office = await openIn(root);
  return {
    ...office,
    /** What playing it printed. */
    printed: played.said,
    async close() {
      await office.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function openIn(root: string) {
  const folder = await openDataFolder(root);
  const closing = new Closing();
  const progress = createProgress({ write: () => {} });
  // An emulator of its own: journeys run side by side, and each has the same campaign.
  process.env.FIRESTORE_EMULATOR_HOST = '';
  const [port, built] = await Promise.all([freePorts(3), builtFunctions(folder.path('functions'))]);
  const office = await openOffice({ folder, closing, port, built, ...SAMPLE_ADDRESS });
  process.env.FIRESTORE_EMULATOR_HOST = office.firestore.host;
  return {
    office,
    folder,
    closing,
    run: async (clock?: OfficeClock) =>
      runSample({ office, sample: await readSample(), folder, progress, reconcile: false, clock }),
    async close() {
      await closing.run();
      folder.close();
    },
  };
}
