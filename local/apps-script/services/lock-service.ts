import { Exception } from './errors.ts';
import { call } from './native.ts';
import { Service } from './service.ts';

export class LockService extends Service {
  override toString(): string {
    return 'LockService';
  }
  getScriptLock(): Lock {
    return new Lock('script');
  }
  getDocumentLock(): Lock {
    return new Lock('document');
  }
  getUserLock(): Lock {
    return new Lock('user');
  }
}

/** Excludes other runs of this host. Dialogs let go of it, as in Apps Script; so does the end of the run. */
class Lock extends Service {
  readonly #store: string;
  constructor(store: string) {
    super();
    this.#store = store;
  }
  override toString(): string {
    return 'Lock';
  }
  tryLock(timeoutMs: number): boolean {
    return call('lock.try', { store: this.#store, timeoutMs });
  }
  waitLock(timeoutMs: number): void {
    if (!this.tryLock(timeoutMs))
      throw new Exception('Lock timeout: another process was holding the lock for too long.');
  }
  hasLock(): boolean {
    return call('lock.has', { store: this.#store });
  }
  releaseLock(): void {
    call('lock.release', { store: this.#store });
  }
}
