import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Guard } from '../../../local/sheets/access.ts';
import { Spreadsheet } from '../../../local/sheets/model/spreadsheet.ts';
import { KINDS } from '../../../local/sheets/requests/kinds.ts';
import { describeSpreadsheet } from '../../../local/sheets/spreadsheets/describe.ts';
import { newSpreadsheet } from '../../../local/sheets/spreadsheets/new-spreadsheet.ts';
import type { FileState } from '../../../local/sheets/store/file-state.ts';
import { type Line, packLine, unpackLine } from '../../../local/sheets/store/pack-cells.ts';
import { applyPatch, diff } from '../../../local/sheets/store/patch.ts';
import { ApiError } from '../../../local/sheets/wire/errors.ts';

const guard = new Guard('owner@example.vn', 'owner@example.vn');
const index = fc.nat(6);
const stretch = fc.record({
  dimension: fc.constantFrom('ROWS', 'COLUMNS'),
  startIndex: index,
  endIndex: index,
});
const value = fc.oneof(
  fc.nat().map((numberValue) => ({ numberValue })),
  fc.string().map((stringValue) => ({ stringValue })),
);
const request = fc.oneof(
  fc
    .record({ start: fc.record({ rowIndex: index, columnIndex: index }), cell: value })
    .map(({ start, cell }) => ({
      updateCells: { start, rows: [{ values: [{ userEnteredValue: cell }] }], fields: 'userEnteredValue' },
    })),
  fc
    .record({ at: index, bold: fc.boolean(), value: fc.constantFrom('Có', 'Không') })
    .map(({ at, bold, value }) => ({
      repeatCell: {
        range: { startRowIndex: at, endRowIndex: at + 3, startColumnIndex: 0, endColumnIndex: 4 },
        cell: {
          userEnteredFormat: { textFormat: { bold } },
          dataValidation: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: value }] } },
        },
        fields: bold ? 'userEnteredFormat.textFormat.bold' : 'userEnteredFormat,dataValidation',
      },
    })),
  stretch.map((range) => ({ insertDimension: { range } })),
  stretch.map((range) => ({ deleteDimension: { range } })),
  fc.record({ source: stretch, destinationIndex: index }).map((moveDimension) => ({ moveDimension })),
  fc.record({ insertSheetIndex: fc.nat(2) }).map((duplicateSheet) => ({ duplicateSheet })),
  index.map((at) => ({ updateSheetProperties: { properties: { index: at % 3 }, fields: 'index' } })),
  index.map((at) => ({
    mergeCells: { range: { startRowIndex: at, endRowIndex: at + 2, startColumnIndex: 0, endColumnIndex: 2 } },
  })),
  index.map((at) => ({
    sortRange: { range: { startRowIndex: 0, endRowIndex: 7 }, sortSpecs: [{ dimensionIndex: at }] },
  })),
  index.map((at) => ({ addProtectedRange: { protectedRange: { range: { startRowIndex: at } } } })),
);

describe("the journal's differences", () => {
  it('rebuild every state from the one before, through JSON', () => {
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 25 }), (requests) => {
        let next = 100;
        const newId = { file: () => 'x', object: () => next++ };
        let live = { meta: {}, permissions: [], spreadsheet: newSpreadsheet({}) } as unknown as FileState;
        let rebuilt = throughJson(live);
        for (const one of requests) {
          const book = new Spreadsheet('book', live.spreadsheet!);
          const [[name, body]] = Object.entries(one) as [[string, object]];
          try {
            KINDS[name]!.run({ book, guard, newId }, body as never);
          } catch (error) {
            // A request that is not possible here changes nothing.
            if (error instanceof ApiError) continue;
            throw error;
          }
          const after = { ...live, spreadsheet: book.toState() };
          rebuilt = applyPatch(rebuilt, written({ revision: 2, by: 'x', patch: diff(live, after) }).patch);
          live = after;
        }
        expect(look(rebuilt)).toEqual(look(live));
        expect(look(written({ revision: 1, snapshot: live }).snapshot)).toEqual(look(live));
      }),
      { numRuns: 300 },
    );
  });

  it('are small: one cell changed is one row told', () => {
    const book = new Spreadsheet('book', newSpreadsheet({}));
    for (let row = 0; row < 50; row++) book.sheets[0]!.setCell(row, 0, { note: `${row}` });
    const before = { meta: {}, permissions: [], spreadsheet: book.toState() } as unknown as FileState;
    const edited = new Spreadsheet('book', before.spreadsheet!);
    edited.sheets[0]!.setCell(7, 1, { note: 'x' });
    expect(diff(before, { ...before, spreadsheet: edited.toState() })).toEqual({
      spreadsheet: { sheets: [{ from: 0, rows: { rows: [[7, [{ note: '7' }, { note: 'x' }]]] } }] },
    });
    const inserted = new Spreadsheet('book', before.spreadsheet!);
    KINDS.deleteDimension!.run({ book: inserted, guard, newId: { file: () => '', object: () => 1 } }, {
      range: { dimension: 'ROWS', startIndex: 3, endIndex: 5 },
    } as never);
    const patch = diff(before, { ...before, spreadsheet: inserted.toState() });
    expect(patch.spreadsheet!.sheets![0]!.rows).toEqual({ cut: [3, 2], put: [] });
  });
});

describe('a line of the journal', () => {
  it('tells what cells share once, and reads lines in which every cell tells it', () => {
    const dress = (fields: object) => ({
      range: { startRowIndex: 0, endRowIndex: 40, startColumnIndex: 0, endColumnIndex: 10 },
      ...fields,
    });
    const book = new Spreadsheet('book', newSpreadsheet({}));
    const context = { book, guard, newId: { file: () => '', object: () => 1 } };
    for (const fields of ['userEnteredFormat.backgroundColor', 'userEnteredFormat.textFormat.bold']) {
      const cell = { userEnteredFormat: { backgroundColor: { red: 0.5 }, textFormat: { bold: true } } };
      KINDS.repeatCell!.run(context, dress({ cell, fields }) as never);
    }
    const line = {
      revision: 1,
      snapshot: { meta: {}, permissions: [], spreadsheet: book.toState() } as unknown as FileState,
    };
    const packed = packLine(line);
    expect(packed.shared).toEqual([line.snapshot.spreadsheet!.sheets[0]!.rows[39]![9]!.userEnteredFormat]);
    const read = unpackLine(throughJson(packed)) as typeof line;
    expect(read).toEqual(line);
    const [row] = read.snapshot.spreadsheet!.sheets[0]!.rows;
    expect(row![0]).toBe(row![9]);
    expect(packed.blank).toHaveLength(1);
    expect(unpackLine(throughJson(line))).toEqual(line);
  });
});

/** A line as it is read again. */
const written = <T extends Line>(line: T): T => unpackLine(throughJson(packLine(line))) as T;

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

function look({ spreadsheet }: FileState) {
  const book = new Spreadsheet('book', spreadsheet!);
  return describeSpreadsheet(book, { origin: '', guard, mask: true, places: undefined, grid: true });
}
