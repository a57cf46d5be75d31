import * as en from '../messages/en/errors.ts';
import * as enIssues from '../messages/en/issues.ts';
import * as vi from '../messages/vi/errors.ts';
import * as viIssues from '../messages/vi/issues.ts';

/** The sentences of a refusal, by language. */
export const sentences = {
  vi: { explainError: vi.explainError, explainIssue: viIssues.explainIssue },
  en: { explainError: en.explainError, explainIssue: enIssues.explainIssue },
};
