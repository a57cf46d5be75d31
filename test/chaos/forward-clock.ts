import { renameSync, writeFileSync } from 'node:fs';

/** The machine's clock as the functions see it, kept in a file that they read: later-clock.mjs. */
export function openForwardClock(file: string) {
  let aheadMs = 0;
  const keep = () => {
    writeFileSync(`${file}.new`, String(aheadMs));
    renameSync(`${file}.new`, file); // never read half
  };
  keep();
  return {
    file,
    now: () => new Date(Date.now() + aheadMs),
    forward(ms: number) {
      aheadMs += ms;
      keep();
    },
  };
}
