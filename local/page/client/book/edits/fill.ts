import { shiftFormula } from '../../../../sheets/cells/follow-formula.ts';
import type { Box } from '../../../view/types.ts';

/** A cell to be filled, with what one would type there. */
export interface Filled {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * What dragging the fill handle from `source` over `target` (which holds the source) gives: formulas go along, two
 * numbers or more with equal steps are carried on, everything else repeats. `read` gives what one would type.
 */
export function fillCells(
  source: Box,
  target: Box,
  decimal: string,
  read: (row: number, column: number) => string,
): Filled[] {
  const down = target.bottom > source.bottom || target.top < source.top;
  const lines = down ? range(source.left, source.right) : range(source.top, source.bottom);
  const along = down ? range(source.top, source.bottom) : range(source.left, source.right);
  const places = down ? range(target.top, target.bottom) : range(target.left, target.right);
  return lines.flatMap((line) => {
    const at = (place: number) => (down ? { row: place, column: line } : { row: line, column: place });
    const texts = along.map((place) => read(at(place).row, at(place).column));
    const series = seriesOf(texts, decimal);
    return places
      .filter((place) => place < along[0]! || place > along.at(-1)!)
      .map((place) => {
        const steps = place - along[0]!;
        const from = mod(steps, texts.length);
        const text = series ? series(steps) : moved(texts[from]!, steps - from, down);
        return { ...at(place), text };
      });
  });
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const mod = (value: number, by: number) => ((value % by) + by) % by;

const moved = (text: string, by: number, down: boolean): string =>
  text.startsWith('=') ? shiftFormula(text, down ? by : 0, down ? 0 : by) : text;

/** Exact in the digits that are written: 0,1 0,2 goes on with 0,3. */
function seriesOf(texts: readonly string[], decimal: string): ((steps: number) => string) | undefined {
  if (texts.length < 2) return undefined;
  const numbers = texts.map((text) =>
    /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(decimal, '.')) : Number.NaN,
  );
  if (numbers.some(Number.isNaN)) return undefined;
  const places = Math.max(...texts.map((text) => text.split(decimal)[1]?.length ?? 0));
  const [first, second] = [numbers[0]!, numbers[1]!];
  const step = second - first;
  const equal = numbers.every((number, i) => Math.abs(number - (first + step * i)) < 10 ** -places / 2);
  if (!equal) return undefined;
  return (steps) => String(Number((first + step * steps).toFixed(places))).replace('.', decimal);
}

/** Formulas of copied cells go along with the copy. */
export const pastedText = (text: string, rows: number, columns: number): string =>
  text.startsWith('=') ? shiftFormula(text, rows, columns) : text;
