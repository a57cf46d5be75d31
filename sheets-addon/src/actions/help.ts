import { isAway, troubleOf } from '../backend/trouble.ts';
import type { Desk } from '../desk.ts';
import type { Block, Screen } from '../screen.ts';
import { periodWord } from '../words/in-periods.ts';
import { rolesLine } from './office/office-visit.ts';
import { type Action, call, contextOf, text } from './visit.ts';

/** Trợ giúp: what one does in this kind of workbook, and as whom one is known. Needs no server. */
export const help: Action = (desk) => {
  const { words, book } = desk;
  return {
    title: words.titles.help,
    ...whoIsActing(desk, [{ kind: 'help', of: book.kind ?? 'none', period: periodWord(book.periods) }]),
    again: call('help'),
  };
};

function whoIsActing(desk: Desk, blocks: readonly Block[]): Pick<Screen, 'account' | 'blocks'> {
  const { words, book, backend } = desk;
  if (book.campaign === undefined) return { blocks: [...blocks, text(words.trouble.notOurs, 'warning')] };
  try {
    const context = contextOf(desk);
    return {
      account: { email: context.account, verified: true },
      blocks: [...blocks, rolesLine(desk, context)],
    };
  } catch (error) {
    if (isAway(error)) return { blocks };
    const refused = troubleOf(error, 'refused');
    if (refused === undefined) return { blocks };
    const email = backend.accountInToken();
    return {
      ...(email === undefined ? {} : { account: { email, verified: refused.status !== 401 } }),
      blocks: [text(refused.message, 'warning'), ...blocks],
    };
  }
}
