import type { viForms } from '../vi/forms.ts';

export const enForms: typeof viForms = {
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
};
