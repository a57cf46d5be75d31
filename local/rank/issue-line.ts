import type { Issue } from '../../functions/src/domain/issue.ts';
import { explainTrouble as explainInEnglish } from '../../functions/src/messages/en/issues/issues.ts';
import { explainTrouble as explainInVietnamese } from '../../functions/src/messages/vi/issues/issues.ts';
import type { Language } from './arguments.ts';

/** "submissions.csv:12:reported Giá trị vượt mức tối đa…": the place as editors and terminals find it, then what is wrong. */
export function issueLine(issue: Issue, language: Language): string {
  const { file, row, column } = issue.at;
  const place = [file, row, column].filter((part) => part !== undefined).join(':');
  const trouble = language === 'vi' ? explainInVietnamese(issue) : explainInEnglish(issue);
  return `${place} ${trouble.charAt(0).toUpperCase()}${trouble.slice(1)}`.trim().replaceAll(/\s*\n\s*/g, ' ');
}
