import { defineConfig } from 'vitest/config';

/** Tests of pure code: a run of these alone starts no emulator. */
const PURE = ['test/architecture.test.ts', 'test/domain/**/*.test.ts', 'test/local/rank/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE } },
      {
        extends: true,
        test: {
          name: 'firestore',
          include: ['test/**/*.test.ts'],
          exclude: PURE,
          globalSetup: 'test/support/global-setup.ts',
        },
      },
    ],
  },
});
