import type { ActionName } from '../call.ts';
import { ballotsQuestion } from './council/ballot-blocks.ts';
import { ballots } from './council/ballots.ts';
import { closeBallot, closeBallotNow } from './council/close-ballot.ts';
import { openBallot, openBallotNow } from './council/open-ballot.ts';
import { ballot, voteNow } from './council/vote.ts';
import { written, writtenNow } from './council/written.ts';
import { decide, decideNow } from './decisions/decide.ts';
import { decision, decisions, document } from './decisions/decision.ts';
import { decisionsQuestion } from './decisions/read-decisions.ts';
import { revoke, revokeNow } from './decisions/revoke.ts';
import { check } from './forms/check.ts';
import { submit, submitNow } from './forms/submit.ts';
import { unlock, unlockNow } from './forms/unlock.ts';
import { help } from './help.ts';
import { appraise, appraiseNow } from './office/appraise.ts';
import { collect, evaluate, job, provision, publish, runJobs, startJob } from './office/jobs.ts';
import { log, logQuestion } from './office/log.ts';
import { close, moveNow, openPeriod, reopen } from './office/move.ts';
import { operations } from './office/operations.ts';
import { reminders } from './office/reminders.ts';
import { tracking } from './office/tracking.ts';
import { result, why } from './result.ts';
import { send, sendNow } from './sending/send.ts';
import { saveSetup, setup } from './sending/setup.ts';
import { type Action, asking } from './visit.ts';

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
  log: asking(log, logQuestion),
  operations,
  send,
  'send-now': sendNow,
  setup,
  'save-setup': saveSetup,
  reminders,
  ballots: asking(ballots, ballotsQuestion),
  ballot: asking(ballot, ballotsQuestion),
  'vote-now': voteNow,
  'open-ballot': openBallot,
  'open-ballot-now': openBallotNow,
  written: asking(written, ballotsQuestion),
  'written-now': writtenNow,
  'close-ballot': asking(closeBallot, ballotsQuestion),
  'close-ballot-now': closeBallotNow,
  decide: asking(decide, decisionsQuestion, ballotsQuestion),
  'decide-now': decideNow,
  revoke: asking(revoke, decisionsQuestion),
  'revoke-now': revokeNow,
  decisions: asking(decisions, decisionsQuestion),
  decision: asking(decision, decisionsQuestion),
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
