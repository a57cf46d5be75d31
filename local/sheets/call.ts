import type { FileStore } from './store/file-store.ts';
import { unsupported } from './wire/errors.ts';
import type { Mask } from './wire/mask.ts';

/** Makes ids: of files (44 letters, digits, `-`, `_`) and of what is inside them (positive int32). */
export interface NewId {
  file(): string;
  object(): number;
}

/** One request, read from HTTP and authenticated. */
export interface Call {
  readonly files: FileStore;
  /** The caller's e-mail address. */
  readonly caller: string;
  readonly now: () => Date;
  readonly newId: NewId;
  /** Parts of the path, decoded. */
  readonly params: readonly string[];
  readonly query: Query;
  /** The `fields` parameter; `undefined` when the caller wants the default. */
  readonly fields: Mask | undefined;
  /** The parsed JSON body; undefined when there was none. */
  readonly body: unknown;
  /** The origin that clients see, for links in answers. */
  readonly origin: string;
}

/** An answer that is not JSON. */
export class PlainAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  constructor(status: number, type: string, text: string) {
    this.status = status;
    this.type = type;
    this.text = text;
  }
}

/** Parameters that every method takes. */
const COMMON = new Set(['alt', 'fields', 'prettyPrint', 'quotaUser', 'key', '$.xgafv']);

/** The query string. A parameter that the operation does not name is refused with 501. */
export class Query {
  readonly #params: URLSearchParams;
  constructor(params: URLSearchParams) {
    this.#params = params;
  }

  /** @throws ApiError 501 naming the first parameter that is not in the list */
  allow(...names: string[]): void {
    const alt = this.#params.get('alt');
    if (alt && alt !== 'json') throw unsupported(`alt=${alt}`);
    for (const name of this.#params.keys())
      if (!COMMON.has(name) && !names.includes(name)) throw unsupported(`the query parameter "${name}" here`);
  }
  text(name: string): string | undefined {
    return this.#params.get(name) ?? undefined;
  }
  all(name: string): string[] {
    return this.#params.getAll(name);
  }
  flag(name: string): boolean {
    return /^(true|1)$/i.test(this.#params.get(name) ?? '');
  }
}
