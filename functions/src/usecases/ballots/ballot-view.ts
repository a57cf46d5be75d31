import type { Ballot, Learned, Outcome, Votes } from '../../domain/ballot/ballot.ts';
import { type BallotBox, hasVoted, votersOf } from '../../domain/ballot/ballot-box.ts';
import { type BallotState, stateOf } from '../../domain/ballot/ballot-state.ts';
import type { BallotCount } from '../../domain/ballot/count-ballot.ts';
import { countedIn, shownCount } from '../../domain/ballot/shown-count.ts';
import type { Subject } from '../../domain/ballot/subject.ts';
import type { PeriodId } from '../../domain/campaign/period.ts';
import { present } from '../../domain/present.ts';
import { OUTCOME_NAMES } from '../../messages/vi/council-words.ts';
import { showPeriodId } from '../../messages/vi/period-id.ts';

/** A ballot as one member is shown it. Of a secret one no number but who has voted, until it is closed and valid. */
export interface BallotView {
  readonly id: string;
  readonly purpose: Ballot['purpose'];
  readonly period: PeriodId;
  readonly periodName: string;
  readonly title: string;
  readonly state: BallotState;
  readonly rules: Ballot['rules'];
  readonly openedAt: string;
  readonly closedAt?: string;
  readonly minutes?: string;
  /** Why it is void. */
  readonly voidReason?: string;
  readonly voted: readonly string[];
  readonly notVoted: readonly string[];
  readonly mine: {
    readonly mayVote: boolean;
    readonly hasVoted: boolean;
    /** Of an open ballot: what I said so far. */
    readonly votes?: Votes;
  };
  readonly candidates: readonly CandidateView[];
  readonly count?: Omit<BallotCount, 'candidates'>;
}

export interface CandidateView {
  readonly id: string;
  readonly name: string;
  readonly subject: Subject;
  readonly outcome: Outcome;
  readonly outcomeName: string;
  readonly achievement: string;
  readonly reasons: readonly string[];
  readonly learned?: Learned;
  readonly counts?: Omit<BallotCount['candidates'][number], 'id'>;
}

export function viewOf(ballot: Ballot, box: BallotBox, who: string): BallotView {
  const voted = votersOf(box);
  const state = stateOf(ballot);
  const isIn = ballot.electorate.includes(who);
  const count = shownCount(ballot, box);
  const mine = box.secrecy === 'open' ? box.papers.find(({ voter }) => voter === who)?.votes : undefined;
  return present<BallotView>({
    id: ballot.id,
    purpose: ballot.purpose,
    period: ballot.period,
    periodName: showPeriodId(ballot.period),
    title: ballot.title,
    state,
    rules: ballot.rules,
    openedAt: ballot.openedAt.toISOString(),
    closedAt: ballot.closing?.at.toISOString(),
    minutes: ballot.closing?.minutes,
    voidReason: ballot.voided?.reason,
    voted,
    notVoted: ballot.electorate.filter((member) => !voted.includes(member)),
    mine: present({
      mayVote: isIn && state === 'open' && !(box.secrecy === 'secret' && hasVoted(box, who)),
      hasVoted: hasVoted(box, who),
      votes: mine,
    }),
    candidates: ballot.candidates.map((candidate) =>
      present<CandidateView>({
        ...candidate,
        outcomeName: OUTCOME_NAMES[candidate.outcome],
        counts: countsOf(candidate.id, ballot, count),
      }),
    ),
    count: count && withoutCandidates(count),
  });
}

function countsOf(id: string, ballot: Ballot, count: BallotCount | undefined): CandidateView['counts'] {
  const found = count && countedIn(ballot, count).find((each) => each.id === id);
  if (found === undefined) return undefined;
  const { id: _, ...counts } = found;
  return counts;
}

function withoutCandidates({ candidates: _, ...count }: BallotCount): Omit<BallotCount, 'candidates'> {
  return count;
}
