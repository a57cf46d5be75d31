import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDrive } from '../../../functions/src/adapters/drive/open-drive.ts';
import { openSheets } from '../../../functions/src/adapters/sheets/open-sheets.ts';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type { TableTab, WantedWorkbook } from '../../../functions/src/domain/publishing/wanted.ts';
import { FUNCTIONS, type LocalGoogle, PATIENT, startLocalGoogle } from '../local-google.ts';

let google: LocalGoogle;
let spreadsheetId: string;
let count = 0;
beforeAll(async () => {
  google = await startLocalGoogle();
});
afterAll(() => google.stop());
beforeEach(async () => {
  const name = { campaign: 'T', workbook: `unit:${count++}`, title: 'Sổ' };
  spreadsheetId = await openDrive(google.access(), undefined).ensureSpreadsheet(name, PATIENT);
  await publish(WANTED);
  google.calls.length = 0;
});

describe('Sheets', () => {
  it('costs one read and one write, and nothing changes the second time', async () => {
    await publish(withRows([['A1', 'Một', 2, null]]));
    expect(google.calls).toEqual(['GET /v4/spreadsheets/*', 'POST /v4/spreadsheets/*:batchUpdate']);
    google.calls.length = 0;
    await publish(withRows([['A1', 'Một', 2, null]]));
    expect(google.calls).toEqual(['GET /v4/spreadsheets/*']);
  });

  it('gives people a sheet with frozen headers, notes, drop-downs, colours, formats and protections', async () => {
    const { data } = await client().spreadsheets.get({ spreadsheetId, includeGridData: true });
    const [sheet] = data.sheets!;
    expect(data.properties).toMatchObject({ title: 'Sổ', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
    expect(data.sheets).toHaveLength(1);
    expect(sheet!.properties).toMatchObject({
      title: 'Phiếu 03-2024',
      gridProperties: { frozenRowCount: 2, frozenColumnCount: 1, columnCount: 4 },
    });
    expect(sheet!.data![0]!.rowData![1]!.values![2]).toMatchObject({
      note: 'Ghi số',
      formattedValue: 'Kết quả',
    });
    expect(sheet!.data![0]!.rowData![2]!.values![2]).toMatchObject({
      dataValidation: {
        condition: {
          type: 'ONE_OF_LIST',
          values: [{ userEnteredValue: 'Có' }, { userEnteredValue: 'Không' }],
        },
      },
    });
    expect(sheet!.data![0]!.columnMetadata!.map(({ pixelSize }) => pixelSize)).toEqual([90, 300, 120, 200]);
    expect(sheet!.conditionalFormats).toHaveLength(1);
    expect(sheet!.protectedRanges!.map(({ range, editors }) => [range, editors?.users])).toEqual([
      [expect.objectContaining({ startColumnIndex: 0, endColumnIndex: 2 }), [FUNCTIONS]],
      [
        expect.objectContaining({ startRowIndex: 0, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 4 }),
        [FUNCTIONS],
      ],
    ]);
  });

  it('leaves in the spreadsheet what it is, and mends it when somebody changed it', async () => {
    const read = async () => {
      const fields = 'developerMetadata(metadataKey,metadataValue,visibility,location)';
      return (await client().spreadsheets.get({ spreadsheetId, fields })).data.developerMetadata;
    };
    const said = (metadataValue: string) => ({
      metadataKey: 'dien-hinh.workbook',
      metadataValue,
      visibility: 'DOCUMENT',
      location: { locationType: 'SPREADSHEET', spreadsheet: true },
    });
    expect(await read()).toEqual([said('unit:A')]);
    const lookup = { developerMetadataLookup: { metadataKey: 'dien-hinh.workbook' } };
    const changed = { dataFilters: [lookup], developerMetadata: { metadataValue: 'unit:B' } };
    const doubled = { metadataKey: 'dien-hinh.workbook', metadataValue: 'unit:C', visibility: 'DOCUMENT' };
    await client().spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          { updateDeveloperMetadata: { ...changed, fields: 'metadataValue' } },
          { createDeveloperMetadata: { developerMetadata: { ...doubled, location: { spreadsheet: true } } } },
        ],
      },
    });
    expect(await read()).toEqual([said('unit:B'), said('unit:C')]);
    await publish(WANTED);
    expect(await read()).toEqual([said('unit:A')]);
  });

  it('writes formulas as text, and numbers that Vietnamese people read', async () => {
    const ranking = withColumn(2, { format: { kind: 'number', pattern: '0.00' }, entry: 'given' });
    await publish({
      ...ranking,
      tabs: [{ ...table(ranking), rows: [['A1', '=1+1', 97.5, "'x"]], rowKey: undefined }],
    });
    const shown = await values('FORMATTED_VALUE');
    const formulas = await values('FORMULA');
    expect(shown[2]).toEqual(['A1', '=1+1', '97,50', "'x"]);
    expect(formulas[2]).toEqual(['A1', '=1+1', 97.5, "'x"]);
  });

  it('puts our values back into our columns after sorting, moving, hiding, inserting, renaming and deleting', async () => {
    const sheetId = (await client().spreadsheets.get({ spreadsheetId })).data.sheets![0]!.properties!
      .sheetId!;
    await type(3, 2, { numberValue: 7 }); // the answer to A2
    const columns = { sheetId, dimension: 'COLUMNS' };
    await edit([
      { insertDimension: { range: { ...columns, startIndex: 1, endIndex: 2 }, inheritFromBefore: true } },
      { moveDimension: { source: { ...columns, startIndex: 0, endIndex: 1 }, destinationIndex: 4 } },
      {
        sortRange: {
          range: { sheetId, startRowIndex: 2 },
          sortSpecs: [{ dimensionIndex: 3, sortOrder: 'DESCENDING' }],
        },
      },
      { updateSheetProperties: { properties: { sheetId, title: 'Của tôi' }, fields: 'title' } },
      {
        updateDimensionProperties: {
          range: { ...columns, startIndex: 1, endIndex: 2 },
          properties: { hiddenByUser: true, pixelSize: 33 },
          fields: 'hiddenByUser,pixelSize',
        },
      },
    ]);
    await type(4, 0, { stringValue: 'ghi chú riêng' });
    const before = await values('UNFORMATTED_VALUE');
    google.calls.length = 0;
    await publish(WANTED);
    expect(await values('UNFORMATTED_VALUE')).toEqual(before);
    await publish(
      withRows([
        ['A1', 'Một mới', null, null],
        ['A2', 'Hai', null, null],
      ]),
    );
    const after = await client().spreadsheets.get({ spreadsheetId, includeGridData: true });
    expect(after.data.sheets![0]!.properties!.title).toBe('Của tôi');
    expect(after.data.sheets![0]!.data![0]!.columnMetadata![1]).toMatchObject({
      hiddenByUser: true,
      pixelSize: 33,
    });
    expect((await values('UNFORMATTED_VALUE')).slice(2)).toEqual([
      ['', 'Hai', 7, 'A2'],
      ['', 'Một mới', '', 'A1'],
      ['ghi chú riêng'],
    ]);
  });

  it('reads a form as people see it, by its metadata, formulas evaluated', async () => {
    await type(2, 2, { formulaValue: '=3+4' });
    await type(3, 2, { stringValue: 'Có' });
    await edit([
      {
        updateSheetProperties: {
          properties: {
            sheetId: (await client().spreadsheets.get({ spreadsheetId })).data.sheets![0]!.properties!
              .sheetId!,
            title: 'x',
          },
          fields: 'title',
        },
      },
    ]).catch(() => {});
    const cells = await openSheets(google.access()).readForm(spreadsheetId, 'form:2024-03', PATIENT);
    expect(cells!.origin).toBe('A1');
    expect(cells!.values[1]).toEqual(['Mã', 'Tiêu chí', 'Kết quả', 'Ghi chú']);
    expect(cells!.values[3]!.slice(0, 3)).toEqual(['A2', 'Hai', 'Có']);
    expect(
      await openSheets(google.access()).readForm(spreadsheetId, 'form:2024-04', PATIENT),
    ).toBeUndefined();
  });

  it('reads a date as the text people see, never as its number of days', async () => {
    const ranges = ['C3', 'C4', 'C5', 'C6'];
    const typed = ['5/3/2024', '31/12/1999 23:59', '8:30', '45.356,5'];
    await client().spreadsheets.values.batchUpdate({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'USER_ENTERED',
        data: ranges.map((range, i) => ({ range, values: [[typed[i]]] })),
      },
    });
    expect((await values('UNFORMATTED_VALUE'))[2]![2]).toBe(45356);
    const cells = await openSheets(google.access()).readForm(spreadsheetId, 'form:2024-03', PATIENT);
    const read = cells!.values.slice(2, 6).map((row) => row[2]);
    expect(read).toEqual(['05/03/2024', '31/12/1999', '08:30', 45356.5]);
  });

  it('tries again after 429 no sooner than Retry-After, and after 503 and a broken connection with jitter', async () => {
    const slept: number[] = [];
    const patience = { ...PATIENT, random: () => 0.5, sleep: async (ms: number) => void slept.push(ms) };
    google.faults.push({ status: 429, retryAfter: '7' }, { status: 503 }, { cut: true });
    await openSheets(google.access()).read(spreadsheetId, patience);
    expect(slept).toEqual([7000, 500, 1000]);
    expect(google.calls).toHaveLength(4);
  });

  it('gives up when the time left is shorter than the wait, without saying what Google said', async () => {
    google.faults.push({ status: 429, retryAfter: '7' });
    const reading = openSheets(google.access()).read(spreadsheetId, { ...PATIENT, leftMs: () => 6999 });
    const error = await reading.catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'unavailable', details: { what: 'spreadsheet', status: 429 } });
    expect(String(error.cause)).not.toContain('secret');
    expect(google.calls).toHaveLength(1);
  });

  it('does not try again what Google refuses, and tells a file that is gone', async () => {
    const sheets = openSheets(google.access());
    const bad = { requests: [{ deleteSheet: { sheetId: 12345 } }] };
    await expect(sheets.apply(spreadsheetId, bad, PATIENT)).rejects.toMatchObject({
      details: { status: 400 },
    });
    await expect(sheets.read('1'.repeat(44), PATIENT)).rejects.toMatchObject({ code: 'not_found' });
    expect(google.calls).toHaveLength(2);
  });

  it('writes all of a plan or nothing of it', async () => {
    const sheets = openSheets(google.access());
    const plan = planEdits(await sheets.read(spreadsheetId, PATIENT), withRows([['B1', 'x', null, null]]));
    const broken = { requests: [...plan.requests, { deleteSheet: { sheetId: 12345 } }] };
    await expect(sheets.apply(spreadsheetId, broken, PATIENT)).rejects.toMatchObject({ code: 'internal' });
    expect((await values('UNFORMATTED_VALUE'))[2]).toEqual(['A1', 'Một']);
  });
});

