import type { Context } from '../../backend/answers.ts';
import type { BallotAnswer } from '../../backend/council-answers.ts';
import { troubleOf } from '../../backend/trouble.ts';
import { aboutEach, type CallArguments } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import type { Block, Screen } from '../../screen.ts';
import { type Action, address, buttons, call, contextOf, screen, text } from '../visit.ts';
import { ballotFacts, readBallots } from './ballot-blocks.ts';
import { paperFields, paperOf, wholePaper } from './paper.ts';

/**
 * A member's paper. What is on it is in the page and in the one call that casts it, and nowhere else: no request key
 * is kept for it and nothing of it is written down here, for it could be guessed from; and the page shows it once more
 * by itself, for an answer's length would tell what is in it.
 */
export const ballot: Action = (desk, asked) =>
  withPaper(desk, asked, (context, found, said) => paperScreen(desk, context, found, said));

/** The vote. Sent twice, a secret one is refused, and it counts once; an open one takes the place of the same. */
export const voteNow: Action = (desk, asked) =>
  withPaper(desk, asked, (context, found, said) => {
    const { words } = desk;
    const paper = wholePaper(found, said);
    if (paper === undefined) return paperScreen(desk, context, found, said);
    try {
      desk.backend.post('/cast-vote', { ...address(desk), ballot: found.id, votes: paper });
    } catch (error) {
      if (troubleOf(error, 'refused')?.code !== 'already_voted') throw error;
      return received(desk, context, found, words.council.vote.before);
    }
    return received(desk, context, found, words.council.vote.done);
  });

function withPaper(
  desk: Desk,
  asked: CallArguments,
  work: (context: Context, found: BallotAnswer, said: Readonly<Record<string, string>>) => Screen,
): Screen {
  const { words } = desk;
  const context = contextOf(desk);
  const found = readBallots(desk).find(({ id }) => id === asked.ballot);
  if (found === undefined)
    return screen(context, words.titles.ballots, [text(words.council.gone, 'warning')], {
      again: call('ballots'),
    });
  const said = aboutEach(
    asked,
    'vote',
    found.candidates.map(({ id }) => id),
  );
  if (found.mine.mayVote) return work(context, found, said);
  // Pressed twice, or an answer that was lost: the vote is in the box already.
  if (found.mine.hasVoted && found.rules.secrecy === 'secret')
    return received(
      desk,
      context,
      found,
      Object.keys(said).length > 0 ? words.council.vote.before : words.council.vote.voted,
    );
  const why = found.state === 'open' ? words.council.vote.notIn : words.council.vote.notOpen;
  return onBallot(desk, context, found, [text(why, 'warning'), toBallots(desk)]);
}

function paperScreen(
  desk: Desk,
  context: Context,
  found: BallotAnswer,
  said: Readonly<Record<string, string>>,
): Screen {
  const { words } = desk;
  const { vote } = words.council;
  const isSecret = found.rules.secrecy === 'secret';
  const send = call('vote-now', { ballot: found.id });
  return onBallot(desk, context, found, [
    ballotFacts(words, found),
    text(vote[found.rules.secrecy], 'warning'),
    {
      kind: 'ask',
      fields: paperFields(words, found, { ...paperOf(found.mine.votes), ...said }),
      buttons: [
        { label: vote.next, call: send, look: 'main' },
        { label: words.buttons.cancel, call: call('ballots') },
      ],
      review: {
        heading: vote.confirm,
        warning: isSecret ? vote.final : vote.open,
        button: { label: vote.now, call: send, look: isSecret ? 'danger' : 'main', busy: vote.busy },
        back: words.buttons.back,
      },
    },
  ]);
}

function received(desk: Desk, context: Context, found: BallotAnswer, sentence: string): Screen {
  const { words } = desk;
  return onBallot(desk, context, found, [
    text(sentence, 'good'),
    text(words.council.vote[found.rules.secrecy], 'quiet'),
    toBallots(desk),
  ]);
}

function toBallots({ words }: Desk): Block {
  return buttons({ label: words.titles.ballots, call: call('ballots') });
}

function onBallot(
  { words }: Desk,
  context: Context,
  { id, title }: BallotAnswer,
  blocks: readonly Block[],
): Screen {
  return screen(context, words.titles.ballots, [text(title, 'quiet'), ...blocks], {
    again: call('ballot', { ballot: id }),
  });
}
