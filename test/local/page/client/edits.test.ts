import { describe, expect, it } from 'vitest';
import { cellEdits } from '../../../../local/page/client/book/edits/cell-edits.ts';
import { fillCells } from '../../../../local/page/client/book/edits/fill.ts';
import { formatEdit } from '../../../../local/page/client/book/edits/format-edit.ts';
import { parsePlain, squared } from '../../../../local/page/client/book/edits/paste-text.ts';
import { structureEdit } from '../../../../local/page/client/book/edits/structure-edits.ts';
import { blocksOf } from '../../../../local/page/edits.ts';

describe('a pasted text', () => {
  it.each([
    ['12', [['12']]],
    [
      'a\tb\r\nc\t\r\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['"hai\ndòng"\t"nói ""có"""', [['hai\ndòng', 'nói "có"']]],
    ['"một ô có nháy"', [['"một ô có nháy"']]],
    ['5"\t6"', [['5"', '6"']]],
    ['"chưa đóng\tb', [['"chưa đóng', 'b']]],
    [
      '\t\n\tx',
      [
        ['', ''],
        ['', 'x'],
      ],
    ],
    ['a\n\nb\n', [['a'], [''], ['b']]],
    ['', [['']]],
  ])('%j is cells', (text, cells) => {
    expect(parsePlain(text)).toEqual(cells);
  });

  it('is squared before it is written', () => {
    expect(squared([['a'], ['b', 'c'], []])).toEqual([
      ['a', ''],
      ['b', 'c'],
      ['', ''],
    ]);
  });
});

describe('the fill handle', () => {
  const grid = [
    ['1', '2,5', 'Có', '=A1*$B$1'],
    ['2', '3', 'Không', '=A2*$B$1'],
    ['3', '9', '', ''],
  ];
  const read = (row: number, column: number) => grid[row]?.[column] ?? '';
  const box = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
  const texts = (source: ReturnType<typeof box>, target: ReturnType<typeof box>) =>
    fillCells(source, target, ',', read).map(({ row, column, text }) => [row, column, text]);

  it('carries equal steps on, exactly', () => {
    expect(texts(box(0, 0, 2, 1), box(0, 0, 4, 1))).toEqual([
      [2, 0, '3'],
      [3, 0, '4'],
    ]);
    expect(texts(box(0, 1, 2, 2), box(0, 1, 4, 2))).toEqual([
      [2, 1, '3,5'],
      [3, 1, '4'],
    ]);
  });

  it('repeats what is no series: one number, unequal steps, texts', () => {
    expect(texts(box(0, 0, 1, 1), box(0, 0, 3, 1))).toEqual([
      [1, 0, '1'],
      [2, 0, '1'],
    ]);
    expect(texts(box(0, 1, 3, 2), box(0, 1, 5, 2))).toEqual([
      [3, 1, '2,5'],
      [4, 1, '3'],
    ]);
    expect(texts(box(0, 2, 2, 3), box(0, 2, 5, 3))).toEqual([
      [2, 2, 'Có'],
      [3, 2, 'Không'],
      [4, 2, 'Có'],
    ]);
  });

  it('takes formulas along, also upwards and to the side', () => {
    expect(texts(box(0, 3, 2, 4), box(0, 3, 4, 4))).toEqual([
      [2, 3, '=A3*$B$1'],
      [3, 3, '=A4*$B$1'],
    ]);
    expect(texts(box(1, 3, 2, 4), box(0, 3, 2, 4))).toEqual([[0, 3, '=A1*$B$1']]);
    expect(texts(box(0, 3, 1, 4), box(0, 3, 1, 6))).toEqual([
      [0, 4, '=B1*$B$1'],
      [0, 5, '=C1*$B$1'],
    ]);
  });
});

describe('cells that somebody changed', () => {
  it('are sent as typed, then their looks as rectangles', () => {
    const bold = { format: { textFormat: { bold: true } }, fields: 'textFormat.bold' };
    const cells = [
      { row: 2, column: 1, text: '12,5', format: bold },
      { row: 2, column: 2, format: bold },
      { row: 3, column: 1, format: bold },
      { row: 3, column: 2, text: '', format: bold },
    ];
    expect(cellEdits(7, cells)).toEqual([
      {
        kind: 'values',
        sheetId: 7,
        cells: [
          { row: 2, column: 1, text: '12,5' },
          { row: 3, column: 2, text: '' },
        ],
      },
      {
        kind: 'requests',
        requests: [
          {
            repeatCell: {
              range: { sheetId: 7, startRowIndex: 2, endRowIndex: 4, startColumnIndex: 1, endColumnIndex: 3 },
              cell: { userEnteredFormat: { textFormat: { bold: true } } },
              fields: 'userEnteredFormat.textFormat.bold',
            },
          },
        ],
      },
    ]);
  });

  it('are few blocks of values', () => {
    const cells = [
      [1, 0],
      [0, 0],
      [0, 1],
      [1, 1],
      [3, 3],
    ].map(([row, column]) => ({ row: row!, column: column!, text: `${row}${column}` }));
    expect(blocksOf(cells)).toEqual([
      {
        top: 0,
        left: 0,
        rows: [
          ['00', '01'],
          ['10', '11'],
        ],
      },
      { top: 3, left: 3, rows: [['33']] },
    ]);
  });
});

describe('a changed look', () => {
  it('names what was set and what was taken away', () => {
    const before = { bg: { rgb: '#ffffff' }, bl: 1, ht: 2 };
    const after = {
      cl: { rgb: 'rgb(255, 0, 51)' },
      bl: 0,
      ht: 2,
      tb: 3,
      bd: { b: { s: 1, cl: { rgb: '#000000' } } },
      ff: 'Roboto',
      fs: 12,
    };
    expect(formatEdit(before, after as never)).toEqual({
      format: {
        textFormat: {
          foregroundColor: { red: 1, green: 0, blue: 0.2 },
          bold: false,
          fontFamily: 'Roboto',
          fontSize: 12,
        },
        wrapStrategy: 'WRAP',
        borders: { bottom: { style: 'SOLID', color: { red: 0, green: 0, blue: 0 } } },
      },
      fields:
        'backgroundColor,textFormat.foregroundColor,textFormat.bold,textFormat.fontFamily,textFormat.fontSize,wrapStrategy,borders',
    });
    expect(formatEdit({ bl: 1 }, { bl: 1 })).toBeUndefined();
  });
});

describe('a changed structure', () => {
  const rows = (startRow: number, endRow: number) => ({ startRow, endRow, startColumn: 0, endColumn: 7 });

  it('is requests, and what came or went', () => {
    expect(structureEdit('sheet.mutation.insert-row', { subUnitId: '7', range: rows(3, 4) })).toEqual({
      requests: [
        {
          insertDimension: {
            range: { sheetId: 7, dimension: 'ROWS', startIndex: 3, endIndex: 5 },
            inheritFromBefore: true,
          },
        },
      ],
      shift: { dimension: 'rows', at: 3, count: 2 },
    });
    expect(structureEdit('sheet.mutation.remove-rows', { subUnitId: '7', range: rows(0, 0) })).toEqual({
      requests: [
        { deleteDimension: { range: { sheetId: 7, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
      ],
      shift: { dimension: 'rows', at: 0, count: -1 },
    });
    expect(
      structureEdit('sheet.mutation.set-worksheet-row-height', {
        subUnitId: '7',
        ranges: [rows(1, 3)],
        rowHeight: { 1: 30, 2: 30, 3: 50.4 },
      }),
    ).toEqual({
      requests: [
        [1, 3, 30],
        [3, 4, 50],
      ].map(([startIndex, endIndex, pixelSize]) => ({
        updateDimensionProperties: {
          range: { sheetId: 7, dimension: 'ROWS', startIndex, endIndex },
          properties: { pixelSize },
          fields: 'pixelSize',
        },
      })),
    });
  });

  it('may be nothing for the server', () => {
    expect(structureEdit('sheet.mutation.set-worksheet-row-auto-height', {})).toEqual({ requests: [] });
  });

  it('is not done when the API has no words for it', () => {
    expect(structureEdit('sheet.mutation.move-range', {})).toBeUndefined();
    expect(structureEdit('constructor', {})).toBeUndefined();
  });
});
