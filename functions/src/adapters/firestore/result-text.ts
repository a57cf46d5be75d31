import { canonicalJson } from '../../domain/digest.ts';
import type { StreamedResult } from '../../domain/evaluation/period-result.ts';
import type { UnitPage } from '../../ports/result.ts';

/** Where the units of a result begin in its text: behind so many characters. They come by id. */
export interface UnitsAt {
  readonly unitIds: readonly string[];
  readonly at: readonly number[];
}

/** Some of the characters of a text in pages. */
export interface Stretch {
  readonly fromPage: number;
  readonly toPage: number;
  /** On the first page. */
  readonly from: number;
  /** On the last page, which is meant to its end where there is none. */
  readonly until?: number;
  /** How many characters of it are what follows, and not it. */
  readonly less: number;
}

/** A stretch that is JSON behind the one text and before the other. */
export interface BracketedStretch {
  readonly stretch: Stretch;
  readonly opened: '' | '[';
  readonly closed: ']}' | ']';
}

/**
 * A result as it is stored, its canonical JSON, piece by piece: units are the last of its fields and stand in it one
 * after the other, so each of them may be made, written and forgotten.
 */
export function writeResult({ units, ...rest }: StreamedResult, write: (text: string) => void): UnitsAt {
  const unitIds: string[] = [];
  const at: number[] = [];
  let length = 0;
  const put = (text: string): void => {
    length += text.length;
    write(text);
  };
  put(canonicalJson({ ...rest, units: [] }).slice(0, -CLOSED.length));
  for (const unit of units) {
    if (unitIds.length > 0) put(COMMA);
    unitIds.push(unit.unitId);
    at.push(length);
    put(canonicalJson(unit));
  }
  put(CLOSED);
  return { unitIds, at };
}

export function unitPagesOf(
  pages: readonly string[],
  { unitIds, at: unitsAt }: UnitsAt,
): readonly UnitPage[] {
  const found: UnitPage[] = [];
  let start = 0;
  let next = 0;
  for (const [page, { length }] of pages.entries()) {
    const first = next;
    while (next < unitIds.length && unitsAt[next]! < start + length) next += 1;
    if (next > first)
      found.push({
        page,
        ...{ first: unitIds[first]!, firstAt: unitsAt[first]! - start },
        ...{ last: unitIds[next - 1]!, lastAt: unitsAt[next - 1]! - start },
      });
    start += length;
  }
  return found;
}

/** A result without its units; `pages`: how many there are. */
export function restStretch(unitPages: readonly UnitPage[], pages: number): BracketedStretch {
  const [first] = unitPages;
  const stretch: Stretch =
    first === undefined
      ? { fromPage: 0, toPage: pages - 1, from: 0, less: CLOSED.length }
      : { fromPage: 0, toPage: first.page, from: 0, until: first.firstAt, less: 0 };
  return { stretch, opened: '', closed: CLOSED };
}

/** A list of units that has the one, if the result has it at all. */
export function unitStretch(
  unitPages: readonly UnitPage[],
  pages: number,
  unitId: string,
): BracketedStretch | undefined {
  const i = lastFrom(unitPages, unitId);
  const here = unitPages[i];
  if (here === undefined || unitId > here.last) return undefined;
  const stretch =
    unitId < here.last
      ? { fromPage: here.page, toPage: here.page, from: here.firstAt, until: here.lastAt, less: COMMA.length }
      : lastOn(here, unitPages[i + 1], pages);
  return { stretch, opened: '[', closed: ']' };
}

/** The last unit that begins on a page goes on until the next one begins, or to the end. */
function lastOn(here: UnitPage, next: UnitPage | undefined, pages: number): Stretch {
  const begin = { fromPage: here.page, from: here.lastAt };
  return next === undefined
    ? { ...begin, toPage: pages - 1, less: CLOSED.length }
    : { ...begin, toPage: next.page, until: next.firstAt, less: COMMA.length };
}

/**
 * Cuts a result's pages, as they come one after the other, into lists of whole units in JSON: of ten thousand units a
 * few are in hand at a time.
 */
export class UnitCutter {
  private readonly unitPages: ReadonlyMap<number, UnitPage>;
  private page = 0;
  /** From where a unit begins whose end has not come; undefined before the first of them. */
  private begun: string | undefined;

  constructor(unitPages: readonly UnitPage[]) {
    this.unitPages = new Map(unitPages.map((each) => [each.page, each]));
  }

  /** The units that end where another one begins on this page. */
  take(text: string): string {
    const here = this.unitPages.get(this.page);
    this.page += 1;
    if (here === undefined) {
      if (this.begun !== undefined) this.begun += text;
      return '[]';
    }
    const ended =
      this.begun === undefined
        ? text.slice(here.firstAt, here.lastAt)
        : this.begun + text.slice(0, here.lastAt);
    this.begun = text.slice(here.lastAt);
    return ended === '' ? '[]' : `[${ended.slice(0, -COMMA.length)}]`;
  }

  /** The last unit, which nothing but the end of the result ends. */
  end(): string {
    return this.begun === undefined ? '[]' : `[${this.begun.slice(0, -CLOSED.length)}]`;
  }
}

/** The characters of a stretch, out of its pages alone. */
export function cutOut({ from, until, less }: Stretch, pages: readonly string[]): string {
  const behind = until === undefined ? 0 : pages.at(-1)!.length - until;
  const text = pages.join('');
  return text.slice(from, text.length - behind - less);
}

/** Closes the list of units, and the result. */
const CLOSED = ']}';
const COMMA = ',';

/** The last page that begins with this unit or one before it; -1: none. */
function lastFrom(unitPages: readonly UnitPage[], unitId: string): number {
  let [low, high] = [0, unitPages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unitPages[middle]!.first <= unitId) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
