import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callEngine, ENGINE_FUNCTIONS } from '../../../local/sheets/cells/engine.ts';
import { compileFormula, type Value } from '../../../local/sheets/cells/formula.ts';
import { FUNCTIONS } from '../../../local/sheets/cells/formula-functions.ts';
import { ERRORS } from '../../../local/sheets/cells/formula-values.ts';
import { refusal, startTestServer, type TestServer } from './test-server.ts';

const OWNER = 'owner@example.vn';

describe('formulas in a workbook', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.end());

  /** A workbook in Vietnamese with a tab of units: code, points, grade; row 4 has no points. */
  async function open() {
    const { spreadsheets } = server.as(OWNER).sheets;
    const made = await spreadsheets.create({
      requestBody: {
        properties: { locale: 'vi_VN' },
        sheets: [
          { properties: { sheetId: 0, title: 'Tính' } },
          { properties: { sheetId: 1, title: 'Đơn vị' } },
        ],
      },
    });
    const spreadsheetId = made.data.spreadsheetId!;
    const write = (range: string, ...values: unknown[][]) =>
      spreadsheets.values.update({
        spreadsheetId,
        range,
        valueInputOption: 'USER_ENTERED',
        requestBody: { values },
      });
    await write(
      "'Đơn vị'!A1",
      ['mã', 'điểm', 'xếp loại'],
      ['XA01', 91.5, 'xuất sắc'],
      ['XA02', 88, 'tốt'],
      ['XA03', '', 'tốt'],
      ['XA04', 0, 'hoàn thành'],
    );
    const read = async (range: string, valueRenderOption = 'UNFORMATTED_VALUE') =>
      (await spreadsheets.values.get({ spreadsheetId, range, valueRenderOption })).data.values;
    return {
      spreadsheetId,
      write,
      read,
      /** What a formula gives in A1. */
      gives: async (formula: string) => {
        await write('A1', [formula]);
        return (await read('A1'))![0]![0] as unknown;
      },
      batch: (...requests: object[]) =>
        spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }),
      cell: async (range: string) => {
        const fields = 'sheets.data.rowData.values(effectiveValue,formattedValue)';
        const { data } = await spreadsheets.get({ spreadsheetId, ranges: [range], fields });
        return data.sheets![0]!.data![0]!.rowData![0]!.values![0];
      },
    };
  }

  it('counts, adds up and looks up across tabs, open ranges and separators', async () => {
    const { gives } = await open();
    const asked = {
      '=COUNTIF(\'Đơn vị\'!C2:C;"tốt")': 2,
      '=COUNTIFS(\'Đơn vị\'!C2:C5,"tốt",\'Đơn vị\'!B2:B5,">80")': 1,
      "=SUMIF('Đơn vị'!C:C,\"<>tốt\",'Đơn vị'!B:B)": 91.5,
      '=AVERAGEIF(\'Đơn vị\'!B2:B5,">=0")': 59.833333333333336,
      '=VLOOKUP("XA02",\'Đơn vị\'!A:C,3,FALSE)': 'tốt',
      '=IFERROR(VLOOKUP("XA99",\'Đơn vị\'!A:C,3,FALSE),"không có")': 'không có',
      "=INDEX('Đơn vị'!A2:A5,MATCH(88,'Đơn vị'!B2:B5,0))": 'XA02',
      "=RANK(88,'Đơn vị'!B2:B5)": 2,
      "=MEDIAN('Đơn vị'!B2:B5)": 88,
      "=COUNTBLANK('Đơn vị'!B1:B6)": 2,
      "=ROWS('Đơn vị'!A:A)": 1000,
      "=ISBLANK('Đơn vị'!B4)": true,
      "=ISBLANK('Đơn vị'!B5)": false,
      "=SUMPRODUCT('Đơn vị'!B2:B5,'Đơn vị'!B2:B5)": 91.5 ** 2 + 88 ** 2,
      '=TEXT(1234.5,"#,##0.00")': '1.234,50',
      '=TEXT(45356,"dd/mm/yyyy")': '05/03/2024',
      '=TEXT("chữ","0.0")': 'chữ',
      '=CONCAT("Hạng ",LEFT("123",1))': 'Hạng 1',
      '=IFS(1>2,"a",TRUE,"b")': 'b',
      "=SUM(B2:B5)+SUM('Đơn vị'!B2:B5)+MEDIAN('Đơn vị'!B2:B5)": 179.5 + 88,
      '=1/3+MOD(7,4)': 1 / 3 + 3,
    };
    const seen: Record<string, unknown> = {};
    for (const formula of Object.keys(asked)) seen[formula] = await gives(formula);
    expect(seen).toEqual(asked);
  });

  it('shows each mistake as Google does, also through other cells', async () => {
    const { gives, write, read, cell } = await open();
    const asked = {
      '=1/0': '#DIV/0!',
      '=VLOOKUP("XA99",\'Đơn vị\'!A:C,3,FALSE)': '#N/A',
      '=VLOOKUP("XA01",\'Đơn vị\'!A:C,9,FALSE)': '#REF!',
      '=SQRT(-1)': '#NUM!',
      '="chữ"*2': '#VALUE!',
      "='Không có'!A1": '#REF!',
      '=MEDIAN(1,1/0)': '#DIV/0!',
      "=INDEX('Đơn vị'!A2:B5,0,1)": '#ERROR!',
    };
    const seen: Record<string, unknown> = {};
    for (const formula of Object.keys(asked)) seen[formula] = await gives(formula);
    expect(seen).toEqual(asked);
    await write('A1:A3', ['=NA()'], ['=LARGE(A1:A1,1)'], ['=IFNA(A2,"thiếu")']);
    expect(await read('A1:A3')).toEqual([['#N/A'], ['#N/A'], ['thiếu']]);
    expect(await cell('A2')).toEqual({
      effectiveValue: { errorValue: { type: 'N_A', message: '#N/A' } },
      formattedValue: '#N/A',
    });
  });

  it('gives #REF! for a circle, also one that runs through the engine', async () => {
    const { write, read } = await open();
    await write('A1:B2', ['=MEDIAN(B1)', '=A1+1'], ['=A2', 'yên']);
    expect(await read('A1:B2')).toEqual([
      ['#REF!', '#REF!'],
      ['#REF!', 'yên'],
    ]);
  });

  it('works out again what depends on a value, a sort, a deleted row and a renamed tab', async () => {
    const { write, read, batch } = await open();
    await write('A1:A2', ['=VLOOKUP("XA02",\'Đơn vị\'!A2:B5,2,FALSE)'], ['=SUMIF(A1,">0")+1']);
    const seen = [await read('A1:A2')];
    await write("'Đơn vị'!B3", ['70,5']);
    seen.push(await read('A1:A2'));
    const range = { sheetId: 1, startRowIndex: 1, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 3 };
    await batch({ sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } });
    await batch({ updateSheetProperties: { properties: { sheetId: 1, title: 'Xã' }, fields: 'title' } });
    seen.push(await read('A1:A2'));
    const rows = { sheetId: 1, dimension: 'ROWS', startIndex: 3, endIndex: 4 };
    await batch({ deleteDimension: { range: rows } });
    seen.push(await read('A1:A2'));
    expect(seen).toEqual([
      [[88], [89]],
      [[70.5], [71.5]],
      [[70.5], [71.5]],
      [['#N/A'], [1]],
    ]);
    expect(await read('A1', 'FORMULA')).toEqual([['=VLOOKUP("XA02",\'Xã\'!A2:B4,2,FALSE)']]);
  });

  it.each([
    ...['QUERY(A1:B2,"select A")', 'ARRAYFORMULA(A1:A3*2)', 'SPLIT("a,b",",")', 'IMPORTRANGE("x","A1")'],
    ...[
      'SUMPRODUCT(B1:B3*2)',
      'FILTER(B1:B3,B1:B3>1)',
      'TODAY()',
      'RAND()',
      'ROW()',
      'INDIRECT("B1")',
      'DATE(2024,3,5)',
    ],
    ...['LẠ(1)', 'constructor(1)'],
  ])('refuses =%s whole and by name', async (formula) => {
    const { write, read } = await open();
    expect(await refusal(write('A1:A2', ['trước'], [`=${formula}`]))).toEqual({
      status: 501,
      message: `The local Sheets and Drive server does not support the formula "=${formula}".`,
    });
    expect(await read('A1:A2')).toBeUndefined();
  });
});

