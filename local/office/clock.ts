import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Trouble } from './trouble.ts';

/** What time it is in the office. The sample plays in 2024, whatever the machine's own clock says. */
export interface OfficeClock {
  now(): Date;
}

/** A clock that goes on where it was when the office opens again. */
export interface KeptClock extends OfficeClock {
  /** Writes down how late it is now; to be called when the office closes. */
  keep(): void;
}

type RealClock = () => Date;
const machine: RealClock = () => new Date();

/**
 * Sets the office's clock: it is `at` now, and time passes as it does outside, also while the office is closed. The
 * file holds that moment and the real one at which it was set.
 */
export function setClock(file: string, at: Date, real: RealClock = machine): KeptClock {
  const clock = runningFrom(file, { at: at.getTime(), setAt: real().getTime() }, real);
  clock.keep();
  return clock;
}

/**
 * The clock as it was set before, or undefined where it never was. It never shows an earlier moment than it showed
 * when it was last kept, whatever happened to the machine's clock since.
 * @throws Trouble when the file says nothing that can be read.
 */
export function keptClock(file: string, real: RealClock = machine): KeptClock | undefined {
  if (!existsSync(file)) return undefined;
  const clock = runningFrom(file, readAnchor(file), real);
  clock.keep();
  return clock;
}

/** Milliseconds since 1970: in the office, and outside at the same time. */
interface Anchor {
  readonly at: number;
  readonly setAt: number;
}

function runningFrom(file: string, { at, setAt }: Anchor, real: RealClock): KeptClock {
  let shown = at;
  const now = () => {
    shown = Math.max(shown, at + real().getTime() - setAt);
    return new Date(shown);
  };
  return {
    now,
    keep() {
      const anchor = { at: now().toISOString(), setAt: real().toISOString() };
      writeFileSync(`${file}.new`, `${JSON.stringify(anchor)}\n`);
      renameSync(`${file}.new`, file);
    },
  };
}

function readAnchor(file: string): Anchor {
  const anchor = parseAnchor(readFileSync(file, 'utf8'));
  if (anchor) return anchor;
  throw new Trouble(
    `Không đọc được đồng hồ của văn phòng trong ${file}; hãy làm lại từ đầu bằng --fresh.`,
    `The office's clock in ${file} cannot be read: start over with --fresh.`,
  );
}

function parseAnchor(text: string): Anchor | undefined {
  try {
    const { at, setAt } = JSON.parse(text);
    const anchor = { at: Date.parse(at), setAt: Date.parse(setAt) };
    return Number.isNaN(anchor.at + anchor.setAt) ? undefined : anchor;
  } catch {
    return undefined;
  }
}
