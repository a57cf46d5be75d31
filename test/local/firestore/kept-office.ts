// A process that keeps an emulator, for kept.test.ts to kill: node kept-office.ts DATA_DIR EVERY_MS.
// It tells when it is ready and each completed snapshot; asked, it flushes or stops.

import { startFirestoreEmulator } from '../../../local/firestore/emulator.ts';

const [dataDir, everyMs] = process.argv.slice(2);

const emulator = await startFirestoreEmulator({
  keep: { dataDir: dataDir!, projectId: 'kept', everyMs: Number(everyMs) },
  env: { ...process.env, FIRESTORE_EMULATOR_HOST: '' },
});
emulator.onSnapshot(({ number }) => process.send?.({ snapshot: number }));
emulator.onLost(() => process.send?.({ lost: true }));
process.on('message', async (order: 'flush' | 'stop') => {
  if (order === 'flush') process.send?.({ flushed: (await emulator.flush())?.number ?? 0 });
  if (order === 'stop') {
    await emulator.stop();
    process.exit(0);
  }
});
process.send?.({ host: emulator.host, pids: emulator.pids });
