import type { PointsKey, RankKey } from '../../campaign/settings.ts';
import { toScaled } from '../../numbers/decimal.ts';
import type { Micropoints } from '../../numbers/micropoints.ts';
import { ONE } from '../scoring/figure.ts';
import { NOT_APPLICABLE } from '../scoring/figures.ts';
import { measureRow } from '../scoring/measure-row.ts';
import { appliedPoints, type TrackScores } from '../scoring/score-track.ts';
import { baseOf } from '../scoring/score-unit.ts';
import { comparedPoints } from './key-values.ts';
import type { KeyValue } from './order.ts';

/** A unit's value at a key, of points in columns: what keyValue says of one unit's. */
export function keyReader(
  scores: TrackScores,
  key: RankKey | 'grade',
  outside: {
    readonly grade: (u: number) => number;
    readonly previousPlace: (u: number) => number | undefined;
  },
): (u: number) => KeyValue {
  if (key === 'grade') return outside.grade;
  if (key === 'previous_place') return outside.previousPlace;
  if (key === 'deduction_count') return deductionCounts(scores);
  if (key.startsWith('value:')) return reportedValues(scores, key.slice('value:'.length));
  const points = pointsReader(scores, key as PointsKey);
  const { ranking } = scores.context.track;
  return (u) => {
    const micropoints = points(u);
    return micropoints === undefined ? undefined : comparedPoints(micropoints, ranking);
  };
}

/** Points at a key; undefined for what is not applicable to the unit or does not exist. */
export function pointsReader(scores: TrackScores, key: PointsKey): (u: number) => Micropoints | undefined {
  const { track, breakthroughs } = scores.context;
  const { criteria } = track;
  switch (key) {
    case 'total':
    case 'base':
    case 'bonus':
    case 'deductions':
      return (u) => scores[key][u] as Micropoints;
  }
  const colon = key.indexOf(':');
  const [view, code] = [key.slice(0, colon), key.slice(colon + 1)];
  const isKnown = (tags: readonly { readonly code: string }[]): boolean =>
    tags.some((tag) => tag.code === code);
  switch (view) {
    case 'criterion':
      return criterionPoints(scores, code);
    case 'group':
      return isKnown(track.groups) ? groupPoints(scores, code) : () => undefined;
    case 'leg':
      return isKnown(track.legs)
        ? sumOver(
            scores,
            criteria.map(({ leg }) => leg === code),
          )
        : () => undefined;
    case 'prong':
      return isKnown(track.prongs)
        ? sumOver(
            scores,
            criteria.map(({ prong }) => prong === code),
          )
        : () => undefined;
    default:
      return breakthroughs.includes(code)
        ? sumOver(
            scores,
            criteria.map((each) => each.breakthroughs.includes(code)),
          )
        : () => undefined;
  }
}

type PointsReader = (u: number) => Micropoints | undefined;

function criterionPoints({ context, figures, counted }: TrackScores, code: string): PointsReader {
  const i = context.track.criteria.findIndex((criterion) => criterion.code === code);
  if (i === -1) return () => undefined;
  return (u) => (figures[i]!.status[u] === NOT_APPLICABLE ? undefined : (counted[i]![u] as Micropoints));
}

/** A group of which nothing applies has no points: neither more nor less than anybody's. */
function groupPoints(scores: TrackScores, code: string): PointsReader {
  const { context, figures, earned } = scores;
  const base = baseOf(context.track.criteria);
  const points = sumOver(
    scores,
    context.track.criteria.map(({ group }, i) => group === code && base.indexes.includes(i)),
  );
  return (u) => {
    const applied = base.indexes.map((i) => appliedPoints(figures[i]!, earned[i]!, u));
    if (!applied.includes(undefined)) return points(u);
    const group = base.count(applied).groups.get(code);
    return group?.isRescaled && group.applicableMax === 0 ? undefined : points(u);
  };
}

function sumOver({ counted }: TrackScores, isIn: readonly boolean[]): (u: number) => Micropoints {
  const columns = counted.filter((_, i) => isIn[i]);
  return (u) => columns.reduce((sum, column) => sum + column[u]!, 0) as Micropoints;
}

/** This period's own figure, also of a cumulative criterion; yes is 1 and no is 0. */
function reportedValues(scores: TrackScores, code: string): (u: number) => KeyValue {
  const measured = measuredBy(scores, code);
  return (u) => {
    const of = measured(u);
    if (of === undefined || of.status === 'not_applicable') return undefined;
    if (of.answer?.kind === 'yes_no') return of.answer.value ? ONE : 0n;
    const own = of.working?.ownValue;
    return own === undefined ? of.figure?.value : toScaled(own);
  };
}

function deductionCounts(scores: TrackScores): (u: number) => KeyValue {
  const deductions = scores.context.track.criteria.filter(({ scoring }) => scoring.kind === 'deduction');
  const counts = deductions.map(({ code }) => measuredBy(scores, code));
  return (u) => counts.reduce((sum, measured) => sum + (measured(u)?.figure?.value ?? 0n), 0n);
}

function measuredBy({ context, reporting }: TrackScores, code: string) {
  const criterion = context.track.criteria.find((each) => each.code === code);
  return (u: number) => {
    const { unit, input } = reporting[u]!;
    return criterion && measureRow(context, criterion, unit, input);
  };
}
