import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, startTestServer, type TestServer } from './test-server.ts';

const OWNER = 'owner@example.vn';

describe('values through the real client', () => {
  let server: TestServer;
  let id: string;
  const values = () => server.as(OWNER).sheets.spreadsheets.values;
  const write = (range: string, rows: unknown[][], valueInputOption = 'RAW') =>
    values().update({ spreadsheetId: id, range, valueInputOption, requestBody: { values: rows } });
  const read = async (
    range: string,
    valueRenderOption = 'FORMATTED_VALUE',
    dateTimeRenderOption?: string,
  ) => {
    const more = dateTimeRenderOption ? { dateTimeRenderOption } : {};
    return (await values().get({ spreadsheetId: id, range, valueRenderOption, ...more })).data.values;
  };
  const create = async (locale: string) => {
    const requestBody = { properties: { title: 'Sổ thi đua', locale } };
    return (await server.as(OWNER).sheets.spreadsheets.create({ requestBody })).data.spreadsheetId!;
  };
  beforeAll(async () => {
    server = await startTestServer();
    id = await create('en_US');
  });
  afterAll(() => server.end());

  it('keeps RAW text that begins with "=" a text in every rendering', async () => {
    await write('A1:B1', [['=1+1', "'quoted"]]);
    expect(await read('A1:B1')).toEqual([['=1+1', "'quoted"]]);
    expect(await read('A1:B1', 'FORMULA')).toEqual([['=1+1', "'quoted"]]);
    const { data } = await server.as(OWNER).sheets.spreadsheets.get({
      spreadsheetId: id,
      ranges: ['Sheet1!A1'],
      fields: 'sheets.data.rowData.values(userEnteredValue,effectiveValue,formattedValue)',
    });
    expect(data.sheets![0]!.data![0]!.rowData![0]!.values).toEqual([
      {
        userEnteredValue: { stringValue: '=1+1' },
        effectiveValue: { stringValue: '=1+1' },
        formattedValue: '=1+1',
      },
    ]);
  });

  it.each([
    ['0042', 42, '42'],
    ['1,234.5', 1234.5, '1,234.50'],
    ['-3.25', -3.25, '-3.25'],
    ['85%', 0.85, '85%'],
    ['12.5%', 0.125, '12.50%'],
    ['1e3', 1000, '1.00E+03'],
    ['$5', 5, '$5'],
    ['TRUE', true, 'TRUE'],
    ['2024-03-05', 45356, '2024-03-05'],
    ['3/5/2024', 45356, '3/5/2024'],
    ['12:30', 0.5208333333333334, '12:30'],
    ['2024-02-30', '2024-02-30', '2024-02-30'],
    ["'0042", '0042', '0042'],
    ['1.2.3', '1.2.3', '1.2.3'],
    ['Tân Xuân', 'Tân Xuân', 'Tân Xuân'],
    ['= 1 / 1024', 0.0009765625, '0.0009765625'],
  ])('reads %s as typed', async (typed, value, shown) => {
    await values()
      .update({
        spreadsheetId: await create('en_US'),
        range: 'A1',
        valueInputOption: 'USER_ENTERED',
        includeValuesInResponse: true,
        responseValueRenderOption: 'UNFORMATTED_VALUE',
        requestBody: { values: [[typed]] },
      })
      .then(async ({ data }) => {
        expect(data.updatedData!.values).toEqual([[value]]);
        const again = await values().get({ spreadsheetId: data.spreadsheetId!, range: 'A1' });
        expect(again.data.values).toEqual([[shown]]);
      });
  });

  it('reads and shows numbers and dates as the Vietnamese do when the locale says so', async () => {
    id = await create('vi_VN');
    await write('A1:D1', [['1.234,5', '5/3/2024', '85,5%', '1,234.5']], 'USER_ENTERED');
    expect(await read('A1:D1', 'UNFORMATTED_VALUE')).toEqual([[1234.5, 45356, 0.855, '1,234.5']]);
    expect(await read('A1:D1')).toEqual([['1.234,50', '5/3/2024', '85,50%', '1,234.5']]);
    expect(await read('B1', 'UNFORMATTED_VALUE', 'FORMATTED_STRING')).toEqual([['5/3/2024']]);
  });

  it('evaluates formulas over cells and other sheets, and keeps them as formulas', async () => {
    id = await create('en_US');
    await write('A1:A4', [[1], [2], ['x'], [null]]);
    await write(
      'B1:B6',
      [
        ['=SUM(A1:A3)'],
        ['=A1/0'],
        ['=IF(A2>1,"có","không")'],
        ["='Sheet1'!A1&A3"],
        ['=B5'],
        ['=AVERAGE(A:A)'],
      ],
      'USER_ENTERED',
    );
    expect(await read('B1:B6')).toEqual([['3'], ['#DIV/0!'], ['có'], ['1x'], ['#REF!'], ['1.5']]);
    expect(await read('B1', 'FORMULA')).toEqual([['=SUM(A1:A3)']]);
  });

  it('refuses by name a formula it cannot evaluate, and writes nothing', async () => {
    await write('C1', [['before']]);
    expect(await refusal(write('C1:D1', [[1, '=QUERY(A1:B2,"select A")']], 'USER_ENTERED'))).toEqual({
      status: 501,
      message: 'The local Sheets and Drive server does not support the formula "=QUERY(A1:B2,"select A")".',
    });
    expect(await read('C1:D1')).toEqual([['before']]);
  });

  it('tells blank from empty text, zero and false, and skips null', async () => {
    id = await create('en_US');
    await write('A1:E1', [['a', 'b', 'c', 'd', 'e']]);
    await write('A1:E1', [[0, false, '', null, 'z']]);
    expect(await read('A1:E1', 'UNFORMATTED_VALUE')).toEqual([[0, false, '', 'd', 'z']]);
  });

  it('says where it wrote, and grows the sheet for what does not fit', async () => {
    id = await create('en_US');
    const { data } = await write(
      'Sheet1!Y999',
      Array.from({ length: 4 }, () => [1, 2, 3]),
    );
    expect(data).toEqual({
      spreadsheetId: id,
      updatedRange: 'Sheet1!Y999:AA1002',
      updatedRows: 4,
      updatedColumns: 3,
      updatedCells: 12,
    });
    const { data: book } = await server
      .as(OWNER)
      .sheets.spreadsheets.get({ spreadsheetId: id, fields: 'sheets.properties.gridProperties' });
    expect(book).toEqual({
      sheets: [{ properties: { gridProperties: { rowCount: 1002, columnCount: 27 } } }],
    });
  });

  it('refuses what lies outside or does not fit, in the words of Google', async () => {
    id = await create('en_US');
    const messages = await Promise.all([
      refusal(read('Nowhere!A1') as never),
      refusal(read('A1001') as never),
      refusal(
        write('A1:B2', [
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
      ),
      refusal(write('A1:B2', [[1, 2, 3]])),
      refusal(values().update({ spreadsheetId: id, range: 'A1', requestBody: { values: [[1]] } })),
      refusal(values().get({ spreadsheetId: 'none', range: 'A1' })),
    ]);
    expect(messages).toEqual([
      { status: 400, message: 'Unable to parse range: Nowhere!A1' },
      { status: 400, message: 'Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26' },
      { status: 400, message: 'Requested writing within range [Sheet1!A1:B2], but tried writing to row [3]' },
      {
        status: 400,
        message: 'Requested writing within range [Sheet1!A1:B2], but tried writing to column [C]',
      },
      { status: 400, message: "'valueInputOption' is required but not specified" },
      { status: 404, message: 'Requested entity was not found.' },
    ]);
  });

  it('appends below the last table and tells which it was', async () => {
    id = await create('en_US');
    await write('A1:C4', [
      ['x', 'y', ''],
      [1, 2, ''],
      ['', '', ''],
      ['', 'p', 'q'],
    ]);
    const append = async (range: string) =>
      (
        await values().append({
          spreadsheetId: id,
          range,
          valueInputOption: 'RAW',
          requestBody: { values: [['new']] },
        })
      ).data;
    const first = await append('A1:B2');
    expect([first.tableRange, first.updates!.updatedRange]).toEqual(['Sheet1!A1:B2', 'Sheet1!A3']);
    const last = await append('E9');
    expect([last.tableRange, last.updates!.updatedRange]).toEqual([undefined, 'Sheet1!E9']);
  });

  it('clears values and leaves notes and formats', async () => {
    id = await create('en_US');
    const { spreadsheets } = server.as(OWNER).sheets;
    const start = { rowIndex: 0, columnIndex: 0 };
    const cell = {
      note: 'ghi chú',
      userEnteredValue: { numberValue: 1 },
      userEnteredFormat: { textFormat: { bold: true } },
    };
    const requests = [
      {
        updateCells: {
          start,
          rows: [{ values: [cell] }],
          fields: 'note,userEnteredValue,userEnteredFormat.textFormat.bold',
        },
      },
    ];
    await spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } });
    const { data } = await values().batchClear({
      spreadsheetId: id,
      requestBody: { ranges: ['A1:B2', 'Sheet1!C:C'] },
    });
    expect(data).toEqual({ spreadsheetId: id, clearedRanges: ['Sheet1!A1:B2', 'Sheet1!C1:C1000'] });
    const grid = await spreadsheets.get({
      spreadsheetId: id,
      fields: 'sheets.data.rowData.values(note,userEnteredFormat,userEnteredValue)',
    });
    expect(grid.data.sheets![0]!.data![0]!.rowData).toEqual([
      { values: [{ note: 'ghi chú', userEnteredFormat: { textFormat: { bold: true } } }] },
    ]);
  });
});
