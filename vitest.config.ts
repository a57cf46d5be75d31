import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** Tests that never meet Firestore: a run of these alone starts no emulator. */
const WITHOUT_FIRESTORE = [
  'test/architecture.test.ts',
  'test/dependencies.test.ts',
  'test/docs.test.ts',
  'test/secrets.test.ts',
  'test/bench/*.test.ts',
  'test/campaign-files/**/*.test.ts',
  'test/commands/laws.test.ts',
  'test/chaos/judge.test.ts',
  'test/deploy/*.test.ts',
  'test/domain/**/*.test.ts',
  'test/examples/**/*.test.ts',
  'test/messages/**/*.test.ts',
  'test/migrations/laws.test.ts',
  'test/local/{apps-script,identity,launch,office,page,rank,sheets}/**/*.test.ts',
  'test/sheets-addon/*.test.ts',
  'test/workbooks/**/*.test.ts',
];

/** Tests that set what belongs to a whole process, as which emulator is meant: each has one of its own. */
const APART = ['test/journeys/**/*.test.ts', 'test/local/firestore/**/*.test.ts', 'test/faults/*.test.ts'];

const WITH_FIRESTORE = { globalSetup: 'test/support/global-setup.ts' };

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A worker goes on to its next file with what it has loaded and compiled: half of what a short file would cost.
    isolate: false,
    setupFiles: ['test/support/own-environment.ts'],
    // Nor is a module compiled, or stripped of its types, again by each of the processes that tests start.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') },
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'plain', include: WITHOUT_FIRESTORE } },
      {
        extends: true,
        test: {
          name: 'firestore',
          include: ['test/**/*.test.ts'],
          exclude: [...WITHOUT_FIRESTORE, ...APART],
          ...WITH_FIRESTORE,
        },
      },
      { extends: true, test: { name: 'apart', include: APART, isolate: true, ...WITH_FIRESTORE } },
    ],
  },
});
