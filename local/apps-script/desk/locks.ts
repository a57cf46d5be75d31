/** A run, as locks know it: which one it is, and when it has ended. */
interface LockHolder {
  readonly ended: AbortSignal;
}

interface Waiter {
  readonly run: LockHolder;
  readonly take: () => void;
}

/** LockService's locks: each has one run for its holder, the others wait in the order they came. */
export class Locks {
  readonly #holders = new Map<string, LockHolder>();
  readonly #waiting = new Map<string, Waiter[]>();

  /** Whether the run holds the lock when this resolves: at once, or before the time is over. */
  async take(name: string, run: LockHolder, timeoutMs: number): Promise<boolean> {
    const holder = this.#holders.get(name);
    if (holder === undefined) this.#holders.set(name, run);
    if (holder === undefined || holder === run) return true;
    return new Promise((resolve) => {
      const queue = this.#waiting.get(name) ?? [];
      this.#waiting.set(name, queue);
      const waiter: Waiter = { run, take: () => settle(true) };
      const timer = setTimeout(() => settle(false), Math.max(0, timeoutMs));
      const settle = (taken: boolean) => {
        clearTimeout(timer);
        const at = queue.indexOf(waiter);
        if (at >= 0) queue.splice(at, 1);
        if (taken) this.#holders.set(name, run);
        resolve(taken);
      };
      run.ended.addEventListener('abort', () => settle(false), { once: true });
      queue.push(waiter);
    });
  }

  has(name: string, run: LockHolder): boolean {
    return this.#holders.get(name) === run;
  }

  release(name: string, run: LockHolder): void {
    if (!this.has(name, run)) return;
    this.#holders.delete(name);
    this.#waiting.get(name)?.[0]?.take();
  }

  releaseAll(run: LockHolder): void {
    for (const name of [...this.#holders.keys()]) this.release(name, run);
  }
}
