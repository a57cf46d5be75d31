import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredDocument } from '../../functions/src/adapters/firestore/documents.ts';
import { forgetPerson } from '../../functions/src/commands/forget/forget-person.ts';
import { finderOf, personOf } from '../../functions/src/commands/forget/person.ts';
import { planDocument } from '../../functions/src/commands/forget/plan-document.ts';
import { textsIn } from '../../functions/src/commands/forget/stored-texts.ts';
import { verifyChain } from '../../functions/src/domain/log-chain/verify-chain.ts';
import { PATIENT } from '../adapters/local-google.ts';
import { EDITOR_A, EDITOR_B } from '../http/small-campaign.ts';
import { documentsOf } from '../migrations/fixtures.ts';
import { CODE, FARMER, type KeepingOffice, startKeepingOffice } from './keeping-office.ts';

const WISHES = { dryRun: false, yes: true, alsoDecisions: false };
let office: KeepingOffice;
beforeAll(async () => {
  office = await startKeepingOffice();
  await office.play();
});
afterAll(() => office.stop());

/** Every place that still has the person: paths of documents, and "workbook!tab" of cells, formulas and notes. */
async function placesOf(text: string, of = office): Promise<readonly string[]> {
  const finder = finderOf(personOf(text));
  const documents = (await of.everything()).flatMap(({ path, fields }) =>
    finder.in(path) || [...textsIn(fields)].some(finder.in) ? [path] : [],
  );
  const cells: string[] = [];
  for (const { id, spreadsheetId } of await of.around.store.workbooks()) {
    const { current, tabs } = await of.around.google.sheets.readWhole(spreadsheetId, PATIENT);
    for (const [i, tab] of current.tabs.entries())
      if (finder.in(JSON.stringify([tab.values, tabs[i]]))) cells.push(`${id}!${tab.title}`);
  }
  return [...documents, ...cells];
}

const logIsWhole = async () => verifyChain(await office.around.store.logChain()).faults;
const removals = async () =>
  (await office.around.store.log(100)).filter(({ action }) => action === 'person_removed');

