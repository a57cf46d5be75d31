import { type Exemplars, exemplarsOf, reviewedIn } from '../exemplar-facts.ts';
import type { Snapshot } from '../publishing/snapshot.ts';

/** Every exemplar as one batch of deliveries sees it: read, and their lives worked out, once. */
export function exemplarsIn(snapshot: Snapshot): Promise<Exemplars> {
  const exemplars = known.get(snapshot) ?? readIn(snapshot);
  known.set(snapshot, exemplars);
  return exemplars;
}

const known = new WeakMap<Snapshot, Promise<Exemplars>>();

async function readIn(snapshot: Snapshot): Promise<Exemplars> {
  const all = await snapshot.exemplars();
  if (all.length === 0)
    return exemplarsOf([], { decisions: [], propagation: [], learning: [], reviewed: [] });
  const [{ campaign }, decisions, ballots, propagation, learning] = await Promise.all([
    snapshot.setup(),
    snapshot.decisions(),
    snapshot.ballots(),
    snapshot.registerRows('propagation'),
    snapshot.registerRows('learning'),
  ]);
  return exemplarsOf(all, { decisions, propagation, learning, reviewed: reviewedIn(ballots, campaign) });
}
