import { describe, expect, it } from 'vitest';
import { OWNER, RecordingWindow } from './run-script.ts';
import { EDITOR, READER, scriptSpreadsheet } from './script-spreadsheet.ts';

describe('the spreadsheet of a script', () => {
  const { evaluate, outcome, batch, id } = scriptSpreadsheet();

  it('tells what it is, and its tabs in their order', async () => {
    expect(
      await evaluate(`[app().getId(), app().getName(), app().getUrl(), app().getSpreadsheetLocale(), app().getSpreadsheetTimeZone(),
        app().getSheets().map((s) => [s.getName(), s.getSheetId(), s.getIndex(), s.isSheetHidden(), s.getMaxRows(), s.getMaxColumns()]),
        app().getSheetByName("Kết 'quả'").getSheetId(), app().getSheetByName('không'), app().getSheetById(9).getName(),
        String(app()), String(tab()), String(tab().getRange('A1'))]`),
    ).toEqual([
      ...[
        id(),
        'Sổ thi đua',
        `https://docs.google.com/spreadsheets/d/${id()}/edit`,
        'vi_VN',
        'Asia/Ho_Chi_Minh',
      ],
      [
        ['Phiếu 03-2024', 0, 1, false, 20, 6],
        ["Kết 'quả'", 7, 2, false, 5, 3],
        ['Ẩn', 9, 3, true, 1000, 26],
      ],
      ...[7, null, 'Ẩn', 'Spreadsheet', 'Sheet', 'Range'],
    ]);
  });

  it('finds ranges by every form of address', async () => {
    await batch({
      addNamedRange: {
        namedRange: {
          name: 'DIEM',
          range: { sheetId: 7, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 },
        },
      },
    });
    expect(
      await evaluate(`[tab().getRange(2, 3), tab().getRange(2, 3, 2), tab().getRange(2, 3, 2, 2), tab().getRange('b2:A1'), tab().getRange('R2C3'),
        tab().getRange('C:C'), tab().getRange('2:3'), app().getRange("'Kết ''quả'''!A1:B2"), app().getRange('B4'), app().getRangeByName('DIEM'),
        tab().getRange('B2:D4').getCell(2, 2), tab().getRange('B2:D4').offset(1, 1), tab().getRange('B2:D4').offset(-1, 0, 1, 1)]
        .map((range) => [range.getSheet().getSheetId(), range.getA1Notation()].join(' '))`),
    ).toEqual([
      ...[
        '0 C2',
        '0 C2:C3',
        '0 C2:D3',
        '0 A1:B2',
        '0 C2',
        '0 C1:C20',
        '0 A2:F3',
        '7 A1:B2',
        '0 B4',
        '7 A2:A3',
      ],
      ...['0 C3', '0 C3:E5', '0 B1'],
    ]);
    expect(
      await evaluate(`(() => { const r = tab().getRange('B2:D5'); return [r.getRow(), r.getColumn(), r.getLastRow(), r.getLastColumn(),
        r.getNumRows(), r.getNumColumns(), r.getHeight(), r.getWidth(), r.getGridId(), app().getRangeByName('khong')]; })()`),
    ).toEqual([2, 2, 5, 4, 4, 3, 4, 3, 0, null]);
    const words = async (code: string) => outcome(code).then((one) => !one.ok && one.message);
    expect([
      await words('tab().getRange(0, 1)'),
      await words('tab().getRange(1, 0)'),
      await words('tab().getRange(1, 1, 0)'),
      await words('tab().getRange(1, 1, 1, 0)'),
      await words('tab().getRange(21, 1)'),
      await words('tab().getRange("G1")'),
      await words('tab().getRange("x y")'),
      await words('app().getRange("Không!A1")'),
      await words('tab().getRange("A1:B2").getCell(3, 1)'),
    ]).toEqual([
      'The starting row of the range is too small.',
      'The starting column of the range is too small.',
      'The number of rows in the range must be at least 1.',
      'The number of columns in the range must be at least 1.',
      'The coordinates of the range are outside the dimensions of the sheet.',
      'The coordinates of the range are outside the dimensions of the sheet.',
      ...['Range not found', 'Range not found', 'Cell reference out of range'],
    ]);
  });

  it('knows how far a tab is filled', async () => {
    expect(
      await evaluate('[tab().getLastRow(), tab().getLastColumn(), tab().getDataRange().getA1Notation()]'),
    ).toEqual([0, 0, 'A1']);
    await evaluate(`tab().getRange('C4').setValue('=""'); tab().getRange('B6').setValue(0).getValue()`);
    expect(
      await evaluate('[tab().getLastRow(), tab().getLastColumn(), tab().getDataRange().getA1Notation()]'),
    ).toEqual([6, 3, 'A1:C6']);
  });

  it('starts at what is active in the window, and moves it', async () => {
    const window = new RecordingWindow();
    const selection = { sheetId: 7, range: 'B2:C3' };
    expect(
      await evaluate(
        `[tab().getName(), SpreadsheetApp.getActiveRange().getA1Notation(), app().setActiveSheet(app().getSheetById(0)).getName(),
          tab().getActiveRange().getA1Notation(), tab().getRange('D4').activate().getSheet() && app().getActiveRange().getA1Notation(),
          tab().setActiveSelection('E5').getA1Notation(), tab().getRangeList(['F6', 'A1']).activate() && app().getActiveRange().getA1Notation()]`,
        { selection, window },
      ),
    ).toEqual(["Kết 'quả'", 'B2:C3', 'Phiếu 03-2024', 'A1', 'D4', 'E5', 'F6']);
    expect(window.effects).toEqual([
      { kind: 'activate', sheetId: 0 },
      ...['D4', 'E5', 'F6'].map((range) => ({ kind: 'activate', sheetId: 0, range })),
    ]);
    expect(await evaluate('[tab().getName(), app().getActiveRange().getA1Notation()]')).toEqual([
      'Phiếu 03-2024',
      'A1',
    ]);
  });

  it('sees merges, hidden lines and frozen rows', async () => {
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 3 };
    await batch(
      { mergeCells: { range, mergeType: 'MERGE_ALL' } },
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { frozenRowCount: 2 } },
          fields: 'gridProperties.frozenRowCount',
        },
      },
    );
    expect(
      await evaluate(`(() => { tab().hideColumns(4, 2); tab().showColumns(5); return [
        tab().getRange('A1').isPartOfMerge(), tab().getRange('C1:D2').isPartOfMerge(), tab().getRange('A1:D4').getMergedRanges().map((r) => r.getA1Notation()),
        [1, 4, 5].map((column) => tab().isColumnHiddenByUser(column)), tab().isRowHiddenByUser(1), tab().getFrozenRows(), tab().getFrozenColumns()]; })()`),
    ).toEqual([false, true, ['B1:C1'], [false, true, false], false, 2, 0]);
  });

  it('sees what others changed after a flush or an answer, not a tab that was read before', async () => {
    const window = new RecordingWindow().answer(async () => {
      const properties = { sheetId: 0, title: 'Tên mới' };
      await batch({ updateSheetProperties: { properties, fields: 'title' } });
      return { button: 'OK' };
    });
    expect(
      await evaluate(`[tab().getName(), SpreadsheetApp.getUi().alert('chờ') && tab().getName()]`, { window }),
    ).toEqual(['Phiếu 03-2024', 'Tên mới']);
  });

  it("keeps to the person's own rights on the spreadsheet", async () => {
    const write = 'tab().getRange("A1").setValue(1).getValue()';
    expect(await evaluate(write, { person: EDITOR })).toBe(1);
    const denied = {
      ok: false,
      name: 'Exception',
      message: 'You do not have permission to access the requested document.',
    };
    expect(await outcome(write, { person: READER })).toMatchObject(denied);
    expect(await evaluate('tab().getRange("A1").getValue()', { person: READER })).toBe(1);
    expect(await outcome('tab().getName()', { person: 'la@other.vn' })).toMatchObject(denied);
    expect(await outcome('tab().getName()', { spreadsheetId: 'khong-co' })).toMatchObject({
      message: "Document khong-co is missing (perhaps it was deleted, or you don't have read access?)",
    });
  });

  it('refuses a protected cell in the words of Sheets, and a whole write with it', async () => {
    await batch({
      addProtectedRange: { protectedRange: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 } } },
    });
    const words =
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
    for (const code of [
      'tab().getRange("A1:A2").setValues([[1], [2]])',
      'tab().getRange("A1:A2").setNotes([["x"], ["y"]])',
      'tab().getRange("A1:A2").setBackgrounds([["#ff0000"], [null]])',
    ])
      expect(await outcome(code, { person: EDITOR })).toMatchObject({
        ok: false,
        name: 'Exception',
        message: words,
      });
    expect(
      await evaluate(
        '[tab().getRange("A1:A2").getValues(), tab().getRange("A1:A2").getNotes()].flat(2).join("")',
      ),
    ).toBe('');
    expect(
      await evaluate('["A1", "A2", "A1:A2"].map((a1) => tab().getRange(a1).canEdit())', { person: EDITOR }),
    ).toEqual([false, true, false]);
    expect(await evaluate('tab().getRange("A1").canEdit()')).toBe(true);
    expect(await evaluate('tab().getRange("A2").canEdit()', { person: READER })).toBe(false);
  });

  it('protects ranges and tabs, names who may edit, and frees them again', async () => {
    expect(
      await evaluate(`(() => {
        const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
        const part = tab().getRange('A1:B2').protect().setDescription('Tiêu đề').addEditor('${EDITOR}');
        const whole = tab().protect().setUnprotectedRanges([tab().getRange('C3')]).setWarningOnly(true);
        const seen = (all) => all.map((one) => [String(one.getProtectionType()), one.getRange().getA1Notation(), one.getDescription(),
          one.isWarningOnly(), one.canEdit(), one.getEditors().map(String), one.getUnprotectedRanges().map((r) => r.getA1Notation())]);
        const before = [...seen(tab().getProtections(RANGE)), ...seen(app().getProtections(SHEET))];
        part.removeEditor('${EDITOR}');
        const editors = part.getEditors().map((user) => user.getEmail());
        whole.remove();
        return [before, editors, app().getProtections(SHEET).length, app().getSheetById(7).getProtections(RANGE).length];
      })()`),
    ).toEqual([
      [
        ['RANGE', 'A1:B2', 'Tiêu đề', false, true, [OWNER, EDITOR], []],
        ['SHEET', 'A1:F20', '', true, true, [OWNER], ['C3']],
      ],
      [OWNER],
      ...[0, 0],
    ]);
  });

  it('writes and finds developer metadata where it lies', async () => {
    expect(
      await evaluate(`(() => {
        app().addDeveloperMetadata('campaign', 'BT-2024');
        tab().addDeveloperMetadata('tab', 'form:2024-03', SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
        tab().getRange('C:C').addDeveloperMetadata('column', 'self');
        tab().getRange('2:2').addDeveloperMetadata('row', 'header');
        app().getSheetById(7).addDeveloperMetadata('tab', 'result');
        const show = (all) => all.map((one) => {
          const at = one.getLocation();
          return [one.getKey(), one.getValue(), String(at.getLocationType()), String(one.getVisibility()),
            at.getSpreadsheet() && 'book', at.getSheet() && at.getSheet().getSheetId(), at.getRow() && at.getRow().getA1Notation(), at.getColumn() && at.getColumn().getA1Notation()];
        });
        const find = (place) => place.createDeveloperMetadataFinder();
        return {
          book: show(app().getDeveloperMetadata()), tab: show(tab().getDeveloperMetadata()),
          column: show(tab().getRange('C:C').getDeveloperMetadata()), row: show(tab().getRange('2:2').getDeveloperMetadata()),
          keyed: find(app()).withKey('tab').find().map((one) => one.getValue()),
          valued: find(app()).withKey('tab').withValue('result').find().map((one) => one.getLocation().getSheet().getName()),
          below: find(tab()).find().map((one) => one.getKey()), around: find(tab()).onIntersectingLocations().find().map((one) => one.getKey()),
          columns: find(app()).withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN).find().map((one) => one.getValue()),
          inRange: find(tab().getRange('B:D')).find().map((one) => one.getKey()), crossing: find(tab().getRange('C2')).onIntersectingLocations().withKey('row').find().length,
        };
      })()`),
    ).toEqual({
      book: [['campaign', 'BT-2024', 'SPREADSHEET', 'DOCUMENT', 'book', null, null, null]],
      tab: [['tab', 'form:2024-03', 'SHEET', 'DOCUMENT', null, 0, null, null]],
      column: [['column', 'self', 'COLUMN', 'DOCUMENT', null, null, null, 'C1:C20']],
      row: [['row', 'header', 'ROW', 'DOCUMENT', null, null, 'A2:F2', null]],
      keyed: ['form:2024-03', 'result'],
      valued: ["Kết 'quả'"],
      below: ['tab', 'column', 'row'],
      around: ['campaign', 'tab', 'column', 'row'],
      columns: ['self'],
      inRange: ['column'],
      crossing: 1,
    });
    expect(
      await evaluate(`(() => { const [one] = app().getDeveloperMetadata(); one.setValue('BT-2025'); const now = app().getDeveloperMetadata()[0].getValue();
        one.remove(); return [now, app().getDeveloperMetadata().length]; })()`),
    ).toEqual(['BT-2025', 0]);
  });

  it('names the service and the method that it lacks', async () => {
    const words = async (code: string) =>
      outcome(code).then((one) => !one.ok && `${one.name}: ${one.message}`);
    const missing = (what: string) => `Error: ${what} is not supported by the local Apps Script host.`;
    expect([
      await words('app().insertSheet("x")'),
      await words('tab().sort(1)'),
      await words('tab().getRange("A1").setFontWeight("bold")'),
      await words('SpreadsheetApp.openById("x")'),
      await words('SpreadsheetApp.BorderStyle.SOLID'),
      await words('SpreadsheetApp.ColorType.NAMED'),
      await words('SpreadsheetApp.getUi().createDialog()'),
      await words('DriveApp.getFileById("x")'),
      await words('Utilities.newBlob("x")'),
      await words('tab().getRange("A1").setBackground("chartreuse")'),
    ]).toEqual([
      ...['Spreadsheet.insertSheet', 'Sheet.sort', 'Range.setFontWeight', 'SpreadsheetApp.openById'].map(
        missing,
      ),
      ...['SpreadsheetApp.BorderStyle', 'SpreadsheetApp.ColorType.NAMED', 'Ui.createDialog'].map(missing),
      ...['DriveApp.getFileById', 'Utilities.newBlob', 'The colour "chartreuse"'].map(missing),
    ]);
    expect(await words('tab().getRange("A1").setValue("=TODAY()")')).toBe(
      'Error: The local Sheets and Drive server does not support the formula "=TODAY()".',
    );
  });
});
