import type { BallotAnswer } from '../../backend/council-answers.ts';
import type { Block, Field } from '../../screen.ts';
import type { Words } from '../../words/words.ts';
import { officeVisit } from '../office/office-visit.ts';
import { refilled } from '../refilled.ts';
import { type Action, address, buttons, call, screen, text } from '../visit.ts';
import { ballotFacts, outcomeLines, votersOf } from './ballot-blocks.ts';
import { withOpenBallot } from './choose-ballot.ts';

/** Kết thúc bình chọn, the question: who has not voted, and whether enough have. */
export const closeBallot: Action = (desk, asked) =>
  withOpenBallot(desk, 'close-ballot', desk.words.titles.closeBallot, asked, ({ context, title }, ballot) => {
    const { words } = desk;
    const { close, facts } = words.council;
    const { voted, needed } = votersOf(ballot);
    const missing = ballot.notVoted.map((account) => ({ name: facts.notVoted, value: account }));
    return screen(
      context,
      title,
      [
        { kind: 'heading', text: close.question(ballot.title) },
        ballotFacts(words, ballot, missing),
        voted < needed ? text(close.tooFew, 'warning') : undefined,
        text(close.consequence, 'quiet'),
        {
          kind: 'ask',
          fields: refilled([minutesField(words)], asked),
          buttons: [
            {
              label: close.now,
              call: call('close-ballot-now', { ballot: ballot.id, requestKey: desk.newKey() }),
              look: 'danger',
              busy: words.busy.move,
            },
            { label: words.buttons.cancel, call: call('ballots') },
          ],
        },
      ],
      { again: call('close-ballot', { ballot: ballot.id }) },
    );
  });

/** Closed, counted, and what comes next. */
export const closeBallotNow: Action = (desk, { ballot: id = '', minutes = '', requestKey }) =>
  officeVisit(desk, 'close-ballot-now', desk.words.titles.closeBallot, ({ context, title }) => {
    const { words } = desk;
    const { ballot } = desk.backend.post<{ readonly ballot: BallotAnswer }>('/close-ballot', {
      ...address(desk),
      ballot: id,
      minutes,
      requestKey,
    });
    const isPassed = ballot.candidates.some(({ counts }) => counts?.passed);
    const lines = outcomeLines(words, ballot).map((line): Block => text(line));
    return screen(
      context,
      title,
      [
        text(ballot.title, 'quiet'),
        text(words.council.close.done, 'good'),
        ...lines,
        buttons(
          isPassed
            ? { label: words.titles.decide, call: call('decide'), look: 'main' }
            : { label: words.titles.ballots, call: call('ballots') },
        ),
      ],
      { again: call('ballots') },
    );
  });

/** Characters of a number and a day of minutes. */
const MOST_MINUTES = 300;

function minutesField({ council: { close } }: Words): Field {
  return {
    kind: 'line',
    name: 'minutes',
    label: close.minutes,
    help: close.minutesHelp,
    required: true,
    most: MOST_MINUTES,
  };
}
