import type { FirestoreClient } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { REGISTERS } from '../../functions/src/domain/register/registers.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import { councilCampaign, councilFiles, MEMBERS_OF_COUNCIL } from '../http/council-campaign.ts';
import { EDITOR_A, EDITOR_B, filledAppraisal, filledForm, OFFICER } from '../http/small-campaign.ts';
import { ADMIN, type Reply, type TestOffice } from '../http/test-office.ts';
import type { FirestoreCall, FirestoreMeter } from '../support/firestore-meter.ts';
import { formOf, registrationRow } from '../usecases/registers/register-office.ts';

/** What one call cost: the documents it read and wrote, by their paths below the campaign; "." is its own. */
export interface Cost {
  readonly call: string;
  readonly status: number;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Calls to Firestore, transactions' beginnings among them. */
  readonly calls: readonly string[];
}

const MARCH = '2024-03';
const IN_MARCH = '2024-03-20T03:00:00.000Z';

/**
 * Plays a month of a campaign with three units and tells what each call costs a process that is warm, as it is when
 * a second unit sends: what never changes once it is written stays in the process, everything else is read.
 */
export async function countCosts(
  office: TestOffice,
  meter: FirestoreMeter,
  client: FirestoreClient,
  code = 'COST',
): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  const measure: Measure = async (call, run, of = code) => {
    meter.take();
    const { status, body } = await run();
    costs.push(costOf(call, status, meter.take(), of));
    return body;
  };
  const post = (path: string, as: string, body: object, at = IN_MARCH) =>
    office.call(path, { as, at, body: { campaign: code, ...body } });
  const get = (path: string, as: string, query: Readonly<Record<string, string>>) =>
    office.call(path, { as, at: IN_MARCH, query: { campaign: code, ...query } });
  const move = (action: string, at?: string) => post('/move-period', OFFICER, { period: MARCH, action }, at);
  let keys = 0;
  const requestKey = () => `cost-key-${String(++keys).padStart(4, '0')}`;
  const submit = (unitId: 'A' | 'B', as: string, points: number | string, parts: object = {}) =>
    post('/submit-form', as, {
      period: MARCH,
      unitId,
      cells: filledForm({ C1: points, C2: 'Có' }),
      spreadsheetId: `sheet-of-${unitId}`,
      ...parts,
    });
  const appraisal = (points: number) =>
    filledAppraisal([{ unit: 'A', criterion: 'C1', appraised: points, note: 'Thiếu minh chứng' }]);

  await post('/load-campaign', ADMIN, { files: councilFiles(code, {}) });
  await makeWorkbooks(client, code);
  await measure('move-period open', () => move('open'));
  await submit('B', EDITOR_B, 9, { requestKey: requestKey() });

  await measure('form-rules', () => get('/form-rules', EDITOR_A, { period: MARCH, unitId: 'A' }));
  await measure('submit-form, check only', () => submit('A', EDITOR_A, 8, { checkOnly: true }));
  await measure('submit-form, refused', () => submit('A', EDITOR_A, 'tám', { requestKey: requestKey() }));
  const first = requestKey();
  await measure('submit-form', () => submit('A', EDITOR_A, 8, { requestKey: first }));
  await measure('submit-form, the same request again', () => submit('A', EDITOR_A, 8, { requestKey: first }));
  await measure('submit-form, the same answers again', () =>
    submit('A', EDITOR_A, 8, { requestKey: requestKey() }),
  );
  await measure('submit-form, locked', () => submit('A', EDITOR_A, 7, { requestKey: requestKey() }));
  await measure('unlock-form', () =>
    post('/unlock-form', EDITOR_A, { period: MARCH, unitId: 'A', reason: 'Ghi nhầm' }),
  );
  await measure('submit-form, opened again', () => submit('A', EDITOR_A, 8.5, { requestKey: requestKey() }));
  const context = (as: string, spreadsheetId: string) => get('/workbook-context', as, { spreadsheetId });
  await measure('workbook-context, unit', () => context(EDITOR_A, 'sheet-of-A'));
  await measure('workbook-context, officer', () => context(OFFICER, 'sheet-of-office'));
  const appraise = (points: number) =>
    post('/appraise', OFFICER, {
      period: MARCH,
      cells: appraisal(points),
      spreadsheetId: 'sheet-of-office',
      requestKey: requestKey(),
    });
  await measure('appraise, 1 of 2 forms', () => appraise(7));
  await measure('appraise, the same unit again', () => appraise(6));
  const saveRow = (more: Readonly<Record<string, string>>) =>
    post('/save-register', EDITOR_A, {
      register: 'registration',
      unitId: 'A',
      cells: formOf(REGISTERS.registration, [registrationRow('DK-AAAAAA', more)]),
      spreadsheetId: 'sheet-of-A',
      requestKey: requestKey(),
    });
  await measure('save-register, 1 row', () => saveRow({}));
  await measure('save-register, 1 row amended', () => saveRow({ target: 'Mười hộ thoát nghèo' }));
  await measure('period-status', () => get('/period-status', OFFICER, { period: MARCH }));
  for (const action of ['close', 'evaluate']) await measure(`move-period ${action}`, () => move(action));
  await measure('unit-result', () => get('/unit-result', OFFICER, { period: MARCH, unitId: 'A' }));

  for (const secrecy of ['open', 'secret'] as const) await measureBallot(office, client, secrecy, measure);
  return costs;
}

