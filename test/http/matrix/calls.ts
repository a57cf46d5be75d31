import { REGISTERS } from '../../../functions/src/domain/register/registers.ts';
import { formOf } from '../../usecases/registers/register-office.ts';
import { filledAppraisal, filledForm } from '../small-campaign.ts';

/** Whose unit a call is about, of those that are about one. */
export type UnitId = 'A' | 'B';

/** A way to call a function: its name, after a colon which of its ways, and a body that it takes. */
export const CALLS: Readonly<Record<string, (unit: UnitId) => Readonly<Record<string, unknown>>>> = {
  'load-campaign': () => ({ files: 'FILES' }),
  'preview-campaign': () => ({ files: 'FILES' }),
  provision: () => ({}),
  'submit-form': (unitId) => ({ ...MARCH, unitId, cells: FORM }),
  'unlock-form': (unitId) => ({ ...MARCH, unitId, reason: 'Ghi nhầm' }),
  'form-rules': (unitId) => ({ ...MARCH, unitId }),
  'collect-forms': () => MARCH,
  appraise: () => ({
    ...MARCH,
    cells: filledAppraisal([{ unit: 'A', criterion: 'C1', appraised: 7, note: 'Thừa' }]),
  }),
  'move-period: open': () => ({ ...MARCH, action: 'open' }),
  'move-period: close': () => ({ ...MARCH, action: 'close' }),
  'move-period: evaluate': () => ({ ...MARCH, action: 'evaluate' }),
  'move-period: publish': () => ({ ...MARCH, action: 'publish' }),
  'move-period: reopen': () => ({ ...MARCH, action: 'reopen', reason: 'Bổ sung' }),
  deliver: () => ({ most: 1 }),
  'start-job: collect': () => ({ ...MARCH, kind: 'collect' }),
  'start-job: evaluate': () => ({ ...MARCH, kind: 'evaluate' }),
  'start-job: publish': () => ({ ...MARCH, kind: 'publish' }),
  'start-job: provision': () => ({ kind: 'provision' }),
  'run-jobs': () => ({}),
  jobs: () => ({}),
  watch: () => ({ most: 1 }),
  operations: () => ({}),
  'settle-delivery: retry': () => ({ workbook: 'office', action: 'retry' }),
  'unit-result': (unitId) => ({ ...MARCH, unitId }),
  'period-status': () => MARCH,
  "workbook-context: a unit's": (unitId) => ({ spreadsheetId: spreadsheetOf(`unit:${unitId}`) }),
  'workbook-context: the summary': () => ({ spreadsheetId: spreadsheetOf('summary') }),
  "workbook-context: the office's": () => ({ spreadsheetId: spreadsheetOf('office') }),
  "register-rules: a unit's": (unitId) => ({ register: 'registration', unitId }),
  "register-rules: the office's": () => ({ register: 'propagation' }),
  "save-register: a unit's": (unitId) => ({
    register: 'registration',
    unitId,
    cells: formOf(REGISTERS.registration, []),
  }),
  "save-register: the office's": () => ({
    register: 'propagation',
    cells: formOf(REGISTERS.propagation, []),
  }),
  'open-ballot: nomination': () => ({ ...MARCH, purpose: 'nomination' }),
  'open-ballot: review, asked only': () => ({ ...MARCH, purpose: 'review', checkOnly: true }),
  'cast-vote': () => ({ ballot: BALLOT, votes: PAPER }),
  'record-written-votes': () => ({
    ballot: BALLOT,
    written: {
      secrecy: 'secret',
      voters: ['c2@x.example'],
      counts: Object.fromEntries(Object.keys(PAPER).map((each) => [each, { yes: 1, no: 0, blank: 0 }])),
    },
  }),
  'close-ballot': () => ({ ballot: BALLOT, minutes: 'Số 5' }),
  ballots: () => ({}),
  decide: () => ({
    ballot: BALLOT,
    kind: 'praise',
    subjects: [{ candidate: 'praise-B', field: 'NN' }],
    ...SIGNED,
  }),
  'revoke-decision': () => ({ decision: DECISION, reason: 'Kê khai sai', ...SIGNED }),
  decisions: () => ({}),
  'decision-document': () => ({ decision: DECISION, kind: 'decision' }),
  log: () => ({}),
};

export const functionOf = (call: string): string => call.split(':')[0]!;

/** Where the fixture says that a workbook is. */
export const spreadsheetOf = (workbook: string): string => `spreadsheet-${workbook.replace(':', '-')}`;

const MARCH = { period: '2024-03' };
export const BALLOT = 'BC-2024-03-1';
const DECISION = '2024-1';
const SIGNED = { signer: 'TB', signedOn: '2024-04-12' };
const PAPER = { 'praise-A': 'yes', 'reward-A': 'yes', 'praise-B': 'yes' };
const FORM = filledForm({ C1: 8, C2: 'Có' });
