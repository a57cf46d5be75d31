/** Where a process is killed. Counted from the moment the point is armed. */
export type KillPoint = Moment & { readonly victim: Victim };

export type Moment =
  /** At any time: so many milliseconds after the calls were sent. */
  | { readonly kind: 'time'; readonly afterMs: number }
  /** When the n-th commit that writes reaches Firestore: before it is passed on, or when it is done and unanswered. */
  | { readonly kind: 'commit'; readonly nth: number; readonly when: When }
  /** The same for the n-th call that writes to Sheets or Drive. */
  | { readonly kind: 'google'; readonly nth: number; readonly when: When };

export type When = 'before' | 'after';
export type Victim = 'functions' | 'sheets' | 'both';

/** What a writing call is to do: pass, or die before or after it is done. */
export type Fate = 'pass' | When;

/** Counts what passes, and says when it is the point's turn. One point at a time, and each once. */
export class Trigger {
  #point: KillPoint | undefined;
  #seen = 0;

  arm(point: KillPoint): void {
    this.#point = point;
    this.#seen = 0;
  }

  /** Takes the point back; undefined where it was met. */
  disarm(): KillPoint | undefined {
    const point = this.#point;
    this.#point = undefined;
    return point;
  }

  fateOf(kind: 'commit' | 'google'): Fate {
    const point = this.#point;
    if (point === undefined || point.kind !== kind || ++this.#seen !== point.nth) return 'pass';
    this.#point = undefined;
    return point.when;
  }
}

export const nameOf = (point: KillPoint): string => {
  const moment = point.kind === 'time' ? 'at any time' : `${point.when} a write of ${STORE[point.kind]}`;
  return point.victim === 'functions' ? moment : `${moment} (${VICTIM[point.victim]})`;
};

const STORE = { commit: 'Firestore', google: 'Sheets and Drive' } as const;
const VICTIM = { sheets: 'the Sheets server', both: 'functions and Sheets server' } as const;
