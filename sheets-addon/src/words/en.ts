import { pointsOf, roundPoints } from '../../../functions/src/domain/numbers/micropoints.ts';
import { momentParts, timeUntil } from './moments.ts';
import type { vi } from './vi.ts';

/** English, for who does not read Vietnamese: the same sentences, held to vi.ts by its type. */
export const en: typeof vi = {
  points: (points) => pointsOf(roundPoints(points, 2)),
  moment: (iso, timeZone) => {
    const { year, month, day, hour, minute } = momentParts(iso, timeZone);
    return `${year}-${month}-${day} ${hour}:${minute}`;
  },
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
    return `${en.moment(iso, timeZone)} (${count >= 0 ? `${span} left` : `${span} ago`})`;
  },

  check: {
    fine: 'The form is right and can be submitted.',
    fineLocked: 'Nothing is wrong in the sheet. The form was submitted and is locked.',
    found: (count) => `${count} ${count === 1 ? 'place has' : 'places have'} to be mended.`,
    whereMarked:
      'Each wrong cell has a light red background and a note. Choose a cell below to go there. Mend, then check again: the marks go.',
    whereListed:
      'This tab is locked for your account, so cells cannot be marked; what is wrong is listed below. Choose a cell to go there.',
    wholeForm: 'The whole form',
    keptRules: (when) =>
      `The server does not answer; the form was checked by the rules fetched at ${when}. The server checks again on submitting.`,
    noRules:
      'The server does not answer and this spreadsheet has never fetched the period’s rules, so the form cannot be checked yet. It is untouched; try again in a few minutes.',
    noForm:
      'There is no form of an open period in this workbook. It appears when the emulation officer opens a period; if its tab was deleted, ask for a new one.',
    copiedTab: (copy, form) => `The tab “${copy}” is a copy; what is checked and submitted is “${form}”.`,
    notOpen: (name, state) =>
      `${name} is ${state}, so it takes no more forms. To correct something, ask the emulation officer to reopen the period, with a reason.`,
    merged: (cell, block) =>
      `Cell ${cell} is part of the merged block ${block}, of which only the first cell has a value. Unmerge it (Format, Merge cells, Unmerge), then fill it in.`,
    unitWorkbookOnly:
      'Forms stand in the units’ own workbooks. Open the unit’s workbook and choose this item of the menu Thi đua there.',
  },

  submit: {
    question: (name) => `Submit the form of ${name}?`,
    consequence: 'Afterwards the form is locked. While the period is open it can be unlocked, with a reason.',
    late: 'The deadline has passed: the form will count as late.',
    locked: (revision, moment) => `The form was submitted (revision ${revision}, ${moment}) and is locked.`,
    lockedRemedy: 'To correct it, unlock it with a reason, mend it and submit it again.',
    notSent: (count) =>
      `Not submitted: ${count} ${count === 1 ? 'place has' : 'places have'} to be mended first.`,
    refused: (count) =>
      `The server did not take the form: ${count} ${count === 1 ? 'place has' : 'places have'} to be mended.`,
    away: 'No answer from the server yet. The form is untouched. Choose Try again: if it had arrived, you only get its answer; nothing is submitted twice.',
    other: 'This form is being submitted in another window. Wait a few seconds and try again.',
    accepted: 'The form was accepted.',
    same: 'This very form had been accepted before; nothing changed.',
    onTime: 'on time',
    lateFact: 'late',
    revision: (revision, when) => `${revision} (${when})`,
    lockedNow:
      'The form is locked; its tab follows in a few minutes. Whatever is changed there does not count until the form is unlocked and submitted again.',
  },

  unlock: {
    question: (unit, period) => `Unlock the form of ${unit}, ${period}?`,
    explain:
      'What was submitted is kept and counts until the form is submitted again. The reason goes into the log.',
    reason: 'Reason',
    reasonHelp: 'For example: wrong figure in criterion 2. At most 500 characters.',
    done: 'The form is unlocked; its tab follows in a few minutes. Mend it and submit it again.',
    notLocked: (period) => `The form of ${period} was not submitted, so it is not locked: just edit it.`,
    notLockedAgain: (period) => `The form of ${period} is unlocked already; mend it and submit it again.`,
  },

  result: {
    total: 'Total points',
    grade: (name) => `Grade: ${name}`,
    placeIn: (scope) => `Place, ${scope}`,
    ofUnits: (count) => `of ${count} units`,
    wholeTrack: 'whole track',
    notReported: 'The unit has not reported for this period, so it has neither points nor a place.',
    better: (places) => `up ${places} since the last period`,
    worse: (places) => `down ${places} since the last period`,
    same: 'same place as in the last period',
    summary: 'Summary',
    none: 'There is no result to see yet. It appears once the emulation officer has evaluated and published a period.',
    version: (version, published) => `Version ${version}, ${published ? 'published' : 'not published'}.`,
    beingCorrected: 'This period was reopened; its result may change.',
    chooseUnit: 'Which unit’s result?',
  },

  tracking: {
    units: 'Units',
    all: 'All',
    missing: 'Missing',
    late: 'Late',
    refused: 'Turned back',
    submitted: 'Submitted',
    submittedOf: (submitted, units) => `${submitted}/${units}`,
    status: { missing: 'missing', refused: 'turned back', late: 'late', onTime: 'on time' },
    detail: (cluster, revision, moment) => `${cluster} · revision ${revision}, ${moment}`,
    issues: (count) => `${count} to mend`,
    collected: 'collected',
  },

  appraise: {
    question: (name) => `Send the appraisal of ${name}?`,
    rows: (rows, changed) =>
      `The tab Thẩm định has ${rows} rows, ${changed} of them with another opinion. A blank agrees with the unit.`,
    replaces: 'What is sent now replaces what was said before of the units in the tab.',
    done: (changed, unchanged) => `Recorded: ${changed} units changed, ${unchanged} as before.`,
    noTab: 'There is no tab Thẩm định. Choose Lập, cập nhật các sổ to have it made again.',
    noPeriod: 'The tab Thẩm định is empty: no period waits for appraisal.',
    refused: (count) =>
      `Nothing was recorded: ${count} ${count === 1 ? 'place has' : 'places have'} to be mended.`,
    away: 'No answer from the server yet. The tab is untouched. Choose Try again: nothing is recorded twice.',
    other: 'The appraisal is being sent in another window. Wait a few seconds and try again.',
  },

  move: {
    question: {
      open: (name) => `Open ${name} for forms?`,
      close: (name) => `Close ${name}?`,
      reopen: (name) => `Reopen ${name}?`,
    },
    consequence: {
      open: 'Its form will appear in every unit’s workbook. This cannot be undone.',
      close: 'No more forms are taken afterwards. To take more, the period has to be reopened with a reason.',
      reopen:
        'The forms are unlocked; a published result is marked as being corrected. The period has to be closed, evaluated and published again, as a new version.',
    },
    reason: 'Reason',
    reasonHelp: 'It goes into the log and stands with the result. At most 500 characters.',
    done: {
      open: (name) => `${name} is open. Its forms are being made in the units’ workbooks.`,
      close: (name) => `${name} is closed. Next: appraisal, then Đánh giá tháng.`,
      reopen: (name) => `${name} is open again; its forms are unlocked.`,
    },
    counts: (submitted, units) => `${submitted}/${units} units have submitted.`,
    missing: (count) =>
      `${count} ${count === 1 ? 'unit has' : 'units have'} not submitted. Collect forms first: what stands filled in their workbooks is taken.`,
    noNext: 'There is no period to open: the next has not begun, or every period of the calendar was opened.',
  },

  whyNot: {
    noneOpened: 'No period was opened yet. Choose Mở kỳ tiếp theo.',
    open: {
      evaluate: (name) => `${name} still takes forms. Close it first, then evaluate.`,
      publish: (name) => `${name} still takes forms. Close it, evaluate it, then publish.`,
      reopen: (name) => `${name} is open, there is nothing to reopen.`,
      other: (name) => `${name} is open and takes forms.`,
    },
    notToVote: {
      open: (name) => `${name} is open and takes forms. Close and evaluate it before a ballot.`,
      closed: (name) => `${name} is closed and not evaluated. Evaluate it before a ballot.`,
    },
    closed: {
      publish: (name) => `${name} is closed and not evaluated. Evaluate it first.`,
      other: (name) => `${name} is closed. Next: appraisal, evaluation; to take more forms, reopen it.`,
    },
    evaluated: (name) => `${name} is evaluated. Next: publish; to correct something, reopen it.`,
    published: (name, day) =>
      `${name} was published${day === '' ? '' : ` on ${day}`}; to correct something, reopen it.`,
    officeOnly: 'This item belongs to the office’s workbook (Điều hành) and to emulation officers.',
  },

  jobs: {
    question: {
      evaluate: (name) => `Evaluate ${name}?`,
      publish: (name) => `Publish the result of ${name}?`,
      collect: (name) => `Collect the forms of ${name}?`,
      provision: 'Make and update the workbooks?',
    },
    consequence: {
      evaluate:
        'Points, grades and places are worked out from forms and appraisals. Nobody outside the office sees them before they are published.',
      publish:
        'Every unit and leader will see the result. What was published is kept; to correct it the period has to be reopened, for a new version.',
      collect:
        'The forms of units that have not submitted are read from their workbooks: right ones are taken as if the unit had sent them, wrong ones count as turned back.',
      provision:
        'Missing workbooks are made, tabs and sharing are brought up to the configuration. What units have filled in stays.',
    },
    doing: {
      evaluate: (name) => `Evaluating ${name}`,
      publish: (name) => `Publishing ${name}`,
      collect: (name) => `Collecting the forms of ${name}`,
      provision: 'Making and updating the workbooks',
    },
    waiting: 'Waiting for its turn…',
    counted: (kind, done, total) =>
      `${done}/${total} ${kind === 'publish' || kind === 'provision' ? 'workbooks' : 'units'}`,
    mayClose: 'You may close this sidebar, the work goes on; choose the item again to see how far it is.',
    done: {
      evaluate: (name) => `${name} is evaluated. Next: publish.`,
      publish: (name) => `${name} is published; the workbooks show it.`,
      collect: (name) => `The forms of ${name} are collected.`,
      provision: 'The workbooks are made and up to date.',
    },
    goesOn: (count) => `${count} workbooks could not be updated yet; that goes on by itself.`,
    failed: 'This work stopped half way.',
    startedBy: (account, moment) => `${account}, ${moment}`,
    startedByFact: 'Asked for by',
    gone: 'This work is not listed any more. Choose the item in the menu Thi đua again.',
    outcomes: {
      version: 'Version of the result',
      accepted: 'Forms taken',
      late: 'Of these, late',
      refused: 'Forms turned back',
      missing: 'Nothing filled in',
      unavailable: 'Workbooks not read',
      delivered: 'Workbooks updated',
      waiting: 'Workbooks waiting',
    },
  },

  log: {
    none: 'The log is empty.',
    newest: (count) => `The last ${count}, newest first.`,
    reason: (reason) => `Reason: ${reason}`,
    seal: (number, hash) =>
      `Seal ${number}: ${hash}. Written down elsewhere, it shows later that nobody altered the log up to here.`,
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
