import type { ActionName } from '../call.ts';
import { appraise, appraiseNow } from './appraise.ts';
import { check } from './check.ts';
import { help } from './help.ts';
import { collect, evaluate, job, provision, publish, runJobs, startJob } from './jobs.ts';
import { log } from './log.ts';
import { close, moveNow, openPeriod, reopen } from './move.ts';
import { result, why } from './result.ts';
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
