import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import {
  column,
  foreignCells,
  GREEN,
  ourView,
  published,
  RANKING,
  table,
  wantedView,
  withColumn,
  withRows,
} from './published-sheet.ts';
import { TinyWorkbook } from './tiny-sheet.ts';
import { someRows, someVandalism, vandalise } from './vandalised-sheet.ts';

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
