import { Service } from '../service.ts';
import { repeatColor, repeatNote } from './cell-looks.ts';
import { Range } from './range.ts';
import { select } from './selection.ts';

/** Several ranges of one tab, dressed in one round trip. */
export class RangeList extends Service {
  readonly #ranges: readonly Range[];
  constructor(ranges: readonly Range[]) {
    super();
    this.#ranges = ranges;
  }
  override toString(): string {
    return 'RangeList';
  }
  getRanges(): Range[] {
    return [...this.#ranges];
  }
  setBackground(color: string | null): this {
    repeatColor('RangeList.setBackground', this.#places(), color);
    return this;
  }
  setNote(note: string | null): this {
    repeatNote('RangeList.setNote', this.#places(), note);
    return this;
  }
  clearNote(): this {
    repeatNote('RangeList.clearNote', this.#places(), null);
    return this;
  }
  /** The window has one active range: the first. */
  activate(): this {
    select(this.#places()[0]!);
    return this;
  }
  #places() {
    return this.#ranges.map((range) => Range.placeOf(range));
  }
}
