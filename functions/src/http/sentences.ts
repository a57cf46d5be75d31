import * as en from '../messages/en/errors.ts';
import * as enIssues from '../messages/en/issues/issues.ts';
import * as enLog from '../messages/en/log.ts';
import * as enOperations from '../messages/en/operations.ts';
import * as enPreview from '../messages/en/preview.ts';
import * as vi from '../messages/vi/errors.ts';
import * as viIssues from '../messages/vi/issues/issues.ts';
import * as viLog from '../messages/vi/log.ts';
import * as viOperations from '../messages/vi/operations.ts';
import * as viPreview from '../messages/vi/preview.ts';
import type { LogAction } from '../ports/log.ts';
import { ACTION_WORDS } from '../workbooks/words.ts';

type ActionWords = Readonly<Record<LogAction, string>>;
const viActions: ActionWords = ACTION_WORDS;
const enActions: ActionWords = enLog.ACTION_WORDS;

/** The sentences that go over the wire, by language. An action of the log without its words does not compile. */
export const sentences = {
  vi: {
    explainError: vi.explainError,
    explainOperation: viOperations.explainOperation,
    levels: viOperations.LEVEL_WORDS,
    sidebar: viOperations.SIDEBAR,
    withCode: vi.withCode,
    explainIssue: viIssues.explainIssue,
    explainEntry: viLog.explainEntry,
    explainPreview: viPreview.explainPreview,
    actions: viActions,
  },
  en: {
    explainError: en.explainError,
    explainOperation: enOperations.explainOperation,
    levels: enOperations.LEVEL_WORDS,
    sidebar: enOperations.SIDEBAR,
    withCode: en.withCode,
    explainIssue: enIssues.explainIssue,
    explainEntry: enLog.explainEntry,
    explainPreview: enPreview.explainPreview,
    actions: enActions,
  },
};
