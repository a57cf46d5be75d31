import { expect, it } from 'vitest';
import { endpoints } from '../../functions/src/http/endpoints.ts';
import { runFuzz, showShot } from './run-fuzz.ts';

const SEED = 20_240_412;
const BODIES = 1500;

it('no body breaks a function, is answered without a sentence, or changes anything when it is refused', async () => {
  const report = await runFuzz({ bodies: BODIES, seed: SEED, short: true, tell: () => {} });
  const told = report.findings.map(({ what, shots }) =>
    [what, ...shots.slice(0, 3).map(showShot)].join('\n'),
  );
  expect(told, `seed ${SEED}`).toEqual([]);
  expect(report.sameProcess).toBe(true);
  expect(report.mostMemoryMb).toBeLessThan(700);
  expect(Object.keys(report.byName).sort()).toEqual(Object.keys(endpoints).sort());
}, 240_000);
