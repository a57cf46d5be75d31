import type { FormCells } from '../../../functions/src/domain/form/form.ts';
import {
  parseSubmission,
  type SubmissionContext,
} from '../../../functions/src/domain/form/submission-form.ts';
import type { Issue } from '../../../functions/src/domain/issue.ts';
import type { IssueAnswer } from '../backend/answers.ts';
import type { SheetTrouble } from '../words/either-of.ts';
import { explainInVietnamese } from '../words/trouble.ts';

/** An issue of a form, found here or by the server, in words. */
export interface FoundIssue {
  readonly code: string;
  /** "G4"; absent where the whole form is meant. */
  readonly cell?: string;
  /** The column's header. */
  readonly column?: string;
  /** Trouble and remedy, in the reader's language. */
  readonly text: string;
  /** The same for the cell's note, which others read too: Vietnamese. */
  readonly note: string;
}

/** The form's issues by the rules; none: the server would take it. */
export function checkSubmission(
  cells: FormCells,
  { unit, track, targets }: SubmissionContext,
  explain: Explain,
): readonly FoundIssue[] {
  const checked = parseSubmission(cells, { unit, track, targets });
  return checked.ok ? [] : foundHere(checked.issues, explain);
}

export type Explain = (issue: SheetTrouble) => string;

/** What a form's parser or a register's found: nothing but what is wrong with a form or a register. */
export function foundHere(issues: readonly Issue[], explain: Explain): readonly FoundIssue[] {
  return (issues as readonly SheetTrouble[]).map((issue) => inWords(issue, explain));
}

function inWords(issue: SheetTrouble, explain: Explain): FoundIssue {
  const { code, at } = issue;
  return {
    code,
    ...(at.cell === undefined ? {} : { cell: at.cell }),
    ...(at.column === undefined ? {} : { column: at.column }),
    text: startUpper(explain(issue)),
    note: startUpper(explainInVietnamese(issue)),
  };
}

/** What the server found. Its sentence begins with the place, which the list and the note show by themselves. */
export function foundByServer({ code, cell, column, message }: IssueAnswer): FoundIssue {
  const cut = message.indexOf(': ');
  const hasPlace = cell !== undefined && cut > 0 && message.slice(0, cut).includes(cell);
  const text = startUpper(hasPlace ? message.slice(cut + 2) : message);
  return {
    code,
    ...(cell === undefined ? {} : { cell }),
    ...(column === undefined ? {} : { column }),
    text,
    note: text,
  };
}

function startUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