describe('the engine', () => {
  const values = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(1e21, 1e-7, 5e-324, Number.MAX_VALUE, 1.7976931348622997e308, 2.2250738585072014e-308),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', "'", '"', 'TRUE', '#N/A', '1,5', '5/3/2024', '10%', '', 'hòa\nbình'),
    fc.boolean(),
    fc.constantFrom(...Object.values(ERRORS)),
  );

  it('gives back every value as it was given, alone or from a range', () => {
    fc.assert(
      fc.property(values, (value: Value) => {
        const wanted = Object.is(value, -0) ? 0 : value;
        expect([callEngine('CHOOSE', [1, value]), callEngine('INDEX', [[['x', value]], 1, 2])]).toEqual([
          wanted,
          wanted,
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a range of one cell for a range where one is wanted, and for a value elsewhere', () => {
    const one: Value[][] = [[5]];
    const [min, key, column]: Value[][][] = [[['>4']], [['k']], [[2]]];
    const asked: Record<string, [Value, ...(Value | Value[][])[]]> = {
      AVERAGEIF: [5, one, min!, one],
      AVERAGEIFS: [5, one, one, min!],
      COUNTBLANK: [0, one],
      COUNTIF: [1, one, min!],
      COUNTIFS: [1, one, min!, one, min!],
      HLOOKUP: [5, one, one, [[1]], [[false]]],
      INDEX: [5, one, [[1]], [[1]]],
      LARGE: [5, one, [[1]]],
      MATCH: [1, one, one, [[0]]],
      MAXIFS: [5, one, one, min!],
      RANK: [1, one, one],
      ROWS: [1, one],
      SUMIFS: [5, one, one, min!, one, min!],
      SUMPRODUCT: [25, one, one],
      VLOOKUP: [5, key!, [['k', 5]], column!, [[false]]],
      XLOOKUP: [5, key!, key!, one],
      ISBLANK: [true, [[null]]],
      IFNA: [5, [[ERRORS.na]], one],
      LEFT: ['k', key!, [[1]]],
      SWITCH: [5, key!, key!, one],
    };
    const seen = Object.entries(asked).map(([name, [, ...args]]) => [name, callEngine(name, args)]);
    expect(seen).toEqual(Object.entries(asked).map(([name, [wanted]]) => [name, wanted]));
  });

  it('counts, adds and finds like a loop over the rows', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -9, max: 9 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 6 }), (list, key) => {
        const keys = list.map(([one]) => [one]);
        const points = list.map(([, one]) => [one]);
        const own = list.filter(([one]) => one === key).map(([, one]) => one);
        expect({
          count: callEngine('COUNTIF', [keys, key]),
          sum: callEngine('SUMIF', [keys, key, points]),
          found: callEngine('VLOOKUP', [key, list.map((row) => [...row]), 2, false]),
        }).toEqual({
          count: own.length,
          sum: own.reduce((sum, one) => sum + one, 0),
          found: own[0] ?? ERRORS.na,
        });
      }),
    );
  });

  it('is not loaded before a formula needs it', async () => {
    const formula = new URL('../../../local/sheets/cells/formula.ts', import.meta.url).href;
    const script = `
      import { createRequire } from 'node:module';
      const { compileFormula } = await import(${JSON.stringify(formula)});
      const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes('ironcalc'));
      const seen = [];
      for (const formula of ['=SUM(1,2)', '=MEDIAN(1,3)'])
        seen.push([compileFormula(formula).evaluate(() => []), loaded()]);
      console.log(JSON.stringify(seen));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    expect(JSON.parse(stdout)).toEqual([
      [3, false],
      [2, true],
    ]);
  });

  it('is told of in the docs, function by function', () => {
    const docs = readFileSync(new URL('../../../docs/fidelity.md', import.meta.url), 'utf8');
    const line = docs.split('\n').find((one) => one.startsWith('- Formulas beyond'))!;
    const told = line.slice(0, line.indexOf('. ')).match(/\b[A-Z][A-Z0-9]+\b/g);
    expect(told).toEqual([...Object.keys(FUNCTIONS), ...ENGINE_FUNCTIONS.keys()].sort());
    expect(told!.every((name) => compileFormula(`=${name}(1,2)`))).toBe(true);
  });
});
