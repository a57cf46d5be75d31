import { describe, expect, it } from 'vitest';
import type { Document, Evidence } from './judge/evidence.ts';
import { honestMonth, type Month } from './judge/honest-month.ts';
import { judge } from './judge/judge.ts';

const PERIOD = 'periods/2024-01';
const BALLOT = 'BC-2024-01-1';

/** The same month with other documents; an undefined one is gone. */
function stored(changes: Readonly<Record<string, Partial<Document> | undefined>>) {
  return ({ deeds, evidence }: Month): Month => {
    const documents: Record<string, Document> = { ...evidence.documents };
    for (const [path, change] of Object.entries(changes))
      if (change === undefined) delete documents[path];
      else documents[path] = { ...documents[path], ...change } as Document;
    return { deeds, evidence: { ...evidence, documents } };
  };
}

const found =
  (change: (evidence: Evidence) => Partial<Evidence>) =>
  (month: Month): Month => ({
    ...month,
    evidence: { ...month.evidence, ...change(month.evidence) },
  });

/** A second entry like the first of an action, or none of it. */
function inLog(action: string, change: 'lost' | 'doubled') {
  return (month: Month): Month => {
    const [path, entry] = Object.entries(month.evidence.documents).find(
      ([, each]) => each.action === action,
    )!;
    return stored(change === 'lost' ? { [path]: undefined } : { 'log/AGAIN': entry })(month);
  };
}

