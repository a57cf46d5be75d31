/** A JSON value with the line each of its parts stands on. */
export interface PlacedJson {
  readonly value: unknown;
  /** Line (from 1) of a part, e.g. "tracks[0].prongs[1].max"; "" is the whole. */
  readonly lines: ReadonlyMap<string, number>;
  /** Paths of keys that stand twice in one object; the last one counts. */
  readonly repeated: readonly string[];
}

export type JsonText =
  | ({ readonly ok: true } & PlacedJson)
  | { readonly ok: false; readonly reason: 'malformed'; readonly line: number; readonly character: number }
  | { readonly ok: false; readonly reason: 'too_deep'; readonly line: number };

const MOST_DEPTH = 32;

/**
 * JSON as the platform reads it, with the line of every part: JSON.parse names neither lines nor repeated keys,
 * and the place it gives in its message differs between versions.
 */
export function parseJsonText(text: string): JsonText {
  const reader = new JsonReader(text);
  try {
    return { ok: true, ...reader.whole() };
  } catch (error) {
    if (error === MALFORMED) return { ok: false, reason: 'malformed', ...reader.here() };
    if (error === TOO_DEEP) return { ok: false, reason: 'too_deep', line: reader.here().line };
    throw error;
  }
}

const MALFORMED = Symbol('malformed');
const TOO_DEEP = Symbol('too deep');
const SPACE = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them inside a text
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

class JsonReader {
  readonly #text: string;
  readonly #lines = new Map<string, number>();
  readonly #repeated: string[] = [];
  readonly #lineStarts: number[] = [0];
  #position = 0;

  constructor(text: string) {
    this.#text = text;
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.#lineStarts.push(i + 1);
  }

  whole(): PlacedJson {
    const value = this.#value('', 0);
    this.#skipSpace();
    if (this.#position < this.#text.length) throw MALFORMED;
    return { value, lines: this.#lines, repeated: this.#repeated };
  }

  /** Where reading stopped, both from 1. */
  here(): { line: number; character: number } {
    const line = this.#lineAt(this.#position);
    return { line, character: this.#position - this.#lineStarts[line - 1]! + 1 };
  }

  #value(path: string, depth: number): unknown {
    if (depth > MOST_DEPTH) throw TOO_DEEP;
    this.#skipSpace();
    this.#lines.set(path, this.#lineAt(this.#position));
    switch (this.#text[this.#position]) {
      case '{':
        return this.#object(path, depth);
      case '[':
        return this.#list(path, depth);
      case '"':
        return JSON.parse(this.#take(STRING));
      case 't':
      case 'f':
      case 'n':
        return JSON.parse(this.#take(WORD));
      default:
        return JSON.parse(this.#take(NUMBER));
    }
  }

  #object(path: string, depth: number): unknown {
    const entries = new Map<string, unknown>();
    this.#position += 1;
    if (!this.#comes('}'))
      do {
        this.#skipSpace();
        const key = JSON.parse(this.#take(STRING)) as string;
        const inner = joinPath(path, key);
        if (entries.has(key)) this.#repeated.push(inner);
        if (!this.#comes(':')) throw MALFORMED;
        entries.set(key, this.#value(inner, depth + 1));
      } while (this.#comesOrEnds('}'));
    // fromEntries defines own properties, so that a key "__proto__" stays a key.
    return Object.fromEntries(entries);
  }

  #list(path: string, depth: number): unknown {
    const items: unknown[] = [];
    this.#position += 1;
    if (!this.#comes(']'))
      do items.push(this.#value(joinPath(path, items.length), depth + 1));
      while (this.#comesOrEnds(']'));
    return items;
  }

  /** True after a comma, false after the closing bracket. */
  #comesOrEnds(end: string): boolean {
    if (this.#comes(',')) return true;
    if (this.#comes(end)) return false;
    throw MALFORMED;
  }

  #comes(character: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#position] !== character) return false;
    this.#position += 1;
    return true;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text);
    if (!match) throw MALFORMED;
    this.#position += match[0].length;
    return match[0];
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#position;
    this.#position += SPACE.exec(this.#text)![0].length;
  }

  #lineAt(position: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}

/** "tracks" and 0 make "tracks[0]"; "tracks[0]" and "code" make "tracks[0].code". */
function joinPath(path: string, part: string | number): string {
  if (typeof part === 'number') return `${path}[${part}]`;
  return path === '' ? part : `${path}.${part}`;
}
