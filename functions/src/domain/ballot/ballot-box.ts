import type { Ballot, Candidate, Choice, Tally, Votes } from './ballot.ts';
import { addVotes, noVotes } from './ballot.ts';

/**
 * What was cast in one ballot so far. A secret box holds who has voted, sorted, and apart from it the running tally
 * under a seal: no order, no time, no paper. An open one holds each member's paper, which a later one replaces.
 */
export type BallotBox = SecretBox | OpenBox;

export interface SecretBox {
  readonly secrecy: 'secret';
  readonly ballot: string;
  readonly voted: readonly string[];
  /** The tally as nobody reads it; gone once the ballot is closed. */
  readonly sealed?: string;
}

export interface OpenBox {
  readonly secrecy: 'open';
  readonly ballot: string;
  /** By voter, sorted. */
  readonly papers: readonly { readonly voter: string; readonly votes: Votes }[];
}

/** Closes a tally to everybody's eyes, so that not even two looks at the store tell one vote. */
export interface Seal {
  close(tally: Tally, ballot: Pick<Ballot, 'id' | 'candidates'>): string;
  /** Throws where it was closed with another key or for another ballot. */
  open(sealed: string, ballot: Pick<Ballot, 'id' | 'candidates'>): Tally;
}

export function emptyBox(
  ballot: Pick<Ballot, 'id' | 'candidates' | 'rules'>,
  seal: Seal | undefined,
): BallotBox {
  if (ballot.rules.secrecy === 'open') return { secrecy: 'open', ballot: ballot.id, papers: [] };
  return {
    secrecy: 'secret',
    ballot: ballot.id,
    voted: [],
    ...(seal && { sealed: seal.close(noVotes(ballot.candidates), ballot) }),
  };
}

export function votersOf(box: BallotBox): readonly string[] {
  return box.secrecy === 'secret' ? box.voted : box.papers.map(({ voter }) => voter);
}

export function hasVoted(box: BallotBox, voter: string): boolean {
  return votersOf(box).includes(voter);
}

/** The box with one more paper in it; whoever calls has made sure that the voter has not voted. */
export function castSecretly(
  box: SecretBox & { readonly sealed: string },
  ballot: Pick<Ballot, 'id' | 'candidates'>,
  voters: readonly string[],
  papers: Tally,
  seal: Seal,
): SecretBox {
  const tally = addTally(seal.open(box.sealed, ballot), papers);
  return { ...box, voted: [...box.voted, ...voters].sort(), sealed: seal.close(tally, ballot) };
}

/** The box with the voter's paper in the place of an earlier one. */
export function castOpenly(box: OpenBox, voter: string, votes: Votes): OpenBox {
  const others = box.papers.filter((paper) => paper.voter !== voter);
  return { ...box, papers: [...others, { voter, votes }].sort(byVoter) };
}

/** What the papers in a box come to. */
export function tallyOf(
  box: BallotBox,
  ballot: Pick<Ballot, 'id' | 'candidates'>,
  seal: Seal | undefined,
): Tally | undefined {
  if (box.secrecy === 'open')
    return box.papers.reduce((tally, { votes }) => addVotes(tally, votes), noVotes(ballot.candidates));
  return box.sealed === undefined ? undefined : seal?.open(box.sealed, ballot);
}

export function addTally(a: Tally, b: Tally): Tally {
  return Object.fromEntries(
    Object.entries(a).map(([id, counts]) => {
      const more = b[id];
      const sum = (choice: Choice) => counts[choice] + (more?.[choice] ?? 0);
      return [id, { yes: sum('yes'), no: sum('no'), blank: sum('blank') }];
    }),
  );
}

/** One paper as a tally. */
export function paperOf(candidates: readonly Pick<Candidate, 'id'>[], votes: Votes): Tally {
  return addVotes(noVotes(candidates), votes);
}

const byVoter = (a: { readonly voter: string }, b: { readonly voter: string }): number =>
  a.voter < b.voter ? -1 : 1;
