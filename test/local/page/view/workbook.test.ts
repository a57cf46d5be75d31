import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/index.js';
import { describe, expect, it } from 'vitest';
import type { TabView } from '../../../../local/page/view/types.ts';
import { viewWorkbook } from '../../../../local/page/view/workbook.ts';

const text = (shown: string, more: api.Schema$CellData = {}): api.Schema$CellData => ({
  userEnteredValue: { stringValue: shown },
  effectiveValue: { stringValue: shown },
  formattedValue: shown,
  ...more,
});
const number = (value: number, shown: string, more: api.Schema$CellData = {}): api.Schema$CellData => ({
  userEnteredValue: { numberValue: value },
  effectiveValue: { numberValue: value },
  formattedValue: shown,
  ...more,
});

function tabOf(sheet: api.Schema$Sheet, others: readonly api.Schema$Sheet[] = []): TabView {
  const properties = {
    sheetId: 7,
    title: 'Phiếu',
    index: 0,
    gridProperties: { rowCount: 10, columnCount: 6 },
    ...sheet.properties,
  };
  const [tab] = viewWorkbook(
    {
      spreadsheetId: 'x',
      properties: { title: 'Sổ', locale: 'vi_VN' },
      sheets: [{ ...sheet, properties }, ...others],
    },
    true,
  ).tabs;
  return tab!;
}
const cellsOf = (rows: readonly api.Schema$CellData[][], more: api.Schema$Sheet = {}): TabView =>
  tabOf({ data: [{ rowData: rows.map((values) => ({ values })) }], ...more });
/** A cell with its style in place of the key. */
function cellAt(tab: TabView, row: number, column: number) {
  const { style, ...cell } = tab.cells[row]?.[column] ?? { shown: '' };
  return { ...cell, ...(style && { style: tab.styles[style] }) };
}

