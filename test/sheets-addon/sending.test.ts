import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCellAddress } from '../../functions/src/domain/form/cell-address.ts';
import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import type { RegisterRules } from '../../functions/src/domain/register/register-rules.ts';
import { REGISTERS } from '../../functions/src/domain/register/registers.ts';
import { isRowCode } from '../../functions/src/domain/register/row-codes.ts';
import { chooseRegister, registersIn } from '../../sheets-addon/src/actions/sending/choose-register.ts';
import { checkRegister } from '../../sheets-addon/src/actions/sending/register-on-desk.ts';
import type { Tab } from '../../sheets-addon/src/desk.ts';
import { type CodedCells, withNewCodes } from '../../sheets-addon/src/form/new-row-codes.ts';
import { formOf, registrationRow } from '../usecases/registers/register-office.ts';
import { wordsOf } from './words-of.ts';

const { registration } = REGISTERS;
const explain = wordsOf('vi').explainTrouble;

describe('codes for new rows', () => {
  const cell = fc.constantFrom<CellValue>(null, '', ' ', 'Tổ 3', 5, '=1+1', 'DK-000000', 'dk-111111');
  const anyTab = fc
    .record({
      above: fc.array(fc.constant<CellValue[]>(['Đăng ký', 'Xã An Bình']), { maxLength: 3 }),
      rows: fc.array(fc.array(cell, { maxLength: registration.columns.length + 2 }), { maxLength: 12 }),
    })
    .map(({ above, rows }): FormCells => {
      const header = registration.columns.map((column) => column.header);
      return { origin: 'A1', values: [...above, header, ...rows] };
    });

  it('go to every row that says something and has none, and change nothing else', () => {
    fc.assert(
      fc.property(anyTab, (cells) => {
        const coded = withNewCodes(registration, cells, ['DK-222222'], randomUUID);
        expect(written(cells, coded)).toEqual(coded.cells.values.map(trimmed));
        const codes = coded.runs.flatMap((run) => run.codes);
        expect(new Set([...codes, 'DK-000000', 'DK-111111', 'DK-222222']).size).toBe(codes.length + 3);
        expect(codes.every((code) => isRowCode(code, registration))).toBe(true);
        expect(withNewCodes(registration, coded.cells, [], randomUUID).runs).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are written in one go where new rows stand together', () => {
    const rows = [
      registrationRow('DK-AAAAAA'),
      registrationRow(''),
      registrationRow(''),
      {},
      registrationRow(''),
    ];
    const { runs } = withNewCodes(registration, formOf(registration, rows), [], randomUUID);
    expect(runs.map(({ at, codes }) => [formatCellAddress(at), codes.length])).toEqual([
      ['A3', 2],
      ['A6', 1],
    ]);
  });

  it('are for nobody where the column of codes is gone', () => {
    const [, ...columns] = registration.columns;
    const cells = formOf({ ...registration, columns }, [registrationRow('')]);
    expect(withNewCodes(registration, cells, [], randomUUID)).toEqual({ cells, runs: [] });
  });
});

describe('a register in its tab', () => {
  const rules: RegisterRules = {
    register: 'registration',
    unitId: 'A',
    today: '2024-05-04' as RegisterRules['today'],
    known: { field: [{ code: 'NN', name: 'Nông nghiệp' }] },
    rows: [],
    steps: {},
  };
  const kept = (code: string): RegisterRules['rows'][number] => ({
    register: 'registration',
    code,
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
  });
  const check = (cells: FormCells, rows: RegisterRules['rows'] = []) =>
    checkRegister(registration, cells, { ...rules, rows }, { randomText: randomUUID, explain });

  it('counts what is new, what is amended, and what is gone', () => {
    const cells = formOf(registration, [
      registrationRow('DK-AAAAAA'),
      registrationRow('DK-BBBBBB', { target: '3 ha' }),
      registrationRow(''),
    ]);
    const rows = ['DK-AAAAAA', 'DK-BBBBBB', 'DK-CCCCCC'].map(kept);
    expect(check(cells, rows)).toMatchObject({ found: [], added: 1, amended: 1, gone: 1 });
  });

  it('is told each trouble once, at its cell', () => {
    const cells = formOf(registration, [registrationRow('', { registeredOn: 'hôm qua', field: null })]);
    expect(check(cells).found.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'I2 not_a_day',
      'E2 cell_missing',
    ]);
  });
});

describe('the register that a person means', () => {
  const tab = (key: string, sheetId: number, isActive = false): Tab =>
    ({ key, sheetId, name: `${key} ${sheetId}`, isActive }) as Tab;
  const chosen = (tabs: readonly Tab[], asked?: string) => {
    const found = chooseRegister(registersIn({ kind: 'unit' }, tabs), tabs, asked);
    return found && [found.declaration.id, found.tab.sheetId, found.copy?.sheetId];
  };

  it('is the one in front, or the one asked for; never the copy of a tab, nor a register of elsewhere', () => {
    const tabs = [tab('register:registration', 1), tab('register:factor', 2, true), tab('register:club', 3)];
    expect(chosen(tabs)).toEqual(['factor', 2, undefined]);
    expect(chosen(tabs, 'registration')).toEqual(['registration', 1, undefined]);
    expect(chosen(tabs, 'club')).toBeUndefined();
    const copied = [tab('register:factor', 2), tab('register:factor', 77, true)];
    expect(chosen(copied)).toEqual(['factor', 2, 77]);
    expect(chosen([tab('result', 9, true), ...copied.slice(0, 1)])).toBeUndefined();
    expect(registersIn({ kind: 'summary' }, tabs)).toEqual([]);
  });
});

/** The tab with the runs written into it, as a sheet would show it: blanks at the ends are nothing. */
function written({ values }: FormCells, { runs }: CodedCells): readonly CellValue[][] {
  const lines = values.map((line) => [...line]);
  for (const { at, codes } of runs)
    codes.forEach((code, i) => {
      const line = lines[at.row + i]!;
      expect(String(line[at.column] ?? '').trim()).toBe('');
      while (line.length < at.column) line.push(null);
      line[at.column] = code;
    });
  return lines.map(trimmed);
}

function trimmed(line: readonly CellValue[]): CellValue[] {
  return line.slice(0, line.findLastIndex((value) => value !== null) + 1);
}
