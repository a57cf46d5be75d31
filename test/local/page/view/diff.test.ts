import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTab } from '../../../../local/page/view/diff.ts';
import { findShift, shiftTab } from '../../../../local/page/view/shift.ts';
import type { CellView, TabView } from '../../../../local/page/view/types.ts';

const EMPTY: TabView = {
  sheetId: 1,
  title: 'Phiếu',
  rowCount: 6,
  columnCount: 3,
  frozenRows: 0,
  frozenColumns: 0,
  gridlines: true,
  rows: {},
  columns: {},
  merges: [],
  cells: [],
  styles: {},
  dropDowns: {},
  closed: [],
  charts: [],
  notShown: [],
};
const tab = (rows: readonly (readonly string[])[], more: Partial<TabView> = {}): TabView => ({
  ...EMPTY,
  cells: rows.map((row) => row.map((shown): CellView | null => (shown === '' ? null : { shown }))),
  ...more,
});

describe('the difference of two states of a tab', () => {
  it('is nothing when nothing differs', () => {
    expect(diffTab(tab([['a']]), tab([['a']]))).toEqual({ cells: [], rows: [], columns: [] });
  });

  it('is every cell, line and property that differs, and those that were touched here', () => {
    const before = tab([['a', 'b'], ['c']], {
      rows: { 0: { size: 30 }, 4: { hidden: true } },
      colour: '#ff0000',
    });
    const after = tab([['a', 'x', 'y']], {
      title: 'Kết quả',
      rowCount: 7,
      frozenRows: 2,
      hidden: true,
      gridlines: false,
      rows: { 0: { size: 30 }, 1: { size: 50 } },
      columns: { 2: { hidden: true } },
      merges: [{ top: 0, left: 0, bottom: 1, right: 2 }],
    });
    expect(
      diffTab(before, after, [
        { row: 0, column: 0 },
        { row: 0, column: 1 },
        { row: 99, column: 0 },
      ]),
    ).toEqual({
      cells: [
        { row: 0, column: 1, cell: { shown: 'x' } },
        { row: 0, column: 2, cell: { shown: 'y' } },
        { row: 1, column: 0, cell: null },
        { row: 0, column: 0, cell: { shown: 'a' } },
      ],
      rows: [
        { index: 1, line: { size: 50 } },
        { index: 4, line: {} },
      ],
      columns: [{ index: 2, line: { hidden: true } }],
      size: { rowCount: 7, columnCount: 3 },
      frozen: { rows: 2, columns: 0 },
      merges: { gone: [], fresh: [{ top: 0, left: 0, bottom: 1, right: 2 }] },
      title: 'Kết quả',
      colour: null,
      hidden: true,
      gridlines: false,
    });
  });
});

describe('lines that came or went elsewhere', () => {
  const before = tab([['1'], ['2'], ['3'], ['4']], { rowCount: 8 });

  it('are found where most lines after one place have moved', () => {
    const after = tab([['1'], ['mới'], ['2'], ['3'], ['bốn']], { rowCount: 9 });
    expect(findShift(before, after)).toEqual({ dimension: 'rows', at: 1, count: 1 });
    expect(findShift(after, before)).toEqual({ dimension: 'rows', at: 1, count: -1 });
  });

  it('are not seen where the tab only got longer', () => {
    const after = tab([['1'], ['2'], ['3'], ['4'], ['5']], { rowCount: 10 });
    expect(findShift(before, after)).toEqual({ dimension: 'rows', at: 8, count: 2 });
    expect(findShift(before, tab([['x'], ['y'], ['z'], ['w']], { rowCount: 9 }))).toBeUndefined();
    expect(findShift(before, before)).toBeUndefined();
  });

  it('take sizes, merges and cells along', () => {
    const given = tab([['a', 'b', 'c'], ['d']], {
      rows: { 1: { size: 40 } },
      columns: { 0: { size: 60 }, 2: { hidden: true } },
      merges: [
        { top: 0, left: 0, bottom: 1, right: 2 },
        { top: 0, left: 2, bottom: 2, right: 3 },
      ],
    });
    expect(shiftTab(given, { dimension: 'columns', at: 1, count: 2 })).toEqual({
      ...given,
      columnCount: 5,
      cells: [[{ shown: 'a' }, null, null, { shown: 'b' }, { shown: 'c' }], [{ shown: 'd' }]],
      columns: { 0: { size: 60 }, 4: { hidden: true } },
      merges: [
        { top: 0, left: 0, bottom: 1, right: 4 },
        { top: 0, left: 4, bottom: 2, right: 5 },
      ],
    });
    expect(shiftTab(given, { dimension: 'columns', at: 2, count: -1 })).toEqual({
      ...given,
      columnCount: 2,
      cells: [[{ shown: 'a' }, { shown: 'b' }], [{ shown: 'd' }]],
      columns: { 0: { size: 60 } },
      merges: [{ top: 0, left: 0, bottom: 1, right: 2 }],
    });
  });

  it('are undone by the opposite, whatever is in the tab', () => {
    const line = fc.array(fc.constantFrom('', 'a', 'b'), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.nat(6),
        fc.integer({ min: 1, max: 4 }),
        (rows, at, count) => {
          const given = tab(rows);
          const longer = shiftTab(given, { dimension: 'rows', at, count });
          const back = shiftTab(longer, { dimension: 'rows', at, count: -count });
          expect([back.rowCount, back.cells]).toEqual([given.rowCount, given.cells]);
        },
      ),
    );
  });
});
