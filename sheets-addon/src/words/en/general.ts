import { pointsOf, roundPoints } from '../../../../functions/src/domain/numbers/micropoints.ts';
import { momentParts, timeUntil } from '../moments.ts';
import type { viGeneral } from '../vi/general.ts';

export const enGeneral: typeof viGeneral = {
  points: (points) => pointsOf(roundPoints(points, 2)),
  moment,
  day: (iso, timeZone) => {
    const { year, month, day } = momentParts(iso, timeZone);
    return `${year}-${month}-${day}`;
  },
  inSentence: (name) => name,

  titles: {
    check: 'Check the form',
    submit: 'Submit the form',
    unlock: 'Unlock the form',
    result: 'The unit’s result',
    why: 'Why?',
    help: 'Help',
    tracking: 'Who has submitted',
    collect: 'Collect forms',
    appraise: 'Appraisal',
    openPeriod: 'Open the next period',
    close: 'Close the month',
    evaluate: 'Evaluate the month',
    publish: 'Publish',
    reopen: 'Reopen the month',
    provision: 'Make and update the workbooks',
    ballots: 'Ballots',
    openBallot: 'Open a ballot',
    written: 'Votes in writing',
    closeBallot: 'Close the ballot',
    decide: 'Issue a decision',
    revoke: 'Revoke a decision',
    decisions: 'Decisions and certificates',
    send: 'Send this register',
    setup: 'Preview the configuration',
    reminders: 'Reminders',
    operations: 'Operations',
    log: 'Log',
    trouble: 'This could not be done',
  },

  roles: {
    admin: 'administrator',
    officer: 'emulation officer',
    council_member: 'council member',
    leader: 'leader',
    unit_editor: 'unit editor',
  },

  states: {
    none: 'not opened',
    open: 'open, takes forms',
    closed: 'closed, being appraised',
    evaluated: 'evaluated, to be published',
    voted: 'voted, to be published',
    published: 'published',
  },

  facts: {
    account: 'Acting',
    unit: 'Unit',
    period: 'Period',
    state: 'State',
    deadline: 'Deadline',
    revision: 'Revision',
    submittedAt: 'Submitted at',
    workbooks: 'Workbooks to update',
  },

  buttons: {
    again: 'Try again',
    back: 'Change it',
    cancel: 'Cancel',
    checkAgain: 'Check again',
    checkForm: 'Check the form',
    submit: 'Submit the form',
    submitNow: 'Submit now',
    unlock: 'Unlock to correct',
    unlockNow: 'Unlock the form',
    why: 'Why?',
    result: 'See the result',
    collect: 'Collect forms',
    appraise: 'Send the appraisal',
    openPeriod: 'Open',
    close: 'Close',
    evaluate: 'Evaluate',
    publish: 'Publish',
    reopen: 'Reopen',
    provision: 'Make and update',
    tracking: 'Who has submitted',
    show: 'Show',
  },

  busy: {
    check: 'Checking the form…',
    submit: 'Sending the form, waiting for the answer…',
    unlock: 'Unlocking the form…',
    appraise: 'Sending the appraisal…',
    move: 'Working…',
    job: 'Handing over the work…',
  },

  choose: {
    otherPeriods: 'Other periods:',
    period: 'Period',
    unit: 'Unit',
    otherUnit: 'Another unit',
    form: 'This workbook has several forms. Choose one:',
  },

  deadline: (iso, now, timeZone) => {
    const { count, unit } = timeUntil(iso, now);
    const span = `${Math.abs(count)} ${unit}${Math.abs(count) === 1 ? '' : 's'}`;
    return `${moment(iso, timeZone)} (${count >= 0 ? `${span} left` : `${span} ago`})`;
  },

  trouble: {
    code: (code: string): string => `Code: ${code}`,
    away: 'The server cannot be reached. The spreadsheet is untouched; check the network and try again in a few minutes. Nothing is done twice.',
    noIdentity:
      'The add-on may not see your Google account yet. Close this sidebar, choose the item in the menu Thi đua again, and allow it when Google asks.',
    noBackend:
      'The address of the server was not entered yet. Tell the administrator (script property BACKEND_URL).',
    notOurs:
      'This spreadsheet is no workbook of an emulation campaign. Open the unit’s, the office’s or the summary workbook from the link that was shared.',
    wrongAccount: (email) =>
      `You are using the account ${email}. If it is the wrong one, open this workbook with the account you were given: choose the picture at the top right of Google Sheets, best in a private window.`,
    internal:
      'Something unexpected happened in the add-on; the spreadsheet is untouched. Try again; if it stays so, tell the administrator.',
    cellGone: 'That cell is not there any more: the tab was deleted or changed. Check again.',
  },

  help: {
    yourRoles: (roles) => `Your roles: ${roles}.`,
  },
};

function moment(iso: string, timeZone: string): string {
  const { year, month, day, hour, minute } = momentParts(iso, timeZone);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}
