import type { Choice } from '../../../../functions/src/domain/ballot/ballot.ts';
import type { BallotAnswer } from '../../backend/council-answers.ts';
import type { Field } from '../../screen.ts';
import type { Words } from '../../words/words.ts';
import { candidateDetails, candidateName } from './ballot-blocks.ts';

/** Three words of one length, as /cast-vote takes them: how long a request was tells nothing of what is in it. */
export type VoteWord = (typeof VOTE_WORDS)[number];
export const VOTE_WORDS = ['yes', 'nay', 'nil'] as const;

/** By candidate. */
export type Paper = Readonly<Record<string, VoteWord>>;

/** A paper to be filled in: for each candidate one of three, none chosen beforehand but what was said before. */
export function paperFields(
  words: Words,
  { candidates }: BallotAnswer,
  said: Readonly<Record<string, string>>,
): readonly Field[] {
  const { choices } = words.council;
  return candidates.map((candidate): Field => {
    const value = said[candidate.id];
    return {
      kind: 'radios',
      name: `vote.${candidate.id}`,
      label: candidateName(words, candidate),
      details: candidateDetails(candidate),
      options: VOTE_WORDS.map((word) => ({ value: word, label: choices[word] })),
      ...(value === undefined ? {} : { value }),
    };
  });
}

/** A whole paper, or undefined where a candidate is left out or something else was said. */
export function wholePaper(
  { candidates }: BallotAnswer,
  said: Readonly<Record<string, string>>,
): Paper | undefined {
  const paper: Record<string, VoteWord> = {};
  for (const { id } of candidates) {
    const word = VOTE_WORDS.find((each) => each === said[id]);
    if (word === undefined) return undefined;
    paper[id] = word;
  }
  return paper;
}

/** What I said before in an open ballot, as a paper says it. */
export function paperOf(
  votes: Readonly<Record<string, Choice>> | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(votes ?? {}).map(([id, choice]) => [id, WORD_OF[choice]]));
}

const WORD_OF: Readonly<Record<Choice, VoteWord>> = { yes: 'yes', no: 'nay', blank: 'nil' };
