import { ScriptFailure } from './script-failure.ts';

const LONGEST_SECONDS = 21_600;
const LARGEST_VALUE_BYTES = 100 * 1024;
const LONGEST_KEY = 250;

/** CacheService's values, until they expire by the office's clock or the host closes. */
export class Caches {
  readonly #now: () => Date;
  readonly #values = new Map<string, { value: string; expiresAt: number }>();
  constructor(now: () => Date) {
    this.#now = now;
  }

  get(owner: string, keys: readonly string[]): Record<string, string> {
    const now = this.#now().getTime();
    return Object.fromEntries(
      keys.flatMap((key) => {
        const found = this.#values.get(nameOf(owner, key));
        return found && found.expiresAt > now ? [[key, found.value]] : [];
      }),
    );
  }

  put(owner: string, values: Readonly<Record<string, string>>, seconds: number): void {
    if (!(seconds >= 1 && seconds <= LONGEST_SECONDS))
      throw new ScriptFailure(`Invalid argument: expirationInSeconds ${seconds}`);
    for (const [key, value] of Object.entries(values)) {
      if (key.length > LONGEST_KEY) throw new ScriptFailure('Argument too large: key');
      if (Buffer.byteLength(value) > LARGEST_VALUE_BYTES)
        throw new ScriptFailure('Argument too large: value');
    }
    const expiresAt = this.#now().getTime() + seconds * 1000;
    for (const [key, value] of Object.entries(values))
      this.#values.set(nameOf(owner, key), { value, expiresAt });
  }

  remove(owner: string, keys: readonly string[]): void {
    for (const key of keys) this.#values.delete(nameOf(owner, key));
  }
}

const nameOf = (owner: string, key: string) => JSON.stringify([owner, key]);
