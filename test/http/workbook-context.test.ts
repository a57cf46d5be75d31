import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { rulesFor } from '../../functions/src/domain/campaign/rules-for.ts';
import { parseSubmission } from '../../functions/src/domain/form/submission-form.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import type { FormRules } from '../../functions/src/usecases/forms/read-form-rules.ts';
import { periodOf } from '../../functions/src/usecases/rules-of.ts';
import {
  COUNCIL,
  campaignFiles,
  EDITOR_A,
  EDITOR_B,
  filledAppraisal,
  filledForm,
  LEADER,
  NOBODY,
  OFFICER,
} from './small-campaign.ts';
import { ADMIN, type Reply, startTestOffice, type TestOffice } from './test-office.ts';

const MARCH = '2024-03';
const IN_MARCH = '2024-03-20T03:00:00.000Z';
const WORKBOOKS: readonly WorkbookId[] = ['summary', 'office', 'unit:A', 'unit:B', 'unit:C'];
const sheetOf = (code: string, id: WorkbookId) => `sheet-of-${code}-${id.replace(':', '-')}`;

let office: TestOffice;
let client: Awaited<ReturnType<typeof openFirestore>>;
beforeAll(async () => {
  office = await startTestOffice();
  client = await openFirestore(office.projectId);
});
afterAll(async () => {
  await office.stop();
  await client.firestore.terminate();
});

interface Desk {
  readonly code: string;
  readonly store: Store;
  post(path: string, as: string, body?: object, at?: string): Promise<Reply>;
  move(action: string, parts?: object): Promise<Reply>;
  submit(as: string, unitId: string, points: number, parts?: object): Promise<Reply>;
  context(as: string, spreadsheetId: string, at?: string): Promise<Reply>;
  rules(as: string, unitId: string, period?: string): Promise<Reply>;
}

/** A campaign of its own whose workbooks have been made. */
async function open(code: string): Promise<Desk> {
  const store = openStore(client, code);
  const desk: Desk = {
    code,
    store,
    post: (path, as, body = {}, at = IN_MARCH) =>
      office.call(path, { as, body: { campaign: code, ...body }, at }),
    move: (action, parts = {}) => desk.post('/move-period', OFFICER, { period: MARCH, action, ...parts }),
    submit: (as, unitId, points, parts = {}) =>
      desk.post('/submit-form', as, {
        period: MARCH,
        unitId,
        cells: filledForm({ C1: points, C2: 'Có' }),
        ...parts,
      }),
    context: (as, spreadsheetId, at = IN_MARCH) =>
      office.call('/workbook-context', { as, query: { campaign: code, spreadsheetId }, at }),
    rules: (as, unitId, period = MARCH) =>
      office.call('/form-rules', { as, query: { campaign: code, unitId, period } }),
  };
  await desk.post('/load-campaign', ADMIN, { files: campaignFiles(code) });
  await store.transact(async (transaction) => {
    for (const id of WORKBOOKS)
      transaction.putWorkbook({ id, spreadsheetId: sheetOf(code, id), createdAt: new Date(IN_MARCH) });
  });
  return desk;
}

const codeOf = ({ status, body }: Reply) => body.error?.code ?? status;