describe('a workbook as a window shows it', () => {
  it('is whole: tabs in their order, sizes, hidden lines, frozen panes, merges, colours', () => {
    const view = viewWorkbook(
      {
        spreadsheetId: 'x1',
        properties: { title: 'Sổ thi đua', locale: 'vi_VN' },
        sheets: [
          {
            properties: {
              sheetId: 2,
              title: 'Hai',
              index: 1,
              gridProperties: { rowCount: 3, columnCount: 2 },
            },
          },
          {
            properties: {
              title: 'Một',
              index: 0,
              hidden: true,
              tabColorStyle: { rgbColor: { red: 1, green: 0.7607843 } },
              gridProperties: {
                rowCount: 5,
                columnCount: 4,
                frozenRowCount: 2,
                frozenColumnCount: 1,
                hideGridlines: true,
              },
            },
            merges: [{ startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 3 }],
            data: [
              {
                rowData: [{ values: [text('A')] }, {}, { values: [{}, number(1, '1')] }],
                rowMetadata: [{ pixelSize: 21 }, { pixelSize: 40 }, { pixelSize: 21, hiddenByUser: true }],
                columnMetadata: [{ pixelSize: 100 }, { pixelSize: 240 }],
              },
            ],
          },
        ],
      },
      false,
    );
    const key = Object.keys(view.tabs[0]!.styles)[0]!;
    expect(view).toEqual({
      spreadsheetId: 'x1',
      title: 'Sổ thi đua',
      locale: 'vi_VN',
      mayEdit: false,
      tabs: [
        {
          sheetId: 0,
          title: 'Một',
          hidden: true,
          colour: '#ffc200',
          rowCount: 5,
          columnCount: 4,
          frozenRows: 2,
          frozenColumns: 1,
          gridlines: false,
          rows: { 1: { size: 40 }, 2: { hidden: true } },
          columns: { 1: { size: 240 } },
          merges: [{ top: 0, left: 0, bottom: 1, right: 3 }],
          cells: [[{ shown: 'A' }], [], [null, { shown: '1', style: key }]],
          styles: { [key]: { ht: 3 } },
          dropDowns: {},
          closed: [],
          charts: [],
          notShown: [],
        },
        {
          sheetId: 2,
          title: 'Hai',
          rowCount: 3,
          columnCount: 2,
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
        },
      ],
    });
  });

  it('shows formatted texts and keeps what one would type', () => {
    const percent = { userEnteredFormat: { numberFormat: { type: 'PERCENT', pattern: '0%' } } };
    const asText = { userEnteredFormat: { numberFormat: { type: 'TEXT' } } };
    const day = { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'd/m' } } };
    const formula = {
      userEnteredValue: { formulaValue: '=A1*2' },
      effectiveValue: { numberValue: 25 },
      formattedValue: '25,00',
    };
    const tab = cellsOf([
      [number(12.5, '12,50'), number(0.075, '8%', percent), number(45385, '3/4', day), formula],
      [text('0042'), text('0042', asText), text('=1+1'), text('Có')],
    ]);
    const typed = tab.cells.map((row) => row.map((cell) => cell?.entered ?? cell?.shown));
    expect(typed).toEqual([
      ['12,5', '7,5%', '03/04/2024', '=A1*2'],
      ["'0042", '0042', "'=1+1", 'Có'],
    ]);
  });

  it('dresses cells: colours, letters, alignment, wrapping, borders; numbers to the right by themselves', () => {
    const format: api.Schema$CellFormat = {
      backgroundColorStyle: { rgbColor: { red: 1, green: 0.9764706, blue: 0.8784314 } },
      horizontalAlignment: 'CENTER',
      verticalAlignment: 'MIDDLE',
      wrapStrategy: 'WRAP',
      borders: { bottom: { style: 'SOLID_MEDIUM', color: { red: 1 } }, top: { style: 'NONE' } },
      textRotation: { angle: 45 },
      textFormat: {
        bold: true,
        italic: true,
        underline: true,
        strikethrough: true,
        fontSize: 14,
        fontFamily: 'Roboto',
        foregroundColor: { blue: 1 },
      },
    };
    const tab = cellsOf([
      [
        text('A', { userEnteredFormat: format }),
        number(1, '1'),
        { effectiveValue: { boolValue: true }, formattedValue: 'TRUE' },
      ],
    ]);
    expect([cellAt(tab, 0, 0).style, cellAt(tab, 0, 1).style, cellAt(tab, 0, 2).style]).toEqual([
      {
        bg: { rgb: '#fff9e0' },
        cl: { rgb: '#0000ff' },
        bl: 1,
        it: 1,
        ul: { s: 1 },
        st: { s: 1 },
        ff: 'Roboto',
        fs: 14,
        ht: 2,
        vt: 2,
        tb: 3,
        bd: { b: { s: 8, cl: { rgb: '#ff0000' } } },
        tr: { a: -45 },
      },
      { ht: 3 },
      { ht: 2 },
    ]);
  });

  it('closes what is protected against this person, without its free parts', () => {
    const { closed } = tabOf({
      protectedRanges: [
        {
          range: { sheetId: 7 },
          unprotectedRanges: [{ startRowIndex: 2, endRowIndex: 4, startColumnIndex: 1, endColumnIndex: 2 }],
        },
        { range: { startRowIndex: 0, endRowIndex: 1 }, requestingUserCanEdit: true },
        { range: { startRowIndex: 5, endRowIndex: 6 }, warningOnly: true },
      ],
    });
    expect(closed).toEqual([
      { top: 0, bottom: 2, left: 0, right: 6 },
      { top: 2, bottom: 4, left: 0, right: 1 },
      { top: 2, bottom: 4, left: 2, right: 6 },
      { top: 4, bottom: 10, left: 0, right: 6 },
    ]);
  });

  it('knows lists of values, of cells, and of yes and no; names other validation', () => {
    const list = (type: string, ...values: string[]): api.Schema$CellData => ({
      dataValidation: {
        condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
        strict: true,
      },
    });
    const names = {
      properties: {
        sheetId: 8,
        title: 'Danh mục',
        index: 1,
        gridProperties: { rowCount: 9, columnCount: 2 },
      },
      data: [
        { rowData: [{ values: [text('Đơn vị')] }, { values: [text('Xã A')] }, { values: [text('Xã B')] }] },
      ],
    };
    const row = [
      list('ONE_OF_LIST', 'Có', 'Không'),
      list('ONE_OF_RANGE', "='Danh mục'!$A$2:$A$9"),
      list('BOOLEAN'),
      list('NUMBER_BETWEEN', '1', '9'),
    ];
    const tab = tabOf({ data: [{ rowData: [{ values: row }] }] }, [names]);
    expect(tab.cells[0]!.map((cell) => cell?.choices && tab.dropDowns[cell.choices])).toEqual([
      { values: ['Có', 'Không'], strict: true },
      { values: ['Xã A', 'Xã B'], strict: true },
      { values: ['TRUE', 'FALSE'], strict: true },
    ]);
    expect(tab.notShown).toEqual(['dataValidation NUMBER_BETWEEN']);
  });

  it('joins a note and a list’s hint', () => {
    const tab = cellsOf([
      [{ note: 'Ghi chú', dataValidation: { condition: { type: 'BOOLEAN' }, inputMessage: 'Chọn' } }],
    ]);
    expect(cellAt(tab, 0, 0)).toMatchObject({ shown: '', note: 'Ghi chú\n\nChọn' });
  });

  it('names what it does not show', () => {
    const { notShown } = tabOf({
      basicFilter: {},
      rowGroups: [{}],
      data: [{ rowData: [{ values: [text('x', { textFormatRuns: [{}] })] }] }],
      conditionalFormats: [
        { ranges: [{}], booleanRule: { condition: { type: 'CUSTOM_FORMULA' }, format: {} } },
      ],
    });
    expect(notShown).toEqual([
      'conditionalFormat CUSTOM_FORMULA',
      'basicFilter',
      'rowGroups',
      'textFormatRuns',
    ]);
  });
});

