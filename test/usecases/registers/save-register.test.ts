import { describe, expect, it } from 'vitest';
import { readRegister } from '../../../functions/src/domain/register/read-register.ts';
import type { RegisterDeclaration } from '../../../functions/src/domain/register/register.ts';
import { contextOf } from '../../../functions/src/domain/register/register-rules.ts';
import { REGISTERS } from '../../../functions/src/domain/register/registers.ts';
import { movePeriod } from '../../../functions/src/usecases/periods/move-period.ts';
import { openSnapshot } from '../../../functions/src/usecases/publishing/snapshot.ts';
import { readRegisterRules } from '../../../functions/src/usecases/registers/read-register-rules.ts';
import { registerTab } from '../../../functions/src/workbooks/registers/register-tab.ts';
import { EDITOR_A, EDITOR_B, OFFICER } from '../../http/small-campaign.ts';
import {
  campaignWithFields,
  formOf,
  NOW,
  type RegisterCampaign,
  type Row,
  registrationRow,
} from './register-office.ts';
import { codeOf, lines, office, pending, registerOffice } from './saved-rows.ts';

registerOffice();
const { registration, learning, propagation, event, factor, rapporteur, session } = REGISTERS;

describe('saving a register', () => {
  it('keeps new and amended rows with every revision, their lines in the log, and asks for three workbooks', async () => {
    const t = await office.campaign();
    const [first, second] = [registrationRow('DK-AAAAAA'), registrationRow('DK-BBBBBB', { name: 'Tổ 9' })];
    expect(await t.save(registration, [first, second])).toEqual({
      register: 'registration',
      outcome: 'saved',
      changed: 2,
      unchanged: 0,
    });
    const later = new Date(NOW.getTime() + 1000);
    const amended = { ...second, target: '3 ha' };
    await t.save(registration, [first, amended], { acting: { now: () => later, by: OFFICER } });
    expect(await t.store.registerRows('registration', 'A')).toEqual([
      {
        register: 'registration',
        code: 'DK-AAAAAA',
        unitId: 'A',
        revision: 1,
        values: {
          kind: 'Cá nhân',
          name: 'Lê Văn Tám',
          field: 'NN',
          content: 'Trồng dừa hữu cơ',
          target: '2 ha',
          registeredOn: '2024-02-20',
          state: 'Đang phấn đấu',
        },
        addedAt: NOW,
        savedAt: NOW,
        savedBy: EDITOR_A,
      },
      expect.objectContaining({
        code: 'DK-BBBBBB',
        revision: 2,
        addedAt: NOW,
        savedAt: later,
        savedBy: OFFICER,
      }),
    ]);
    expect(await lines(t)).toEqual([
      'row_added a A registration DK-AAAAAA 1',
      'row_added a A registration DK-BBBBBB 1',
      'row_amended officer A registration DK-BBBBBB 2',
    ]);
    expect(await pending(t)).toEqual(['office', 'summary', 'unit:A']);
  });

  it('changes nothing when the same comes again, and leaves alone what the tab does not show', async () => {
    const t = await office.campaign();
    const rows = [registrationRow('DK-AAAAAA'), registrationRow('DK-BBBBBB')];
    await t.save(registration, rows);
    const before = [await lines(t), await t.store.registerRows('registration')];
    expect(await t.save(registration, rows)).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await t.save(registration, rows.slice(1))).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await t.save(registration, [])).toMatchObject({ changed: 0, unchanged: 0 });
    expect([await lines(t), await t.store.registerRows('registration')]).toEqual(before);
  });

  it('keeps nothing of a tab with something wrong, and names every cell', async () => {
    const t = await office.campaign();
    const wrong = registrationRow('DK-BBBBBB', { field: 'XX', registeredOn: '31/02/2024', target: null });
    const told = await codeOf(t.save(registration, [registrationRow('DK-AAAAAA'), wrong]));
    expect(told).toBe('has_issues I3 not_a_day E3 reference_unknown G3 cell_missing');
    expect(await t.store.registerRows('registration')).toEqual([]);
    expect(await codeOf(t.save(registration, [wrong], { checkOnly: true }))).toContain('has_issues');
  });

  it('only checks when it is asked to', async () => {
    const t = await office.campaign();
    const checked = await t.save(registration, [registrationRow('DK-AAAAAA')], { checkOnly: true });
    expect(checked).toEqual({ register: 'registration', outcome: 'checked', changed: 1, unchanged: 0 });
    expect([await t.store.registerRows('registration'), await lines(t)]).toEqual([[], []]);
  });

  it('lets no unit write over another’s rows, nor name them', async () => {
    const t = await office.campaign();
    await t.save(registration, [registrationRow('DK-AAAAAA')]);
    const asB = { unitId: 'B', acting: { by: EDITOR_B } };
    expect(await codeOf(t.save(registration, [registrationRow('DK-AAAAAA')], asB))).toBe(
      'has_issues A2 row_code_taken',
    );
    const promoted: Row = {
      code: 'NT-AAAAAA',
      name: 'Tổ 9',
      kind: 'Tập thể',
      field: 'GD',
      deed: 'Dạy học',
      spottedOn: '1/3/2024',
      spottedBy: 'Bí thư',
      nurturedBy: 'Chủ tịch',
      promotedOn: '2/4/2024',
      registration: 'DK-AAAAAA – Lê Văn Tám',
    };
    expect(await codeOf(t.save(factor, [promoted], asB))).toBe('has_issues K2 reference_unknown');
    expect(await codeOf(t.save(factor, [promoted]))).toBe('kept');
  });

  it('gives the first answer to a request that is sent again, and refuses its key for anything else', async () => {
    const t = await office.campaign();
    const keyed = { acting: { request: { key: 'key-12345678', fingerprint: 'one' } } };
    const first = await t.save(registration, [registrationRow('DK-AAAAAA')], keyed);
    expect(await t.save(registration, [registrationRow('DK-AAAAAA')], keyed)).toEqual(first);
    const other = { acting: { request: { key: 'key-12345678', fingerprint: 'two' } } };
    expect(await codeOf(t.save(registration, [registrationRow('DK-BBBBBB')], other))).toBe('request_reused');
  });

  it('works in the unit’s own workbook or the office’s, and in no copy', async () => {
    const t = await office.campaign();
    await t.store.transact(async (transaction) => {
      transaction.putWorkbook({ id: 'unit:A', spreadsheetId: 'sheet-of-a', createdAt: NOW });
      transaction.putWorkbook({ id: 'office', spreadsheetId: 'sheet-office', createdAt: NOW });
    });
    const from = (declaration: RegisterDeclaration, spreadsheetId: string) =>
      codeOf(t.save(declaration, [], { spreadsheetId }));
    expect(
      await Promise.all([
        from(registration, 'sheet-of-a'),
        from(registration, 'sheet-office'),
        from(event, 'sheet-office'),
        from(event, 'sheet-of-a'),
      ]),
    ).toEqual(['kept', 'workbook_unknown', 'kept', 'workbook_unknown']);
  });

  it('takes rows of a unit that is there today or in the newest period, and of no other', async () => {
    const t = await office.campaign((code) => ({
      ...campaignWithFields(code),
      'units.csv': `unit_id,name,track,cluster,valid_to,successor
A,Xã An Bình,XA,Cụm 1,2024-04-30,C
B,Xã Bảo Thạnh,XA,Cụm 1,2024-03-31,C
C,Xã Châu Bình,XA,Cụm 1,,
`,
    }));
    await movePeriod(t.acting({ by: OFFICER }), { period: '2024-04', action: 'open' });
    const save = (unitId: string) => codeOf(t.save(registration, [registrationRow('DK-AAAAAA')], { unitId }));
    expect([await save('B'), await save('Z'), await save('A')]).toEqual(['not_found', 'not_found', 'kept']);
    const june = { now: () => new Date('2024-06-04T01:00:00Z') };
    await movePeriod(t.acting({ by: OFFICER, ...june }), { period: '2024-05', action: 'open' });
    expect(await codeOf(t.save(registration, [], { acting: june }))).toBe('not_found');
  });

  it('opens propagation to who was praised and learning to who was made known, and tells every unit once', async () => {
    const t = await office.campaign();
    const item: Row = {
      code: 'TT-AAAAAA',
      exemplar: 'DH-2024-001',
      title: 'Bài báo',
      channel: 'Báo',
      publishedOn: '25/04/2024',
    };
    const lesson: Row = {
      code: 'HT-AAAAAA',
      exemplar: 'DH-2024-001 – Xã An Bình',
      commitment: 'Làm theo',
      startedOn: '1/5/2024',
      state: 'Đang học',
      criteria: 'C1; C2',
    };
    const learn = () => codeOf(t.save(learning, [lesson], { unitId: 'B' }));
    expect([await codeOf(t.save(propagation, [item])), await learn()]).toEqual([
      'has_issues B2 reference_unknown',
      'has_issues C2 reference_unknown',
    ]);
    await t.praise('DH-2024-001', 'Xã An Bình');
    expect(await learn()).toBe('has_issues C2 step_missing');
    expect([await codeOf(t.save(propagation, [item])), await pending(t)]).toEqual([
      'kept',
      ['office', 'summary', 'units'],
    ]);
    await clear(t);
    await t.save(propagation, [{ ...item, reach: 1200 }]);
    expect(await pending(t)).toEqual(['office', 'summary']);
    expect([await learn(), await pending(t)]).toEqual(['kept', ['office', 'summary', 'unit:B']]);
  });

  it('takes sessions of a rapporteur up to the day its exemplar was revoked, and says why not after it', async () => {
    const t = await office.campaign();
    await t.praise('DH-2024-001', 'Xã An Bình');
    const speaker: Row = {
      code: 'BCV-AAAAAA',
      name: 'Bà Sáu',
      exemplar: 'DH-2024-001',
      field: 'NN',
      topics: 'Dừa hữu cơ',
      fromOn: '20/4/2024',
    };
    expect(await codeOf(t.save(rapporteur, [speaker]))).toBe('kept');
    const held = (code: string, heldOn: string, more: Row = {}): Row => ({
      code,
      rapporteur: 'BCV-AAAAAA – Bà Sáu',
      heldOn,
      content: 'Cách trồng dừa',
      attendees: 40,
      ...more,
    });
    const kept = held('BB-AAAAAA', '3/5/2024');
    expect(await codeOf(t.save(session, [kept]))).toBe('kept');
    await t.revoke('DH-2024-001', '2024-05-02');

    const late = held('BB-BBBBBB', '2/5/2024');
    expect(await codeOf(t.save(session, [kept, late, held('BB-CCCCCC', '3/5/2024')]))).toBe(
      'has_issues C4 exemplar_revoked',
    );
    // What was kept is amended, and may not be moved to another day after it.
    expect(await codeOf(t.save(session, [{ ...kept, attendees: 45 }, late]))).toBe('kept');
    expect(await codeOf(t.save(session, [{ ...kept, heldOn: '4/5/2024' }]))).toBe(
      'has_issues C2 exemplar_revoked',
    );
    const rules = await readRegisterRules(openSnapshot(t.store), session, { today: '2024-05-04' as never });
    expect(rules.known.rapporteur).toEqual([
      {
        code: 'BCV-AAAAAA',
        name: 'Bà Sáu',
        past: true,
        revoked: { on: '2024-05-02', reference: '99/QĐ-BCĐ' },
      },
    ]);
  });
});

