import { expect, it } from 'vitest';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type { TableTab } from '../../../functions/src/domain/publishing/wanted.ts';
import { TinyWorkbook } from './tiny-sheet.ts';

type Row = readonly [name: string, uri: string | undefined];

function tab(rows: readonly Row[]): TableTab {
  return {
    kind: 'table',
    key: 'letters',
    title: 'Thư',
    banner: ['Thư'],
    columns: [
      { key: 'name', header: 'Tên', widthPixels: 100, entry: 'given' },
      { key: 'letter', header: 'Gửi', widthPixels: 100, entry: 'given' },
    ],
    rows: rows.map(([name, uri]) => [name, uri === undefined ? null : 'Soạn thư']),
    links: { column: 'letter', uris: rows.map(([, uri]) => uri) },
    protection: 'given',
  };
}

function deliver(workbook: TinyWorkbook, rows: readonly Row[]) {
  const wanted = { title: 'Sổ', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', tabs: [tab(rows)] };
  const { requests } = planEdits(workbook.current(), wanted);
  workbook.apply(requests);
  return requests;
}

/** By the sheet's row, counted from 0: the header is 1. */
const linksOf = (workbook: TinyWorkbook) => Object.fromEntries(workbook.tabs[0]!.links);

it('links lead where they should, are written once, and follow the rows', () => {
  const workbook = new TinyWorkbook();
  deliver(workbook, [
    ['A', 'mailto:a@x'],
    ['B', undefined],
    ['C', 'mailto:c@x'],
  ]);
  expect(linksOf(workbook)).toEqual({ '2 1': 'mailto:a@x', '4 1': 'mailto:c@x' });
  expect(
    deliver(workbook, [
      ['A', 'mailto:a@x'],
      ['B', undefined],
      ['C', 'mailto:c@x'],
    ]),
  ).toEqual([]);
  deliver(workbook, [['C', 'mailto:c@x']]);
  expect(linksOf(workbook)).toEqual({ '2 1': 'mailto:c@x' });
  deliver(workbook, []);
  expect(linksOf(workbook)).toEqual({});
});

it('links are a format and never a formula', () => {
  const requests = deliver(new TinyWorkbook(), [['=HYPERLINK("x")', 'mailto:a@x?subject=%22']]);
  expect(JSON.stringify(requests)).not.toContain('formulaValue');
});

it('links come back when somebody deletes their column', () => {
  const workbook = new TinyWorkbook();
  deliver(workbook, [['A', 'mailto:a@x']]);
  workbook.tabs[0]!.remove('COLUMNS', 1);
  workbook.tabs[0]!.links.clear();
  deliver(workbook, [['A', 'mailto:a@x']]);
  expect(linksOf(workbook)).toEqual({ '2 1': 'mailto:a@x' });
});
