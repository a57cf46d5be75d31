import type { PointsKey, Ranking, RankKey } from '../../campaign/settings.ts';
import { fromScaled, toScaled } from '../../numbers/decimal.ts';
import { type Micropoints, roundPoints } from '../../numbers/micropoints.ts';
import type { UnitResult } from '../period-result.ts';
import type { KeyValue, OrderKey } from './order.ts';

/** What keys look at: a unit's points, in a month or added up over months. */
export type Scores = Pick<
  UnitResult,
  | 'criteria'
  | 'groups'
  | 'legs'
  | 'prongs'
  | 'breakthroughs'
  | 'base'
  | 'bonus'
  | 'deductions'
  | 'deductionCount'
  | 'total'
>;

/** The order of a ranking by points: the points themselves, then the chain of tie-breaks. */
export function pointsOrder({ pointsOrder: order = 'descending', tieBreaks }: Ranking): readonly OrderKey[] {
  return [{ key: 'total', order }, ...tieBreaks];
}

/** The order of the published ranking. */
export function rankingOrder(ranking: Ranking): readonly OrderKey[] {
  const order = pointsOrder(ranking);
  return ranking.leading === 'grade_then_points' ? [{ key: 'grade', order: 'ascending' }, ...order] : order;
}

/** Points as they are compared and published: rounded to the ranking's decimals, half away from zero. */
export function comparedPoints(micropoints: Micropoints, { decimals }: Ranking): Micropoints {
  return decimals === undefined ? micropoints : roundPoints(micropoints, decimals);
}

/** A unit's value at a key; undefined where it has none. The grade and last month's place come from outside. */
export function keyValue(
  scores: Scores,
  key: RankKey | 'grade',
  ranking: Ranking,
  outside: { readonly grade?: number; readonly previousPlace?: number },
): KeyValue {
  if (key === 'grade') return outside.grade;
  if (key === 'previous_place') return outside.previousPlace;
  if (key === 'deduction_count') return toScaled(scores.deductionCount);
  if (key.startsWith('value:')) return reportedValue(scores, key.slice('value:'.length));
  const points = pointsAt(scores, key as PointsKey);
  return points === undefined ? undefined : comparedPoints(points, ranking);
}

/** Points at a key; undefined for what is not applicable to the unit or does not exist. */
export function pointsAt(scores: Scores, key: PointsKey): Micropoints | undefined {
  switch (key) {
    case 'total':
    case 'base':
    case 'bonus':
    case 'deductions':
      return scores[key];
  }
  const [view, code] = splitKey(key);
  if (view === 'criterion') {
    const result = scores.criteria.find((each) => each.code === code);
    return result?.status === 'not_applicable' ? undefined : result?.counted;
  }
  if (view === 'group') {
    const group = scores.groups.find((each) => each.code === code);
    return group?.rescaledFrom === 0 ? undefined : group?.micropoints;
  }
  return scores[VIEWS[view]].find((each) => each.code === code)?.micropoints;
}

/** A key's value as results hold it: decimals for values and counts, whole numbers for the rest. */
export function keyText(value: KeyValue): string | undefined {
  return typeof value === 'bigint' ? fromScaled(value) : value?.toString();
}

const VIEWS = { leg: 'legs', prong: 'prongs', breakthrough: 'breakthroughs' } as const;
type View = 'group' | 'criterion' | keyof typeof VIEWS;

function splitKey(key: string): readonly [View, string] {
  const colon = key.indexOf(':');
  return [key.slice(0, colon) as View, key.slice(colon + 1)];
}

/** This period's own figure, also of a cumulative criterion; yes is 1 and no is 0. */
function reportedValue({ criteria }: Scores, code: string): KeyValue {
  const result = criteria.find((each) => each.code === code);
  if (result === undefined || result.status === 'not_applicable') return undefined;
  const answer = result.appraised ?? result.reported;
  if (answer?.kind === 'yes_no') return answer.value ? ONE : 0n;
  const value = result.working?.ownValue ?? result.value;
  return value === undefined ? undefined : toScaled(value);
}

const ONE = toScaled('1' as Parameters<typeof toScaled>[0]);
