import type { FindingKind } from '../../domain/watch/finding.ts';
import type { Level, OperationRow } from '../../domain/watch/operations.ts';
import {
  type DeliveryRemedy,
  type DeliveryTrouble,
  deliveryRemedy,
  deliveryTrouble,
  type OperationNames,
  type OperationText,
} from '../operation-words.ts';

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  good: 'fine',
  note: 'under way',
  act: 'to see to',
};

/** What the sidebar says around the rows: the add-on's script has no room for it. */
export const SIDEBAR = {
  headline: (count: number): string =>
    count === 0 ? 'Everything runs; there is nothing to see to.' : `${count} to see to:`,
  looked: (checked: number, left: number): string =>
    left === 0
      ? `${checked} workbooks checked.`
      : `${checked} workbooks checked; ${left} are left and follow.`,
  watch: 'Check the workbooks now',
  watching: 'Checking the workbooks…',
  retry: (about: string): string => `Try again now – ${about}`,
  drop: 'Give this up',
  dropReason: (about: string): string => `Give up “${about}”: the reason`,
  dropHelp:
    'The workbook shows what is old until something else is to be written in it, or you have it written.',
  moment: (text: string): string => text.replace(' ngày ', ' on '),
  provision: 'Make and update the workbooks',
  busy: 'Working…',
  code: (code: string): string => `Code: ${code}`,
  retried: 'It is written again; see below in a few minutes.',
  dropped: 'Given up; the reason is in the log.',
};

const REPAIR = 'Thi đua ▸ Lập, cập nhật các sổ';
const OPERATIONS = 'Thi đua ▸ Vận hành';

/** The same as in vi/operations.ts. */
export function explainOperation(row: OperationRow, names: OperationNames): OperationText {
  switch (row.about) {
    case 'scheduler':
      return { about: 'Scheduler', ...SCHEDULER[row.state] };
    case 'pending':
      return {
        about: 'Workbooks waiting to be written',
        state: row.count === 0 ? 'none' : String(row.count),
        todo: row.isLong
          ? 'Waiting for more than 20 minutes. See the rows of what fails, and the scheduler.'
          : '',
      };
    case 'delivered':
      return { about: 'Last delivery', state: 'written', todo: '' };
    case 'failing':
      return {
        about: `Writing fails: ${names.workbook(row.workbook)}`,
        state: `tried ${row.times} times; ${REASONS[deliveryTrouble(row.code)]}`,
        todo: `${REMEDIES[deliveryRemedy(row.code)]} It is tried again by itself, every 15 minutes at least. At once, or to give it up: ${OPERATIONS}.`,
      };
    case 'dropped':
      return {
        about: `Given up: ${names.workbook(row.workbook)}`,
        state: `reason: ${row.reason}; at that time ${REASONS[deliveryTrouble(row.code)]}`,
        todo: row.isWaiting
          ? 'Asked for again, and waiting.'
          : `It shows what is old until it is written again: ${OPERATIONS} ▸ Try again now.`,
      };
    case 'job':
      return {
        about: [JOBS[row.kind] ?? row.kind, row.period && names.period(row.period)].filter(Boolean).join(' '),
        state:
          row.state === 'failed'
            ? `failed: ${names.error(row.code ?? 'internal', row.details ?? {})}`
            : JOB_STATES[row.state],
        todo:
          row.state === 'failed'
            ? 'Mend what is said and choose it again; what is done is not done again.'
            : row.isLong
              ? 'Running for more than 20 minutes. See the scheduler; choosing it again makes it go on, too.'
              : '',
      };
    case 'finding': {
      const { state, todo } = FINDINGS[row.kind](row.subject ?? '', row);
      return { about: names.workbook(row.workbook), state, todo };
    }
    case 'copy':
      return {
        about: `A copy of ${names.workbook(row.workbook)}`,
        state: `${row.by} worked in a spreadsheet that is none of the campaign’s (${row.spreadsheetId}); nothing was taken`,
        todo: 'Send them the link of the real workbook, and ask them to delete the copy once the figures are copied over.',
      };
    case 'log':
      return { about: 'Log', state: `sealed up to number ${row.number}`, todo: '' };
  }
}

