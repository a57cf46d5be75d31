import type { Comparison, PlaceOutcome, UnitResult } from '../../../domain/evaluation/period-result.ts';
import type { Decimal } from '../../../domain/numbers/decimal.ts';
import type { Micropoints } from '../../../domain/numbers/micropoints.ts';
import { formatDecimal, showPoints } from '../format.ts';
import type { Lookup } from './explain-lookup.ts';

/** "Trong Cụm 1: hạng 3 trong 8 đơn vị có báo cáo, đồng hạng với Xã A." */
export function showPlace(scope: string, outcome: PlaceOutcome, { nameOf }: Lookup): string {
  const place = `Trong ${scope}: hạng ${outcome.place} trong ${outcome.of} đơn vị có báo cáo`;
  if (outcome.sharedWith.length === 0) return `${place}.`;
  const more = outcome.sharedWithMore === undefined ? '' : ` và ${outcome.sharedWithMore} đơn vị khác`;
  return `${place}, đồng hạng với ${outcome.sharedWith.map(nameOf).join(', ')}${more}.`;
}

/** Of whom the explanation says what place they have: the nearest above and below, in the track and in the cluster. */
export function neighboursOf({ place, clusterPlace }: UnitResult): readonly string[] {
  const all = [place.above, place.below, clusterPlace.above, clusterPlace.below];
  return [...new Set(all.flatMap((comparison) => comparison?.unitId ?? []))];
}

/** Which key decided against the neighbours, in the track and in the cluster. */
export function explainOrder(lookup: Lookup): readonly string[] {
  const { unit, track } = lookup;
  return [
    ...explainScope(`“${track.name}”`, unit.place, (id) => lookup.unitOf(id)?.place.place, lookup),
    ...(isWholeTrack(lookup)
      ? []
      : explainScope(unit.cluster, unit.clusterPlace, (id) => lookup.unitOf(id)?.clusterPlace.place, lookup)),
  ];
}

/** A register without clusters has one, with the track's name: its places would only be told twice. */
export function isWholeTrack({ unit, track }: Pick<Lookup, 'unit' | 'track'>): boolean {
  return unit.cluster === track.name;
}

function explainScope(
  scope: string,
  outcome: PlaceOutcome,
  placeOf: (unitId: string) => number | undefined,
  lookup: Lookup,
): readonly string[] {
  const { above, below, sharedWith } = outcome;
  const against = (word: string, comparison: Comparison): string =>
    `Trong ${scope}: ${word} ${lookup.nameOf(comparison.unitId)} (hạng ${placeOf(comparison.unitId)}) ${because(comparison, lookup)}.`;
  return [
    ...(above === undefined ? [`Trong ${scope}: không đơn vị nào đứng trên.`] : [against('đứng sau', above)]),
    ...(below === undefined
      ? [`Trong ${scope}: không đơn vị nào đứng dưới.`]
      : [against('đứng trên', below)]),
    ...(sharedWith.length === 0
      ? []
      : [`Trong ${scope}: đồng hạng vì bằng nhau ở tổng điểm và mọi tiêu chí phụ khi so sánh.`]),
  ];
}

function because({ key, mine, theirs }: Comparison, { keyName, grades, track }: Lookup): string {
  const show = (text: string | undefined): string => showValue(key, text, grades);
  const leads = key === 'grade' || key === 'total';
  const decimals = track.ranking.decimals;
  const rounded = isPoints(key) && decimals !== undefined ? ` (so sánh đến ${decimals} số lẻ)` : '';
  const tied = leads ? '' : 'vì các mức xét trước bằng nhau, ';
  return `${tied || 'vì '}${keyName(key)} ${show(mine)} so với ${show(theirs)}${rounded}`;
}

function showValue(key: string, text: string | undefined, grades: ReadonlyMap<string, string>): string {
  if (text === undefined) return 'không có';
  if (key === 'grade') return `“${grades.get(text) ?? text}”`;
  return isPoints(key) ? showPoints(Number(text) as Micropoints) : formatDecimal(text as Decimal);
}

function isPoints(key: string): boolean {
  return !['grade', 'deduction_count', 'previous_place'].includes(key) && !key.startsWith('value:');
}
