import type { AnswerIssue, FormIssue } from '../../../functions/src/domain/issue.ts';
import type { RegisterIssue } from '../../../functions/src/domain/register/register-issue.ts';

/** All that can be wrong in a tab that people fill. */
export type SheetTrouble = AnswerIssue | FormIssue | RegisterIssue;

/** Forms and registers have their sentences in two files, of which each has none for the other's codes. */
export function eitherOf(
  issue: SheetTrouble,
  ofForm: (issue: AnswerIssue | FormIssue) => string | undefined,
  ofRegister: (issue: RegisterIssue) => string,
): string {
  return ofForm(issue as AnswerIssue | FormIssue) ?? ofRegister(issue as RegisterIssue);
}
