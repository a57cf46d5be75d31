import type { At } from '../domain/at.ts';
import type { Issue } from '../domain/issue.ts';

/** Where an object that was read stands, and each of its fields. */
export type PlaceOf = (field?: string) => At;

/** What says that a value could not be read at all. */
const UNREAD: readonly string[] = ['field_invalid', 'field_missing', 'code_malformed'];

/** Gathers every issue, and remembers where each object that was read came from. */
export class Issues {
  readonly #all: Issue[] = [];
  readonly #seen = new Set<string>();
  readonly #unread = new Set<string>();
  readonly #places = new WeakMap<object, PlaceOf>();

  /** The same issue found on two ways is told once. */
  add(issue: Issue): void {
    const key = JSON.stringify(issue);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#all.push(issue);
    if (UNREAD.includes(issue.code)) this.#unread.add(keyOf(issue.at));
  }

  /** Remembers where `object` was read. */
  place<T extends object>(object: T, placeOf: PlaceOf): T {
    this.#places.set(object, placeOf);
    return object;
  }

  /** A new object that stands where another was read. */
  placeLike<T extends object>(object: T, original: object): T {
    const placeOf = this.#places.get(original);
    return placeOf ? this.place(object, placeOf) : object;
  }

  /** Where `object`, or one field of it, stands. */
  at(object: object, field?: string): At {
    return this.#places.get(object)?.(field) ?? {};
  }

  /** Whether the field was there and could not be read, which was said already. */
  isUnread(object: object, field: string): boolean {
    return this.#unread.has(keyOf(this.at(object, field)));
  }

  /**
   * Whether a code declared in the list at `path` of the campaign's JSON could not be read ("settings[*].gates"
   * for any entry): then a code that seems unknown proves nothing.
   */
  spoils(path: string): boolean {
    const list = path.replace(/\[\d+\]/g, '[*]');
    return this.#all.some(({ code, at }) => {
      if (!UNREAD.includes(code) || at.column === undefined) return false;
      const column = at.column.replace(/\[\d+\]/g, '[*]');
      return [list, `${list}[*]`, `${list}[*].code`].includes(column) || isInside(list, column);
    });
  }

  /** All issues, file by file, from top to bottom. */
  inOrder(files: readonly string[]): readonly Issue[] {
    const rankOf = ({ at }: Issue) => files.indexOf(at.file ?? '') >>> 0; // strangers, at −1, come last
    const rowOf = ({ at }: Issue) => at.row ?? 0;
    return [...this.#all].sort((a, b) => rankOf(a) - rankOf(b) || rowOf(a) - rowOf(b));
  }
}

const keyOf = ({ file, row, column }: At) => JSON.stringify([file, row, column]);
const isInside = (path: string, outer: string) =>
  path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