const WANTED: WantedWorkbook = {
  title: 'Sổ',
  locale: 'vi_VN',
  timeZone: 'Asia/Ho_Chi_Minh',
  marks: { 'dien-hinh.workbook': 'unit:A' },
  tabs: [
    {
      kind: 'table',
      key: 'form:2024-03',
      title: 'Phiếu 03-2024',
      banner: ['Phiếu'],
      columns: [
        { key: 'code', header: 'Mã', widthPixels: 90, entry: 'given', format: { kind: 'text' } },
        {
          key: 'name',
          header: 'Tiêu chí',
          widthPixels: 300,
          entry: 'given',
          align: 'left',
          colours: [{ text: 'Hai', colour: { red: 0, green: 1, blue: 0 } }],
        },
        { key: 'reported', header: 'Kết quả', widthPixels: 120, entry: 'filled', note: 'Ghi số' },
        { key: 'note', header: 'Ghi chú', widthPixels: 200, entry: 'filled', format: { kind: 'text' } },
      ],
      rows: [
        ['A1', 'Một', null, null],
        ['A2', 'Hai', null, null],
      ],
      rowKey: ['code'],
      rowChoices: { column: 'reported', choices: [['Có', 'Không'], undefined] },
      protection: 'given',
      frozenColumns: 1,
    },
  ],
};

