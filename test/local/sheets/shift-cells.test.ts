import fc from 'fast-check';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Sheet } from '../../../local/sheets/model/sheet.ts';
import { type Shift, shiftCells } from '../../../local/sheets/model/shift-cells.ts';
import { Spreadsheet } from '../../../local/sheets/model/spreadsheet.ts';
import { emptySheet } from '../../../local/sheets/model/state.ts';
import { newSpreadsheet } from '../../../local/sheets/spreadsheets/new-spreadsheet.ts';
import { columnName } from '../../../local/sheets/wire/a1.ts';
import { refusal, startTestServer, type TestServer } from './test-server.ts';

const SIZE = 5;
type Grid = (string | null)[][];

const shifts = fc.array(
  fc
    .tuple(
      fc.constantFrom('insert' as const, 'delete' as const),
      fc.constantFrom('ROWS' as const, 'COLUMNS' as const),
      ...([SIZE - 1, 2, SIZE - 1, 2] as const).map((max) => fc.nat(max)),
    )
    .map(([kind, dimension, row, rows, column, columns]): Shift => {
      const box = {
        startRowIndex: row as number,
        endRowIndex: (row as number) + 1 + (rows as number),
        startColumnIndex: column as number,
        endColumnIndex: (column as number) + 1 + (columns as number),
      };
      return { kind: kind as Shift['kind'], dimension: dimension as Shift['dimension'], box };
    }),
  { maxLength: 4 },
);

/** Shifting down is shifting right with the grid on its side; shifting right is done line by line. */
function naive(grid: Grid, { kind, dimension, box }: Shift): Grid {
  if (dimension === 'ROWS')
    return turned(
      naive(turned(grid), {
        kind,
        dimension: 'COLUMNS',
        box: {
          startRowIndex: box.startColumnIndex,
          endRowIndex: box.endColumnIndex,
          startColumnIndex: box.startRowIndex,
          endColumnIndex: box.endRowIndex,
        },
      }),
    );
  const [start, count] = [box.startColumnIndex, box.endColumnIndex - box.startColumnIndex];
  return square(
    grid.map((row, r) => {
      if (r < box.startRowIndex || r >= box.endRowIndex) return row;
      return kind === 'insert'
        ? row.toSpliced(start, 0, ...Array<null>(count).fill(null))
        : row.toSpliced(start, count);
    }),
  );
}
/** Big enough that nothing is ever pushed out of it. */
const square = (grid: Grid): Grid =>
  Array.from({ length: 40 }, (_, r) => Array.from({ length: 40 }, (_, c) => grid[r]?.[c] ?? null));
const turned = (grid: Grid): Grid => square(grid).map((row, r) => row.map((_, c) => grid[c]?.[r] ?? null));

describe('shifting cells', () => {
  it('moves cells, and what names or reads one of them, like a plain grid of names', () => {
    fc.assert(
      fc.property(shifts, (list) => {
        const book = new Spreadsheet('book', newSpreadsheet({}));
        const [sheet] = book.sheets as [Sheet];
        const reader = new Sheet(
          emptySheet({ sheetId: 1, title: 'Đọc', gridProperties: { rowCount: 99, columnCount: 9 } }),
        );
        book.sheets.push(reader);
        sheet.setGrid(SIZE + 2, SIZE + 2);
        let grid = square([]);
        for (let r = 0; r < SIZE; r++)
          for (let c = 0; c < SIZE; c++) {
            const name = `n${r}${c}`;
            grid[r]![c] = name;
            sheet.setCell(r, c, { note: name, userEnteredValue: { stringValue: name } });
            const range = {
              sheetId: 0,
              startRowIndex: r,
              endRowIndex: r + 1,
              startColumnIndex: c,
              endColumnIndex: c + 1,
            };
            book.namedRanges = [...book.namedRanges, { name, range }];
            const formulaValue = `=${sheet.title}!$${columnName(c)}$${r + 1}`;
            reader.setCell(r * SIZE + c, 0, { userEnteredValue: { formulaValue }, note: name });
          }
        for (const shift of list) {
          shiftCells(book, sheet, shift);
          grid = naive(grid, shift);
        }
        const notes = square([]).map((row, r) => row.map((_, c) => sheet.cell(r, c)?.note ?? null));
        expect(notes).toEqual(grid);
        const places = grid.flatMap((row, r) =>
          row.flatMap((name, c) => (name === null ? [] : [[name, [r, c]]])),
        );
        expect(
          Object.fromEntries(
            book.namedRanges.map(({ name, range }) => [
              name,
              [range!.startRowIndex, range!.startColumnIndex],
            ]),
          ),
        ).toEqual(Object.fromEntries(places));
        const formulas = reader.state.rows.map((row) => [
          row[0]!.note,
          row[0]!.userEnteredValue!.formulaValue,
        ]);
        const wanted = new Map(places as [string, [number, number]][]);
        expect(formulas).toEqual(
          formulas.map(([name]) => {
            const [r, c] = wanted.get(name!) ?? [];
            return [name, r === undefined ? '=#REF!' : `=${sheet.title}!$${columnName(c!)}$${r + 1}`];
          }),
        );
        const used = {
          rows: grid.findLastIndex((row) => row.some(Boolean)) + 1,
          columns: Math.max(...grid.map((row) => row.findLastIndex(Boolean) + 1)),
        };
        expect(sheet.rowCount).toBeGreaterThanOrEqual(Math.max(SIZE + 2, used.rows));
        expect(sheet.columnCount).toBeGreaterThanOrEqual(Math.max(SIZE + 2, used.columns));
      }),
      { numRuns: 300 },
    );
  });
});