describe('what lies over the cells', () => {
  const green = { red: 0.72, green: 0.88, blue: 0.72 };
  const rule = (
    type: string,
    values: readonly string[],
    format: api.Schema$CellFormat,
  ): api.Schema$ConditionalFormatRule => ({
    ranges: [{ startColumnIndex: 0, endColumnIndex: 1 }],
    booleanRule: {
      condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
      format,
    },
  });
  const background = (tab: TabView) =>
    tab.cells.map((row) => {
      const style = row[0]?.style;
      return style === undefined ? undefined : tab.styles[style]?.bg?.rgb;
    });

  it('colours by text, without regard to case; the first rule that holds decides', () => {
    const tab = cellsOf([[text('Tốt')], [text('TỐT')], [text('Khá')], [text('')], [text('–')]], {
      conditionalFormats: [
        rule('TEXT_EQ', ['Tốt'], { backgroundColor: green }),
        rule('TEXT_CONTAINS', ['t'], { backgroundColor: { red: 1 } }),
        rule('NOT_BLANK', [], { backgroundColor: { blue: 1 }, textFormat: { bold: true } }),
      ],
    });
    expect(background(tab)).toEqual(['#b8e0b8', '#b8e0b8', '#0000ff', undefined, '#0000ff']);
  });

  it('colours by number, read as the locale writes it, and leaves texts alone', () => {
    const tab = cellsOf([[number(89.9, '89,9')], [number(90, '90')], [text('90')], [number(100, '100')]], {
      conditionalFormats: [
        rule('NUMBER_BETWEEN', ['90', '99,5'], { backgroundColor: green }),
        rule('NUMBER_GREATER', ['99,5'], { backgroundColor: { red: 1 } }),
      ],
    });
    expect(background(tab)).toEqual([undefined, '#b8e0b8', undefined, '#ff0000']);
  });

  it('mixes a colour scale between its points', () => {
    const point = (type: string, red: number, value?: string) => ({
      type,
      colorStyle: { rgbColor: { red } },
      ...(value && { value }),
    });
    const tab = cellsOf(
      [[number(0, '0')], [number(25, '25')], [number(50, '50')], [number(100, '100')], [text('–')]],
      {
        conditionalFormats: [
          {
            ranges: [{ startColumnIndex: 0, endColumnIndex: 1 }],
            gradientRule: {
              minpoint: point('MIN', 0),
              midpoint: point('PERCENTILE', 0.4, '50'),
              maxpoint: point('NUMBER', 1, '100'),
            },
          },
        ],
      },
    );
    // The median of 0, 25, 50 and 100 is 37.5.
    expect(background(tab)).toEqual(['#000000', '#440000', '#850000', '#ff0000', undefined]);
  });

  it('bands rows under the cells’ own colours', () => {
    const tab = cellsOf(
      [[text('a')], [text('b')], [text('c', { userEnteredFormat: { backgroundColor: green } })], [text('d')]],
      {
        bandedRanges: [
          {
            range: { startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 },
            rowProperties: {
              headerColor: { red: 1 },
              firstBandColor: { red: 1, green: 1, blue: 1 },
              secondBandColor: { blue: 1 },
            },
          },
        ],
      },
    );
    expect(background(tab)).toEqual(['#ff0000', undefined, '#b8e0b8', undefined]);
  });
});
