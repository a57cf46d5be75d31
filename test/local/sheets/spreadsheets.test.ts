import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, startTestServer, type TestServer } from './test-server.ts';

const OWNER = 'owner@example.vn';

describe('spreadsheets through the real client', () => {
  let server: TestServer;
  const spreadsheets = () => server.as(OWNER).sheets.spreadsheets;
  const create = async (requestBody: api.Schema$Spreadsheet = {}) =>
    (await spreadsheets().create({ requestBody })).data;
  const batch = async (spreadsheetId: string, ...requests: api.Schema$Request[]) =>
    (await spreadsheets().batchUpdate({ spreadsheetId, requestBody: { requests } })).data;
  const get = async (spreadsheetId: string, fields: string) =>
    (await spreadsheets().get({ spreadsheetId, fields })).data;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.end());

  it('creates a workbook whole: sheets, sizes, cells, names, metadata', async () => {
    const made = await create({
      properties: { title: 'Tổng hợp', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
      sheets: [
        {
          properties: {
            sheetId: 7,
            title: 'Xếp hạng',
            gridProperties: { rowCount: 60, columnCount: 8, frozenRowCount: 1 },
          },
          data: [
            {
              startRow: 1,
              startColumn: 1,
              rowData: [{ values: [{ userEnteredValue: { stringValue: 'Hạng' } }] }],
              columnMetadata: [{ pixelSize: 60 }],
            },
          ],
          developerMetadata: [
            { metadataId: 9, metadataKey: 'tab', metadataValue: 'ranking', visibility: 'DOCUMENT' },
          ],
        },
        { properties: { title: 'Nhật ký', hidden: true } },
      ],
      namedRanges: [{ name: 'bang', range: { sheetId: 7, startRowIndex: 0, endRowIndex: 2 } }],
    });
    expect(
      made.sheets!.map(({ properties }) => [properties!.title, properties!.index, properties!.hidden]),
    ).toEqual([
      ['Xếp hạng', 0, undefined],
      ['Nhật ký', 1, true],
    ]);
    const seen = await get(
      made.spreadsheetId!,
      'properties(title,locale,timeZone),sheets(properties(sheetId,gridProperties),data(startRow,rowData.values.formattedValue,columnMetadata.pixelSize),developerMetadata),namedRanges.name',
    );
    expect({ ...seen, sheets: seen.sheets!.slice(0, 1) }).toEqual({
      properties: { title: 'Tổng hợp', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
      sheets: [
        {
          properties: { sheetId: 7, gridProperties: { rowCount: 60, columnCount: 8, frozenRowCount: 1 } },
          data: [
            {
              rowData: [{}, { values: [{}, { formattedValue: 'Hạng' }] }],
              columnMetadata: [100, 60, 100, 100, 100, 100, 100, 100].map((pixelSize) => ({ pixelSize })),
            },
          ],
          developerMetadata: [
            {
              metadataId: 9,
              metadataKey: 'tab',
              metadataValue: 'ranking',
              visibility: 'DOCUMENT',
              location: { locationType: 'SHEET', sheetId: 7 },
            },
          ],
        },
      ],
      namedRanges: [{ name: 'bang' }],
    });
  });

  it('does all requests of a batch or none', async () => {
    const { spreadsheetId } = await create();
    const before = await get(spreadsheetId!, '*');
    const failing = batch(
      spreadsheetId!,
      { addSheet: { properties: { title: 'Mới' } } },
      {
        updateCells: {
          start: {},
          rows: [{ values: [{ userEnteredValue: { numberValue: 1 } }] }],
          fields: 'userEnteredValue',
        },
      },
      { updateSpreadsheetProperties: { properties: { title: 'khác' }, fields: 'title' } },
      { deleteSheet: { sheetId: 12345 } },
    );
    expect(await refusal(failing)).toEqual({
      status: 400,
      message: 'Invalid requests[3].deleteSheet: No sheet with id: 12345',
    });
    expect(await get(spreadsheetId!, '*')).toEqual(before);
  });

  it.each([
    [{ requests: [{ findReplace: { find: 'a' } }] }, 'the request "findReplace" (requests[0])'],
    [
      { requests: [{ addSheet: { properties: { tabelColor: 1 } } }] },
      'the field "requests[0].addSheet.properties.tabelColor" (SheetProperties)',
    ],
    [{ requests: [{ addSlicer: {} }, { addSheet: {} }] }, 'the request "addSlicer" (requests[0])'],
    [{ requests: [{ constructor: {} }] }, 'the request "constructor" (requests[0])'],
    [{ toString: 1 }, 'the field "toString" (BatchUpdateSpreadsheetRequest)'],
    [{ request: [] }, 'the field "request" (BatchUpdateSpreadsheetRequest)'],
  ])('refuses by name what it does not support: %j', async (requestBody, what) => {
    const { spreadsheetId } = await create();
    const call = spreadsheets().batchUpdate({
      spreadsheetId: spreadsheetId!,
      requestBody: requestBody as never,
    });
    expect(await refusal(call)).toEqual({
      status: 501,
      message: `The local Sheets and Drive server does not support ${what}.`,
    });
  });

  it('refuses unknown methods and parameters by name, and callers it does not know', async () => {
    const ask = async (path: string, method = 'GET', token: string | undefined = OWNER) => {
      const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
      const response = await fetch(server.url + path, { method, headers });
      return [
        response.status,
        ((await response.json()) as { error: { status?: string; message: string } }).error,
      ];
    };
    const { spreadsheetId } = await create();
    expect(await ask(`/v4/spreadsheets/${spreadsheetId}?colour=red`)).toEqual([
      501,
      {
        code: 501,
        status: 'UNIMPLEMENTED',
        message: 'The local Sheets and Drive server does not support the query parameter "colour" here.',
      },
    ]);
    expect(
      await ask(`/v4/spreadsheets/${spreadsheetId}?fields=sheets(properties,data.rowDatas)`),
    ).toMatchObject([
      501,
      {
        message:
          'The local Sheets and Drive server does not support the path "sheets.data.rowDatas" in fields.',
      },
    ]);
    expect(await ask(`/v4/spreadsheets/${spreadsheetId}/sheets/0:hide`, 'POST')).toEqual([
      501,
      {
        code: 501,
        status: 'UNIMPLEMENTED',
        message: `The local Sheets and Drive server does not support POST /v4/spreadsheets/${spreadsheetId}/sheets/0:hide.`,
      },
    ]);
    expect((await ask('/upload/drive/v3/files', 'POST'))[0]).toBe(501);
    expect(await ask(`/v4/spreadsheets/${spreadsheetId}`, 'GET', 'stranger')).toMatchObject([
      401,
      { status: 'UNAUTHENTICATED' },
    ]);
    expect(await ask(`/v4/spreadsheets/${spreadsheetId}`, 'GET', '')).toMatchObject([
      401,
      { status: 'UNAUTHENTICATED' },
    ]);
  });

  it('gives back formats, validation, charts, conditional formats and bands as they were given', async () => {
    const { spreadsheetId } = await create();
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 };
    const spec = {
      title: 'Hạng theo tháng',
      basicChart: { chartType: 'LINE', series: [{ series: { sourceRange: { sources: [range] } } }] },
    };
    const replies = await batch(
      spreadsheetId!,
      {
        repeatCell: {
          range: { ...range, endRowIndex: 1, endColumnIndex: 1 },
          cell: {
            userEnteredFormat: {
              backgroundColor: { red: 0.5 },
              numberFormat: { type: 'NUMBER', pattern: '0.00' },
            },
          },
          fields: 'userEnteredFormat(backgroundColor,numberFormat)',
        },
      },
      {
        setDataValidation: {
          range: { ...range, endRowIndex: 1, endColumnIndex: 1 },
          rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Có' }] }, strict: true },
        },
      },
      {
        addChart: {
          chart: { spec, position: { overlayPosition: { anchorCell: { rowIndex: 3, columnIndex: 4 } } } },
        },
      },
      {
        addConditionalFormatRule: {
          rule: {
            ranges: [range],
            booleanRule: {
              condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '90' }] },
              format: { textFormat: { bold: true } },
            },
          },
        },
      },
      { addBanding: { bandedRange: { range, rowProperties: { headerColor: { green: 1 } } } } },
      { updateBorders: { range: { ...range, endRowIndex: 1, endColumnIndex: 1 }, top: { style: 'SOLID' } } },
      {
        updateDimensionProperties: {
          range: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
          properties: { hiddenByUser: true, pixelSize: 40 },
          fields: '*',
        },
      },
    );
    const { chartId } = replies.replies![2]!.addChart!.chart!;
    const { bandedRangeId } = replies.replies![4]!.addBanding!.bandedRange!;
    const bare = { startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 };
    const bareSpec = {
      ...spec,
      basicChart: { ...spec.basicChart, series: [{ series: { sourceRange: { sources: [bare] } } }] },
    };
    const seen = await spreadsheets().get({
      spreadsheetId: spreadsheetId!,
      ranges: ['Sheet1!A1:B1'],
      fields:
        'sheets(charts,conditionalFormats,bandedRanges,data(rowData.values(userEnteredFormat,dataValidation),columnMetadata))',
    });
    const half = { red: 0.49803922 };
    expect(seen.data.sheets).toEqual([
      {
        charts: [
          {
            chartId,
            spec: bareSpec,
            position: {
              overlayPosition: {
                anchorCell: { rowIndex: 3, columnIndex: 4 },
                widthPixels: 600,
                heightPixels: 371,
              },
            },
          },
        ],
        conditionalFormats: [
          {
            ranges: [bare],
            booleanRule: {
              condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '90' }] },
              format: { textFormat: { bold: true } },
            },
          },
        ],
        bandedRanges: [
          {
            bandedRangeId,
            range: bare,
            rowProperties: { headerColor: { green: 1 }, headerColorStyle: { rgbColor: { green: 1 } } },
          },
        ],
        data: [
          {
            rowData: [
              {
                values: [
                  {
                    userEnteredFormat: {
                      backgroundColor: half,
                      backgroundColorStyle: { rgbColor: half },
                      numberFormat: { type: 'NUMBER', pattern: '0.00' },
                      borders: { top: { style: 'SOLID', width: 1, color: {}, colorStyle: { rgbColor: {} } } },
                    },
                    dataValidation: {
                      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Có' }] },
                      strict: true,
                    },
                  },
                ],
              },
            ],
            columnMetadata: [{ pixelSize: 100 }, { hiddenByUser: true, pixelSize: 40 }],
          },
        ],
      },
    ]);
  });

  it('sorts rows whole, blanks last, and formulas go with their row', async () => {
    const { spreadsheetId } = await create();
    const { values } = spreadsheets();
    const rows = [
      ['Ba Mỹ', 2, '=B1*10'],
      ['An Đức', 3, '=B2*10'],
      ['', '', ''],
      ['Áo', 1, '=B4*10'],
    ];
    await values.update({
      spreadsheetId: spreadsheetId!,
      range: 'A1',
      valueInputOption: 'USER_ENTERED',
      requestBody: { values: rows },
    });
    await batch(spreadsheetId!, {
      sortRange: {
        range: { endRowIndex: 4, endColumnIndex: 3 },
        sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
      },
    });
    const { data } = await values.get({
      spreadsheetId: spreadsheetId!,
      range: 'A1:C4',
      valueRenderOption: 'FORMULA',
    });
    expect(data.values).toEqual([
      ['An Đức', 3, '=B1*10'],
      ['Ba Mỹ', 2, '=B2*10'],
      ['Áo', 1, '=B3*10'],
    ]);
  });

  it('keeps named ranges whole and following, and reads values by their name', async () => {
    const { spreadsheetId } = await create();
    const range = { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
    const [added] = (await batch(spreadsheetId!, { addNamedRange: { namedRange: { name: 'điểm', range } } }))
      .replies!;
    const { namedRangeId } = added!.addNamedRange!.namedRange!;
    await spreadsheets().values.update({
      spreadsheetId: spreadsheetId!,
      range: 'điểm',
      valueInputOption: 'RAW',
      requestBody: { values: [[1, 2]] },
    });
    const bare = batch(spreadsheetId!, {
      updateNamedRange: { namedRange: { namedRangeId, name: 'x' }, fields: '*' },
    });
    expect((await refusal(bare)).status).toBe(400);
    await batch(spreadsheetId!, {
      insertDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 3 } },
    });
    const { data } = await spreadsheets().values.get({ spreadsheetId: spreadsheetId!, range: 'điểm' });
    expect(data).toEqual({ range: 'Sheet1!A5:B5', majorDimension: 'ROWS', values: [['1', '2']] });
  });

  it('colours a tab, black too, and takes the colour away', async () => {
    const { spreadsheetId } = await create();
    const paint = async (tabColorStyle: object) => {
      const properties = { sheetId: 0, tabColorStyle };
      await batch(spreadsheetId!, { updateSheetProperties: { properties, fields: 'tabColorStyle' } });
      return (await get(spreadsheetId!, 'sheets.properties(tabColor,tabColorStyle)')).sheets![0]!.properties;
    };
    const blue = { blue: 1 };
    expect(await paint({ rgbColor: blue })).toEqual({ tabColor: blue, tabColorStyle: { rgbColor: blue } });
    expect(await paint({ rgbColor: {} })).toEqual({ tabColor: {}, tabColorStyle: { rgbColor: {} } });
    expect(await paint({ rgbColor: null })).toEqual({});
  });

  it('moves a sheet by the index it had before the move, and copies one with all but its protections', async () => {
    const { spreadsheetId } = await create();
    await batch(
      spreadsheetId!,
      { addSheet: { properties: { sheetId: 1, title: 'B' } } },
      { addSheet: { properties: { sheetId: 2, title: 'C' } } },
      { addProtectedRange: { protectedRange: { range: { sheetId: 1 } } } },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 5,
            metadataKey: 'k',
            visibility: 'DOCUMENT',
            location: { sheetId: 1 },
          },
        },
      },
      { updateSheetProperties: { properties: { sheetId: 0, index: 2 }, fields: 'index' } },
      { duplicateSheet: { sourceSheetId: 1, insertSheetIndex: 3, newSheetId: 9, newSheetName: 'B2' } },
    );
    const seen = await get(
      spreadsheetId!,
      'sheets(properties(title,index),protectedRanges.range,developerMetadata.metadataKey)',
    );
    expect(seen.sheets).toEqual([
      {
        properties: { title: 'B', index: 0 },
        protectedRanges: [{ range: { sheetId: 1 } }],
        developerMetadata: [{ metadataKey: 'k' }],
      },
      { properties: { title: 'Sheet1', index: 1 } },
      { properties: { title: 'C', index: 2 } },
      { properties: { title: 'B2', index: 3 }, developerMetadata: [{ metadataKey: 'k' }] },
    ]);
  });
});