describe('insertRange and deleteRange', () => {
  const OWNER = 'owner@example.vn';
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.end());

  async function open(who = OWNER, ...before: api.Schema$Request[]) {
    const { spreadsheets } = server.as(OWNER).sheets;
    const properties = { sheetId: 0, title: 'S', gridProperties: { rowCount: 6, columnCount: 4 } };
    const made = await spreadsheets.create({ requestBody: { sheets: [{ properties }] } });
    const spreadsheetId = made.data.spreadsheetId!;
    if (before.length > 0)
      await spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: before } });
    if (who !== OWNER)
      await server.as(OWNER).drive.permissions.create({
        fileId: spreadsheetId,
        requestBody: { type: 'user', role: 'writer', emailAddress: who },
      });
    return {
      run: (...requests: api.Schema$Request[]) =>
        server.as(who).sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }),
      get: async (fields: string) => (await spreadsheets.get({ spreadsheetId, fields })).data,
    };
  }
  const box = (r1: number, r2: number, c1: number, c2: number) => ({
    sheetId: 0,
    startRowIndex: r1,
    endRowIndex: r2,
    startColumnIndex: c1,
    endColumnIndex: c2,
  });
  const A1 = box(0, 1, 0, 1);

  it('takes along what lies beside the cells, and leaves what reaches past them', async () => {
    const book = await open(
      OWNER,
      { mergeCells: { range: box(2, 3, 0, 2) } },
      { addNamedRange: { namedRange: { namedRangeId: 'in', name: 'trong', range: box(1, 4, 0, 2) } } },
      { addNamedRange: { namedRange: { namedRangeId: 'out', name: 'qua', range: box(1, 4, 1, 3) } } },
      { addProtectedRange: { protectedRange: { range: box(3, 4, 0, 1) } } },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'dòng',
            visibility: 'DOCUMENT',
            location: { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 } },
          },
        },
      },
    );
    await book.run({ insertRange: { range: box(1, 2, 0, 2), shiftDimension: 'ROWS' } });
    const seen = await book.get(
      'namedRanges(name,range),sheets(merges,protectedRanges.range,properties.gridProperties,data.rowMetadata.developerMetadata.location.dimensionRange)',
    );
    const range = ({ sheetId: _, ...rest }: api.Schema$GridRange) => rest;
    const [sheet] = seen.sheets!;
    expect([sheet!.merges!.map(range), sheet!.protectedRanges!.map((one) => range(one.range!))]).toEqual([
      [range(box(3, 4, 0, 2))],
      [range(box(4, 5, 0, 1))],
    ]);
    expect(seen.namedRanges!.map((one) => [one.name, range(one.range!)])).toEqual([
      ['trong', range(box(2, 5, 0, 2))],
      ['qua', range(box(1, 4, 1, 3))],
    ]);
    expect(sheet!.data![0]!.rowMetadata![2]!.developerMetadata).toHaveLength(1);
    expect(sheet!.properties!.gridProperties).toEqual({ rowCount: 6, columnCount: 4 });
  });

  it('keeps the format of the place where cells are inserted, and grows the grid for what is pushed out', async () => {
    const format = { textFormat: { bold: true } };
    const cell = { userEnteredValue: { numberValue: 1 }, userEnteredFormat: format, note: 'ghi chú' };
    const book = await open(OWNER, {
      updateCells: { start: { rowIndex: 5 }, rows: [{ values: [cell] }], fields: '*' },
    });
    await book.run({ insertRange: { range: box(5, 6, 0, 1), shiftDimension: 'ROWS' } });
    const seen = await book.get(
      'sheets(properties.gridProperties,data.rowData.values(userEnteredValue,userEnteredFormat,note))',
    );
    expect(seen.sheets![0]!.properties!.gridProperties).toEqual({ rowCount: 7, columnCount: 4 });
    expect(seen.sheets![0]!.data![0]!.rowData!.slice(5)).toEqual([
      { values: [{ userEnteredFormat: format }] },
      { values: [cell] },
    ]);
  });

  it('shifts all rows when no columns are named, and clips a range that is too large', async () => {
    const rows = ['a', 'b', 'c'].map((stringValue) => ({ values: [{ userEnteredValue: { stringValue } }] }));
    const book = await open(OWNER, { updateCells: { start: {}, rows, fields: '*' } });
    await book.run(
      { deleteRange: { range: { sheetId: 0, startRowIndex: 1, endRowIndex: 2 }, shiftDimension: 'ROWS' } },
      { deleteRange: { range: box(1, 99, 0, 99), shiftDimension: 'COLUMNS' } },
    );
    const seen = await book.get('sheets(properties.gridProperties,data.rowData.values.formattedValue)');
    expect(seen.sheets).toEqual([
      {
        properties: { gridProperties: { rowCount: 6, columnCount: 4 } },
        data: [{ rowData: [{ values: [{ formattedValue: 'a' }] }] }],
      },
    ]);
  });

  it.each([
    ['part of a merge would move', { insertRange: { range: A1, shiftDimension: 'ROWS' } }, 'merged range'],
    [
      'part of a merge would go',
      { deleteRange: { range: box(2, 3, 0, 4), shiftDimension: 'ROWS' } },
      'merged range',
    ],
    ['no dimension is named', { insertRange: { range: A1 } }, 'No dimension specified.'],
    [
      'the range is outside',
      { deleteRange: { range: box(8, 9, 0, 1), shiftDimension: 'ROWS' } },
      'exceeds grid limits',
    ],
    [
      'a field is not known',
      { insertRange: { range: A1, shiftDimension: 'ROWS', by: 2 } as never },
      'insertRange.by',
    ],
  ])('refuses when %s', async (_, request: api.Schema$Request, words) => {
    const book = await open(OWNER, { mergeCells: { range: box(2, 4, 0, 2) } });
    const { message } = await refusal(book.run(request));
    expect(message).toContain(words);
  });

  it('lets a merge go that is deleted whole, and one move that is shifted whole', async () => {
    const book = await open(
      OWNER,
      { mergeCells: { range: box(1, 2, 0, 2) } },
      { mergeCells: { range: box(3, 5, 0, 2) } },
    );
    await book.run({ deleteRange: { range: box(1, 2, 0, 2), shiftDimension: 'ROWS' } });
    const {
      sheetId: _,
      startColumnIndex: _c,
      ...merge
    } = (await book.get('sheets.merges')).sheets![0]!.merges![0]!;
    expect(merge).toEqual({ startRowIndex: 2, endRowIndex: 4, endColumnIndex: 2 });
  });

  it('keeps from moving what is protected against the caller', async () => {
    const protect = { addProtectedRange: { protectedRange: { range: box(4, 5, 0, 1) } } };
    const book = await open('writer@example.vn', protect);
    const insert = (c: number) =>
      book.run({ insertRange: { range: box(1, 2, c, c + 1), shiftDimension: 'ROWS' } });
    await insert(1);
    expect(await refusal(insert(0))).toMatchObject({ status: 400 });
  });
});
