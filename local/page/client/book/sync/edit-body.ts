import type { LocalEdit } from '../edits/local-edits.ts';
import { columnLetters } from '../univer/a1.ts';

/** An edit as it goes to the server, with what an add-on is told of one that was typed. */
export function bodyOf(spreadsheetId: string, { sheetId, edits, typed }: LocalEdit): object {
  return {
    spreadsheetId,
    edits,
    ...(typed && {
      edited: {
        sheetId,
        range: `${columnLetters(typed.column)}${typed.row + 1}`,
        ...(typed.after !== '' && { value: typed.after }),
        ...(typed.before !== '' && { oldValue: typed.before }),
      },
    }),
  };
}
