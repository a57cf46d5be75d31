import type { Unit } from '../../campaign/campaign.ts';
import type { Criterion } from '../../campaign/criterion.ts';
import { toScaled } from '../../numbers/decimal.ts';
import type { UnitInput } from '../period-inputs.ts';
import { baseCounter, type Weighted } from './counted-points.ts';
import { type CountedPoints, criterionResult, type MeasuredRow } from './criterion-result.ts';
import { earnedPoints } from './earned-points.ts';
import { measure } from './measure.ts';
import { leaderOf, type Peer } from './peer-relative.ts';
import { type ScoredUnit, scoredUnit } from './scored-unit.ts';
import type { TrackContext } from './track-context.ts';

export interface Reporting {
  readonly unit: Unit;
  readonly input: UnitInput;
}

/** Scores every unit of a track that reported. Peer-relative criteria look at all of them, so it is done in passes. */
export function scoreTrack(context: TrackContext, reporting: readonly Reporting[]): readonly ScoredUnit[] {
  const { criteria } = context.track;
  const measured = reporting.map((each) => measureUnit(context, each));
  const leaders = criteria.map((criterion, i) => leadersOf(criterion, reporting, measured, i));
  const base = criteria.flatMap((criterion, i) => (isOfBase(criterion) ? [i] : []));
  const countBase = baseCounter(base.map((i) => weightedOf(criteria[i]!)));
  return reporting.map((each, u) => {
    const own = measured[u]!;
    const leading = leaders.map((leader) => leader(each.unit.cluster));
    const earned = criteria.map((criterion, i) => earnedPoints(criterion, own[i]!.measured, leading[i]));
    const counted = countBase(
      base.map((i) => (own[i]!.measured.status === 'not_applicable' ? undefined : earned[i]!.micropoints)),
    );
    const ofBase = new Array<CountedPoints | undefined>(criteria.length);
    base.forEach((i, position) => {
      ofBase[i] = counted.criteria[position];
    });
    const results = criteria.map((criterion, i) =>
      criterionResult(criterion, own[i]!, earned[i]!, leading[i], ofBase[i]),
    );
    return scoredUnit(context, each, results, counted.groups);
  });
}

function measureUnit(
  { track, period, registered, past }: TrackContext,
  { unit, input }: Reporting,
): readonly MeasuredRow[] {
  const reported = new Map(input.answers.map((answer) => [answer.criterion, answer]));
  const appraised = new Map(input.appraised.map((answer) => [answer.criterion, answer]));
  return track.criteria.map((criterion) => {
    const rows = { reported: reported.get(criterion.code), appraised: appraised.get(criterion.code) };
    const measured = measure(criterion, {
      ...rows,
      unit,
      period,
      late: input.late,
      registered: registered(unit.id, criterion.code),
      past: past(unit.id, criterion.code),
    });
    return { ...rows, measured };
  });
}

/** The leader a unit of a cluster is held against; only units that are scored on the criterion can lead. */
function leadersOf(
  { scoring }: Criterion,
  reporting: readonly Reporting[],
  measured: readonly (readonly MeasuredRow[])[],
  i: number,
): (cluster: string) => Peer | undefined {
  if (scoring.kind !== 'peer_relative') return () => undefined;
  const peers = new Map<string, Peer[]>();
  reporting.forEach(({ unit }, u) => {
    const { status, figure } = measured[u]![i]!.measured;
    if (status !== 'measured' || figure?.target === undefined) return;
    const scope = scoring.scope === 'cluster' ? unit.cluster : '';
    const peer = { unitId: unit.id, value: figure.value, target: figure.target };
    const others = peers.get(scope);
    if (others === undefined) peers.set(scope, [peer]);
    else others.push(peer);
  });
  const leaders = new Map([...peers].map(([scope, some]) => [scope, leaderOf(some)]));
  return (cluster) => leaders.get(scoring.scope === 'cluster' ? cluster : '');
}

const OUTSIDE_BASE: ReadonlySet<string> = new Set(['bonus', 'deduction', 'information']);
const isOfBase = ({ scoring }: Criterion): boolean => !OUTSIDE_BASE.has(scoring.kind);

function weightedOf({ group, max, coefficient }: Criterion): Weighted {
  const scaled = toScaled(coefficient);
  return { group, coefficient: scaled, weight: BigInt(max) * scaled };
}
