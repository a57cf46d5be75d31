import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type {
  TableTab,
  WantedColumn,
  WantedWorkbook,
} from '../../../functions/src/domain/publishing/wanted.ts';
import { type TinyTab, TinyWorkbook } from './tiny-sheet.ts';

export const GREEN = { red: 0, green: 1, blue: 0 };

export const RANKING: WantedWorkbook = {
  title: 'Tổng hợp',
  locale: 'vi_VN',
  timeZone: 'Asia/Ho_Chi_Minh',
  tabs: [
    {
      kind: 'table',
      key: 'ranking:XA',
      title: 'Xếp hạng',
      banner: ['Tháng 03/2024'],
      columns: [
        column('place', 'Hạng'),
        column('name', 'Đơn vị'),
        { ...column('points', 'Điểm'), format: { kind: 'number', pattern: '0.00' } },
      ],
      rows: [
        [1, 'Xã An Đức', 97.5],
        [2, 'Xã Mỹ Hòa', 90],
        [3, '=HYPERLINK("x")', 80.25],
      ],
      protection: 'given',
    },
  ],
};

export const FORM: WantedWorkbook = {
  ...RANKING,
  tabs: [
    {
      kind: 'table',
      key: 'form:2024-03',
      title: 'Phiếu 03-2024',
      banner: ['Phiếu'],
      columns: [
        column('code', 'Mã'),
        column('name', 'Tiêu chí'),
        { ...column('reported', 'Tự chấm'), entry: 'filled' },
        { ...column('note', 'Ghi chú'), entry: 'filled' },
      ],
      rows: [
        ['A1', 'Tiêu chí một', null, null],
        ['A2', 'Tiêu chí hai', null, null],
        ['A3', 'Tiêu chí ba', null, null],
      ],
      rowKey: ['code'],
      filledFor: '2024-03',
      protection: 'given',
    },
  ],
};

export function column(key: string, header: string): WantedColumn {
  return { key, header, widthPixels: 100, entry: 'given' };
}

export function table(wanted: WantedWorkbook): TableTab {
  return wanted.tabs[0] as TableTab;
}

export function withRows(wanted: WantedWorkbook, rows: readonly (readonly CellValue[])[]): WantedWorkbook {
  return { ...wanted, tabs: [{ ...table(wanted), rows }] };
}

export function withColumn(
  wanted: WantedWorkbook,
  index: number,
  change: Partial<WantedColumn>,
): WantedWorkbook {
  const columns = table(wanted).columns.map((it, i) => (i === index ? { ...it, ...change } : it));
  return { ...wanted, tabs: [{ ...table(wanted), columns }] };
}

export function published(wanted: WantedWorkbook): TinyWorkbook {
  const sheet = new TinyWorkbook();
  sheet.apply(planEdits(sheet.current(), wanted).requests);
  return sheet;
}

export function ours(sheet: TinyWorkbook): TinyTab {
  return sheet.tabs.find((tab) => tab.marks.some((mark) => mark.key === 'dien-hinh.tab'))!;
}

/** Banner, header and rows as one who looks only at our columns sees them. */
export function ourView(sheet: TinyWorkbook, tab: TableTab) {
  const sheetTab = ours(sheet);
  const positions = tab.columns.map(({ key }) => sheetTab.columnNamed(key));
  const rows = sheetTab.cells
    .slice(sheetTab.headerRow())
    .map((row) => positions.map((at) => row[at] ?? null));
  return {
    banner: sheetTab.cells.slice(0, sheetTab.headerRow()).flatMap((row) => row[positions[0]!] ?? []),
    rows: rows.filter((row) => row.some((cell) => cell !== null)),
  };
}

export function wantedView(tab: TableTab) {
  return { banner: tab.banner, rows: [tab.columns.map(({ header }) => header), ...tab.rows] };
}

export function foreignCells(sheet: TinyWorkbook) {
  return sheet.tabs
    .flatMap((tab) => {
      const columns = tab.columns.flatMap(({ marks }, at) => (marks.length > 0 ? [] : [at]));
      return columns.map((at) => tab.cells.map((row) => row[at]).filter((cell) => cell !== null));
    })
    .filter((cells) => cells.length > 0);
}

export function fillForm(sheet: TinyWorkbook, answers: Readonly<Record<string, CellValue>>): void {
  const tab = ours(sheet);
  const [code, reported] = [tab.columnNamed('code'), tab.columnNamed('reported')];
  tab.cells.forEach((row, at) => {
    const answer = answers[row[code] as string];
    if (answer !== undefined) tab.set(at, reported, answer);
  });
}

export function formRows(sheet: TinyWorkbook): unknown[][] {
  const tab = ours(sheet);
  const positions = table(FORM).columns.map(({ key }) => tab.columnNamed(key));
  const rows = tab.cells.slice(tab.headerRow() + 1).map((row) => positions.map((at) => row[at] ?? null));
  return rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell !== null)) + 1);
}
