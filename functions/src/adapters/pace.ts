import { noTurn } from '../domain/no-turn.ts';
import type { Patience } from './google-call.ts';

/** Turns at a service that takes so many calls in a minute. */
export interface Pace {
  /**
   * Waits for a turn and takes it, in the order of asking.
   * @throws noTurn where none comes within the time that is left, and takes none
   */
  turn(patience: Pick<Patience, 'leftMs' | 'sleep'>): Promise<void>;
}

export interface PaceRule {
  /** In any sixty seconds: so many at most. */
  readonly perMinute: number;
  /** A clock that only goes forward. */
  readonly monotonicMs: () => number;
}

/** Of a minute's turns those that may be taken at once: whoever writes little does not wait. */
const AT_ONCE_SHARE = 1 / 4;

/**
 * A quarter of the minute's turns lies ready, the others come one by one over the minute: together never more than
 * perMinute in any minute, and nobody waits long behind a few others, as leases demand.
 */
export function openPace({ perMinute, monotonicMs }: PaceRule): Pace {
  const ready = Math.max(1, Math.floor(perMinute * AT_ONCE_SHARE));
  const everyMs = Math.ceil(60_000 / Math.max(1, perMinute - ready));
  /** When the turn after the last one that was given is due, had nobody ever waited. */
  let nextMs = Number.NEGATIVE_INFINITY;
  return {
    async turn({ leftMs, sleep }) {
      const nowMs = monotonicMs();
      const dueMs = Math.max(nextMs, nowMs - (ready - 1) * everyMs);
      const waitMs = dueMs - nowMs;
      if (waitMs > 0 && waitMs >= leftMs()) throw noTurn();
      nextMs = dueMs + everyMs;
      if (waitMs > 0) await sleep(waitMs);
    },
  };
}

/** Sheets counts reads and writes apart. */
export interface SheetsPace {
  readonly reads: Pace;
  readonly writes: Pace;
}

export function openSheetsPace(rule: PaceRule): SheetsPace {
  return { reads: openPace(rule), writes: openPace(rule) };
}

const AT_ONCE: Pace = { turn: async () => {} };
/** Where nobody counts, as on one machine. */
export const UNPACED: SheetsPace = { reads: AT_ONCE, writes: AT_ONCE };
