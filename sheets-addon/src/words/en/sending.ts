import type { viSending } from '../vi/sending.ts';

export const enSending: typeof viSending = {
  sendNow: 'Send',
  busy: 'Sending…',
  fine: (added, amended) => `Everything is right: ${rows(added, amended)}.`,
  sent: (added, amended) => `Sent: ${rows(added, amended)}.`,
  sentBefore: (changed) => `Sent: ${changed} new or amended rows.`,
  nothing: 'No row is new or amended; all have been sent.',
  gone: (count) => `${count} rows that were sent are not in the tab. They are kept, and come back to it.`,
  kept: 'Rows that were sent are kept with all their amendments. Amend them in the tab and send again.',
  afterwards: 'The workbooks are brought up to date within minutes.',
  notSent: (count) => `Not sent: ${count} cells to mend.`,
  refused: (count) => `The server did not take it: ${count} cells to mend.`,
  away: 'The server has not answered. The tab is untouched. Try again: nothing is kept twice.',
  other: 'A register is being sent in another window. Wait a few seconds and try again.',
  closed: 'The codes of new rows cannot be written: the column Mã is closed to this account.',
  copiedTab: (copy, tab) => `“${copy}” is a copy; the tab that is checked and sent is “${tab}”.`,
  whichTab: 'The open tab is no register. Open one of these, or choose it here:',
  noRegisters: 'There is no register here yet. Ask an officer to make the workbooks.',

  setup: {
    noTabs: 'The tabs of the configuration are missing. Choose Make and update the workbooks.',
    save: 'Save the configuration',
    adminSaves: 'Only an administrator may save it.',
    saved: (version) => `Saved, version ${version}.`,
    savedMembers: 'Saved.',
    refused: (count) => `Not saved: ${count} cells to mend. Press a cell’s name to go there.`,
    changedMeanwhile: 'The configuration or the tabs have changed since; nothing was saved. Look again.',
  },

  reminders: {
    shown: 'This is the tab of reminders. “Soạn thư” opens a letter; nothing is sent by itself.',
    noTab: 'The tab of reminders is missing. Choose Make and update the workbooks.',
  },
};

function rows(added: number, amended: number): string {
  const parts = [added > 0 ? `${added} new rows` : '', amended > 0 ? `${amended} amended rows` : ''];
  return parts.filter((part) => part !== '').join(', ');
}
