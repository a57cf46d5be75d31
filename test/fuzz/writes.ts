const FORM = ['periods/*/submissions/*', 'periods/*/submissions/*/revisions/*', 'periods/*/refusals/*'];
const EVERY_CHANGE = ['log/*', 'outbox/*', 'requests/*'];
const MONTH = ['periods/*', 'periods/*/results/*', 'pages/*', 'ballots/*', 'boxes/*'];

/**
 * What each function may write when it says yes, below the campaign it was called for. One that is not here may write
 * nothing; a new function that writes has to be put down here.
 */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  'load-campaign': ['', 'setups/*', 'pages/*', 'members/*', 'periods/*', ...EVERY_CHANGE],
  provision: ['workbooks/*', 'watched/*', ...EVERY_CHANGE],
  'submit-form': [...FORM, ...EVERY_CHANGE],
  'unlock-form': [...FORM, ...EVERY_CHANGE],
  'collect-forms': [...FORM, ...EVERY_CHANGE],
  appraise: ['periods/*/appraisals/*', 'periods/*/appraisals/*/revisions/*', ...EVERY_CHANGE],
  'move-period': [...MONTH, ...EVERY_CHANGE],
  deliver: ['workbooks/*', 'watched/*', 'seals/*', ...EVERY_CHANGE],
  'start-job': ['jobs/*', ...EVERY_CHANGE],
  watch: ['watched/*', 'workbooks/*', 'operations/*', 'heartbeats/*', ...EVERY_CHANGE],
  'settle-delivery': EVERY_CHANGE,
  'run-jobs': [
    'jobs/*',
    'workbooks/*',
    'watched/*',
    'watched/*',
    'seals/*',
    ...FORM,
    ...MONTH,
    ...EVERY_CHANGE,
  ],
  'save-register': [
    'registers/*',
    'registers/*/rows/*',
    'registers/*/rows/*/revisions/*',
    'registers/*/owners/*',
    ...EVERY_CHANGE,
  ],
  'open-ballot': ['ballots/*', 'boxes/*', 'periods/*', ...EVERY_CHANGE],
  'cast-vote': ['boxes/*', ...EVERY_CHANGE],
  'record-written-votes': ['boxes/*', ...EVERY_CHANGE],
  'close-ballot': ['ballots/*', 'boxes/*', 'periods/*', ...EVERY_CHANGE],
  decide: ['decisions/*', 'series/*', 'exemplars/*', ...EVERY_CHANGE],
  'revoke-decision': ['decisions/*', 'series/*', 'exemplars/*', ...EVERY_CHANGE],
};

/** Kept of a form that was refused, so that the office sees that a unit tried: codes and cells, never contents. */
const AFTER_REFUSAL: Readonly<Record<string, readonly string[]>> = {
  'submit-form': ['periods/*/refusals/*', 'log/*'],
};

/** The collections of a document, with its names left out: periods, any, refusals, any. */
export function patternOf(path: string): string {
  const below = path.split('/').slice(2);
  return below.map((part, i) => (i % 2 === 0 ? part : '*')).join('/');
}

export const mayWrite = (name: string): readonly string[] => WRITES[name] ?? [];
export const mayWriteRefusing = (name: string): readonly string[] => [
  ...(AFTER_REFUSAL[name] ?? []),
  'copies/*', // whoever stood in a spreadsheet that is none of ours
];
