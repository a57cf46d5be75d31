import type { Context } from '../../backend/answers.ts';
import type { BallotAnswer } from '../../backend/council-answers.ts';
import type { Desk } from '../../desk.ts';
import type { Block } from '../../screen.ts';
import { type Action, buttons, call, contextOf, screen, text } from '../visit.ts';
import { ballotFacts, outcomeLines, readBallots } from './ballot-blocks.ts';

/** Bình chọn: what is open, with a way to one's paper; and what the closed ones came to. */
export const ballots: Action = (desk) => {
  const { words } = desk;
  const context = contextOf(desk);
  const all = readBallots(desk);
  const open = all.filter(({ state }) => state === 'open');
  const ended = all.filter(({ state }) => state !== 'open').slice(0, MOST_ENDED);
  return screen(
    context,
    words.titles.ballots,
    [
      all.length === 0 ? text(words.council.none) : undefined,
      open.length === 0 && all.length > 0 ? text(words.council.noneOpen, 'quiet') : undefined,
      ...open.flatMap((ballot) => openBlocks(desk, context, ballot)),
      ended.length === 0 ? undefined : { kind: 'heading', text: words.council.ended },
      ended.length === 0
        ? undefined
        : {
            kind: 'sections',
            sections: ended.map((ballot, i) => ({
              heading: ballot.title,
              lines: outcomeLines(words, ballot),
              open: i === 0 && open.length === 0,
            })),
          },
    ],
    { again: call('ballots') },
  );
};

const MOST_ENDED = 30;

function openBlocks(desk: Desk, context: Context, ballot: BallotAnswer): readonly Block[] {
  const { words } = desk;
  const { id, mine, rules } = ballot;
  const given = { ballot: id };
  const isOfficer = context.workbook === 'office' && context.roles.includes('officer');
  const lines = outcomeLines(words, ballot);
  const stands = context.roles.includes('council_member') ? standing(desk, ballot) : undefined;
  return [
    { kind: 'heading', text: ballot.title },
    ballotFacts(words, ballot),
    ...(stands === undefined ? [] : [stands]),
    ...(lines.length === 0
      ? []
      : [{ kind: 'sections' as const, sections: [{ heading: words.council.secrecy.open, lines }] }]),
    buttons(
      mine.mayVote
        ? {
            label: mine.hasVoted ? words.council.vote.change : words.council.vote.button,
            call: call('ballot', given),
            look: mine.hasVoted && rules.secrecy === 'open' ? 'plain' : 'main',
          }
        : undefined,
      isOfficer ? { label: words.titles.written, call: call('written', given) } : undefined,
      isOfficer ? { label: words.titles.closeBallot, call: call('close-ballot', given) } : undefined,
    ),
  ];
}

function standing({ words }: Desk, { mine, rules }: BallotAnswer): Block | undefined {
  const { vote } = words.council;
  if (mine.hasVoted) return text(rules.secrecy === 'secret' ? vote.voted : vote.votedOpen, 'good');
  return mine.mayVote ? undefined : text(vote.notIn, 'warning');
}
