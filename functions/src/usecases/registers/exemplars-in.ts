import type { ExemplarStep } from '../../domain/exemplar/exemplar-step.ts';
import type { RegisterDeclaration } from '../../domain/register/register.ts';
import { type Exemplars, exemplarsOf, reviewedIn } from '../exemplar-facts.ts';
import type { Snapshot } from '../publishing/snapshot.ts';

/** Every exemplar as one batch of deliveries sees it: read, and their lives worked out, once. */
export const exemplarsIn = oncePerSnapshot(readIn);

/**
 * Every exemplar, with its life as far as a row of this register asks how far it has come. Who learns from it is a row
 * or more of each unit, and is only read where that is asked.
 */
export function exemplarsFor({ columns }: RegisterDeclaration, snapshot: Snapshot): Promise<Exemplars> {
  const asksMore = columns.some(({ step }) => step !== undefined && !FIRST_STEPS.includes(step));
  return asksMore ? exemplarsIn(snapshot) : firstStepsIn(snapshot);
}

/** Decisions and what was propagated say whether they are done. */
const FIRST_STEPS: readonly ExemplarStep[] = ['built', 'propagated'];

const firstStepsIn = oncePerSnapshot(async (snapshot) => {
  const all = await snapshot.exemplars();
  const [decisions, propagation] =
    all.length === 0
      ? [[], []]
      : await Promise.all([snapshot.decisions(), snapshot.registerRows('propagation')]);
  return exemplarsOf(all, { decisions, propagation, learning: [], reviewed: [] });
});

function oncePerSnapshot(
  read: (snapshot: Snapshot) => Promise<Exemplars>,
): (snapshot: Snapshot) => Promise<Exemplars> {
  const known = new WeakMap<Snapshot, Promise<Exemplars>>();
  return (snapshot) => {
    const exemplars = known.get(snapshot) ?? read(snapshot);
    known.set(snapshot, exemplars);
    return exemplars;
  };
}

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