describe('forgetting', () => {
  it('shows what it would do and does nothing: on trial, when nobody says yes, when nobody is there', async () => {
    const before = await office.everything();
    await forgetPerson(office.around, { ...WISHES, person: EDITOR_A, dryRun: true });
    expect(office.said).toContain(`− members/${EDITOR_A}`);
    expect(office.said).toContain('~ periods/2024-03/submissions/A');
    const unsure = { ...WISHES, yes: false, person: EDITOR_A };
    office.answer = 'không';
    expect(await forgetPerson(office.around, unsure)).toBeUndefined();
    office.answer = undefined;
    await expect(forgetPerson(office.around, unsure)).rejects.toThrow('--yes');
    expect(await office.everything()).toEqual(before);
  });

  it('leaves an account nowhere, whenever it was killed, and the log whole', async () => {
    expect(await placesOf(EDITOR_A)).toEqual(
      expect.arrayContaining([`members/${EDITOR_A}`, 'periods/2024-03/submissions/A']),
    );
    const { documents } = office.around;
    const order = { ...WISHES, person: EDITOR_A };
    for (let allowed = 0; ; allowed += 2) {
      let left = allowed;
      const dying: typeof documents = {
        ...documents,
        async replace(...args) {
          if (left-- === 0) throw new Error('killed');
          return documents.replace(...args);
        },
      };
      const run = forgetPerson({ ...office.around, documents: dying }, order).then(
        () => true,
        ({ message }: Error) => (message === 'killed' ? false : Promise.reject(new Error(message))),
      );
      const ended = await run;
      expect(await logIsWhole()).toEqual([]);
      expect((await removals()).length).toBeGreaterThan(0);
      if (ended) break;
    }
    expect(await placesOf(EDITOR_A)).toEqual([]);
    expect(JSON.stringify(await removals())).not.toContain('a@x');
    const before = await office.everything();
    expect(await forgetPerson(office.around, order)).toEqual({ documents: 0, cells: 0, kept: [] });
    expect(await office.everything()).toEqual(before);
  }, 120_000);

  it('takes an account out of what somebody writes meanwhile, and keeps what they wrote', async () => {
    const { documents } = office.around;
    const form = 'periods/2024-03/submissions/B';
    const touched = { reopenings: { integerValue: '7' } };
    let attempts = 0;
    const meanwhile: typeof documents = {
      ...documents,
      async replace(document, fields) {
        if (document.path === form && attempts++ === 0) {
          const read = (await documents.one(document.path))!;
          await documents.replace(read, { ...read.fields, ...touched });
        }
        return documents.replace(document, fields);
      },
    };
    await forgetPerson({ ...office.around, documents: meanwhile }, { ...WISHES, person: EDITOR_B });
    expect(attempts).toBe(2);
    expect(await placesOf(EDITOR_B)).toEqual([]);
    expect((await documents.one(form))?.fields).toMatchObject(touched);
  });

  it('takes an account out of a log from before there were seals, and the log is whole', async () => {
    const early = await startKeepingOffice();
    try {
      const stored = documentsOf(1, 'month').filter(({ path }) => !/^(workbooks|outbox)\//.test(path));
      await early.around.documents.write({ put: stored });
      expect(await placesOf(EDITOR_A, early)).toEqual(expect.arrayContaining([`members/${EDITOR_A}`]));
      await forgetPerson(early.around, { ...WISHES, person: EDITOR_A });
      expect(await placesOf(EDITOR_A, early)).toEqual([]);
      expect(verifyChain(await early.around.store.logChain()).faults).toEqual([]);
    } finally {
      await early.stop();
    }
  });

  it('takes away whoever a row is about, by the row’s code, also what was typed elsewhere and not sent', async () => {
    const before = await placesOf(FARMER);
    expect(before).toEqual(
      expect.arrayContaining([
        `registers/registration/rows/${CODE}`,
        `registers/registration/rows/${CODE}/revisions/1`,
        'unit:A!Đăng ký',
        'unit:B!Phiếu 04-2024',
      ]),
    );
    await forgetPerson(office.around, { ...WISHES, person: CODE });
    expect(await placesOf(FARMER)).toEqual([]);
    const row = await office.around.store.registerRow('registration', CODE);
    expect(row!.values).toMatchObject({
      name: '(đã xóa)',
      content: '(đã xóa)',
      field: 'NN',
      registeredOn: '2024-02-15',
    });
    const [sheet] = await office.rows('unit:A', 'register:registration');
    expect(sheet).toMatchObject({ code: CODE, name: '(đã xóa)', solution: '(đã xóa)' });
    expect(await logIsWhole()).toEqual([]);
  });
});

describe('what is found of a person', () => {
  it('is the name in any case and spacing, and no part of a longer word or another address', () => {
    const name = finderOf(personOf('  Lê   An '));
    for (const text of ['Lê An', 'ông LÊ  AN, xã', 'Lê An'.normalize('NFD'), '(lê an)'])
      expect([text, name.in(text)]).toEqual([text, true]);
    for (const text of ['Lê Anh', 'Tlê An', 'Lê', 'An Lê'])
      expect([text, name.in(text)]).toEqual([text, false]);
    const account = finderOf(personOf('A.b@X.example'));
    for (const text of ['a.b@x.example', 'mailto:a.b@x.example?subject=', '<A.B@x.example>.'])
      expect([text, account.in(text)]).toEqual([text, true]);
    for (const text of ['xa.b@x.example', 'aXb@x.example', 'a.b@x.example.vn', 'z.a.b@x.example'])
      expect([text, account.in(text)]).toEqual([text, false]);
  });

  it('is gone from any document after one planning, and planning again finds no more', () => {
    const finder = finderOf(personOf('Lê An'));
    const rules = { finder, alsoDecisions: true, decided: new Set<string>() };
    const texts = fc.oneof(
      fc.constantFrom('Lê An', 'của Lê An và LÊ AN', 'Lê Anh', 'Lê An'.normalize('NFD')),
      fc.string({ maxLength: 5 }),
    );
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        texts.map((stringValue) => ({ stringValue })),
        fc.integer().map((n) => ({ integerValue: String(n) })),
        fc.array(tie('value'), { maxLength: 3 }).map((values) => ({ arrayValue: { values } })),
        fc.dictionary(fc.constantFrom('a', 'b'), tie('value')).map((fields) => ({ mapValue: { fields } })),
      ),
    })).value;
    const paths = fc.constantFrom(
      '',
      'periods/2024-03',
      'ballots/BC-1',
      'decisions/2024-1',
      'registers/club/rows/X',
    );
    const fields = fc.dictionary(fc.constantFrom('note', 'values', 'candidates', 'voted'), value);
    fc.assert(
      fc.property(paths, fields, (path, stored) => {
        const document = { path, fields: stored } as StoredDocument;
        const plan = planDocument(document, rules);
        const after = plan?.fields ?? document.fields;
        expect([...textsIn(after)].filter(finder.in)).toEqual([]);
        expect(planDocument({ path, fields: after }, rules)).toBeUndefined();
        if (plan === undefined) expect([...textsIn(document.fields)].filter(finder.in)).toEqual([]);
      }),
    );
  });

  it('stays where a decision was signed, and the reason is told', () => {
    const finder = finderOf(personOf('Lê An'));
    const rules = { finder, alsoDecisions: false, decided: new Set(['BC-1/praise-A']) };
    const text = (stringValue: string) => ({ stringValue });
    const map = (fields: object) => ({ mapValue: { fields } });
    const decision = {
      decidedBy: text('x@x.example'),
      subjects: { arrayValue: { values: [map({ name: text('Lê An') })] } },
    };
    expect(planDocument({ path: 'decisions/2024-1', fields: decision } as StoredDocument, rules)).toEqual({
      path: 'decisions/2024-1',
      does: 'nothing',
      kept: 'decision',
    });
    const candidate = (id: string) => map({ id: text(id), name: text('Lê An') });
    const ballot = {
      id: text('BC-1'),
      candidates: { arrayValue: { values: [candidate('praise-A'), candidate('praise-B')] } },
    };
    const plan = planDocument({ path: 'ballots/BC-1', fields: ballot } as StoredDocument, rules);
    expect(plan).toMatchObject({ does: 'rewrites', kept: 'decision' });
    expect([...textsIn(plan!.fields!)].filter(finder.in)).toHaveLength(1);
    expect(planDocument({ path: 'pages/abc-0', fields: { text: text('Lê An') } }, rules)).toMatchObject({
      does: 'nothing',
      kept: 'result',
    });
    expect(planDocument({ path: 'requests/abc', fields: { body: text('{"by":"Lê An"}') } }, rules)).toEqual({
      path: 'requests/abc',
      does: 'removes',
    });
  });
});
