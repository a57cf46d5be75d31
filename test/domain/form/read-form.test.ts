import { describe, expect, it } from 'vitest';
import type { CellValue, FormDeclaration } from '../../../functions/src/domain/form/form.ts';
import { headerRow, readForm } from '../../../functions/src/domain/form/read-form.ts';

/** What adding a form takes: one declaration. */
const clubs = {
  id: 'submission',
  tab: 'Câu lạc bộ',
  mostRows: 3,
  columns: [
    { key: 'club', header: 'Mã câu lạc bộ', kind: 'code', entry: 'filled', help: '', widthPixels: 90 },
    { key: 'name', header: 'Tên', kind: 'text', entry: 'given', help: '', widthPixels: 90 },
    { key: 'members', header: 'Số hội viên', kind: 'number', entry: 'filled', help: '', widthPixels: 90 },
    { key: 'field', header: 'Lĩnh vực', kind: 'text', entry: 'filled', help: '', widthPixels: 90 },
  ],
} as const satisfies FormDeclaration;

const read = (values: readonly (readonly CellValue[])[], origin = 'A1') =>
  readForm(clubs, { origin, values });
const header = headerRow(clubs);

describe('reading a form by its declaration', () => {
  it('gives typed rows with the address of every cell', () => {
    const { rows, issues } = read(
      [
        ['CÂU LẠC BỘ ĐIỂN HÌNH TIÊN TIẾN'],
        [],
        ['Lĩnh vực', 'riêng', 'số hội  viên', 'Mã câu lạc bộ'],
        ['nuôi tôm ', 1, '1.234,5', 29110],
      ],
      'C5',
    );
    expect(issues).toEqual([]);
    expect(rows).toEqual([
      {
        club: { value: '29110', at: { cell: 'F8', column: 'Mã câu lạc bộ' } },
        members: { value: '1234.5', at: { cell: 'E8', column: 'Số hội viên' } },
        field: { value: 'nuôi tôm', at: { cell: 'C8', column: 'Lĩnh vực' } },
      },
    ]);
    const typed: string | undefined = rows[0]?.field.value;
    expect(typed).toBe('nuôi tôm');
  });

  it('leaves a blank without a value and passes over blank rows', () => {
    const { rows } = read([header, [], [null, 'chỉ có tên'], ['', '', '\u200b'], ['CLB1']]);
    expect(rows).toEqual([
      {
        club: { value: 'CLB1', at: { cell: 'A5', column: 'Mã câu lạc bộ' } },
        members: { at: { cell: 'C5', column: 'Số hội viên' } },
        field: { at: { cell: 'D5', column: 'Lĩnh vực' } },
      },
    ]);
  });

  it('reports every cell that is not of its column’s kind', () => {
    const { issues } = read([header, ['A', '', 'nhiều', ''], ['B', '', '#REF!', ''], ['C', '', '1,234', '']]);
    expect(issues).toEqual([
      { code: 'not_a_number', text: 'nhiều', at: { cell: 'C2', column: 'Số hội viên' } },
      { code: 'cell_error', text: '#REF!', at: { cell: 'C3', column: 'Số hội viên' } },
      {
        code: 'number_ambiguous',
        text: '1,234',
        readings: ['1.234', '1234'],
        at: { cell: 'C4', column: 'Số hội viên' },
      },
    ]);
  });

  it('reports every header that is missing or repeated, and then no rows', () => {
    expect(
      read([['ghi chú'], ['Mã câu lạc bộ', 'Lĩnh vực', 'LĨNH VỰC', 'Lĩnh vực'], ['A', 'b', 'c', 'd']]),
    ).toEqual({
      rows: [],
      issues: [
        { code: 'header_missing', header: 'Số hội viên', at: { cell: 'A2', column: 'Số hội viên' } },
        { code: 'header_repeated', header: 'Lĩnh vực', at: { cell: 'C2', column: 'Lĩnh vực' } },
        { code: 'header_repeated', header: 'Lĩnh vực', at: { cell: 'D2', column: 'Lĩnh vực' } },
      ],
      at: { cell: 'A2' },
    });
    expect(read([]).issues.map(({ code }) => code)).toEqual([
      'header_missing',
      'header_missing',
      'header_missing',
    ]);
  });

  it('says once that there are too many rows, where they begin to be', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`CLB${index}`]);
    expect(read([header, [], ...rows])).toEqual({
      rows: [],
      issues: [{ code: 'form_too_large', most: 3, at: { cell: 'A6' } }],
      at: { cell: 'A1' },
    });
    expect(read([header, ...rows.slice(0, 3)]).rows).toHaveLength(3);
    expect(read([header, ...Array.from({ length: 10_000 }, () => ['', 'của riêng tôi'])]).issues).toEqual([]);
  });

  it('does not go looking for a header all down the sheet', () => {
    const titles = Array.from({ length: 50 }, () => ['tiêu đề']);
    expect(read([...titles, header, ['A']]).issues).toHaveLength(3);
    expect(read([...titles.slice(1), header, ['A']]).rows).toHaveLength(1);
  });

  it('takes the upper of two headers', () => {
    expect(read([header, ['A'], header, ['B']]).rows.map(({ club }) => club.value)).toEqual([
      'A',
      'Mã câu lạc bộ',
      'B',
    ]);
  });

  it('refuses a block whose place is no cell', () => {
    expect(() => read([header], 'A0')).toThrow(
      expect.objectContaining({ code: 'malformed', details: { why: 'cell_address', field: 'cells.origin' } }),
    );
  });
});
