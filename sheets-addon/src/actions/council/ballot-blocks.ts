import { votesForQuorum } from '../../../../functions/src/domain/ballot/count-ballot.ts';
import type { Question } from '../../backend/backend.ts';
import type { BallotAnswer, BallotsAnswer, CandidateAnswer } from '../../backend/council-answers.ts';
import type { Desk } from '../../desk.ts';
import type { Block, Fact } from '../../screen.ts';
import type { Words } from '../../words/words.ts';
import { campaignOf } from '../visit.ts';

/** Every ballot, the newest first, as far as this person may see it. */
export function readBallots(desk: Desk): readonly BallotAnswer[] {
  return desk.backend.get<BallotsAnswer>(...ballotsQuestion(desk)).ballots;
}

export const ballotsQuestion = (desk: Desk): Question => ['/ballots', { campaign: campaignOf(desk) }];

/** How many of how many have voted, and how many have to. */
export function votersOf({ rules, voted, notVoted }: BallotAnswer): {
  readonly voted: number;
  readonly members: number;
  readonly needed: number;
} {
  const electorate = [...voted, ...notVoted];
  return {
    voted: voted.length,
    members: electorate.length,
    needed: votesForQuorum({ rules, electorate }),
  };
}

export function ballotFacts({ council }: Words, ballot: BallotAnswer, more: readonly Fact[] = []): Block {
  const { voted, members, needed } = votersOf(ballot);
  return {
    kind: 'facts',
    facts: [
      { name: council.facts.how, value: council.secrecy[ballot.rules.secrecy] },
      { name: council.facts.voted, value: council.ofMembers(voted, members) },
      { name: council.facts.needed, value: council.ofMembers(needed, members) },
      ...more,
    ],
  };
}

export const candidateName = ({ council }: Words, { name, outcomeName }: CandidateAnswer): string =>
  council.candidate(name, outcomeName);

/** What one has to know to judge a candidate: what for, unless a reason begins with it, and why. */
export function candidateDetails({ achievement, reasons }: CandidateAnswer): readonly string[] {
  return reasons.some((reason) => reason.startsWith(achievement)) ? reasons : [achievement, ...reasons];
}

/** What a ballot came to, line by line; of an open one that is not secret, so far. */
export function outcomeLines({ council }: Words, ballot: BallotAnswer): readonly string[] {
  const { minutes, voidReason, count, candidates } = ballot;
  const lines: string[] = [];
  if (minutes !== undefined) lines.push(council.count.minutes(minutes));
  if (voidReason !== undefined) return [...lines, council.count.voided(voidReason)];
  if (count === undefined) return lines;
  const { voted, members, neededToVote, neededToPass, isValid } = count;
  if (ballot.state === 'closed')
    lines.push(
      isValid ? council.count.valid(voted, members) : council.count.invalid(voted, members, neededToVote),
    );
  const counted = candidates.flatMap(({ name, outcomeName, counts }) =>
    counts === undefined
      ? []
      : [
          council.count.result(
            council.candidate(name, outcomeName),
            counts.yes,
            counts.no,
            counts.blank,
            counts.passed,
          ),
        ],
  );
  return counted.length === 0 ? lines : [...lines, council.count.neededToPass(neededToPass), ...counted];
}
