import { describe, expect, it } from 'vitest';
import { seedFrom } from './faults.ts';
import { runMonth } from './run-month.ts';

/** `npm run faults -- --seeds 200` plays many more. */
const FIRST = seedFrom(process.env, 2);
const SEEDS = process.env.FAULT_SEED === undefined ? [FIRST, FIRST + 1] : [FIRST];

describe('a month among faults', () => {
  it.concurrent.each(SEEDS)(
    'seed %i: everything that was acknowledged is there once, and nothing else',
    async (seed) => {
      const { wrongs, faults } = await runMonth(seed);
      expect({ wrongs, repeat: `FAULT_SEED=${seed}` }).toEqual({ wrongs: [], repeat: `FAULT_SEED=${seed}` });
      expect(faults.happened.length).toBeGreaterThan(10);
    },
    180_000,
  );
});
