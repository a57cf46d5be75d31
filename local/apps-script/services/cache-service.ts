import { call } from './native.ts';
import { Service } from './service.ts';

const DEFAULT_SECONDS = 600;

export class CacheService extends Service {
  override toString(): string {
    return 'CacheService';
  }
  getScriptCache(): Cache {
    return new Cache('script');
  }
  getDocumentCache(): Cache {
    return new Cache('document');
  }
  getUserCache(): Cache {
    return new Cache('user');
  }
}

class Cache extends Service {
  readonly #store: string;
  constructor(store: string) {
    super();
    this.#store = store;
  }
  override toString(): string {
    return 'Cache';
  }
  get(key: string): string | null {
    return this.getAll([key])[key] ?? null;
  }
  getAll(keys: readonly string[]): Record<string, string> {
    return call('cache.get', { store: this.#store, keys });
  }
  put(key: string, value: string, seconds = DEFAULT_SECONDS): void {
    this.putAll({ [key]: value }, seconds);
  }
  putAll(values: Record<string, string>, seconds = DEFAULT_SECONDS): void {
    const texts = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
    call('cache.put', { store: this.#store, values: texts, seconds });
  }
  remove(key: string): void {
    this.removeAll([key]);
  }
  removeAll(keys: readonly string[]): void {
    call('cache.remove', { store: this.#store, keys });
  }
}
