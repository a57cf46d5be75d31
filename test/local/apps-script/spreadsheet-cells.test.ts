import { describe, expect, it } from 'vitest';
import { scriptSpreadsheet } from './script-spreadsheet.ts';

describe('the cells of a script', () => {
  const { evaluate, outcome, batch, cellsOf } = scriptSpreadsheet();

  it('gives values as they are: texts, numbers, booleans, dates in its own zone, errors, blanks', async () => {
    const value = (userEnteredValue: object, numberFormat?: object) => ({
      userEnteredValue,
      ...(numberFormat && { userEnteredFormat: { numberFormat } }),
    });
    const rows = [
      [value({ stringValue: '007' }), value({ numberValue: 1.5 }), value({ boolValue: false }), {}],
      [
        value({ numberValue: 45356 }, { type: 'DATE', pattern: 'dd/mm/yyyy' }),
        value({ numberValue: 45356.25 }, { type: 'DATE_TIME' }),
        value({ formulaValue: '=B1*2' }),
        value({ formulaValue: '=1/0' }),
      ],
      [
        {},
        value({ stringValue: '' }),
        value({ formulaValue: '=""' }),
        value({ numberValue: 0.85 }, { type: 'PERCENT', pattern: '0%' }),
      ],
    ];
    await batch({
      updateCells: { start: { sheetId: 0 }, rows: rows.map((values) => ({ values })), fields: '*' },
    });
    expect(await evaluate('tab().getDataRange().getValues()')).toEqual([
      ['007', 1.5, false, ''],
      ['Date 2024-03-04T17:00:00.000Z', 'Date 2024-03-04T23:00:00.000Z', 3, '#DIV/0!'],
      ['', '', '', 0.85],
    ]);
    expect(await evaluate('tab().getDataRange().getDisplayValues()')).toEqual([
      ['007', '1,5', 'FALSE', ''],
      ['05/03/2024', '5/3/2024 6:00:00', '3', '#DIV/0!'],
      ['', '', '', '85%'],
    ]);
    expect(await evaluate('tab().getRange("A2:D2").getFormulas()')).toEqual([['', '', '=B1*2', '=1/0']]);
    expect(await evaluate('tab().getRange("A2:C2").getNumberFormats()')).toEqual([
      ['dd/mm/yyyy', '0.###############', '0.###############'],
    ]);
  });

  it('takes values as if they were typed, dates in its own zone', async () => {
    const values = `[['=1+1', '1.234,5', "'007"], [new Date('2024-03-04T17:00:00Z'), new Date('2024-03-05T01:30:15Z'), true], ['', null, 'Bến Tre']]`;
    expect(await evaluate(`tab().getRange('A1:C3').setValues(${values}).getValues()`)).toEqual([
      [2, 1234.5, '007'],
      ['Date 2024-03-04T17:00:00.000Z', 'Date 2024-03-05T01:30:15.000Z', true],
      ['', '', 'Bến Tre'],
    ]);
    const time = "tab().getRange('A1').setValue('08:30').getValue()";
    expect(await evaluate(`Utilities.formatDate(${time}, 'Asia/Ho_Chi_Minh', 'dd/MM/yyyy HH:mm:ss')`)).toBe(
      '30/12/1899 08:30:00',
    );
    expect(await evaluate(`tab().getRange('A1:B2').setValue('x').clearContent().isBlank()`)).toBe(true);
    const bad = (code: string) => outcome(code).then((one) => !one.ok && one.message);
    expect([
      await bad('tab().getRange("A1:B2").setValues([[1, 2]])'),
      await bad('tab().getRange("A1:B2").setValues([[1, 2], [3]])'),
      await bad('tab().getRange("A1").setValue({})'),
      await bad('tab().getRange("A1").setValue(NaN)'),
    ]).toEqual([
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
      'Range.setValues with [object Object] is not supported by the local Apps Script host.',
      'Range.setValues with NaN is not supported by the local Apps Script host.',
    ]);
  });

  it('reads the notes and colours of a block in one call each, and writes them in one each', async () => {
    const rows = [
      [
        { note: 'của người', userEnteredFormat: { textFormat: { bold: true } } },
        { userEnteredValue: { numberValue: 5 } },
      ],
    ];
    await batch({
      updateCells: { start: { sheetId: 0 }, rows: rows.map((values) => ({ values })), fields: '*' },
    });
    const run = await outcome(`(() => {
      const range = tab().getRange('A1:B2');
      const before = [range.getNotes(), range.getBackgrounds()];
      range.setNotes([['', 'sai'], ['thiếu', '']]);
      range.setBackgrounds([['#f4cccc', null], ['white', '#0f8']]);
      return [before, range.getNotes(), range.getBackgrounds()];
    })()`);
    expect(run).toEqual({
      ok: true,
      value: [
        [
          [
            ['của người', ''],
            ['', ''],
          ],
          [
            ['#ffffff', '#ffffff'],
            ['#ffffff', '#ffffff'],
          ],
        ],
        [
          ['', 'sai'],
          ['thiếu', ''],
        ],
        [
          ['#f4cccc', '#ffffff'],
          ['#ffffff', '#00ff88'],
        ],
      ],
      calls: {
        'Spreadsheet.getActiveSheet': 1,
        'Range.getNotes': 2,
        'Range.getBackgrounds': 2,
        'Range.setNotes': 1,
        'Range.setBackgrounds': 1,
      },
    });
    expect(await cellsOf('A1:B1')).toMatchObject([
      [
        { userEnteredFormat: { textFormat: { bold: true } } },
        { userEnteredValue: { numberValue: 5 }, note: 'sai' },
      ],
    ]);
  });

  it('keeps colours of the theme when they are put back', async () => {
    const theme = { backgroundColorStyle: { themeColor: 'ACCENT2' } };
    await batch({
      repeatCell: {
        range: { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 },
        cell: { userEnteredFormat: theme },
        fields: 'userEnteredFormat',
      },
    });
    expect(
      await evaluate(`(() => {
        const range = tab().getRange('A1:C1');
        const kept = range.getBackgroundObjects();
        range.setBackground('red');
        kept[0][2] = null;
        range.setBackgroundObjects(kept);
        const now = range.getBackgroundObjects()[0];
        const { THEME } = SpreadsheetApp.ColorType;
        return [now.map((color) => String(color.getColorType())), now[0].getColorType() === THEME,
          String(now[0].asThemeColor().getThemeColorType()), now[1].asRgbColor().asHexString(),
          SpreadsheetApp.newColor().setRgbColor('#102030').build().asRgbColor().asHexString(), range.getBackground()];
      })()`),
    ).toEqual([['THEME', 'RGB', 'RGB'], true, 'ACCENT2', '#ffffff', '#102030', '#ea4335']);
    const colours = (await cellsOf('A1:C1'))![0]!.map((cell) => cell.userEnteredFormat);
    expect(colours[0]).toEqual(theme);
    expect(colours[2]).toBeUndefined();
  });

  it('keeps every one of the 256 shades of a colour through reading and writing', async () => {
    expect(
      await evaluate(`(() => {
        const hex = (n) => n.toString(16).padStart(2, '0');
const wanted = Array.from({ length: 15 }, (_, i) => Array.from({ length: 6 }, (_, j) => '#' + [0, 1, 2].map((k) => hex((i * 18 + j * 3 + k) % 256)).join('')));
        const range = tab().getRange('A1:F15').setBackgrounds(wanted);
        for (let i = 0; i < 3; i++) range.setBackgroundObjects(range.getBackgroundObjects());
        const got = range.getBackgrounds();
        return wanted.flat().filter((color, i) => color !== got.flat()[i]);
      })()`),
    ).toEqual([]);
  });

  it('dresses a list of ranges in one call', async () => {
    const run = await outcome(
      `(() => { const list = tab().getRangeList(['A1', 'C2:C3']); list.setBackground('#ff0000').setNote('sai');
        return [list.getRanges().map((range) => range.getA1Notation()), tab().getRange('A1:C3').getNotes()]; })()`,
    );
    expect(run).toMatchObject({
      value: [
        ['A1', 'C2:C3'],
        [
          ['sai', '', ''],
          ['', '', 'sai'],
          ['', '', 'sai'],
        ],
      ],
      calls: { 'RangeList.setBackground': 1, 'RangeList.setNote': 1 },
    });
  });
});
