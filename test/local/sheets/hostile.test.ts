import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ODD_NUMBERS, ODD_TEXTS } from '../../fuzz/corpus.ts';
import { mutated, mutation } from '../../fuzz/mutations.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const SEED = 20_240_305;
const RANGE = { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 3 };
const ROWS = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
const BOUND = { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 };

/** A request of each kind that the server takes; what is sent is one of these with mistakes. */
const REQUESTS: readonly object[] = [
  { addSheet: { properties: { title: 'B', index: 0, gridProperties: { rowCount: 5, columnCount: 5 } } } },
  { updateSheetProperties: { properties: { sheetId: 0, title: 'A' }, fields: 'title' } },
  { updateSpreadsheetProperties: { properties: { title: 'Sổ', locale: 'vi_VN' }, fields: 'title,locale' } },
  {
    updateCells: {
      range: RANGE,
      rows: [
        {
          values: [
            { userEnteredValue: { stringValue: 'x' }, note: 'y' },
            { userEnteredValue: { numberValue: 5 } },
          ],
        },
      ],
      fields: 'userEnteredValue,note',
    },
  },
  {
    repeatCell: {
      range: RANGE,
      cell: {
        userEnteredFormat: {
          numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' },
          textFormat: { bold: true },
        },
      },
      fields: 'userEnteredFormat(numberFormat,textFormat)',
    },
  },
  {
    setDataValidation: {
      range: RANGE,
      rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }] } },
    },
  },
  { mergeCells: { range: RANGE, mergeType: 'MERGE_ALL' } },
  { unmergeCells: { range: RANGE } },
  { insertDimension: { range: ROWS, inheritFromBefore: true } },
  { deleteDimension: { range: ROWS } },
  { moveDimension: { source: ROWS, destinationIndex: 4 } },
  { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 2 } },
  { insertRange: { range: RANGE, shiftDimension: 'ROWS' } },
  { deleteRange: { range: RANGE, shiftDimension: 'COLUMNS' } },
  { updateDimensionProperties: { range: ROWS, properties: { pixelSize: 30 }, fields: 'pixelSize' } },
  { sortRange: { range: RANGE, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
  {
    addProtectedRange: {
      protectedRange: { range: RANGE, warningOnly: false, editors: { users: ['a@x.example'] } },
    },
  },
  { addNamedRange: { namedRange: { name: 'Ten', range: RANGE } } },
  { updateBorders: { range: RANGE, top: { style: 'SOLID', color: { red: 1 } } } },
  {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: 'k',
        metadataValue: 'v',
        location: { dimensionRange: BOUND },
        visibility: 'DOCUMENT',
      },
    },
  },
  {
    addBanding: {
      bandedRange: { range: RANGE, rowProperties: { headerColor: { red: 1 }, firstBandColor: { blue: 1 } } },
    },
  },
  {
    addConditionalFormatRule: {
      index: 0,
      rule: {
        ranges: [RANGE],
        booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
      },
    },
  },
  { setBasicFilter: { filter: { range: RANGE } } },
  { duplicateSheet: { sourceSheetId: 0, insertSheetIndex: 1 } },
  { addDimensionGroup: { range: ROWS } },
  { autoResizeDimensions: { dimensions: ROWS } },
];

let server: TestServer;
let id: string;
beforeAll(async () => {
  server = await startTestServer();
  id = String(((await post('/v4/spreadsheets', {})).body as { spreadsheetId: string }).spreadsheetId);
});
afterAll(() => server.end());

async function send(method: string, path: string, body?: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { Authorization: 'Bearer me@x.example', 'Content-Type': 'application/json' },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, body: await response.json() };
}

const post = (path: string, body: unknown) => send('POST', path, JSON.stringify(body));

/** Done, refused as Google refuses, or not known here and said so by name; never a fault of its own. */
function expectDecent({ status, body }: { status: number; body: unknown }, what: string): void {
  expect([what, status < 500 || status === 501, body]).toEqual([what, true, body]);
  if (status >= 400)
    expect([what, body]).toEqual([
      what,
      { error: expect.objectContaining({ message: expect.stringMatching(/\S/) }) },
    ]);
}

