import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type { WantedWorkbook } from '../../../functions/src/domain/publishing/wanted.ts';
import { FORM, fillForm, formRows, published, table, withRows } from './published-sheet.ts';
import { TinyWorkbook } from './tiny-sheet.ts';
import { someGentleVandalism, vandalise } from './vandalised-sheet.ts';

describe('planEdits for a form', () => {
  it('never overwrites what people filled', () => {
    const sheet = published(FORM);
    fillForm(sheet, { A1: 7, A2: '=x' });
    const changed = withRows(FORM, [
      ['A1', 'Tiêu chí một (sửa)', 'gợi ý', null],
      ['A2', 'Tiêu chí hai', null, null],
      ['A4', 'Tiêu chí bốn', 4, null],
    ]);
    sheet.apply(planEdits(sheet.current(), changed).requests);
    expect(formRows(sheet)).toEqual([
      ['A1', 'Tiêu chí một (sửa)', 7, null],
      ['A2', 'Tiêu chí hai', '=x', null],
      [null, null, null, null],
      ['A4', 'Tiêu chí bốn', 4, null],
    ]);
    expect(planEdits(sheet.current(), changed).requests).toEqual([]);
  });

  it('keeps answers beside their criterion when somebody sorted the form', () => {
    const sheet = published(FORM);
    fillForm(sheet, { A1: 1, A2: 2, A3: 3 });
    const { cells } = sheet.tabs[0]!;
    [cells[2], cells[4]] = [cells[4]!, cells[2]!];
    expect(planEdits(sheet.current(), FORM).requests).toEqual([]);
  });

  it('keeps answers beside their criterion when somebody deleted the column of codes', () => {
    const sheet = published(FORM);
    fillForm(sheet, { A1: 1, A2: 2, A3: 3 });
    sheet.tabs[0]!.remove('COLUMNS', 0);
    sheet.apply(planEdits(sheet.current(), FORM).requests);
    expect(formRows(sheet)).toEqual([
      ['A1', 'Tiêu chí một', 1, null],
      ['A2', 'Tiêu chí hai', 2, null],
      ['A3', 'Tiêu chí ba', 3, null],
    ]);
  });

  it('starts anew when it is for another period', () => {
    const sheet = published(FORM);
    fillForm(sheet, { A1: 1, A2: 2 });
    const next = { ...FORM, tabs: [{ ...table(FORM), filledFor: '2024-04' }] };
    sheet.apply(planEdits(sheet.current(), next).requests);
    expect(formRows(sheet)).toEqual(table(FORM).rows);
    expect(planEdits(sheet.current(), next).requests).toEqual([]);
  });

  it('closes given columns and headers to typing, and leaves filled cells open', () => {
    const sheet = published(FORM);
    expect([...sheet.tabs[0]!.protections.values()]).toEqual([
      { startColumnIndex: 0, endColumnIndex: 2 },
      { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 4 },
    ]);
  });

  it('moves protections along when somebody put a column of their own inside', () => {
    const sheet = published(FORM);
    sheet.tabs[0]!.insert('COLUMNS', 1);
    sheet.apply(planEdits(sheet.current(), FORM).requests);
    expect([...sheet.tabs[0]!.protections.values()]).toEqual([
      { startColumnIndex: 0, endColumnIndex: 1 },
      { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 3, endColumnIndex: 5 },
      { startColumnIndex: 2, endColumnIndex: 3 },
    ]);
  });

  it('closes a past form as a whole, opens it again, and never makes one that is gone', () => {
    const sheet = published(FORM);
    fillForm(sheet, { A1: 1 });
    const past: WantedWorkbook = { ...FORM, tabs: [{ kind: 'kept', key: table(FORM).key }] };
    const before = structuredClone(sheet.tabs[0]!.cells);
    sheet.apply(planEdits(sheet.current(), past).requests);
    expect(sheet.tabs[0]!.cells).toEqual(before);
    expect([...sheet.tabs[0]!.protections.values()]).toContainEqual({});
    expect(planEdits(sheet.current(), past).requests).toEqual([]);

    sheet.apply(planEdits(sheet.current(), FORM).requests);
    expect([...sheet.tabs[0]!.protections.values()]).not.toContainEqual({});
    expect(
      planEdits(new TinyWorkbook().current(), { ...past, locale: 'en_US', timeZone: 'Etc/GMT' }).requests,
    ).toEqual([]);
  });

  it('says in a closed tab why it is closed, unless people took that place away', () => {
    const saying = (row: number, column: string): WantedWorkbook => ({
      ...FORM,
      tabs: [{ kind: 'kept', key: table(FORM).key, line: { row, column, text: 'closed' } }],
    });
    const [column] = table(FORM).columns;
    const sheet = published(FORM);
    const before = sheet.tabs[0]!.cells.map((row) => [...row]);
    sheet.apply(planEdits(sheet.current(), saying(0, column!.key)).requests);
    before[0]![0] = 'closed';
    expect(sheet.tabs[0]!.cells.map((row) => [...row])).toEqual(before);
    expect(planEdits(sheet.current(), saying(0, column!.key)).requests).toEqual([]);
    // Below the banner, or in a column that is gone: the table's cells are nobody's to write.
    expect(planEdits(sheet.current(), saying(table(FORM).banner.length, column!.key)).requests).toEqual([]);
    expect(planEdits(sheet.current(), saying(0, 'gone')).requests).toEqual([]);
  });

  it('keeps every answer beside its criterion whatever people did', () => {
    fc.assert(
      fc.property(fc.array(someGentleVandalism, { maxLength: 10 }), (acts) => {
        const sheet = published(FORM);
        fillForm(sheet, { A1: 1, A2: 2, A3: 3 });
        for (const act of acts) vandalise(sheet, act);
        sheet.apply(planEdits(sheet.current(), FORM).requests);
        const rows = formRows(sheet);
        for (const [code, answer] of [
          ['A1', 1],
          ['A2', 2],
          ['A3', 3],
        ])
          expect(rows.filter((row) => row[0] === code).map((row) => row[2])).toEqual([answer]);
        expect(planEdits(sheet.current(), FORM).requests).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
