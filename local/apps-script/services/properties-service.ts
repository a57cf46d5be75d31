import { call } from './native.ts';
import { Service } from './service.ts';

export type PropertyStore = 'script' | 'document' | 'user';
export type PropertyChange = {
  readonly set?: Record<string, string>;
  readonly remove?: readonly string[] | 'all';
};

export class PropertiesService extends Service {
  override toString(): string {
    return 'PropertiesService';
  }
  getScriptProperties(): Properties {
    return new Properties('script');
  }
  getDocumentProperties(): Properties {
    return new Properties('document');
  }
  getUserProperties(): Properties {
    return new Properties('user');
  }
}

class Properties extends Service {
  readonly #store: PropertyStore;
  constructor(store: PropertyStore) {
    super();
    this.#store = store;
  }
  override toString(): string {
    return 'Properties';
  }
  getProperty(key: string): string | null {
    const all = this.getProperties();
    return Object.hasOwn(all, key) ? all[key]! : null;
  }
  getProperties(): Record<string, string> {
    return call('properties.get', { store: this.#store });
  }
  getKeys(): string[] {
    return Object.keys(this.getProperties());
  }
  setProperty(key: string, value: string): this {
    return this.#change({ set: { [key]: String(value) } });
  }
  setProperties(properties: Record<string, string>, deleteAllOthers = false): this {
    const set = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value)]));
    return this.#change({ set, ...(deleteAllOthers && { remove: 'all' as const }) });
  }
  deleteProperty(key: string): this {
    return this.#change({ remove: [key] });
  }
  deleteAllProperties(): this {
    return this.#change({ remove: 'all' });
  }
  #change(change: PropertyChange): this {
    call('properties.change', { store: this.#store, ...change });
    return this;
  }
}