function table(wanted: WantedWorkbook): TableTab {
  return wanted.tabs[0] as TableTab;
}

function withRows(rows: TableTab['rows']): WantedWorkbook {
  return { ...WANTED, tabs: [{ ...table(WANTED), rows }] };
}

function withColumn(index: number, change: Partial<TableTab['columns'][number]>): WantedWorkbook {
  const columns = table(WANTED).columns.map((column, i) => (i === index ? { ...column, ...change } : column));
  return { ...WANTED, tabs: [{ ...table(WANTED), columns }] };
}

async function publish(wanted: WantedWorkbook): Promise<void> {
  const sheets = openSheets(google.access());
  const plan = planEdits(await sheets.read(spreadsheetId, PATIENT), wanted, { editor: FUNCTIONS });
  await sheets.apply(spreadsheetId, plan, PATIENT);
}

function client(): sheets_v4.Sheets {
  const headers = { authorization: `Bearer ${FUNCTIONS}` };
  return new sheets_v4.Sheets({ rootUrl: google.url, headers });
}

async function edit(requests: sheets_v4.Schema$Request[]): Promise<void> {
  await client().spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
}

/** What a person types, as far as it can be said without their account. */
async function type(rowIndex: number, columnIndex: number, userEnteredValue: sheets_v4.Schema$ExtendedValue) {
  const { data } = await client().spreadsheets.get({ spreadsheetId });
  const sheetId = data.sheets![0]!.properties!.sheetId!;
  await edit([
    {
      updateCells: {
        start: { sheetId, rowIndex, columnIndex },
        rows: [{ values: [{ userEnteredValue }] }],
        fields: 'userEnteredValue',
      },
    },
  ]);
}

async function values(valueRenderOption: string): Promise<unknown[][]> {
  const { data } = await client().spreadsheets.get({ spreadsheetId });
  const range = `'${data.sheets![0]!.properties!.title}'`;
  const answer = await client().spreadsheets.values.get({ spreadsheetId, range, valueRenderOption });
  return answer.data.values!;
}
