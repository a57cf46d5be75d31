import { formatRatio } from '../../../../functions/src/messages/vi/format.ts';
import type { ContextPeriod } from '../../backend/answers.ts';
import type { BallotAnswer, LearnerAnswer } from '../../backend/council-answers.ts';
import type { CallArguments } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import type { Block, Field } from '../../screen.ts';
import { readBallots } from './ballot-blocks.ts';

/** For each learner who may stand: what for, as the numbers propose it, and the evidence. */
export function learnerFields(
  desk: Desk,
  { period }: ContextPeriod,
  learners: readonly LearnerAnswer[],
): readonly Field[] {
  const taken = standingIn(readBallots(desk), period);
  return learners
    .filter((learner) => mayStand(learner) && !taken.has(learner.row))
    .flatMap((learner) => fieldsOf(desk, learner));
}

/** Who cannot stand, each with the reason and who can do something about it. */
export function learnerBlocks(desk: Desk, learners: readonly LearnerAnswer[]): readonly Block[] {
  const cannot = learners.filter((learner) => !mayStand(learner));
  if (cannot.length === 0) return [];
  const heading = desk.words.council.open.cannot(cannot.length);
  const lines = cannot.map((learner) => `${nameOf(desk, learner)}: ${whyNot(desk, learner)}`);
  return [{ kind: 'sections', sections: [{ heading, lines, open: true }] }];
}

/** What was chosen, as /open-ballot takes it. */
export function proposalsOf(asked: CallArguments): {
  readonly only: readonly string[];
  readonly proposals: readonly object[];
} {
  const proposals = Object.entries(asked).flatMap(([name, outcome]) => {
    const row = /^stand\.(.+)$/.exec(name)?.[1];
    if (row === undefined || (outcome !== 'caught_up' && outcome !== 'surpassed')) return [];
    const evidence = asked[`evidence.${row}`];
    return [{ row, outcome, ...(evidence ? { evidence } : {}) }];
  });
  return { only: proposals.map(({ row }) => row), proposals };
}

const mayStand = ({ mayStandFor, missing }: LearnerAnswer): boolean =>
  missing === undefined && mayStandFor.length > 0;

/** Rows that stand in an open or a valid ballot of the period stand there once. */
function standingIn(ballots: readonly BallotAnswer[], period: string): ReadonlySet<string> {
  const holding = ballots.filter(
    (ballot) =>
      ballot.period === period &&
      ballot.purpose === 'review' &&
      (ballot.state === 'open' || (ballot.state === 'closed' && ballot.count?.isValid === true)),
  );
  return new Set(holding.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
}

function fieldsOf(desk: Desk, learner: LearnerAnswer): readonly Field[] {
  const { open } = desk.words.council;
  const { row, mayStandFor, standing, distance } = learner;
  const proposed = mayStandFor.find((outcome) => outcome === standing) ?? 'none';
  return [
    {
      kind: 'radios',
      name: `stand.${row}`,
      label: nameOf(desk, learner),
      details: [distance === undefined ? open.noNumbers : open.share(shareOf(distance))],
      options: [...mayStandFor, 'none' as const].map((value) => ({ value, label: open.stand[value] })),
      value: proposed,
    },
    {
      kind: 'line',
      name: `evidence.${row}`,
      label: open.evidence(learner.name),
      required: false,
      most: MOST_EVIDENCE,
    },
  ];
}

/** Characters. */
const MOST_EVIDENCE = 1000;

const nameOf = ({ words }: Desk, { name, exemplarName }: LearnerAnswer): string =>
  words.council.open.learner(name, exemplarName);

const shareOf = ({ mine, theirs }: NonNullable<LearnerAnswer['distance']>): string =>
  formatRatio(BigInt(mine), BigInt(theirs));

function whyNot({ words }: Desk, { missing, exemplar, distance }: LearnerAnswer): string {
  const { open } = words.council;
  if (missing !== undefined)
    return words.explainTrouble({ code: 'step_missing', exemplar, step: missing, at: {} });
  return distance === undefined ? open.missing : `${open.share(shareOf(distance))} ${open.below}`;
}
