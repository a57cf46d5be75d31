import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegister } from '../../functions/src/domain/register/read-register.ts';
import type { RegisterRules } from '../../functions/src/domain/register/register-rules.ts';
import { contextOf } from '../../functions/src/domain/register/register-rules.ts';
import { REGISTERS } from '../../functions/src/domain/register/registers.ts';
import { campaignWithFields, formOf, registrationRow } from '../usecases/registers/register-office.ts';
import { COUNCIL, EDITOR_A, EDITOR_B, LEADER, NOBODY, OFFICER } from './small-campaign.ts';
import { ADMIN, startTestOffice, type TestOffice } from './test-office.ts';

const AT = '2024-05-04T01:00:00.000Z';
const { registration, event } = REGISTERS;
let office: TestOffice;

beforeAll(async () => {
  office = await startTestOffice();
  const files = campaignWithFields('REG');
  await office.call('/load-campaign', { as: ADMIN, body: { campaign: 'REG', files }, at: AT });
  await office.call('/move-period', {
    as: OFFICER,
    body: { campaign: 'REG', period: '2024-04', action: 'open' },
    at: AT,
  });
});
afterAll(() => office.stop());

const save = (as: string | undefined, body: object) =>
  office.call('/save-register', { as, body: { campaign: 'REG', ...body }, at: AT });
const rules = (as: string, query: Record<string, string>) =>
  office.call('/register-rules', { as, query: { campaign: 'REG', ...query }, at: AT });
const mine = { register: 'registration', unitId: 'A' };
const codes = (replies: readonly { status: number; body: { error?: { code: string } } }[]) =>
  replies.map(({ status, body }) => body.error?.code ?? status);

describe('save-register', () => {
  it('keeps a unit’s rows, answers what changed, and refuses with every cell and its sentence', async () => {
    const cells = formOf(registration, [registrationRow('DK-AAAAAA')]);
    expect((await save(EDITOR_A, { ...mine, cells })).body).toEqual({
      register: 'registration',
      outcome: 'saved',
      changed: 1,
      unchanged: 0,
    });
    const wrong = formOf(registration, [registrationRow('DK-BBBBBB', { field: 'Nông' })]);
    expect(await save(EDITOR_A, { ...mine, cells: wrong })).toMatchObject({
      status: 422,
      body: {
        error: {
          code: 'has_issues',
          issues: [
            {
              code: 'reference_unknown',
              cell: 'E2',
              column: 'Lĩnh vực',
              message:
                'Ô E2 (cột “Lĩnh vực”): không có lĩnh vực nào mang mã “Nông”. Hãy chọn trong danh sách của ô.',
            },
          ],
        },
      },
    });
  });

  it('lets a unit write in its own registers, an officer in all, and nobody else', async () => {
    const cells = formOf(registration, []);
    const people = [EDITOR_A, OFFICER, EDITOR_B, LEADER, COUNCIL, ADMIN, NOBODY, undefined];
    expect(codes(await Promise.all(people.map((as) => save(as, { ...mine, cells }))))).toEqual([
      200,
      200,
      'forbidden',
      'forbidden',
      'forbidden',
      'forbidden',
      'forbidden',
      'unauthenticated',
    ]);
    const events = { register: 'event', cells: formOf(event, []) };
    expect(codes(await Promise.all([OFFICER, EDITOR_A].map((as) => save(as, events))))).toEqual([
      200,
      'forbidden',
    ]);
  });

  it('asks for a unit where each has its own register, and for none where the office keeps it', async () => {
    const cells = formOf(registration, []);
    expect(
      codes([
        await save(OFFICER, { register: 'registration', cells }),
        await save(OFFICER, { register: 'event', unitId: 'A', cells: formOf(event, []) }),
        await save(OFFICER, { register: 'secrets', cells }),
        await save(OFFICER, { register: 'constructor', unitId: 'A', cells }),
        await save(OFFICER, { ...mine, unitId: 'Z', cells }),
      ]),
    ).toEqual(['malformed', 'malformed', 'malformed', 'malformed', 'not_found']);
  });

  it('answers a key with what it answered first', async () => {
    const cells = formOf(registration, [registrationRow('DK-CCCCCC')]);
    const once = () => save(EDITOR_A, { ...mine, cells, requestKey: 'key-12345678' });
    const [first, again] = [await once(), await once()];
    expect([first.body.changed, again.body]).toEqual([1, first.body]);
  });
});

describe('register-rules', () => {
  it('lets the sheet check as the functions do', async () => {
    const { body } = await rules(EDITOR_A, mine);
    const given = body as RegisterRules;
    expect(given).toMatchObject({
      register: 'registration',
      unitId: 'A',
      today: '2024-05-04',
      known: {
        field: [
          { code: 'NN', name: 'Nông nghiệp' },
          { code: 'GD', name: 'Giáo dục' },
        ],
      },
      steps: {},
    });
    expect(given.rows.map(({ code }) => code)).toContain('DK-AAAAAA');
    expect(JSON.stringify(given)).not.toContain('@');
    const wrong = formOf(registration, [
      registrationRow('DK-AAAAAA', { field: 'XX' }),
      registrationRow('DK-DDDDDD', { registeredOn: '05/05/2024', state: 'Thôi đăng ký' }),
    ]);
    const inSheet = readRegister(registration, wrong, contextOf(given));
    const { body: refused } = await save(EDITOR_A, { ...mine, cells: wrong });
    const there = refused.error.issues.map((issue: Record<string, string>) => `${issue.cell} ${issue.code}`);
    expect(inSheet.ok ? [] : inSheet.issues.map(({ code, at }) => `${at.cell} ${code}`)).toEqual(there);
    expect(there).toEqual(['E2 reference_unknown', 'I3 day_in_future']);
  });

  it('shows a unit its own rows and the opened periods, and others nothing', async () => {
    const votes = await rules(EDITOR_B, { register: 'unit_vote', unitId: 'B' });
    expect(votes.body.known.period).toEqual([{ code: '2024-04', name: 'Tháng 04/2024' }]);
    expect((await rules(EDITOR_B, { register: 'registration', unitId: 'B' })).body.rows).toEqual([]);
    expect(
      codes([
        await rules(EDITOR_B, mine),
        await rules(LEADER, mine),
        await rules(EDITOR_A, { register: 'event' }),
        await rules(OFFICER, { register: 'event' }),
      ]),
    ).toEqual(['forbidden', 'forbidden', 'forbidden', 200]);
  });

  it('says in the log which row of which register', async () => {
    const { body } = await office.call('/log', { as: OFFICER, query: { campaign: 'REG', most: '50' } });
    const sentences = body.entries.map(({ sentence }: { sentence: string }) => sentence);
    expect(sentences).toContain('Ghi dòng mới: Xã An Bình, Đăng ký DK-AAAAAA, lần 1.');
  });
});
