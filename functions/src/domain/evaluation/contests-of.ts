import type { Scope } from '../campaign/settings.ts';
import type { Unit } from '../campaign/unit.ts';
import { type Contest, type GradedTrack, keyReaders } from './contest.ts';
import { type Compare, inRuns, type Line } from './ranking/line.ts';
import type { KeyValue, OrderKey } from './ranking/order.ts';
import { compareByColumns, lineUpBy, type OrderColumn, orderColumn } from './ranking/order-columns.ts';

/** A track's contests by one order: its one, and that of each cluster. */
export interface Contests {
  readonly keys: readonly OrderKey[];
  readonly contests: { readonly [S in Scope]: readonly Contest[] };
  readonly compare: { readonly [S in Scope]: Compare };
  readonly columns: { readonly [S in Scope]: readonly OrderColumn[] };
  readonly readers: { readonly [S in Scope]: readonly ((u: number) => KeyValue)[] };
}

/**
 * The contests by name; clusters where nobody reported are there too. The track is put in order once, and clusters
 * keep its order, unless last period's place is a key: that is another one in each.
 */
export function contestsOf(graded: GradedTrack, units: readonly Unit[], keys: readonly OrderKey[]): Contests {
  const { track } = graded.scores.context;
  const readers = { track: keyReaders(graded, keys, 'track'), cluster: keyReaders(graded, keys, 'cluster') };
  const length = graded.scores.reporting.length;
  const columnsOf = (scope: Scope) =>
    keys.map(({ order }, i) => orderColumn(length, readers[scope][i]!, order));
  const isSameOrder = keys.every(({ key }) => key !== 'previous_place');
  const ofTrack = columnsOf('track');
  const columns = { track: ofTrack, cluster: isSameOrder ? ofTrack : columnsOf('cluster') };
  const compare = { track: compareByColumns(columns.track), cluster: compareByColumns(columns.cluster) };
  const whole = lineUpBy(
    columns.track,
    new Int32Array(length).map((_, u) => u),
  );
  const base = { track, graded };
  const clusters = clustersOf(graded, units, whole);
  return {
    keys,
    readers,
    columns,
    compare,
    contests: {
      track:
        units.length === 0 ? [] : [{ ...base, scopeKind: 'track', scope: track.code, units, line: whole }],
      cluster: clusters.map(({ scope, units: of, members }) => ({
        ...base,
        scopeKind: 'cluster',
        scope,
        units: of,
        line: isSameOrder ? inRuns(members, compare.cluster) : lineUpBy(columns.cluster, members),
      })),
    },
  };
}

interface Cluster {
  readonly scope: string;
  readonly units: readonly Unit[];
  /** Those that reported, in the order of the track. */
  readonly members: Int32Array;
}

/** By name. Clusters are numbered, so that the whole line is dealt out to them in one go. */
function clustersOf({ scores }: GradedTrack, units: readonly Unit[], { ordered }: Line): readonly Cluster[] {
  const byName = Map.groupBy(units, ({ cluster }) => cluster);
  const names = [...byName.keys()].sort();
  const numbers = new Map(names.map((name, n) => [name, n]));
  const clusterOf = new Int32Array(ordered.length);
  const ends = new Int32Array(names.length);
  for (let u = 0; u < clusterOf.length; u++) {
    clusterOf[u] = numbers.get(scores.reporting[u]!.unit.cluster)!;
    ends[clusterOf[u]!]! += 1;
  }
  for (let n = 1; n < ends.length; n++) ends[n]! += ends[n - 1]!;
  const next = ends.map((_, n) => (n === 0 ? 0 : ends[n - 1]!));
  const dealt = new Int32Array(ordered.length);
  for (let position = 0; position < ordered.length; position++) {
    const u = ordered[position]!;
    dealt[next[clusterOf[u]!]!++] = u;
  }
  return names.map((scope, n) => ({
    scope,
    units: byName.get(scope)!,
    members: dealt.subarray(ends[n - 1] ?? 0, ends[n]),
  }));
}
