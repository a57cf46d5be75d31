// Loaded into the functions' process before everything else: its clock is ahead of the machine's by as many
// milliseconds as CHAOS_CLOCK_FILE says at that moment. Leases of a killed process are over when the clock says so, and
// nobody has half a minute for each of five hundred kills.

import { readFileSync } from 'node:fs';

/** How old what was read may be. */
const HOLDS_MS = 1;

const machineNow = Date.now;
let aheadMs = 0;
let readAtMs = Number.NEGATIVE_INFINITY;

Date.now = () => {
  const nowMs = performance.now();
  if (nowMs - readAtMs > HOLDS_MS) {
    aheadMs = Number(readFileSync(process.env.CHAOS_CLOCK_FILE, 'utf8'));
    readAtMs = nowMs;
  }
  return machineNow() + aheadMs;
};
globalThis.Date = new Proxy(Date, {
  construct: (clock, parts, target) =>
    Reflect.construct(clock, parts.length === 0 ? [clock.now()] : parts, target),
});
