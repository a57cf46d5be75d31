import { whenStartersEnd } from './starters.ts';

/**
 * Ends an office in good order: what was opened last is closed first, once, whatever asks for it (Ctrl-C, SIGTERM,
 * a killed npm, the end of the work). A second Ctrl-C, or a step that hangs, ends it at once.
 *
 *   const closing = new Closing();
 *   closing.add('firestore', () => firestore.stop());
 *   closing.onSignals();
 *   …
 *   await closing.run();   // then let the process end
 */
export class Closing {
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;
  /** Aborted when closing begins: for whoever should stop starting new work. */
  readonly #asked = new AbortController();

  get signal(): AbortSignal {
    return this.#asked.signal;
  }

  /** What is opened after closing began, because it was already on its way, is closed at once. */
  add(name: string, close: () => unknown): void {
    if (this.signal.aborted) void this.#close({ name, close });
    else this.#steps.push({ name, close });
  }

  /** Closes everything; a step that fails is reported on stderr and does not keep the others from closing. */
  run(): Promise<void> {
    this.#running ??= this.#closeAll();
    return this.#running;
  }

  /** From now on SIGINT, SIGTERM, SIGHUP and the end of our starters close the office and end the process. */
  onSignals({ deadlineMs = 15_000 } = {}): void {
    const end = (exitCode: number) => {
      if (this.signal.aborted) process.exit(exitCode); // asked twice
      setTimeout(() => process.exit(exitCode), deadlineMs).unref();
      void this.run().then(() => process.exit(exitCode));
    };
    // Ctrl-C is how an office is meant to be stopped, so that is a success; the rest has the shells' 128 + n.
    process.on('SIGINT', () => end(0));
    process.on('SIGTERM', () => end(143));
    process.on('SIGHUP', () => end(129));
    whenStartersEnd(() => {
      if (!this.signal.aborted) end(143);
    });
  }

  async #closeAll(): Promise<void> {
    this.#asked.abort();
    for (const step of this.#steps.toReversed()) await this.#close(step);
  }

  async #close({ name, close }: Step): Promise<void> {
    try {
      await close();
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

interface Step {
  readonly name: string;
  readonly close: () => unknown;
}