const settings = { seed: SEED, numRuns: 120 };

it('no batch of requests with mistakes in them is a fault', async () => {
  const batch = fc
    .tuple(fc.constantFrom(...REQUESTS), fc.array(mutation, { maxLength: 3 }))
    .map(([request, all]) => ({
      requests: [all.reduce<unknown>(mutated, request)],
    }));
  await fc.assert(
    fc.asyncProperty(batch, async (body) => {
      const before = await send('GET', `/v4/spreadsheets/${id}`);
      const answered = await post(`/v4/spreadsheets/${id}:batchUpdate`, body);
      expectDecent(answered, JSON.stringify(body).slice(0, 600));
      const after = await send('GET', `/v4/spreadsheets/${id}?includeGridData=true`);
      expectDecent(after, `reading after ${JSON.stringify(body).slice(0, 600)}`);
      if (answered.status >= 400)
        expect((await send('GET', `/v4/spreadsheets/${id}`)).body).toEqual(before.body);
    }),
    settings,
  );
});

it('no value, format or way to read it is a fault', async () => {
  const value = fc.oneof(
    fc.constantFrom(...ODD_TEXTS),
    fc.constantFrom(...ODD_NUMBERS),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const pattern = fc.oneof(
    fc.constantFrom(
      ...['dd/mm/yyyy', '0.00%', '[h]:mm', '#,##0.00;(0)', '', ';', ';;;', '@', `0.${'0'.repeat(300)}`],
    ),
    fc.constantFrom(...ODD_TEXTS),
    fc.stringMatching(/^[ymdhs0#?.,%;E+"\\[\]$*_@-]{1,12}$/),
  );
  const render = fc.constantFrom('FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA');
  await fc.assert(
    fc.asyncProperty(
      value,
      pattern,
      render,
      fc.constantFrom('RAW', 'USER_ENTERED'),
      async (entered, shown, how, input) => {
        const what = JSON.stringify([entered, shown, how, input]).slice(0, 600);
        const format = { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: shown } } };
        const range = {
          sheetId: 0,
          startRowIndex: 0,
          endRowIndex: 1,
          startColumnIndex: 0,
          endColumnIndex: 1,
        };
        const fields = 'userEnteredFormat.numberFormat';
        expectDecent(
          await post(`/v4/spreadsheets/${id}:batchUpdate`, {
            requests: [{ repeatCell: { range, cell: format, fields } }],
          }),
          what,
        );
        const at = `/v4/spreadsheets/${id}/values/A1`;
        const body = JSON.stringify({ values: [[entered]] });
        expectDecent(await send('PUT', `${at}?valueInputOption=${input}`, body), what);
        expectDecent(await send('GET', `${at}?valueRenderOption=${how}`), what);
      },
    ),
    settings,
  );
});

it('no address, query or text of a body is a fault', async () => {
  const text = fc.constantFrom(...ODD_TEXTS).map((each) => encodeURIComponent(each.toWellFormed()));
  const path = fc.oneof(
    text.map((each) => `/v4/spreadsheets/${each}`),
    text.map((each) => `/v4/spreadsheets/${id}/values/${each}`),
    text.map((each) => `/v4/spreadsheets/${id}?fields=${each}`),
    text.map((each) => `/v4/spreadsheets/${id}?ranges=${each}&includeGridData=true`),
    text.map((each) => `/drive/v3/files/${each}`),
    text.map((each) => `/drive/v3/files?q=${each}`),
    text.map((each) => `/drive/v3/files?pageSize=${each}&orderBy=${each}`),
  );
  await fc.assert(
    fc.asyncProperty(path, async (each) => expectDecent(await send('GET', each), each)),
    settings,
  );
  const ends = [
    '{',
    '[]',
    'null',
    '"x"',
    '{"requests":',
    `${'['.repeat(50_000)}`,
    '\ufeff{}',
    '{"a":1,}',
    '{}{}',
  ];
  for (const body of ends)
    for (const each of [`/v4/spreadsheets/${id}:batchUpdate`, '/v4/spreadsheets', '/drive/v3/files'])
      expectDecent(await send('POST', each, body), `${each} ${body.slice(0, 20)}`);
});
