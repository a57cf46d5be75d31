import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type {
  TableTab,
  WantedColumn,
  WantedWorkbook,
} from '../../../functions/src/domain/publishing/wanted.ts';
import { type TinyTab, TinyWorkbook } from './tiny-sheet.ts';

describe('planEdits', () => {
  it('gives an empty plan when nothing changed', () => {
    const sheet = published(RANKING);
    expect(planEdits(sheet.current(), RANKING)).toEqual({ requests: [] });
  });

  it('neither doubles nor mangles ids when a summary is written a second time', () => {
    const ids = ['0042', '1E5', '1/2', 'X29110', '007.10', "'9"];
    const wanted = withRows(
      RANKING,
      ids.map((id, i) => [i + 1, id, 90]),
    );
    const sheet = published(wanted);
    for (let run = 0; run < 2; run++) {
      const again = planEdits(sheet.current(), wanted);
      sheet.apply(again.requests);
      expect([again.requests, ourView(sheet, table(wanted))]).toEqual([[], wantedView(table(wanted))]);
    }
    const fewer = withRows(wanted, table(wanted).rows.slice(1));
    sheet.apply(planEdits(sheet.current(), fewer).requests);
    expect(ourView(sheet, table(fewer))).toEqual(wantedView(table(fewer)));
  });

  it('replaces the empty tab of a new file', () => {
    const sheet = published(RANKING);
    expect(sheet.tabs.map((tab) => [tab.title, tab.frozenRows])).toEqual([['Xếp hạng', 2]]);
    expect(ourView(sheet, table(RANKING))).toEqual(wantedView(table(RANKING)));
  });

  it('writes one cell when one cell changed', () => {
    const sheet = published(RANKING);
    const changed = withRows(RANKING, [
      [1, 'Xã An Đức', 97.5],
      [2, 'Xã Mỹ Hòa', 95],
      [3, '=HYPERLINK("x")', 80.25],
    ]);
    expect(planEdits(sheet.current(), changed).requests).toEqual([
      {
        updateCells: {
          start: { sheetId: expect.any(Number), rowIndex: 3, columnIndex: 2 },
          rows: [{ values: [{ userEnteredValue: { numberValue: 95 } }] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
  });

  it('writes near changes as one rectangle and far ones apart', () => {
    const numbers = (changed: readonly number[]) =>
      Array.from({ length: 30 }, (_, i) => [i, 'Xã', changed.includes(i) ? 1 : 0]);
    const sheet = published(withRows(RANKING, numbers([])));
    const { requests } = planEdits(sheet.current(), withRows(RANKING, numbers([1, 4, 5, 9])));
    expect(
      requests.map((request) =>
        'updateCells' in request
          ? [request.updateCells.start.rowIndex, request.updateCells.rows.length]
          : request,
      ),
    ).toEqual([
      [3, 5],
      [11, 1],
    ]);
    sheet.apply(requests);
    expect(planEdits(sheet.current(), withRows(RANKING, numbers([1, 4, 5, 9]))).requests).toEqual([]);
  });

  it('plans a hundred thousand rows', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => [i, 'Xã', i]);
    const { requests } = planEdits(new TinyWorkbook().current(), withRows(RANKING, rows));
    expect(requests.filter((request) => 'updateCells' in request)).toHaveLength(2);
  });

  it('writes text that begins with "=" as text', () => {
    const written = JSON.stringify(planEdits(new TinyWorkbook().current(), RANKING));
    expect(written).toContain('{"stringValue":"=HYPERLINK(\\"x\\")"}');
    expect(written).not.toContain('formulaValue');
  });

  it('puts a literal where somebody put a formula that shows the same', () => {
    const sheet = published(RANKING);
    sheet.tabs[0]!.set(2, 2, { formula: '=97,5' });
    sheet.apply(planEdits(sheet.current(), RANKING).requests);
    expect(ourView(sheet, table(RANKING))).toEqual(wantedView(table(RANKING)));
  });

  it('clears rows that are no longer wanted and adds rows that do not fit', () => {
    const sheet = published(RANKING);
    for (const rows of [[], Array.from({ length: 300 }, (_, i) => [i, `Xã ${i}`, i / 4])]) {
      const wanted = withRows(RANKING, rows);
      sheet.apply(planEdits(sheet.current(), wanted).requests);
      expect(ourView(sheet, table(wanted))).toEqual(wantedView(table(wanted)));
    }
  });

  it('colours no text that Google would read as a formula', () => {
    const colours = ['=IMPORTXML("x")', '+1', 'Tốt'].map((text) => ({ text, colour: GREEN }));
    const sheet = published(withColumn(RANKING, 2, { colours }));
    expect(sheet.tabs[0]!.rules.map(({ says }) => says)).toEqual(['TEXT_EQ Tốt']);
  });

  it('leaves the width and hiding of a column to people once it is made', () => {
    const sheet = published(RANKING);
    Object.assign(sheet.tabs[0]!.columns[1]!, { pixelSize: 333, hiddenByUser: true });
    sheet.apply(planEdits(sheet.current(), withRows(RANKING, [])).requests);
    expect(sheet.tabs[0]!.columns[1]).toMatchObject({ pixelSize: 333, hiddenByUser: true });
  });

  it('dresses a column again when its description changed, and only then', () => {
    const sheet = published(RANKING);
    const changed = withColumn(RANKING, 1, { note: 'Tên đơn vị' });
    const first = planEdits(sheet.current(), changed).requests;
    expect(first.map((request) => Object.keys(request)[0])).toEqual([
      'repeatCell',
      'repeatCell',
      'updateDeveloperMetadata',
    ]);
    sheet.apply(first);
    expect(planEdits(sheet.current(), changed).requests).toEqual([]);
  });

  it('replaces the colours of grades when grades change, and keeps the rules of others', () => {
    const sheet = published(withColumn(RANKING, 1, { colours: [{ text: 'Tốt', colour: GREEN }] }));
    const theirs = {
      ranges: [{ startColumnIndex: 2, endColumnIndex: 3 }],
      by: 'text' as const,
      says: 'theirs',
    };
    sheet.tabs[0]!.rules.push(theirs);
    sheet.apply(
      planEdits(sheet.current(), withColumn(RANKING, 1, { colours: [{ text: 'Khá', colour: GREEN }] }))
        .requests,
    );
    expect(sheet.tabs[0]!.rules.map(({ says }) => says)).toEqual(['TEXT_EQ Khá', 'theirs']);
  });

  it('takes a column of its own away when it is no longer wanted', () => {
    const sheet = published(RANKING);
    sheet.tabs[0]!.insert('COLUMNS', 0);
    sheet.tabs[0]!.set(4, 0, 'của tôi');
    const { columns, rows } = table(RANKING);
    const changed = {
      ...RANKING,
      tabs: [
        {
          ...table(RANKING),
          columns: [columns[0]!, columns[2]!],
          rows: rows.map((row) => [row[0]!, row[2]!]),
        },
      ],
    };
    sheet.apply(planEdits(sheet.current(), changed).requests);
    expect(sheet.tabs[0]!.columns).toHaveLength(3);
    expect(ourView(sheet, table(changed))).toEqual(wantedView(table(changed)));
    expect(foreignCells(sheet)).toEqual([['của tôi']]);
    expect(planEdits(sheet.current(), changed).requests).toEqual([]);
  });

  it('follows the colours of a column that others came before, or that goes', () => {
    const coloured = withColumn(RANKING, 2, { colours: [{ text: 'Tốt', colour: GREEN }] });
    const sheet = published(coloured);
    sheet.tabs[0]!.rules.push({
      ranges: [{ startColumnIndex: 1, endColumnIndex: 2 }],
      by: 'text',
      says: 'của tôi',
    });
    const [place, name, points] = table(coloured).columns;
    const wider = {
      ...coloured,
      tabs: [
        {
          ...table(coloured),
          columns: [
            place!,
            column('grade', 'Loại'),
            name!,
            { ...points!, colours: [{ text: 'Khá', colour: GREEN }] },
          ],
          rows: [],
        },
      ],
    };
    sheet.apply(planEdits(sheet.current(), wider).requests);
    expect(sheet.tabs[0]!.rules.map(({ ranges, says }) => [ranges[0]!.startColumnIndex, says])).toEqual([
      [3, 'TEXT_EQ Khá'],
      [2, 'của tôi'],
    ]);
    const narrower = { ...wider, tabs: [{ ...wider.tabs[0]!, columns: [column('other', 'Khác')] }] };
    sheet.apply(planEdits(sheet.current(), narrower).requests);
    expect(sheet.tabs[0]!.rules).toEqual([]);
    expect([...sheet.tabs[0]!.protections.values()]).toEqual([{ startColumnIndex: 0, endColumnIndex: 1 }]);
    expect(planEdits(sheet.current(), narrower).requests).toEqual([]);
  });

  it('gives a tab another title when its own is taken by a tab of somebody else', () => {
    const sheet = new TinyWorkbook();
    sheet.tabs[0]!.title = 'xếp HẠNG';
    sheet.tabs[0]!.set(0, 0, 'của tôi');
    sheet.apply(planEdits(sheet.current(), RANKING).requests);
    expect(sheet.tabs.map((tab) => tab.title)).toEqual(['Xếp hạng (2)', 'xếp HẠNG']);
  });

  it('takes the tab it made for its own when somebody copied it', () => {
    const sheet = published(RANKING);
    const [own] = sheet.tabs;
    const copy = Object.assign(Object.create(Object.getPrototypeOf(own)), structuredClone(own), {
      sheetId: 5,
      title: 'Bản sao',
    });
    copy.marks = copy.marks.map((mark: { id: number }) => ({ ...mark, id: mark.id + 1 }));
    sheet.tabs.unshift(copy);
    expect(planEdits(sheet.current(), RANKING).requests).toEqual([]);
  });

  it('asks for the same ids when two deliverers plan the same creation, so that the second is refused', () => {
    const sheet = new TinyWorkbook();
    const [one, two] = [planEdits(sheet.current(), RANKING), planEdits(sheet.current(), RANKING)];
    sheet.apply(one.requests);
    expect(() => sheet.apply(two.requests)).toThrow('exists');
  });

  it('makes whole again whatever people did, and leaves their columns alone', () => {
    fc.assert(
      fc.property(fc.array(someVandalism, { maxLength: 12 }), someRows, someRows, (acts, before, after) => {
        const sheet = published(withRows(RANKING, before));
        for (const act of acts) vandalise(sheet, act);
        const theirs = foreignCells(sheet);
        const wanted = withRows(RANKING, after);
        sheet.apply(planEdits(sheet.current(), wanted).requests);
        expect(ourView(sheet, table(wanted))).toEqual(wantedView(table(wanted)));
        expect(foreignCells(sheet)).toEqual(theirs);
        expect(planEdits(sheet.current(), wanted).requests).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

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

const GREEN = { red: 0, green: 1, blue: 0 };

const RANKING: WantedWorkbook = {
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

const FORM: WantedWorkbook = {
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

function column(key: string, header: string): WantedColumn {
  return { key, header, widthPixels: 100, entry: 'given' };
}

function table(wanted: WantedWorkbook): TableTab {
  return wanted.tabs[0] as TableTab;
}

function withRows(wanted: WantedWorkbook, rows: readonly (readonly CellValue[])[]): WantedWorkbook {
  return { ...wanted, tabs: [{ ...table(wanted), rows }] };
}

function withColumn(wanted: WantedWorkbook, index: number, change: Partial<WantedColumn>): WantedWorkbook {
  const columns = table(wanted).columns.map((it, i) => (i === index ? { ...it, ...change } : it));
  return { ...wanted, tabs: [{ ...table(wanted), columns }] };
}

function published(wanted: WantedWorkbook): TinyWorkbook {
  const sheet = new TinyWorkbook();
  sheet.apply(planEdits(sheet.current(), wanted).requests);
  return sheet;
}

function ours(sheet: TinyWorkbook): TinyTab {
  return sheet.tabs.find((tab) => tab.marks.some((mark) => mark.key === 'dien-hinh.tab'))!;
}

/** Banner, header and rows as one who looks only at our columns sees them. */
function ourView(sheet: TinyWorkbook, tab: TableTab) {
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

function wantedView(tab: TableTab) {
  return { banner: tab.banner, rows: [tab.columns.map(({ header }) => header), ...tab.rows] };
}

function foreignCells(sheet: TinyWorkbook) {
  return sheet.tabs
    .flatMap((tab) => {
      const columns = tab.columns.flatMap(({ marks }, at) => (marks.length > 0 ? [] : [at]));
      return columns.map((at) => tab.cells.map((row) => row[at]).filter((cell) => cell !== null));
    })
    .filter((cells) => cells.length > 0);
}

function fillForm(sheet: TinyWorkbook, answers: Readonly<Record<string, CellValue>>): void {
  const tab = ours(sheet);
  const [code, reported] = [tab.columnNamed('code'), tab.columnNamed('reported')];
  tab.cells.forEach((row, at) => {
    const answer = answers[row[code] as string];
    if (answer !== undefined) tab.set(at, reported, answer);
  });
}

function formRows(sheet: TinyWorkbook): unknown[][] {
  const tab = ours(sheet);
  const positions = table(FORM).columns.map(({ key }) => tab.columnNamed(key));
  const rows = tab.cells.slice(tab.headerRow() + 1).map((row) => positions.map((at) => row[at] ?? null));
  return rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell !== null)) + 1);
}

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
const someGentleVandalism: fc.Arbitrary<Act> = fc.oneof(...gentle);
const someVandalism: fc.Arbitrary<Act> = fc.oneof(
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
const someRows = fc.array(
  fc.tuple(
    fc.nat({ max: 50 }),
    fc.constantFrom('Xã An Đức', '=1+1', 'Ảnh', "'a"),
    fc.double({ noNaN: true, min: -5, max: 110 }),
  ),
  { maxLength: 8 },
);

function vandalise(sheet: TinyWorkbook, act: Act): void {
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
