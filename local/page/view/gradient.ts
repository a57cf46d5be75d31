import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';

type Colour = api.Schema$Color;

/**
 * A colour scale over the numbers of its ranges: what background a number gets.
 * @returns undefined when a point is of a kind that is not known here, or there are no numbers
 */
export function gradientOf(
  rule: api.Schema$GradientRule,
  numbers: readonly number[],
): ((number: number) => Colour) | undefined {
  if (numbers.length === 0) return undefined;
  const sorted = numbers.toSorted((a, b) => a - b);
  const points = [rule.minpoint, rule.midpoint, rule.maxpoint].flatMap((point) =>
    point ? [{ at: placeOf(point, sorted), colour: colourOf(point) }] : [],
  );
  if (points.length < 2 || points.some(({ at }) => at === undefined)) return undefined;
  const known = points as { at: number; colour: Colour }[];
  return (number) => {
    const after = known.findIndex(({ at }) => number <= at);
    if (after === 0) return known[0]!.colour;
    if (after === -1) return known.at(-1)!.colour;
    const [low, high] = [known[after - 1]!, known[after]!];
    return mix(low.colour, high.colour, (number - low.at) / (high.at - low.at || 1));
  };
}

function placeOf(point: api.Schema$InterpolationPoint, sorted: readonly number[]): number | undefined {
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const value = Number(point.value?.replace(',', '.'));
  switch (point.type) {
    case 'MIN':
      return least;
    case 'MAX':
      return most;
    case 'NUMBER':
      return Number.isFinite(value) ? value : undefined;
    case 'PERCENT':
      return Number.isFinite(value) ? least + ((most - least) * value) / 100 : undefined;
    case 'PERCENTILE':
      return Number.isFinite(value) ? percentile(sorted, value / 100) : undefined;
    default:
      return undefined;
  }
}

function percentile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? sorted[0]!;
  const high = sorted[Math.ceil(place)] ?? sorted.at(-1)!;
  return low + (high - low) * (place - Math.floor(place));
}

const colourOf = ({ colorStyle, color }: api.Schema$InterpolationPoint): Colour =>
  colorStyle?.rgbColor ?? color ?? {};

function mix(a: Colour, b: Colour, share: number): Colour {
  const part = (name: 'red' | 'green' | 'blue') => (a[name] ?? 0) + ((b[name] ?? 0) - (a[name] ?? 0)) * share;
  return { red: part('red'), green: part('green'), blue: part('blue') };
}
