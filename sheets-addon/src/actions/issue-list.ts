import type { Desk } from '../desk.ts';
import type { Block } from '../screen.ts';
import type { ShownOnTab } from './show-on-tab.ts';
import { call, text } from './visit.ts';

/** What is wrong, with a way to each cell. */
export function issueList(
  { words }: Desk,
  sheetId: number,
  { issues, isMarked }: ShownOnTab,
): readonly Block[] {
  return [
    text(isMarked ? words.check.whereMarked : words.check.whereListed, isMarked ? 'quiet' : 'warning'),
    {
      kind: 'issues',
      issues: issues.map(({ cell, column, text }) =>
        cell === undefined
          ? { place: words.check.wholeForm, text }
          : {
              place: column === undefined ? cell : `${cell} · ${column}`,
              text,
              select: call('select', { sheetId: String(sheetId), cell }),
            },
      ),
    },
  ];
}
