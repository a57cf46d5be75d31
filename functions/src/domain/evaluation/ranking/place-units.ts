import type { Ranking } from '../../campaign/settings.ts';
import { present } from '../../present.ts';
import type { Comparison, PlaceOutcome } from '../period-result.ts';
import { keyText } from './key-values.ts';
import { type Line, lineUp, runAt } from './line.ts';
import { type Contender, compareContenders, decidingKey, type KeyValue, type OrderKey } from './order.ts';

/** How many of those that share a place are named; ten thousand equal units would else name ten thousand each. */
export const MOST_NAMED_SHARING = 20;

export interface Order {
  readonly keys: readonly OrderKey[];
  readonly places: Ranking['places'];
  /** Codes from best to worst, for comparisons by grade. */
  readonly gradeCodes: readonly string[];
}

/**
 * Places by unit id. Units that no key tells apart share one; after them competition skips (1-2-2-4) and dense
 * does not (1-2-2-3). Unit ids order the list so that two runs agree, but never decide a place.
 */
export function placeUnits(
  contenders: readonly Contender[],
  order: Order,
): ReadonlyMap<string, PlaceOutcome> {
  const byId = contenders.toSorted((a, b) => (a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0));
  const line = lineUp(Int32Array.from(byId.keys()), (a, b) =>
    compareContenders(byId[a]!, byId[b]!, order.keys),
  );
  const lined: Lined = {
    line,
    order,
    unitId: (i) => byId[i]!.unitId,
    decidingKey: (a, b) => decidingKey(byId[a]!, byId[b]!),
    valueAt: (i, key) => byId[i]!.values[key],
  };
  return new Map(Array.from(line.ordered, (i, position) => [byId[i]!.unitId, placeAt(position, lined)]));
}

/** A line with what tells its contenders, named by index, apart. */
export interface Lined {
  readonly line: Line;
  readonly order: Order;
  readonly unitId: (contender: number) => string;
  /** Index of the first key at which two differ. */
  readonly decidingKey: (a: number, b: number) => number;
  readonly valueAt: (contender: number, key: number) => KeyValue;
}

export function placeNumber(line: Line, position: number, places: Ranking['places']): number {
  const run = runAt(line, position);
  return 1 + (places === 'dense' ? run : line.starts[run]!);
}

/** The place at a position of the line, who shares it, and what decided against those above and below. */
export function placeAt(position: number, lined: Lined): PlaceOutcome {
  const { line, order, unitId } = lined;
  const { ordered, starts } = line;
  const run = runAt(line, position);
  const [first, end] = [starts[run]!, starts[run + 1] ?? ordered.length];
  const mine = ordered[position]!;
  const named = Array.from(ordered.subarray(first, Math.min(end, first + MOST_NAMED_SHARING + 1)), unitId);
  const [above, below] = [ordered[first - 1], ordered[end]];
  return present<PlaceOutcome>({
    above: above === undefined ? undefined : comparison(mine, above, lined),
    below: below === undefined ? undefined : comparison(mine, below, lined),
    of: ordered.length,
    place: placeNumber(line, position, order.places),
    ...sharedWith(unitId(mine), named, end - first - 1),
  });
}

function sharedWith(
  unitId: string,
  named: readonly string[],
  others: number,
): Pick<PlaceOutcome, 'sharedWith' | 'sharedWithMore'> {
  const sharedWith = named.filter((id) => id !== unitId).slice(0, MOST_NAMED_SHARING);
  return others > sharedWith.length
    ? { sharedWith, sharedWithMore: others - sharedWith.length }
    : { sharedWith };
}

function comparison(
  mine: number,
  theirs: number,
  { order, unitId, decidingKey, valueAt }: Lined,
): Comparison {
  const i = decidingKey(mine, theirs);
  const { key } = order.keys[i]!;
  const text = (contender: number): string | undefined => {
    const value = valueAt(contender, i);
    return key === 'grade' ? order.gradeCodes[value as number] : keyText(value);
  };
  return present<Comparison>({ key, mine: text(mine), theirs: text(theirs), unitId: unitId(theirs) });
}