describe('workbook-context', () => {
  it('says who is acting, which workbook it is, and where every period stands', async () => {
    const desk = await open('CONTEXT');
    const first = await desk.context(EDITOR_A, sheetOf('CONTEXT', 'unit:A'));
    expect([first.status, first.body]).toEqual([
      200,
      {
        account: EDITOR_A,
        roles: ['unit_editor'],
        campaign: { code: 'CONTEXT', name: 'Thi đua', timeZone: 'Asia/Ho_Chi_Minh' },
        workbook: 'unit:A',
        unit: { id: 'A', name: 'Xã An Bình', track: 'XA', cluster: 'Cụm 1' },
        periods: [],
        next: { period: '2024-01', name: 'Tháng 01/2024' },
        pendingWorkbooks: 0,
        jobs: [],
      },
    ]);
    for (const action of ['open', 'close', 'evaluate', 'publish']) await desk.move(action);
    await desk.move('reopen', { reason: 'Thiếu số liệu' });
    await desk.move('open', { period: '2024-02' });
    const { body } = await desk.context(OFFICER, sheetOf('CONTEXT', 'office'));
    expect(body).toMatchObject({ account: OFFICER, roles: ['officer'], workbook: 'office' });
    expect(body.unit).toBeUndefined();
    expect(body.pendingWorkbooks).toBeGreaterThan(0);
    expect(body.periods).toEqual([
      {
        period: '2024-02',
        name: 'Tháng 02/2024',
        state: 'open',
        deadlineAt: '2024-03-05T16:59:59.999Z',
        resultVersion: 0,
        publishedVersion: 0,
      },
      {
        period: MARCH,
        name: 'Tháng 03/2024',
        state: 'open',
        deadlineAt: '2024-04-05T16:59:59.999Z',
        resultVersion: 1,
        publishedVersion: 1,
        reopenReason: 'Thiếu số liệu',
      },
    ]);
  });

  it('names the next period on its first day, and none before or after the last', async () => {
    const desk = await open('NEXT');
    await desk.move('open');
    const next = async (at: string) =>
      (await desk.context(OFFICER, sheetOf('NEXT', 'office'), at)).body.next?.period;
    expect(await next('2024-03-31T16:59:59.000Z')).toBeUndefined();
    expect(await next('2024-03-31T17:00:00.000Z')).toBe('2024-04');
    await desk.post('/move-period', OFFICER, { period: '2024-12', action: 'open' }, '2024-12-31T00:00:00Z');
    expect(await next('2025-02-01T00:00:00.000Z')).toBeUndefined();
  });

  it('knows no copy and no other campaign’s workbook, whatever they say of themselves', async () => {
    const desk = await open('COPY');
    await open('COPY2');
    for (const sheet of ['a-copy-of-unit-A', sheetOf('COPY2', 'unit:A')]) {
      const reply = await desk.context(EDITOR_A, sheet);
      expect([sheet, reply.status, reply.body.error.code]).toEqual([sheet, 409, 'workbook_unknown']);
      expect(reply.body.error.message).toMatch(/bản sao/);
    }
    expect(codeOf(await desk.context(EDITOR_A, '../x'))).toBe('malformed');
  });

  it('is for members: a unit editor’s own units, the others everywhere', async () => {
    const desk = await open('WHO');
    const all = async (id: WorkbookId) =>
      Promise.all(
        [ADMIN, OFFICER, COUNCIL, LEADER, EDITOR_A, EDITOR_B, NOBODY].map(async (as) =>
          codeOf(await desk.context(as, sheetOf('WHO', id))),
        ),
      );
    expect(await all('unit:A')).toEqual([200, 200, 200, 200, 200, 'forbidden', 'forbidden']);
    expect(await all('summary')).toEqual([200, 200, 200, 200, 200, 200, 'forbidden']);
    expect(await all('office')).toEqual([200, 200, 200, 200, 'forbidden', 'forbidden', 'forbidden']);
  });

  it('names a merged unit as it was last, and says so of one that is gone', async () => {
    const desk = await open('GONE');
    const files = campaignFiles('GONE');
    const shrunk = { ...files, 'units.csv': files['units.csv']!.replace(/^C,.*\n/m, '') };
    expect((await desk.post('/load-campaign', ADMIN, { files: shrunk })).status).toBe(200);
    const gone = await desk.context(OFFICER, sheetOf('GONE', 'unit:C'));
    expect([gone.status, gone.body.error.code]).toEqual([404, 'not_found']);
    expect(gone.body.error.message).toContain('đơn vị');
  });
});

