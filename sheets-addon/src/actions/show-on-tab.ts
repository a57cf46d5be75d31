import type { FormCells, FormDeclaration } from '../../../functions/src/domain/form/form.ts';
import type { Desk, Tab } from '../desk.ts';
import type { FoundIssue } from '../form/found-issue.ts';
import { explainMerged } from '../form/merged-cells.ts';
import { markIssues } from '../marks/mark-issues.ts';
import { vi } from '../words/vi/vi.ts';

export interface ShownOnTab {
  readonly issues: readonly FoundIssue[];
  /** False where the tab is closed to this person. */
  readonly isMarked: boolean;
}

export interface FoundOnTab {
  readonly tab: Tab;
  readonly declaration: FormDeclaration;
  readonly cells: FormCells;
  readonly found: readonly FoundIssue[];
}

/** Marks in a tab what was found wrong with it, here or by the server; with nothing found, takes old marks away. */
export function showOnTab(
  { words, memory }: Desk,
  { tab, declaration, cells, found }: FoundOnTab,
): ShownOnTab {
  const merged = found.some(({ code }) => LIKE_BLANKS.includes(code)) ? tab.merged() : [];
  const issues = explainMerged(found, merged, (cell, block) => ({
    text: words.check.merged(cell, block),
    note: vi.check.merged(cell, block),
  }));
  return { issues, isMarked: markIssues(tab, declaration, cells, issues, memory) };
}

/** Issues that a merged block can be the cause of: what is in it reads as a blank. */
const LIKE_BLANKS: readonly string[] = [
  'answer_missing',
  'target_missing',
  'criterion_row_missing',
  'cell_missing',
  'needed_for',
];
