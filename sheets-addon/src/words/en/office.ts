import type { viOffice } from '../vi/office.ts';

export const enOffice: typeof viOffice = {
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
};
