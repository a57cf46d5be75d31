import fc from 'fast-check';
import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import { ours } from './published-sheet.ts';
import { type TinyTab, TinyWorkbook } from './tiny-sheet.ts';

type Act =
  | { readonly kind: 'insert' | 'delete' | 'hide'; readonly column: number }
  | { readonly kind: 'move'; readonly column: number; readonly to: number }
  | { readonly kind: 'sort'; readonly column: number }
  | { readonly kind: 'rename'; readonly title: string }
  | { readonly kind: 'row' | 'lose_header' | 'lose_tab' | 'unprotect'; readonly row: number }
  | { readonly kind: 'type'; readonly row: number; readonly column: number; readonly value: CellValue };

const at = fc.nat({ max: 9 });
const gentle = [
  fc.record({ kind: fc.constantFrom('insert' as const, 'hide' as const), column: at }),
  fc.record({ kind: fc.constant('move' as const), column: at, to: at }),
  fc.record({ kind: fc.constant('sort' as const), column: at }),
  fc.record({ kind: fc.constant('rename' as const), title: fc.constantFrom('Bảng của tôi', 'X', 'Trang') }),
  fc.record({
    kind: fc.constantFrom('row' as const, 'lose_header' as const, 'unprotect' as const),
    row: fc.nat({ max: 3 }),
  }),
];
export const someGentleVandalism: fc.Arbitrary<Act> = fc.oneof(...gentle);
export const someVandalism: fc.Arbitrary<Act> = fc.oneof(
  ...gentle,
  fc.record({ kind: fc.constant('delete' as const), column: at }),
  fc.record({ kind: fc.constant('lose_tab' as const), row: at }),
  fc.record({
    kind: fc.constant('type' as const),
    row: fc.nat({ max: 12 }),
    column: at,
    value: fc.constantFrom<CellValue>('x', 5, true, null, '=A1'),
  }),
);
export const someRows = fc.array(
  fc.tuple(
    fc.nat({ max: 50 }),
    fc.constantFrom('Xã An Đức', '=1+1', 'Ảnh', "'a"),
    fc.double({ noNaN: true, min: -5, max: 110 }),
  ),
  { maxLength: 8 },
);

export function vandalise(sheet: TinyWorkbook, act: Act): void {
  const tab = ours(sheet);
  if (!tab) return;
  const column = 'column' in act ? act.column % tab.columns.length : 0;
  switch (act.kind) {
    case 'insert': {
      tab.insert('COLUMNS', column);
      // A column of theirs, from the header down: nothing above it that a banner could be mistaken for.
      tab.cells.forEach((_, row) => void (row < 8 && tab.set(row, column, `của tôi ${row}`)));
      return;
    }
    case 'delete':
      if (tab.columns.length > 1) tab.remove('COLUMNS', column);
      return;
    case 'hide':
      tab.columns[column]!.hiddenByUser = true;
      return;
    case 'move':
      tab.moveColumn(column, act.to % tab.columns.length);
      return;
    case 'sort': {
      const start = tab.headerRow() + 1;
      if (start === 0) return; // with the header gone there is no telling rows from banner
      const body = tab.cells.splice(start);
      body.sort((a, b) => String(b[column] ?? '').localeCompare(String(a[column] ?? '')));
      tab.cells.push(...body);
      return;
    }
    case 'rename':
      tab.title = act.title;
      return;
    case 'row':
      tab.insert('ROWS', act.row);
      return;
    case 'lose_header': {
      const header = tab.headerRow();
      if (header >= 0) tab.remove('ROWS', header);
      return;
    }
    case 'lose_tab':
      sheet.tabs = [...sheet.tabs.filter((it) => it !== tab), makeForeign()];
      return;
    case 'unprotect':
      tab.protections.clear();
      return;
    case 'type':
      if (tab.columns[column]!.marks.length > 0) tab.set(act.row, column, act.value);
  }
}

function makeForeign(): TinyTab {
  const { tabs } = new TinyWorkbook();
  tabs[0]!.set(0, 0, 'của tôi');
  return tabs[0]!;
}
