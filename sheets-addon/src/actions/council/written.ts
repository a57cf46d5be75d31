import type { BallotAnswer } from '../../backend/council-answers.ts';
import { aboutEach, type CallArguments, linesOf } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import type { Ask, Field, Screen } from '../../screen.ts';
import type { OfficeVisit } from '../office/office-visit.ts';
import { refilled } from '../refilled.ts';
import { type Action, address, buttons, call, screen, text } from '../visit.ts';
import { ballotFacts, candidateName } from './ballot-blocks.ts';
import { withOpenBallot } from './choose-ballot.ts';
import { paperFields, VOTE_WORDS, wholePaper } from './paper.ts';

/**
 * Phiếu bằng văn bản: the votes of absent members. Of a secret ballot whose they are and, apart, what they come to; of
 * an open one a paper at a time.
 */
export const written: Action = (desk, asked) =>
  withOpenBallot(desk, 'written', desk.words.titles.written, asked, (visit, ballot) =>
    paperScreen(desk, visit, ballot, asked),
  );

/** Recorded once: whoever has voted is refused. Like a vote it has no request key. */
export const writtenNow: Action = (desk, asked) =>
  withOpenBallot(desk, 'written-now', desk.words.titles.written, asked, (visit, ballot) => {
    const { words } = desk;
    const votes = ballot.rules.secrecy === 'secret' ? secretVotes(ballot, asked) : openVotes(ballot, asked);
    if (votes === undefined) return paperScreen(desk, visit, ballot, asked);
    const { recorded } = desk.backend.post<{ readonly recorded: number }>('/record-written-votes', {
      ...address(desk),
      ballot: ballot.id,
      written: votes,
    });
    return screen(
      visit.context,
      visit.title,
      [
        text(ballot.title, 'quiet'),
        text(words.council.written.done(recorded), 'good'),
        buttons(
          { label: words.titles.ballots, call: call('ballots') },
          { label: words.titles.closeBallot, call: call('close-ballot', { ballot: ballot.id }) },
        ),
      ],
      { again: call('written', { ballot: ballot.id }) },
    );
  });

function paperScreen(
  desk: Desk,
  { context, title }: OfficeVisit,
  ballot: BallotAnswer,
  asked: CallArguments,
): Screen {
  const { words } = desk;
  const { written } = words.council;
  const isSecret = ballot.rules.secrecy === 'secret';
  const again = { again: call('written', { ballot: ballot.id }) };
  const head = [text(ballot.title, 'quiet'), ballotFacts(words, ballot)];
  if (ballot.notVoted.length === 0)
    return screen(context, title, [...head, text(written.everybody, 'good')], again);
  return screen(
    context,
    title,
    [
      ...head,
      text(isSecret ? written.explain : written.explainOpen),
      isSecret ? text(written.final, 'warning') : undefined,
      askFor(desk, ballot, refilled(isSecret ? secretFields(desk, ballot) : openFields(desk, ballot), asked)),
    ],
    again,
  );
}

function askFor({ words }: Desk, { id, rules }: BallotAnswer, fields: readonly Field[]): Ask {
  return {
    kind: 'ask',
    fields,
    buttons: [
      {
        label: words.council.written.now,
        call: call('written-now', { ballot: id }),
        look: rules.secrecy === 'secret' ? 'danger' : 'main',
        busy: words.busy.move,
      },
      { label: words.buttons.cancel, call: call('ballots') },
    ],
  };
}

function secretFields({ words }: Desk, { notVoted, candidates }: BallotAnswer): readonly Field[] {
  const { choices, written } = words.council;
  return [
    {
      kind: 'checks',
      name: 'voters',
      label: written.whose,
      options: notVoted.map((account) => ({ value: account, label: account })),
      values: [],
      required: true,
    },
    ...candidates.map(
      (candidate): Field => ({
        kind: 'counts',
        name: `counts.${candidate.id}`,
        label: candidateName(words, candidate),
        parts: VOTE_WORDS.map((word) => choices[word]),
      }),
    ),
  ];
}

function openFields({ words }: Desk, ballot: BallotAnswer): readonly Field[] {
  const options = ballot.notVoted.map((account) => ({ value: account, label: account }));
  return [
    { kind: 'choice', name: 'voter', label: words.council.written.whoseOne, options },
    ...paperFields(words, ballot, {}),
  ];
}

const idsOf = ({ candidates }: BallotAnswer): readonly string[] => candidates.map(({ id }) => id);

function secretVotes(ballot: BallotAnswer, asked: CallArguments): object | undefined {
  const voters = linesOf(asked.voters);
  if (voters.length === 0) return undefined;
  const given = aboutEach(asked, 'counts', idsOf(ballot));
  const counts = Object.fromEntries(
    idsOf(ballot).map((id) => {
      const [yes = 0, no = 0, blank = 0] = (given[id] ?? '').split(' ').map(Number);
      return [id, { yes, no, blank }];
    }),
  );
  return { secrecy: 'secret', voters, counts };
}

function openVotes(ballot: BallotAnswer, asked: CallArguments): object | undefined {
  const votes = wholePaper(ballot, aboutEach(asked, 'vote', idsOf(ballot)));
  if (votes === undefined || asked.voter === undefined) return undefined;
  return { secrecy: 'open', papers: [{ voter: asked.voter, votes }] };
}
