import type { Ranking } from '../../campaign/settings.ts';
import { present } from '../../present.ts';
import type { Comparison, PlaceOutcome } from '../period-result.ts';
import { keyText } from './key-values.ts';
import { type Contender, compareContenders, decidingKey, type OrderKey } from './order.ts';

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
  const ordered = inOrder(contenders, order.keys);
  const shares = sharing(ordered);
  const places = new Map<string, PlaceOutcome>();
  let start = 0;
  shares.forEach((share, s) => {
    const above = ordered[start - 1];
    const below = ordered[start + share.length];
    const place = order.places === 'dense' ? s + 1 : start + 1;
    const named = share.slice(0, MOST_NAMED_SHARING + 1).map(({ unitId }) => unitId);
    for (const contender of share)
      places.set(
        contender.unitId,
        present<PlaceOutcome>({
          place,
          of: ordered.length,
          ...sharedWith(contender.unitId, named, share.length - 1),
          above: above && comparison(contender, above, order),
          below: below && comparison(contender, below, order),
        }),
      );
    start += share.length;
  });
  return places;
}

/** Best first; equal ones by unit id. */
export function inOrder<T extends Contender>(
  contenders: readonly T[],
  keys: readonly OrderKey[],
): readonly T[] {
  return [...contenders].sort(
    (a, b) => compareContenders(a, b, keys) || (a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0),
  );
}

/** The ordered list cut into runs of equals. */
function sharing(ordered: readonly Contender[]): readonly (readonly Contender[])[] {
  const shares: Contender[][] = [];
  for (const contender of ordered) {
    const last = shares.at(-1);
    if (last !== undefined && decidingKey(last[0]!, contender) === -1) last.push(contender);
    else shares.push([contender]);
  }
  return shares;
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

function comparison(mine: Contender, theirs: Contender, { keys, gradeCodes }: Order): Comparison {
  const i = decidingKey(mine, theirs);
  const { key } = keys[i]!;
  const text = (contender: Contender): string | undefined => {
    const value = contender.values[i];
    return key === 'grade' ? gradeCodes[value as number] : keyText(value);
  };
  return present<Comparison>({ unitId: theirs.unitId, key, mine: text(mine), theirs: text(theirs) });
}
