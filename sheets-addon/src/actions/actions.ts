import type { ActionName } from '../call.ts';
import { appraise, appraiseNow } from './appraise.ts';
import { check } from './check.ts';
import { ballots } from './council/ballots.ts';
import { closeBallot, closeBallotNow } from './council/close-ballot.ts';
import { openBallot, openBallotNow } from './council/open-ballot.ts';
import { ballot, voteNow } from './council/vote.ts';
import { written, writtenNow } from './council/written.ts';
import { decide, decideNow } from './decisions/decide.ts';
import { decision, decisions, document } from './decisions/decision.ts';
import { revoke, revokeNow } from './decisions/revoke.ts';
import { help } from './help.ts';
import { collect, evaluate, job, provision, publish, runJobs, startJob } from './jobs.ts';
import { log } from './log.ts';
import { close, moveNow, openPeriod, reopen } from './move.ts';
import { operations } from './operations.ts';
import { result, why } from './result.ts';
import { reminders } from './sending/reminders.ts';
import { send, sendNow } from './sending/send.ts';
import { saveSetup, setup } from './sending/setup.ts';
import { submit, submitNow } from './submit.ts';
import { tracking } from './tracking.ts';
import { unlock, unlockNow } from './unlock.ts';
import type { Action } from './visit.ts';

/** The table of contents. */
export const actions: Readonly<Record<ActionName, Action>> = {
  check,
  submit,
  'submit-now': submitNow,
  unlock,
  'unlock-now': unlockNow,
  result,
  why,
  help,
  tracking,
  collect,
  evaluate,
  publish,
  provision,
  'start-job': startJob,
  job,
  'run-jobs': runJobs,
  appraise,
  'appraise-now': appraiseNow,
  'open-period': openPeriod,
  close,
  reopen,
  'move-now': moveNow,
  log,
  operations,
  send,
  'send-now': sendNow,
  setup,
  'save-setup': saveSetup,
  reminders,
  ballots,
  ballot,
  'vote-now': voteNow,
  'open-ballot': openBallot,
  'open-ballot-now': openBallotNow,
  written,
  'written-now': writtenNow,
  'close-ballot': closeBallot,
  'close-ballot-now': closeBallotNow,
  decide,
  'decide-now': decideNow,
  revoke,
  'revoke-now': revokeNow,
  decisions,
  decision,
  document,
  select: ({ book, words }, { sheetId, cell = '' }) =>
    book.select(Number(sheetId), cell)
      ? undefined
      : {
          title: words.titles.trouble,
          blocks: [{ kind: 'text', text: words.trouble.cellGone, tone: 'warning' }],
          again: { do: 'check' },
        },
  language: (desk, { to = 'vi' }) => {
    desk.prefer('language', to);
    return undefined;
  },
};
