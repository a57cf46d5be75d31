import type { Acting } from '../acting.ts';
import { type BallotView, viewOf } from './ballot-view.ts';

/** Every ballot as the caller may see it, the newest first. */
export async function readBallots({
  store,
  by,
}: Pick<Acting, 'store' | 'by'>): Promise<{ readonly ballots: readonly BallotView[] }> {
  const [ballots, boxes] = await Promise.all([store.ballots(), store.ballotBoxes()]);
  const boxOf = new Map(boxes.map((box) => [box.ballot, box]));
  return {
    ballots: [...ballots].reverse().flatMap((ballot) => {
      const box = boxOf.get(ballot.id);
      return box === undefined ? [] : [viewOf(ballot, box, by)];
    }),
  };
}
