import { describe, expect, it } from 'vitest';
import { Issues } from '../../functions/src/campaign-files/issues.ts';
import { readTable, type TableShape } from '../../functions/src/campaign-files/parse/csv-text.ts';

const SHAPE: TableShape = { required: ['code'], known: ['code', 'name_vi', 'points'], numbers: ['points'] };

function read(text: string, shape: TableShape = SHAPE) {
  const issues = new Issues();
  const { rows } = readTable('t.csv', text, shape, issues);
  return { rows: rows.map(({ row, cells }) => [row, cells]), issues: issues.inOrder(['t.csv']) };
}

describe('a table in a CSV file', () => {
  it.each([
    ['commas', 'code,name_vi\nA,Một\n'],
    ['semicolons', 'code;name_vi\nA;Một\n'],
    ['tabs', 'code\tname_vi\nA\tMột\n'],
    ['a BOM and CRLF', '\ufeffcode,name_vi\r\nA,Một\r\n'],
    ['no last line end', 'code,name_vi\nA,Một'],
    ['quotes and a quoted header with another delimiter', '"code","name_vi","_a;b;c"\n"A","Một","x"\n'],
    ['the short name and capitals', 'Code, NAME \nA,Một\n'],
    ['a name in NFD with spaces around', 'code,name_vi\nA,\u00a0Mo\u0323\u0302t \n'.normalize('NFD')],
    ['columns for notes', 'code,provenance (S=source),name_vi,_check\nA,S,Một,x\n'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual({ rows: [[2, { code: 'A', name_vi: 'Một' }]], issues: [] });
  });

  it('numbers rows as a spreadsheet does: blank ones and line breaks in quotes included', () => {
    expect(read('code,name_vi\n"A","hai\r\ndòng"\n\n,\nB,\n')).toEqual({
      rows: [
        [2, { code: 'A', name_vi: 'hai\ndòng' }],
        [5, { code: 'B' }],
      ],
      issues: [],
    });
  });

  it('reads a comma as the decimal mark of numbers where it does not separate', () => {
    expect(read('code;points;name_vi\nA;12,5;1,5\n').rows).toEqual([
      [2, { code: 'A', points: '12.5', name_vi: '1,5' }],
    ]);
    expect(read('code,points\nA,"12,5"\n').rows).toEqual([[2, { code: 'A', points: '12,5' }]]);
  });

  it('keeps other columns where the table wants them, and refuses them where it does not', () => {
    const text = 'code,loại\nA,lớn\n';
    expect(read(text, { ...SHAPE, keepsOthers: true }).rows).toEqual([[2, { code: 'A', loại: 'lớn' }]]);
    expect(read(text)).toEqual({
      rows: [[2, { code: 'A' }]],
      issues: [{ code: 'field_unknown', field: 'loại', at: { file: 't.csv', row: 1, column: 'loại' } }],
    });
  });

  it('says what is missing of a file without anything in it', () => {
    expect(read('').issues).toEqual([
      { code: 'column_missing', header: 'code', at: { file: 't.csv', row: 1 } },
    ]);
  });
});
