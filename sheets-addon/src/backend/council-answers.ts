import type { BallotRules, Choice, Outcome } from '../../../functions/src/domain/ballot/ballot.ts';
import type { BallotCount } from '../../../functions/src/domain/ballot/count-ballot.ts';
import type { Subject } from '../../../functions/src/domain/ballot/subject.ts';
import type {
  DecidedSubject,
  DecisionKind,
  Signer,
} from '../../../functions/src/domain/decision/decision.ts';
import type { Distance, Standing } from '../../../functions/src/domain/exemplar/distance.ts';
import type { ExemplarStep } from '../../../functions/src/domain/exemplar/exemplar-step.ts';

/** A ballot as the caller may see it: of GET /ballots, /open-ballot, /close-ballot. Moments are ISO texts. */
export interface BallotAnswer {
  readonly id: string;
  readonly purpose: BallotPurpose;
  readonly period: string;
  readonly periodName: string;
  readonly title: string;
  readonly state: 'open' | 'closed' | 'voided';
  readonly rules: BallotRules;
  readonly closedAt?: string;
  readonly minutes?: string;
  readonly voidReason?: string;
  /** Accounts. */
  readonly voted: readonly string[];
  readonly notVoted: readonly string[];
  readonly mine: {
    readonly mayVote: boolean;
    readonly hasVoted: boolean;
    /** Of an open ballot. */
    readonly votes?: Readonly<Record<string, Choice>>;
  };
  readonly candidates: readonly CandidateAnswer[];
  readonly count?: Omit<BallotCount, 'candidates'>;
}

export type BallotPurpose = 'nomination' | 'review';

export interface CandidateAnswer {
  readonly id: string;
  readonly name: string;
  readonly subject: Subject;
  readonly outcome: Outcome;
  readonly outcomeName: string;
  readonly achievement: string;
  readonly reasons: readonly string[];
  readonly counts?: {
    readonly yes: number;
    readonly no: number;
    readonly blank: number;
    readonly passed: boolean;
  };
}

/** GET /ballots: newest first. */
export interface BallotsAnswer {
  readonly ballots: readonly BallotAnswer[];
}

/** POST /open-ballot */
export interface OpenedBallot {
  readonly ballot: BallotAnswer;
  /** Of a review. */
  readonly learners?: readonly LearnerAnswer[];
}

export interface LearnerAnswer {
  readonly row: string;
  readonly name: string;
  readonly exemplar: string;
  readonly exemplarName: string;
  readonly distance?: Distance;
  readonly standing?: Standing;
  readonly mayStandFor: readonly ('caught_up' | 'surpassed')[];
  /** The step that has to be done first. */
  readonly missing?: ExemplarStep;
}

/** GET /decisions: newest first. */
export interface DecisionsAnswer {
  readonly decisions: readonly DecisionAnswer[];
  readonly signers: readonly { readonly code: string; readonly name: string; readonly position: string }[];
}

export interface DecisionAnswer {
  readonly id: string;
  readonly reference: string;
  readonly kind: DecisionKind;
  readonly kindName: string;
  readonly periodName: string;
  /** "2024-04-12". */
  readonly signedOn: string;
  readonly signer: Signer;
  readonly subjects: readonly DecidedSubject[];
  readonly ballot?: string;
  readonly reason?: string;
  readonly revoked: 'no' | 'in_part' | 'whole';
}

/** POST /decide */
export interface IssuedDecision {
  readonly decision: DecisionAnswer;
  readonly exemplars: readonly string[];
}

/** POST /revoke-decision */
export interface RevokedDecision {
  readonly revocation: DecisionAnswer;
  readonly decision: DecisionAnswer;
}

/** GET /decision-document */
export interface DocumentAnswer {
  readonly fileName: string;
  readonly base64: string;
}
