import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCellAddress } from '../../functions/src/domain/form/cell-address.ts';
import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import { headerRow } from '../../functions/src/domain/form/read-form.ts';
import {
  parseSubmission,
  submissionForm,
  submissionRows,
} from '../../functions/src/domain/form/submission-form.ts';
import { checkSubmission, foundByServer } from '../../sheets-addon/src/form/found-issue.ts';
import { explainMerged } from '../../sheets-addon/src/form/merged-cells.ts';
import { essentialCells, plainCells } from '../../sheets-addon/src/form/plain-cells.ts';
import { mapSheet } from '../../sheets-addon/src/form/sheet-map.ts';
import { blocksOf } from '../../sheets-addon/src/marks/blocks.ts';
import { targets, track, unit } from '../domain/form/sample-track.ts';
import { anyForm } from './any-form.ts';
import { wordsOf } from './words-of.ts';

const context = { unit, track, targets };

describe('the form as it is sent', () => {
  it('says exactly what the whole sheet says, however it was mangled and broken', () => {
    fc.assert(
      fc.property(anyForm, (cells) => {
        const sent = essentialCells(submissionForm, cells);
        expect(parseSubmission(sent, context)).toEqual(parseSubmission(cells, context));
      }),
      { numRuns: 400 },
    );
  });

  it('is checked in the sheet by the very validator of the server', () => {
    fc.assert(
      fc.property(anyForm, (cells) => {
        const found = checkSubmission(
          essentialCells(submissionForm, cells),
          context,
          wordsOf('vi').explainTrouble,
        );
        const parsed = parseSubmission(cells, context);
        const issues = parsed.ok ? [] : parsed.issues;
        expect(found.map(({ code, cell, column }) => ({ code, cell, column }))).toEqual(
          issues.map(({ code, at }) => ({ code, cell: at.cell, column: at.column })),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('leaves people’s own columns at home, and the blank ends of ten thousand rows', () => {
    const rows = submissionRows(unit, track, targets).map((row) => [...row, 'riêng']);
    const extra = Array.from({ length: 10_000 }, (): CellValue[] => [...Array<null>(9).fill(null), 'nháp']);
    const values = [[...headerRow(submissionForm), 'Của tôi'], ...rows, ...extra];
    const sent = essentialCells(submissionForm, { origin: 'A1', values });
    expect(sent.values.length).toBe(rows.length + 1);
    expect(JSON.stringify(sent)).not.toMatch(/riêng|nháp|Của tôi/);
  });

  it('has days as people see them, and blanks as nothing', () => {
    const march = new Date('2024-03-05T00:00:00Z');
    const values = [['', 0, false, 'x', march, 12.5, undefined]];
    expect(plainCells(values, () => '05/03/2024').values).toEqual([
      [null, 0, false, 'x', '05/03/2024', 12.5, null],
    ]);
  });
});

describe('names of cells', () => {
  it('lead back to the cell, and stay the same however rows and columns are moved', () => {
    fc.assert(
      fc.property(anyForm, (cells) => {
        const map = mapSheet(submissionForm, cells);
        for (let row = 0; row < cells.values.length + 2; row++)
          for (let column = 0; column < 14; column++) {
            const at = { row: row + originOf(cells).row, column: column + originOf(cells).column };
            expect(map.positionOf(map.nameOf(at))).toEqual(at);
          }
      }),
      { numRuns: 100 },
    );
  });

  it('are those of the criterion and the column', () => {
    const rows = submissionRows(unit, track, targets);
    const map = mapSheet(submissionForm, { origin: 'A1', values: [headerRow(submissionForm), ...rows] });
    expect(map.nameOf({ row: 1, column: 6 })).toBe('1=direct|reported');
    expect(map.nameOf({ row: 0, column: 6 })).toBe('0=|reported');
    expect(map.nameOf({ row: 99, column: 6 })).toBe('@G100');
    expect(map.positionOf('1=direct|reported')).toEqual({ row: 1, column: 6 });
    expect(map.positionOf('1=gone|reported')).toBeUndefined();
  });
});

describe('the blocks that are looked at', () => {
  const header = headerRow(submissionForm);
  const rows = submissionRows(unit, track, targets);
  const blocks = (values: readonly (readonly CellValue[])[], ...wrong: string[]) =>
    blocksOf(
      submissionForm,
      mapSheet(submissionForm, { origin: 'A1', values }),
      new Map(wrong.map((cell) => [cell, ['sai']])),
      new Map(),
    );

  it('are one, whatever is wrong in the columns to fill', () => {
    const values = [header, ...rows];
    const filled = { row: 1, column: 5, rows: rows.length, columns: 3 };
    expect(blocks(values, 'G2', 'H5', 'F9')).toEqual([filled]);
    expect(blocks(values)).toEqual([]);
  });

  it('have the protected cells in one of their own', () => {
    const [filled, other, ...more] = blocks([header, ...rows], 'G2', 'A1', 'A4');
    expect(filled?.column).toBe(5);
    expect([other, more]).toEqual([{ row: 0, column: 0, rows: 4, columns: 1 }, []]);
  });

  it('are split where a protected column was moved between', () => {
    const moved = (row: readonly CellValue[]) => [...row.slice(1, 7), row[0]!, ...row.slice(7)];
    const values = [header, ...rows].map(moved);
    expect(blocks(values, 'F3', 'H3').map(({ column, columns }) => [column, columns])).toEqual([
      [4, 2],
      [7, 1],
    ]);
  });
});

describe('merged cells', () => {
  const issue = { code: 'answer_missing', cell: 'G6', text: 'Chưa có.', note: 'Chưa có.' };
  const block = { row: 4, column: 6, rows: 3, columns: 1 };
  const remedy = (cell: string, range: string) => ({
    text: `${cell} in ${range}.`,
    note: `${cell} trong ${range}.`,
  });

  it('are told of at the cell that can be seen', () => {
    expect(explainMerged([issue], [block], remedy)).toEqual([
      { ...issue, cell: 'G5', text: 'G6 in G5:G7. Chưa có.', note: 'G6 trong G5:G7. Chưa có.' },
    ]);
  });

  it('change nothing for the first cell, other cells and the whole form', () => {
    const others = [
      { ...issue, cell: 'G5' },
      { ...issue, cell: 'H6' },
      { code: 'x', text: 't', note: 'n' },
    ];
    expect(explainMerged(others, [block], remedy)).toEqual(others);
  });
});

describe('what the server found', () => {
  it('loses its place, which the list shows by itself', () => {
    const message = 'Ô G4 (cột “Kết quả / tự chấm”): chưa có kết quả của tiêu chí C1.';
    expect(
      foundByServer({ code: 'answer_missing', cell: 'G4', column: 'Kết quả / tự chấm', message }),
    ).toEqual({
      code: 'answer_missing',
      cell: 'G4',
      column: 'Kết quả / tự chấm',
      text: 'Chưa có kết quả của tiêu chí C1.',
      note: 'Chưa có kết quả của tiêu chí C1.',
    });
    const whole = 'Dữ liệu: biểu có quá 1.000 dòng.';
    expect(foundByServer({ code: 'form_too_large', message: whole }).text).toBe(whole);
  });
});

function originOf({ origin }: FormCells) {
  return parseCellAddress(origin)!;
}
