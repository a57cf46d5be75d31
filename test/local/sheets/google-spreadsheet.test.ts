import { GoogleSpreadsheet, type GoogleSpreadsheetWorksheet } from 'google-spreadsheet';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from './test-server.ts';

// A client that nobody here wrote, as its users use it. Only the origin of what it asks for is changed, on its way
// out: the library has Google's addresses built in.

const OWNER = 'owner@example.vn';
const GOOGLE = /^https:\/\/(sheets\.googleapis\.com|www\.googleapis\.com|docs\.google\.com)(?=\/)/;
const auth = { token: OWNER };

describe('the client google-spreadsheet', () => {
  let server: TestServer;
  let doc: GoogleSpreadsheet;
  let sheet: GoogleSpreadsheetWorksheet;

  beforeAll(async () => {
    server = await startTestServer();
    const fetchOf = globalThis.fetch;
    vi.stubGlobal('fetch', (input: Request | string | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      if (!GOOGLE.test(request.url)) throw new Error(`not one of Google's addresses: ${request.url}`);
      return fetchOf(new Request(request.url.replace(GOOGLE, server.url), request));
    });
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await server.end();
  });
  beforeEach(async () => {
    doc = await GoogleSpreadsheet.createNewSpreadsheetDocument(auth, {
      title: 'Sổ thi đua',
      locale: 'vi_VN',
    });
    sheet = doc.sheetsByIndex[0]!;
  });

  /** Another client that knows nothing yet: what it sees is what was kept. */
  async function reopened(): Promise<GoogleSpreadsheet> {
    const again = new GoogleSpreadsheet(doc.spreadsheetId, auth, { retryConfig: 0 });
    await again.loadInfo();
    return again;
  }
  const valuesOf = async (one: GoogleSpreadsheetWorksheet, range: string) =>
    (await one.getCellsInRange(range)) as unknown;
  const all = (one: GoogleSpreadsheetWorksheet) => valuesOf(one, 'A1:Z100');
  const fill = async (values: (string | number)[][]) => {
    await sheet.setHeaderRow(values[0]!.map(String));
    await sheet.addRows(values.slice(1));
  };

  describe('with documents and sheets', () => {
    it('creates, loads and renames a document', async () => {
      await doc.updateProperties({ title: 'Tổng hợp', timeZone: 'Asia/Ho_Chi_Minh' });
      const again = await reopened();
      expect([again.title, again.locale, again.timeZone, again.sheetCount]).toEqual([
        ...['Tổng hợp', 'vi_VN', 'Asia/Ho_Chi_Minh', 1],
      ]);
    });

    it('adds, renames, resizes, duplicates and deletes sheets', async () => {
      const added = await doc.addSheet({ title: 'Tháng 3', headerValues: ['mã', 'điểm'] });
      await added.resize({ rowCount: 12, columnCount: 3 });
      await added.updateProperties({ title: 'Tháng ba', gridProperties: { frozenRowCount: 1 } as never });
      await added.duplicate({ title: 'Bản sao', index: 0 });
      await sheet.delete();
      const again = await reopened();
      expect(
        again.sheetsByIndex.map((one) => [
          one.title,
          one.rowCount,
          one.columnCount,
          one.gridProperties.frozenRowCount,
        ]),
      ).toEqual([
        ['Bản sao', 12, 3, 1],
        ['Tháng ba', 12, 3, 1],
      ]);
      expect(await all(again.sheetsByIndex[0]!)).toEqual([['mã', 'điểm']]);
    });

    it('copies a sheet into another document', async () => {
      await fill([['mã'], ['XA01']]);
      await sheet.createDeveloperMetadata({
        metadataKey: 'tab',
        metadataValue: 'form',
        location: { sheetId: sheet.sheetId },
        visibility: 'DOCUMENT',
      } as never);
      const other = await GoogleSpreadsheet.createNewSpreadsheetDocument(auth, { title: 'Khác' });
      await sheet.copyToSpreadsheet(other.spreadsheetId);
      const { title, index, sheetId } = (await sheet.copyToSpreadsheet(other.spreadsheetId)) as {
        [key: string]: unknown;
      };
      expect([title, index]).toEqual(['Copy of Sheet1 2', 2]);
      await other.loadInfo();
      expect(other.sheetsByIndex.map((one) => one.title)).toEqual([
        ...['Sheet1', 'Copy of Sheet1', 'Copy of Sheet1 2'],
      ]);
      expect(await all(other.sheetsById[sheetId as number]!)).toEqual([['mã'], ['XA01']]);
      const found = await other.searchDeveloperMetadata([
        { developerMetadataLookup: { metadataKey: 'tab' } },
      ]);
      expect(found.map((one) => [one.metadataValue, one.location?.sheetId])).toContainEqual([
        'form',
        sheetId,
      ]);
    });

    it('deletes a document', async () => {
      await doc.delete();
      await expect(reopened()).rejects.toThrow('[404] Requested entity was not found.');
    });
  });

  describe('with rows', () => {
    beforeEach(() =>
      fill([
        ['mã', 'tên', 'điểm'],
        ['XA01', 'An Bình Tây', 91.5],
        ['XA02', 'An Đức', 88],
        ['XA03', 'An Hiệp', 0],
        ['XA04', 'An Hòa Tây', 75],
      ]),
    );

    it('reads them by header, from an offset, up to a limit', async () => {
      const again = (await reopened()).sheetsByIndex[0]!;
      const rows = await again.getRows({ offset: 1, limit: 2 });
      expect(again.headerValues).toEqual(['mã', 'tên', 'điểm']);
      expect(rows.map((row) => [row.rowNumber, row.toObject()])).toEqual([
        [3, { mã: 'XA02', tên: 'An Đức', điểm: '88' }],
        [4, { mã: 'XA03', tên: 'An Hiệp', điểm: '0' }],
      ]);
      expect(await again.getRows({ offset: 10 })).toEqual([]);
    });

    it('appends one as an object, as typed or as it is', async () => {
      const typed = await sheet.addRow({ mã: 'XA05', điểm: '1.234,5' });
      const raw = await sheet.addRow({ mã: '=1+1', điểm: '1.234,5' }, { raw: true, insert: true });
      expect([typed.rowNumber, typed.get('điểm'), raw.rowNumber, raw.get('mã')]).toEqual([
        6,
        '1.234,50',
        7,
        '=1+1',
      ]);
      expect(await sheet.getCellsInRange('C6:C7', { valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([
        [1234.5],
        ['1.234,5'],
      ]);
    });

    it('saves a row that was changed', async () => {
      const [, row] = await sheet.getRows();
      row!.assign({ tên: 'An Đức (mới)', điểm: '95' });
      await row!.save();
      expect(await valuesOf(sheet, 'A3:C3')).toEqual([['XA02', 'An Đức (mới)', '95']]);
    });

    it('deletes rows one after the other, and the rows below come up', async () => {
      const rows = await sheet.getRows();
      await rows[1]!.delete();
      await rows[3]!.delete();
      expect(await all(sheet)).toEqual([
        ['mã', 'tên', 'điểm'],
        ['XA01', 'An Bình Tây', '91,5'],
        ['XA03', 'An Hiệp', '0'],
      ]);
      expect([rows[1]!.deleted, rows[2]!.rowNumber, sheet.rowCount]).toEqual([true, 3, 1000]);
    });

    it('clears rows and leaves the header', async () => {
      await sheet.clearRows();
      expect(await all(sheet)).toEqual([['mã', 'tên', 'điểm']]);
      await sheet.clear();
      expect(await all(sheet)).toBeUndefined();
    });

    it('downloads any sheet as CSV or TSV', async () => {
      const text = (data: ArrayBuffer) => new TextDecoder().decode(data);
      const other = await doc.addSheet({ title: 'Khác', headerValues: ['a "b"', 'c,d'] });
      const again = await reopened();
      expect(text(await again.sheetsById[other.sheetId]!.downloadAsCSV())).toBe('"a ""b""","c,d"');
      expect(text(await again.sheetsById[other.sheetId]!.downloadAsTSV())).toBe('a "b"\tc,d');
      expect(text(await again.sheetsByIndex[0]!.downloadAsCSV())).toBe(
        [
          'mã,tên,điểm',
          'XA01,An Bình Tây,"91,5"',
          'XA02,An Đức,88',
          'XA03,An Hiệp,0',
          'XA04,An Hòa Tây,75',
        ].join('\r\n'),
      );
      await expect(again.downloadAsXLSX()).rejects.toThrow('[501]');
    });
  });

  describe('with cells', () => {
    it('edits values, formulas, notes and formats, and saves them at once', async () => {
      await sheet.loadCells('A1:C3');
      expect(sheet.cellStats).toEqual({ nonEmpty: 0, loaded: 9, total: 26_000 });
      const [a1, b1, c1, a2, b2] = ['A1', 'B1', 'C1', 'A2', 'B2'].map((name) => sheet.getCellByA1(name));
      a1!.value = 'Điểm';
      a1!.note = 'Từ 0 đến 100';
      a1!.textFormat = { bold: true };
      a1!.backgroundColor = { red: 1, green: 0.2, blue: 0.2 } as never;
      b1!.numberValue = 40.25;
      b1!.numberFormat = { type: 'NUMBER', pattern: '0.00' };
      c1!.boolValue = true;
      a2!.formula = '=B1*2';
      b2!.formula = '=1/0';
      await sheet.saveUpdatedCells();
      expect([a2!.value, a2!.formula, b2!.errorValue?.type, b1!.formattedValue]).toEqual([
        ...[80.5, '=B1*2', 'DIVIDE_BY_ZERO', '40,25'],
      ]);

      const again = (await reopened()).sheetsByIndex[0]!;
      await again.loadCells({ startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 3 });
      const seen = again.getCell(0, 0);
      expect([seen.value, seen.note, seen.textFormat, seen.backgroundColor]).toEqual([
        ...['Điểm', 'Từ 0 đến 100', { bold: true }, { red: 1, green: 0.2, blue: 0.2 }],
      ]);
      expect([again.getCell(0, 2).boolValue, again.getCell(1, 0).numberValue]).toEqual([true, 80.5]);
      seen.value = null;
      seen.note = null;
      seen.clearAllFormatting();
      await seen.save();
      expect([seen.value, seen.note, seen.userEnteredFormat]).toEqual([null, '', undefined]);
    });

    it('follows a formula when what it reads changes', async () => {
      await sheet.loadCells('A1:A2');
      sheet.getCell(0, 0).value = 1;
      sheet.getCell(1, 0).formula = '=SUM(A1,10)';
      await sheet.saveUpdatedCells();
      sheet.getCell(0, 0).value = 5;
      await sheet.saveUpdatedCells();
      await sheet.loadCells('A2');
      expect(sheet.getCell(1, 0).value).toBe(15);
    });

    it('merges, unmerges, repeats, borders and sorts', async () => {
      await fill([['b'], ['2'], ['1']]);
      await sheet.sortRange({ startRowIndex: 1, endRowIndex: 3, endColumnIndex: 1, startColumnIndex: 0 }, [
        { dimensionIndex: 0, sortOrder: 'ASCENDING' },
      ]);
      expect(await all(sheet)).toEqual([['b'], ['1'], ['2']]);
      const block = { startRowIndex: 4, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 };
      await sheet.mergeCells(block);
      await sheet.unmergeCells(block);
      await sheet.repeatCell(block, { userEnteredValue: { numberValue: 7 } }, 'userEnteredValue');
      await sheet.updateBorders(block, { top: { style: 'SOLID' } });
      expect(await valuesOf(sheet, 'A5:C6')).toEqual([
        ['7', '7'],
        ['7', '7'],
      ]);
    });
  });

  describe('with lines and ranges', () => {
    beforeEach(() =>
      fill([
        ['a', 'b', 'c'],
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ]),
    );

    it('inserts, sizes, moves and deletes rows and columns', async () => {
      await sheet.insertDimension('ROWS', { startIndex: 1, endIndex: 2 });
      await sheet.updateDimensionProperties('COLUMNS', { pixelSize: 222 } as never, {
        startIndex: 0,
        endIndex: 1,
      });
      await sheet.moveDimension('COLUMNS', { startIndex: 2, endIndex: 3 }, 0);
      await sheet.deleteRows(2, 3);
      await sheet.appendDimension('ROWS', 5);
      await sheet.autoResizeDimensions('COLUMNS');
      expect(await all(sheet)).toEqual([['c', 'a', 'b'], [], ['6', '4', '5'], ['9', '7', '8']]);
      expect(sheet.rowCount).toBe(1005);
    });

    it('inserts and deletes cells within their columns or rows', async () => {
      const cell = { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 };
      await sheet.insertRange(cell, 'ROWS');
      expect(await all(sheet)).toEqual([
        ['a', 'b', 'c'],
        ['1', '', '3'],
        ['4', '2', '6'],
        ['7', '5', '9'],
        ['', '8'],
      ]);
      await sheet.deleteRange(cell, 'COLUMNS');
      expect(await valuesOf(sheet, 'A2:C2')).toEqual([['1', '3']]);
    });

    it('names ranges', async () => {
      await sheet.addNamedRange(
        'diem',
        { startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 },
        'diem1',
      );
      await sheet.updateNamedRange('diem1', { name: 'diem_moi' }, 'name');
      expect(await doc.sheetsApi.get('values/diem_moi').json()).toMatchObject({
        values: [
          ['1', '2'],
          ['4', '5'],
        ],
      });
      await sheet.deleteNamedRange('diem1');
      await expect(doc.sheetsApi.get('values/diem_moi').json()).rejects.toThrow('[400]');
    });

    it('validates, protects and formats by condition', async () => {
      const range = { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 };
      const condition = {
        type: 'NUMBER_BETWEEN',
        values: [{ userEnteredValue: '0' }, { userEnteredValue: '100' }],
      };
      await sheet.setDataValidation(range as never, { condition, strict: true } as never);
      const rule = { ranges: [{ sheetId: sheet.sheetId, ...range }], booleanRule: { condition, format: {} } };
      await sheet.addConditionalFormatRule(rule as never, 0);
      await sheet.deleteConditionalFormatRule(0);
      const made = (await sheet.addProtectedRange({
        range: { sheetId: sheet.sheetId, ...range },
      } as never)) as {
        protectedRange: { protectedRangeId: number };
      };
      const id = made.protectedRange.protectedRangeId;
      await sheet.updateProtectedRange(id, { description: 'Điểm' } as never);
      await sheet.loadCells('A2');
      const again = (await reopened()).sheetsByIndex[0]!;
      expect(again.protectedRanges!.map((one) => [one.protectedRangeId, one.description])).toEqual([
        [id, 'Điểm'],
      ]);
      await sheet.deleteProtectedRange(id);
      const seen = await server.as(OWNER).sheets.spreadsheets.get({
        spreadsheetId: doc.spreadsheetId,
        ranges: ['A2'],
        fields: 'sheets(data.rowData.values.dataValidation,protectedRanges,conditionalFormats)',
      });
      expect(seen.data).toEqual({
        sheets: [{ data: [{ rowData: [{ values: [{ dataValidation: { condition, strict: true } }] }] }] }],
      });
    });

    it('keeps developer metadata and finds cells by it', async () => {
      const dimensionRange = { sheetId: sheet.sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
      const lookup = { developerMetadataLookup: { metadataKey: 'unit' } };
      await sheet.createDeveloperMetadata({
        metadataKey: 'unit',
        metadataValue: 'XA01',
        location: { dimensionRange },
        visibility: 'DOCUMENT',
      } as never);
      await sheet.insertDimension('ROWS', { startIndex: 1, endIndex: 2 });
      await sheet.updateDeveloperMetadata([lookup], { metadataValue: 'XA02' } as never, 'metadataValue');
      const found = await doc.searchDeveloperMetadata([lookup]);
      expect(found.map((one) => [one.metadataValue, one.location?.dimensionRange?.startIndex])).toEqual([
        ['XA02', 2],
      ]);
      sheet.resetLocalCache(true);
      await sheet.loadCells(lookup as never);
      expect(sheet.getCell(2, 1).value).toBe(2);
      await sheet.deleteDeveloperMetadata(lookup);
      expect(await doc.searchDeveloperMetadata([lookup])).toEqual([]);
    });
  });

  it('shares a document, and takes it back', async () => {
    await doc.share('reader@example.vn', { role: 'reader', emailMessage: false });
    const theirs = new GoogleSpreadsheet(doc.spreadsheetId, { token: 'reader@example.vn' });
    await theirs.loadInfo();
    await expect(theirs.updateProperties({ title: 'của tôi' })).rejects.toThrow('[403]');
    await doc.setPublicAccessLevel('reader');
    const seen = (await doc.listPermissions()) as { id: string; type: string; role: string }[];
    expect(seen.map(({ type, role }) => [type, role]).sort()).toEqual([
      ['anyone', 'reader'],
      ['user', 'owner'],
      ['user', 'reader'],
    ]);
    await doc.setPublicAccessLevel(false);
    await doc.deletePermission(seen.find(({ type, role }) => type === 'user' && role === 'reader')!.id);
    await expect(theirs.loadInfo()).rejects.toThrow('[403]');
  });

  it.each([
    ['findReplace', () => sheet.findReplace('a', 'b')],
    ['copyPaste', () => sheet.copyPaste({} as never, {} as never)],
    ['pasteData', () => sheet.pasteData({ rowIndex: 0, columnIndex: 0 } as never, 'a,b', ',')],
    ['trimWhitespace', () => sheet.trimWhitespace({} as never)],
  ])('is refused %s by name', async (name, call) => {
    await expect(call()).rejects.toThrow(name);
  });
});