const SCHEDULER: Readonly<Record<'never' | 'alive' | 'silent', Pick<OperationText, 'state' | 'todo'>>> = {
  alive: { state: 'calls', todo: '' },
  silent: {
    state: 'calls no longer',
    todo: 'No workbook is written and no work is done until it calls again. Tell the administrator (Cloud Scheduler: run-jobs, deliver, watch).',
  },
  never: {
    state: 'has never called',
    todo: 'Ask the administrator to make the three schedules run-jobs, deliver and watch, each minute.',
  },
};

const JOBS: Readonly<Record<string, string>> = {
  evaluate: 'Evaluating',
  publish: 'Publishing',
  collect: 'Collecting forms',
  provision: 'Making and updating workbooks',
};
const JOB_STATES = { waiting: 'waiting', running: 'running' } as const;

const REASONS: Readonly<Record<DeliveryTrouble, string>> = {
  too_many_calls: 'Google says that there are too many calls',
  no_rights: 'Google does not let the functions’ account write',
  unavailable: 'Google is busy or does not answer',
  not_found: 'the workbook or its folder is not found',
  stored_document_unreadable: 'a stored document cannot be read',
  conflict: 'somebody changed it at the same time',
  unexpected: 'an unexpected error',
};

const REMEDIES: Readonly<Record<DeliveryRemedy, string>> = {
  editor_again: 'Make the functions’ account an editor of the workbook and the folder again.',
  wait: 'Nothing to do yet.',
  tell: 'Read the code in the last column to the administrator.',
};

type Explained = Pick<OperationText, 'state' | 'todo'>;
type Facts = { readonly mayWrite?: boolean; readonly isMember?: boolean };

const right = ({ mayWrite }: Facts) => (mayWrite ? 'write' : 'read');

const FINDINGS: Readonly<Record<FindingKind, (subject: string, facts: Facts) => Explained>> = {
  link_open: (_, facts) => ({
    state: `anybody who has the link may ${right(facts)} it`,
    todo: `It is for its own people alone. Choose ${REPAIR} to close it; to show it to others, print it as a PDF.`,
  }),
  domain_open: (domain, facts) => ({
    state: `everybody of ${domain} may ${right(facts)} it`,
    todo: `Choose ${REPAIR} to close it.`,
  }),
  stranger: (email, facts) => ({
    state: facts.isMember
      ? `${email} is a member with nothing to do here, and may ${right(facts)} it`
      : `${email} is no member, and may ${right(facts)} it`,
    todo: `If they are to work here, add them in the tab Thành viên and save. If not, ${REPAIR} takes them out.`,
  }),
  more_rights: (email) => ({
    state: `${email} is to read it and may write`,
    todo: `Choose ${REPAIR} to put it right.`,
  }),
  access_lost: (email) => ({
    state: `${email} can no longer open it`,
    todo: `Choose ${REPAIR} to give it back.`,
  }),
  fewer_rights: (email) => ({
    state: `${email} may only read it now`,
    todo: `Choose ${REPAIR} to put it right.`,
  }),
  unreachable: () => ({
    state: 'the functions cannot open it: it was deleted, or their account was removed',
    todo: `Make their account an editor again. If it is lost, ${REPAIR} makes another one with everything that was sent.`,
  }),
  demoted: (_, { mayWrite }) => ({
    state: mayWrite
      ? 'the functions’ account may no longer share it'
      : 'the functions’ account may no longer write in it',
    todo: 'Open its sharing, make that account an editor again, and let editors share.',
  }),
  trashed: () => ({
    state: 'it is in the trash; Google deletes it after 30 days',
    todo: `Choose ${REPAIR} to take it out.`,
  }),
  moved: () => ({
    state: 'it was moved to another folder',
    todo: 'Move it back: whoever may open the other folder may open it.',
  }),
  owner_changed: (email) => ({
    state: `its owner is now ${email}`,
    todo: 'An owner may do anything with it. Ask them to give it back to the functions’ account.',
  }),
  protection_removed: (tab) => ({
    state: `nothing in the tab “${tab}” is closed any more`,
    todo: `What was sent stands. Choose ${REPAIR} to close it again.`,
  }),
};
