import { expect, it } from 'vitest';
import { seedFrom } from './faults.ts';
import { runMonth } from './run-month.ts';

/** `npm run faults -- --seeds 200` plays many more. */
const SEED = seedFrom(process.env, 2);

it(`a month among faults: what was acknowledged is there once, and nothing else (seed ${SEED})`, async () => {
  const { wrongs, faults } = await runMonth(SEED);
  expect({ wrongs, repeat: `FAULT_SEED=${SEED}` }).toEqual({ wrongs: [], repeat: `FAULT_SEED=${SEED}` });
  expect(faults.happened.length).toBeGreaterThan(10);
}, 180_000);
