import type { Deed } from '../deeds.ts';
import type { Document, Evidence, Json } from './evidence.ts';

/** A month that went as it should, for the judge to find nothing in: what was told, and what is there. */
export interface Month {
  readonly deeds: readonly Deed[];
  readonly evidence: Evidence;
}

const EDITOR = 'a@x.example';
const OFFICER = 'officer@x.example';
const VOTERS = ['c1@x.example', 'c2@x.example'];
const PERIOD = '2024-01';
const BALLOT = 'BC-2024-01-1';

export function honestMonth(): Month {
  const deeds: Deed[] = [];
  const documents: Record<string, Document> = {};
  let entries = 0;
  const log = (action: string, by: string, more: Document = {}) => {
    documents[`log/L${++entries}`] = {
      action,
      by,
      writtenAt: `2024-01-20T00:00:${10 + entries}Z`,
      nth: entries,
      ...more,
    };
  };
  const done = (
    verb: Deed['verb'],
    as: string,
    body: Deed['body'],
    answer: Json,
    more: Partial<Deed> = {},
  ) => {
    const key = verb === 'cast-vote' ? undefined : `key-${deeds.length}`;
    const deed = { verb, path: `/${verb}`, as, body, key, answer, ...more };
    deeds.push({ attempts: 1, outcome: 'acknowledged', status: 200, ...deed });
    if (key !== undefined) documents[`requests/${key}`] = { key, body: JSON.stringify(answer) };
  };

  documents[''] = { version: 1, digest: 'd' };
  documents['setups/1'] = { version: 1, digest: 'd' };
  done('load-campaign', OFFICER, {}, { changed: true, version: 1 });
  log('campaign_loaded', OFFICER, { details: { version: 1 } });
  done('provision', OFFICER, {}, { requested: 5 });
  log('workbooks_requested', OFFICER);
  done('open', OFFICER, { period: PERIOD }, { state: 'open' });
  log('period_opened', OFFICER, { period: PERIOD });

  const form = (revision: number, value: string): Document => ({
    ...{ period: PERIOD, unitId: 'A', revision, submittedBy: EDITOR, source: 'submitted' },
    answers: [{ criterion: 'C1', reported: { kind: 'number', value } }],
  });
  for (const revision of [1, 2]) {
    const body = { period: PERIOD, unitId: 'A' };
    done('submit-form', EDITOR, body, { revision, changed: true }, { holds: { C1: String(revision + 5) } });
    log('form_submitted', EDITOR, { ...body, details: { revision } });
    if (revision === 2) break;
    done('unlock-form', OFFICER, body, { changed: true });
    log('form_unlocked', OFFICER, body);
  }
  documents[`periods/${PERIOD}/submissions/A`] = form(2, '7');
  documents[`periods/${PERIOD}/submissions/A/revisions/1`] = form(1, '6');

  const row = {
    register: 'registration',
    code: 'DK-AAAAAA',
    revision: 1,
    savedBy: EDITOR,
    values: { target: '2 ha' },
  };
  documents['registers/registration/rows/DK-AAAAAA'] = row;
  done(
    'save-register',
    EDITOR,
    { register: 'registration' },
    { changed: 1 },
    { holds: { code: row.code, target: '2 ha' } },
  );
  log('row_added', EDITOR, { details: { register: row.register, code: row.code, revision: 1 } });
  done('close', OFFICER, { period: PERIOD }, { state: 'closed' });
  log('period_closed', OFFICER, { period: PERIOD });

  documents[`periods/${PERIOD}/appraisals/A`] = {
    ...{ period: PERIOD, unitId: 'A', revision: 1, appraisedBy: OFFICER },
    answers: [{ criterion: 'C1', appraised: { kind: 'number', value: '6' } }],
  };
  done('appraise', OFFICER, { period: PERIOD }, { changed: ['A'] }, { holds: { A: '6' } });
  log('form_appraised', OFFICER, { period: PERIOD, unitId: 'A', details: { revision: 1 } });

  const job = { id: `evaluate.${PERIOD}.1` };
  documents[`jobs/evaluate.${PERIOD}`] = { nth: 1, state: 'done' };
  documents[`requests/job.evaluate.${PERIOD}.1`] = { body: '{}' };
  done('start-job', OFFICER, { kind: 'evaluate', period: PERIOD }, { job });
  documents[`periods/${PERIOD}/results/1`] = { version: 1, digest: 'r' };
  log('period_evaluated', OFFICER, { period: PERIOD, details: { version: 1, digest: 'r' } });

  done('open-ballot', OFFICER, { period: PERIOD }, { ballot: { id: BALLOT } });
  log('ballot_opened', OFFICER, { period: PERIOD, details: { ballot: BALLOT } });
  for (const as of VOTERS)
    done('cast-vote', as, { ballot: BALLOT, votes: { 'praise-A': 'yes' } }, { voted: true });
  done('close-ballot', OFFICER, { ballot: BALLOT }, { ballot: { id: BALLOT } });
  log('ballot_closed', OFFICER, { period: PERIOD, details: { ballot: BALLOT } });
  documents[`ballots/${BALLOT}`] = {
    ...{ id: BALLOT, candidates: [{ id: 'praise-A' }], closing: { voted: 2 } },
    tally: { 'praise-A': { yes: 2, no: 0, blank: 0 } },
  };
  documents[`boxes/${BALLOT}`] = { secrecy: 'secret', ballot: BALLOT, voted: VOTERS };

  done('decide', OFFICER, { ballot: BALLOT }, { decision: { id: '2024-1' } });
  log('decision_issued', OFFICER, { period: PERIOD, details: { decision: '2024-1' } });
  const subjects = [{ candidate: 'praise-A', exemplar: 'DH-2024-001' }];
  documents['decisions/2024-1'] = {
    ...{ series: '2024', number: 1, reference: '01/QĐ', kind: 'praise', ballot: BALLOT },
    subjects,
  };
  documents['series/2024'] = { series: '2024', decisions: 1, exemplars: 1 };
  documents['exemplars/DH-2024-001'] = { id: 'DH-2024-001', decision: '2024-1' };

  done('publish', OFFICER, { period: PERIOD }, { state: 'published' });
  log('period_published', OFFICER, { period: PERIOD });
  documents[`periods/${PERIOD}`] = {
    ...{
      period: PERIOD,
      state: 'published',
      resultVersion: 1,
      publications: [{ version: 1 }],
      reopenings: [],
    },
  };

  documents['seals/1'] = { entries: Array.from({ length: entries }, (_, i) => ({ id: `L${i + 1}` })) };
  const workbooks = ['office', 'summary', 'unit:A', 'unit:B', 'unit:C'];
  for (const id of workbooks) {
    documents[`workbooks/${id}`] = { id, spreadsheetId: `file-${id}` };
    documents[`outbox/${id}`] = { id, state: 'delivered', request: 2 };
  }
  return {
    deeds,
    evidence: {
      documents,
      files: workbooks.map((workbook) => ({ id: `file-${workbook}`, workbook })),
      toWrite: Object.fromEntries(workbooks.map((id) => [id, 0])),
      replayed: { [`${PERIOD}/1`]: 'r' },
      chain: { faults: [], waiting: 0 },
    },
  };
}
