import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PropertyChange } from '../services/properties-service.ts';
import { ScriptFailure } from './script-failure.ts';

type Values = Readonly<Record<string, string>>;

const LARGEST_VALUE_BYTES = 9 * 1024;
const LARGEST_STORE_BYTES = 500 * 1024;

/** Script, document and user properties, kept in one file. What was set is on disk before the script goes on. */
export class Properties {
  readonly #file: string | undefined;
  readonly #stores: Map<string, Values>;
  #writing: Promise<void> = Promise.resolve();

  /** The given script properties are set anew; others that a script has set stay. */
  constructor(file: string | undefined, script: Values) {
    this.#file = file;
    this.#stores = new Map(Object.entries(readStores(file)));
    this.#stores.set('script', { ...this.#stores.get('script'), ...script });
  }

  get(owner: string): Values {
    return this.#stores.get(owner) ?? {};
  }

  async change(owner: string, { set = {}, remove = [] }: PropertyChange): Promise<void> {
    const kept = Object.entries(remove === 'all' ? {} : this.get(owner)).filter(
      ([key]) => !remove.includes(key),
    );
    const next = { ...Object.fromEntries(kept), ...set };
    if (Object.values(set).some((value) => Buffer.byteLength(value) > LARGEST_VALUE_BYTES))
      throw new ScriptFailure('Argument too large: value');
    if (Buffer.byteLength(JSON.stringify(next)) > LARGEST_STORE_BYTES)
      throw new ScriptFailure(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    this.#stores.set(owner, next);
    await this.#save();
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    await this.#writing;
  }

  #save(): Promise<void> {
    const file = this.#file;
    if (file === undefined) return Promise.resolve();
    this.#writing = this.#writing
      .catch(() => undefined) // whoever asked for it was told
      .then(async () => {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(this.#stores), null, 2));
        await rename(`${file}.new`, file);
      });
    return this.#writing;
  }
}

function readStores(file: string | undefined): Record<string, Values> {
  if (file === undefined) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`${file}: the properties cannot be read`, { cause: error });
  }
}