describe('a register that nobody has seen before', () => {
  /** All that it takes. */
  const garden = {
    id: 'garden',
    tab: 'Vườn mẫu',
    home: 'unit',
    prefix: 'VM',
    noun: 'vườn mẫu',
    purpose: 'Các vườn mẫu của đơn vị.',
    mostRows: 100,
    columns: [
      {
        key: 'code',
        header: 'Mã',
        kind: 'code',
        entry: 'filled',
        help: 'Hệ thống tự ghi.',
        widthPixels: 110,
      },
      {
        key: 'owner',
        header: 'Chủ vườn',
        kind: 'reference',
        refersTo: 'registration',
        entry: 'filled',
        required: true,
        isName: true,
        help: 'Chọn.',
        widthPixels: 200,
      },
      {
        key: 'field',
        header: 'Lĩnh vực',
        kind: 'reference',
        refersTo: 'field',
        entry: 'filled',
        help: 'Chọn.',
        widthPixels: 200,
      },
      { key: 'trees', header: 'Số cây', kind: 'whole', entry: 'filled', help: 'Đếm.', widthPixels: 90 },
    ],
  } as const satisfies RegisterDeclaration;

  it('has its tab, its drop-downs, its check in the sheet and its store', async () => {
    const t = await office.campaign();
    await t.save(registration, [registrationRow('DK-AAAAAA')]);
    const row: Row = { code: 'VM-AAAAAA', owner: 'DK-AAAAAA – Lê Văn Tám', field: 'NN', trees: 12 };
    expect(await t.save(garden, [row])).toMatchObject({ register: 'garden', changed: 1 });
    expect(await codeOf(t.save(garden, [{ ...row, owner: 'DK-ZZZZZZ', trees: -1 }]))).toBe(
      'has_issues D2 not_whole B2 reference_unknown',
    );
    const rules = await readRegisterRules(openSnapshot(t.store), garden, {
      unitId: 'A',
      today: '2024-05-04' as never,
    });
    const tab = registerTab(garden, { rules, unitName: 'Xã An Bình' });
    expect(tab.rows).toEqual([['VM-AAAAAA', 'DK-AAAAAA – Lê Văn Tám', 'NN – Nông nghiệp', 12]]);
    expect(tab.columns.map(({ list }) => list)).toEqual([
      undefined,
      ['DK-AAAAAA – Lê Văn Tám'],
      ['NN – Nông nghiệp', 'GD – Giáo dục'],
      undefined,
    ]);
    const inSheet = contextOf(JSON.parse(JSON.stringify(rules)));
    const wrong = readRegister(garden, formOf(garden, [{ ...row, owner: 'DK-ZZZZZZ' }]), inSheet);
    expect(wrong).toMatchObject({ ok: false, issues: [{ code: 'reference_unknown', at: { cell: 'B2' } }] });
  });
});

/** Everything that was asked for has been delivered. */
async function clear({ store }: RegisterCampaign): Promise<void> {
  await store.transact(async (transaction) => {
    const ids = ['office', 'summary', 'units'] as const;
    const entries = await Promise.all(ids.map((id) => transaction.outboxEntry(id)));
    for (const entry of entries) if (entry) transaction.putOutboxEntry({ ...entry, state: 'delivered' });
  });
}
