import type { Criterion } from '../../campaign/criterion.ts';
import { measureRow } from './measure-row.ts';
import { leaderOf, type Peer } from './peer-relative.ts';
import type { Reporting, TrackContext } from './track-context.ts';

/** By criterion, the leader that a unit of a cluster is held against; undefined: none. */
export type Leaders = readonly ((cluster: string) => Peer | undefined)[];

/** Peer-relative criteria look at all units that reported; only units that are scored on the criterion can lead. */
export function leadersOf(context: TrackContext, reporting: readonly Reporting[]): Leaders {
  return context.track.criteria.map((criterion) => leaderOn(criterion, context, reporting));
}

function leaderOn(
  criterion: Criterion,
  context: TrackContext,
  reporting: readonly Reporting[],
): Leaders[number] {
  const { scoring } = criterion;
  if (scoring.kind !== 'peer_relative') return () => undefined;
  const peers = new Map<string, Peer[]>();
  for (const { unit, input } of reporting) {
    const { status, figure } = measureRow(context, criterion, unit, input);
    if (status !== 'measured' || figure?.target === undefined) continue;
    const scope = scoring.scope === 'cluster' ? unit.cluster : '';
    const peer = { unitId: unit.id, value: figure.value, target: figure.target };
    const others = peers.get(scope);
    if (others === undefined) peers.set(scope, [peer]);
    else others.push(peer);
  }
  const leaders = new Map([...peers].map(([scope, some]) => [scope, leaderOf(some)]));
  return (cluster) => leaders.get(scoring.scope === 'cluster' ? cluster : '');
}