describe('the judge', () => {
  it('finds nothing in a month that went as it should', () => {
    const { deeds, evidence } = honestMonth();
    expect(judge(deeds, evidence)).toEqual([]);
  });

  const corrupted: readonly (readonly [string, (month: Month) => Month, RegExp])[] = [
    [
      'an acknowledged form that is lost',
      stored({ [`${PERIOD}/submissions/A`]: undefined, [`${PERIOD}/submissions/A/revisions/1`]: undefined }),
      /forms: acknowledged and not there: 2024-01 A revision 2/,
    ],
    [
      'a gap in a form’s revisions',
      stored({ [`${PERIOD}/submissions/A/revisions/1`]: undefined }),
      /revisions of .*: 1 is missing/,
    ],
    [
      'a form that holds something else than was sent',
      stored({ [`${PERIOD}/submissions/A`]: { answers: [{ criterion: 'C1', reported: { value: '1' } }] } }),
      /revision 2 holds 1, sent was 7/,
    ],
    [
      'a form kept twice',
      stored({
        [`${PERIOD}/submissions/A`]: { revision: 3 },
        [`${PERIOD}/submissions/A/revisions/2`]: {
          period: '2024-01',
          unitId: 'A',
          revision: 2,
          submittedBy: 'a@x.example',
          source: 'submitted',
        },
      }),
      /forms: there and asked for by nobody, or twice: 2024-01 A revision 3/,
    ],
    [
      'a form’s entry in the log twice',
      inLog('form_submitted', 'doubled'),
      /log of forms: .* 1 times too often/,
    ],
    ['a form without its entry', inLog('form_submitted', 'lost'), /log of forms: .* is missing/],
    ['an unlocking without its entry', inLog('form_unlocked', 'lost'), /log of unlocked forms/],
    [
      'a refusal that nobody was told of',
      stored({ 'log/X': { action: 'form_refused', period: '2024-01', unitId: 'B' } }),
      /log of refusals/,
    ],
    [
      'an appraisal that is lost',
      stored({ [`${PERIOD}/appraisals/A`]: undefined }),
      /appraisal of A in 2024-01: undefined instead of 6/,
    ],
    ['an appraisal’s entry twice', inLog('form_appraised', 'doubled'), /log of appraisals/],
    [
      'a row that is lost',
      stored({ 'registers/registration/rows/DK-AAAAAA': undefined }),
      /row registration\/DK-AAAAAA: undefined/,
    ],
    ['a row’s entry twice', inLog('row_added', 'doubled'), /log of rows/],
    ['a step taken twice', inLog('period_closed', 'doubled'), /steps of periods: .* twice: period_closed/],
    [
      'a step that is lost',
      inLog('period_published', 'lost'),
      /steps of periods: acknowledged and not there: period_published/,
    ],
    [
      'half a step: the log without the record',
      stored({ [PERIOD]: { state: 'voted' } }),
      /period 2024-01: voted after period_published/,
    ],
    [
      'a result whose record is missing',
      stored({ [`${PERIOD}/results/1`]: undefined }),
      /results of 2024-01: 1 is missing/,
    ],
    [
      'a result that replays to another one',
      found(() => ({ replayed: { '2024-01/1': 'x' } })),
      /result 2024-01\/1: r, replayed x/,
    ],
    [
      'a vote that is lost',
      stored({ [`boxes/${BALLOT}`]: { voted: ['c1@x.example'] } }),
      /votes in .*: acknowledged and not there: c2/,
    ],
    [
      'a vote in the box twice',
      stored({ [`boxes/${BALLOT}`]: { voted: ['c1@x.example', 'c2@x.example', 'c2@x.example'] } }),
      /votes in .* twice: c2/,
    ],
    [
      'sums that are not those of the votes',
      stored({ [`ballots/${BALLOT}`]: { tally: { 'praise-A': { yes: 1, no: 1, blank: 0 } } } }),
      /counted .* cast/,
    ],
    [
      'a vote counted twice',
      stored({ [`ballots/${BALLOT}`]: { closing: { voted: 3 } } }),
      /3 voted, 2 are in its box/,
    ],
    ['a seal that outlives the counting', stored({ [`boxes/${BALLOT}`]: { sealed: 'x' } }), /seal/],
    [
      'a ballot opened twice',
      stored({ 'ballots/BC-2024-01-2': { id: 'BC-2024-01-2', candidates: [] } }),
      /ballots: there and asked for by nobody, or twice/,
    ],
    [
      'a gap in the numbers of decisions',
      stored({ 'decisions/2024-1': { number: 2 }, 'series/2024': { decisions: 2 } }),
      /decisions of 2024: 1 is missing/,
    ],
    [
      'a number used twice',
      stored({
        'decisions/2024-2': { series: '2024', number: 1, reference: '01/QĐ', kind: 'praise', subjects: [] },
      }),
      /references: .* too often/,
    ],
    [
      'a decision that is lost',
      stored({ 'decisions/2024-1': undefined }),
      /decisions: acknowledged and not there: 2024-1/,
    ],
    [
      'one achievement decided twice',
      stored({
        'decisions/2024-2': {
          series: '2024',
          number: 2,
          reference: '02/QĐ',
          kind: 'praise',
          ballot: BALLOT,
          subjects: [{ candidate: 'praise-A' }],
        },
      }),
      /decided candidates/,
    ],
    [
      'half a revocation',
      stored({
        'decisions/2024-2': {
          series: '2024',
          number: 2,
          reference: '02/QĐ',
          kind: 'revocation',
          revokes: '2024-1',
          subjects: [{ candidate: 'praise-A' }],
        },
      }),
      /is not marked in 2024-1/,
    ],
    [
      'a gap in the numbers of exemplars',
      stored({ 'series/2024': { exemplars: 2 } }),
      /exemplars of 2024: 2 is missing/,
    ],
    [
      'an exemplar without its decision',
      stored({ 'exemplars/DH-2024-001': { decision: '2024-9' } }),
      /exemplar DH-2024-001/,
    ],
    [
      'a sheet that shows something else',
      found(({ toWrite }) => ({ toWrite: { ...toWrite, summary: 3 } })),
      /workbook summary: shows something else/,
    ],
    [
      'two files for one unit',
      found(({ files }) => ({ files: [...files, { id: 'another', workbook: 'unit:A' }] })),
      /files: unit:A another is there 1 times too often/,
    ],
    ['a workbook that is missing', stored({ 'workbooks/unit:B': undefined }), /workbooks: unit:B is missing/],
    [
      'an outbox that does not drain',
      stored({ 'outbox/unit:C': { state: 'pending' } }),
      /outbox unit:C: pending/,
    ],
    [
      'a lease that nobody gave back',
      stored({ 'outbox/office': { leaseUntil: '2024-01-20T00:00:00Z' } }),
      /outbox office/,
    ],
    [
      'a job that does not end',
      stored({ 'jobs/evaluate.2024-01': { state: 'running' } }),
      /job evaluate.2024-01: running/,
    ],
    [
      'a job done twice',
      stored({ 'jobs/evaluate.2024-01': { nth: 2 } }),
      /jobs: .* twice: evaluate.2024-01.2/,
    ],
    [
      'an answer that is told otherwise the next time',
      stored({ 'requests/key-2': { body: '{}' } }),
      /another answer is kept/,
    ],
    ['an answer that was never kept', stored({ 'requests/key-2': undefined }), /its answer is not kept/],
    ['a request that nobody sent', stored({ 'requests/key-99': { body: '{}' } }), /sent by nobody/],
    ['a configuration half loaded', stored({ '': { version: 2 } }), /another setup stands/],
    [
      'an altered log',
      found(() => ({ chain: { faults: ['entry_altered'], waiting: 0 } })),
      /log: entry_altered/,
    ],
    [
      'a log that is not sealed',
      found(() => ({ chain: { faults: [], waiting: 2 } })),
      /2 entries are in no seal/,
    ],
    [
      'a refusal that nobody can explain',
      ({ deeds, evidence }) => ({
        evidence,
        deeds: [
          ...deeds,
          {
            ...deeds[2]!,
            key: 'other',
            outcome: 'refused',
            status: 409,
            answer: { error: { code: 'period_wrong_state' } },
          },
        ],
      }),
      /open by officer@x.example was refused: 409 period_wrong_state/,
    ],
  ];
  it.each(corrupted)('finds %s', (_, corrupt, finding) => {
    const { deeds, evidence } = corrupt(honestMonth());
    expect(judge(deeds, evidence).join('\n')).toMatch(finding);
  });

  it('lets what somebody gave up be there or not', () => {
    const gaveUp = ({ deeds, evidence }: Month) => ({
      evidence,
      deeds: deeds.map((deed) =>
        deed.verb === 'cast-vote' && deed.as === 'c2@x.example'
          ? ({ ...deed, outcome: 'given_up' } as const)
          : deed,
      ),
    });
    const there = gaveUp(honestMonth());
    expect(judge(there.deeds, there.evidence)).toEqual([]);
    const lost = stored({
      [`boxes/${BALLOT}`]: { voted: ['c1@x.example'] },
      [`ballots/${BALLOT}`]: { closing: { voted: 1 }, tally: { 'praise-A': { yes: 1, no: 0, blank: 0 } } },
    })(there);
    expect(judge(lost.deeds, lost.evidence)).toEqual([]);
  });
});