type Measure = (call: string, run: () => Promise<Reply>, campaign?: string) => Promise<Reply['body']>;

/** The first vote of a ballot, in a campaign of its own. */
async function measureBallot(
  office: TestOffice,
  client: FirestoreClient,
  secrecy: 'open' | 'secret',
  measure: Measure,
): Promise<void> {
  const code = `COST-${secrecy}`;
  const t = await councilCampaign(office, client, code, { secrecy });
  await makeWorkbooks(client, code);
  await t.evaluate(MARCH, { A: 9, B: 8 });
  const { ballot } = await measure(`open-ballot, ${secrecy}`, () => t.open(), code);
  const votes = Object.fromEntries(ballot.candidates.map(({ id }: { id: string }) => [id, 'yes']));
  const vote = (as: string) =>
    t.do('/cast-vote', as, { ballot: ballot.id, votes, spreadsheetId: 'sheet-of-summary' });
  await vote(MEMBERS_OF_COUNCIL[0]!);
  await measure(`cast-vote, ${secrecy}`, () => vote(MEMBERS_OF_COUNCIL[1]!), code);
}

/** As a delivery leaves them; where they are matters to no call that is counted. */
async function makeWorkbooks(client: FirestoreClient, code: string): Promise<void> {
  const ids: readonly WorkbookId[] = ['summary', 'office', 'unit:A', 'unit:B', 'unit:C'];
  await openStore(client, code).transact(async (transaction) => {
    for (const id of ids)
      transaction.putWorkbook({
        id,
        spreadsheetId: `sheet-of-${id.replace('unit:', '')}`,
        createdAt: new Date(IN_MARCH),
      });
  });
}

function costOf(call: string, status: number, calls: readonly FirestoreCall[], code: string): Cost {
  const below = (path: string) => (path === '(query)' ? path : withoutKeys(path, code));
  return {
    call,
    status,
    reads: calls.flatMap(({ reads }) => reads.map(below)).sort(),
    writes: calls.flatMap(({ writes }) => writes.map(below)).sort(),
    calls: calls.map(({ method }) => method),
  };
}

/** Ids that are made up on the way are not the same in two runs. */
function withoutKeys(path: string, code: string): string {
  const below = path === `campaigns/${code}` ? '.' : path.replace(`campaigns/${code}/`, '');
  return below.replace(/^(log|requests|pages)\/.*/, '$1/*').replace(/^(ballots|boxes)\/.*/, '$1/*');
}

/** The table of docs and of `npm run load -- --scenario costs`. */
export function tableOf(costs: readonly Cost[]): string {
  const rows = costs.map(({ call, status, reads, writes, calls }) => [
    call,
    String(status),
    String(reads.length),
    String(writes.length),
    String(calls.length),
    [`${reads.join(' ')}`, writes.length > 0 ? `→ ${writes.join(' ')}` : ''].join(' ').trim(),
  ]);
  const head = ['call', 'status', 'reads', 'writes', 'RPCs', 'documents (read → written)'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
