import type { BallotAnswer } from '../../backend/council-answers.ts';
import type { ActionName, CallArguments } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import type { Screen } from '../../screen.ts';
import { type OfficeVisit, officeVisit } from '../office/office-visit.ts';
import { buttons, call, screen, text } from '../visit.ts';
import { readBallots } from './ballot-blocks.ts';

/** What an officer does to an open ballot: the one asked for, else the only one; of several, which. */
export function withOpenBallot(
  desk: Desk,
  action: ActionName,
  title: string,
  asked: CallArguments,
  work: (visit: OfficeVisit, ballot: BallotAnswer) => Screen,
): Screen {
  const { words } = desk;
  return officeVisit(desk, action, title, (visit) => {
    const open = readBallots(desk).filter(({ state }) => state === 'open');
    const only = open.length === 1 ? open[0] : undefined;
    const found = asked.ballot === undefined ? only : open.find(({ id }) => id === asked.ballot);
    if (found !== undefined) return work(visit, found);
    const again = { again: call(action) };
    if (open.length === 0)
      return screen(visit.context, title, [text(words.council.noneOpen, 'warning')], again);
    const choices = open.map((each) => ({ label: each.title, call: call(action, { ballot: each.id }) }));
    return screen(visit.context, title, [text(words.council.chooseOpen), buttons(...choices)], again);
  });
}
