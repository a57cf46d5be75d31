import { afterAll, vi } from 'vitest';

/** Files share a worker's process: what one of them has changed of it is as it was before when the next begins. */
const before = { ...process.env };
afterAll(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