describe('form-rules', () => {
  it('is all that the form’s parser needs: it reads the same as on the server', async () => {
    const desk = await open('RULES');
    await desk.move('open');
    const { body } = await desk.rules(EDITOR_A, 'A');
    const rules = body as FormRules;
    const { campaign } = (await desk.store.setup())!;
    const { tracks, units } = rulesFor(campaign, periodOf(campaign, MARCH));
    expect(rules).toEqual({
      period: MARCH,
      name: 'Tháng 03/2024',
      state: 'open',
      deadlineAt: '2024-04-05T16:59:59.999Z',
      unit: units[0],
      track: JSON.parse(JSON.stringify(tracks[0])),
      targets: [],
    });
    for (const answers of [{ C1: 8, C2: 'Có' }, { C1: 'mười', C2: null }, { C1: 8.25 }]) {
      const cells = filledForm(answers as Record<string, string | number | null>);
      const here = parseSubmission(cells, rules);
      const there = await desk.post('/submit-form', EDITOR_A, {
        period: MARCH,
        unitId: 'A',
        cells,
        checkOnly: true,
      });
      const codes = here.ok ? undefined : here.issues.map(({ code, at }) => `${code} ${at.cell}`);
      const told = there.body.error?.issues.map(
        (issue: { code: string; cell: string }) => `${issue.code} ${issue.cell}`,
      );
      expect(codes).toEqual(told);
    }
  });

  it('tells what was accepted and what was refused last', async () => {
    const desk = await open('STATE');
    expect((await desk.rules(EDITOR_A, 'A')).body).toMatchObject({ state: 'none' });
    await desk.move('open');
    await desk.post('/submit-form', EDITOR_A, {
      period: MARCH,
      unitId: 'A',
      cells: filledForm({ C1: 99, C2: 'Có' }),
    });
    const refused = (await desk.rules(EDITOR_A, 'A')).body;
    expect(refused.refusal).toEqual({ at: IN_MARCH, issues: [{ code: 'value_above_max', cell: 'G2' }] });
    await desk.submit(EDITOR_A, 'A', 8);
    const { submission, refusal } = (await desk.rules(OFFICER, 'A')).body;
    expect(refusal).toBeUndefined();
    expect(submission).toEqual({
      revision: 1,
      submittedAt: IN_MARCH,
      late: false,
      source: 'submitted',
      locked: true,
    });
  });

  it('is for the unit’s own editor and the officer', async () => {
    const desk = await open('OWNRULES');
    const people = [OFFICER, EDITOR_A, EDITOR_B, COUNCIL, LEADER, ADMIN, NOBODY];
    const told = await Promise.all(people.map(async (as) => codeOf(await desk.rules(as, 'A'))));
    expect(told).toEqual([200, 200, ...Array(5).fill('forbidden')]);
    expect(codeOf(await desk.rules(OFFICER, 'Z'))).toBe('not_found');
    expect(codeOf(await desk.rules(OFFICER, 'A', '2025-03'))).toBe('not_found');
  });
});

describe('an action that names its spreadsheet', () => {
  it('is done in its own workbook alone, and nothing is kept of it elsewhere', async () => {
    const desk = await open('PLACE');
    const at = (id: WorkbookId) => ({ spreadsheetId: sheetOf('PLACE', id) });
    const copy = { spreadsheetId: 'a-copy-of-it' };
    const cells = filledAppraisal([{ unit: 'A', criterion: 'C1', appraised: 7, note: 'Thiếu' }]);
    const appraise = (place: object) => desk.post('/appraise', OFFICER, { period: MARCH, cells, ...place });
    for (const place of [copy, at('unit:A'), at('summary')]) {
      expect(codeOf(await desk.move('open', place))).toBe('workbook_unknown');
      expect(codeOf(await appraise(place))).toBe('workbook_unknown');
    }
    expect((await desk.move('open', at('office'))).status).toBe(200);
    for (const place of [copy, at('unit:B'), at('office')]) {
      const reply = await desk.submit(EDITOR_A, 'A', 8, place);
      expect([reply.status, reply.body.error.code]).toEqual([409, 'workbook_unknown']);
      expect(codeOf(await desk.submit(EDITOR_A, 'A', 8, { ...place, checkOnly: true }))).toBe(
        'workbook_unknown',
      );
      const unlock = { period: MARCH, unitId: 'A', reason: 'x', ...place };
      expect(codeOf(await desk.post('/unlock-form', EDITOR_A, unlock))).toBe('workbook_unknown');
    }
    expect(await desk.store.submissions(MARCH as never)).toEqual([]);
    expect((await desk.submit(EDITOR_A, 'A', 8, at('unit:A'))).status).toBe(200);
    expect((await appraise(at('office'))).body.changed).toEqual(['A']);
  });

  it('never lets a copied workbook work for another unit', async () => {
    const desk = await open('OTHER');
    await desk.move('open');
    const copyOfA = { spreadsheetId: sheetOf('OTHER', 'unit:A') };
    expect(codeOf(await desk.submit(EDITOR_B, 'B', 8, copyOfA))).toBe('workbook_unknown');
    expect(codeOf(await desk.submit(EDITOR_B, 'A', 8, copyOfA))).toBe('forbidden');
  });
});
