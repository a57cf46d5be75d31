import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILLED_PAINT, MARK_PAINT } from '../../../sheets-addon/src/marks/paint.ts';
import { EDITOR_A, OFFICER } from '../../http/small-campaign.ts';
import {
  type AddOnCampaign,
  type AddOnOffice,
  type Dress,
  PERIOD,
  startAddOnOffice,
} from '../add-on-office.ts';
import { RIGHT, wideCampaign } from '../wide-campaign.ts';

/** The wide campaign's form: header in row 3, its rows from 4; F target, G answer, H note. */
const FORM = `form:${PERIOD}`;
const BODY = 'F4:H15';
let addOn: AddOnOffice;

beforeAll(async () => {
  addOn = await startAddOnOffice();
});
afterAll(() => addOn.stop());

async function opened(code: string): Promise<AddOnCampaign> {
  const t = await addOn.campaign(code, wideCampaign(code));
  await t.move('open');
  await t.deliver();
  await t.type(EDITOR_A, 'unit:A', FORM, BODY, RIGHT);
  return t;
}

/** Ten answers that are wrong, from G4 down. */
const TEN_WRONG = [['nhiều'], ['-1'], ['11'], ['7,3'], ['1.234'], ['85%'], ['=1/0'], ['hai'], [''], ['có']];

describe('checking a form', () => {
  it('is one read of the values where nothing is wrong', async () => {
    const t = await opened('FINE');
    const window = await t.open(EDITOR_A, 'unit:A');
    await window.choose('Kiểm tra phiếu');
    expect(window.said).toContain('Phiếu đúng quy định, có thể nộp.');
    expect(window.screen?.account).toEqual({ email: EDITOR_A, verified: true });
    expect(lookedAt(window.calls)).toEqual({ 'Range.getValues': 1 });
  });

  it('is one read and two writes for ten wrong cells, and a write each to take the marks away', async () => {
    const t = await opened('TEN');
    const before = await t.dress('unit:A', FORM);
    const window = await t.open(EDITOR_A, 'unit:A');
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4:G13', TEN_WRONG);

    await window.choose('Kiểm tra phiếu');
    expect(window.block('issues').issues.map(({ place }) => place)).toEqual(
      Array.from({ length: 10 }, (_, i) => `G${i + 4} · Kết quả / tự chấm`),
    );
    expect(lookedAt(window.calls)).toEqual({
      'Range.getValues': 1,
      'Range.getMergedRanges': 1,
      'Range.getNotes': 1,
      'Range.getBackgroundObjects': 1,
      'Range.setNotes': 1,
      'RangeList.setBackground': 1,
    });
    const marked = await t.dress('unit:A', FORM);
    for (const [i] of TEN_WRONG.entries()) {
      expect(hexOf(marked[`G${i + 4}`])).toBe(MARK_PAINT);
      expect(marked[`G${i + 4}`]?.note).toMatch(/^▼ Thi đua: cần sửa\n.+\n▲ Thi đua$/);
    }

    await window.press('Kiểm tra lại');
    expect(await t.dress('unit:A', FORM)).toEqual(marked);
    expect(Object.keys(lookedAt(window.calls)).filter((call) => /\.set/.test(call))).toEqual([]);

    await t.type(EDITOR_A, 'unit:A', FORM, BODY, RIGHT);
    await window.press('Kiểm tra lại');
    expect(window.said).toContain('Phiếu đúng quy định');
    expect(lookedAt(window.calls)).toMatchObject({ 'Range.setNotes': 1, 'RangeList.setBackground': 1 });
    expect(await t.dress('unit:A', FORM)).toEqual(before);
    await window.press('Kiểm tra lại');
    expect(lookedAt(window.calls)).toEqual({ 'Range.getValues': 1 });
  });

  it('gives every cell back as it was: notes, colours of the theme, colours chosen meanwhile', async () => {
    const t = await opened('RESTORE');
    const { sheetId } = await t.tab('unit:A', FORM);
    const cell = (row: number) => ({
      sheetId,
      startRowIndex: row - 1,
      endRowIndex: row,
      startColumnIndex: 6,
      endColumnIndex: 7,
    });
    const dress = (row: number, backgroundColorStyle: object, note?: string) => ({
      repeatCell: {
        range: cell(row),
        cell: { userEnteredFormat: { backgroundColorStyle }, ...(note && { note }) },
        fields: 'userEnteredFormat.backgroundColorStyle,note',
      },
    });
    await t.change(
      'unit:A',
      dress(4, { themeColor: 'ACCENT1' }, 'Hỏi chị Lan\n'),
      dress(5, { rgbColor: { green: 1 } }, '=1+1'),
      { repeatCell: { range: cell(6), cell: {}, fields: 'userEnteredFormat.backgroundColorStyle' } },
    );
    const before = await t.dress('unit:A', FORM);
    const window = await t.open(EDITOR_A, 'unit:A');
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4:G7', [['a'], ['b'], ['c'], ['d']]);
    await window.choose('Kiểm tra phiếu');
    const marked = await t.dress('unit:A', FORM);
    expect(marked.G4?.note).toMatch(/^Hỏi chị Lan\n\n\n▼/);
    expect([4, 5, 6, 7].map((row) => hexOf(marked[`G${row}`]))).toEqual(Array(4).fill(MARK_PAINT));

    await t.change('unit:A', dress(7, { rgbColor: { blue: 1 } }, `${marked.G7?.note}\nđã sửa`));
    await t.type(EDITOR_A, 'unit:A', FORM, BODY, RIGHT);
    await window.press('Kiểm tra lại');
    const after = await t.dress('unit:A', FORM);
    expect(after).toEqual({ ...before, G7: { note: '\nđã sửa', background: expect.anything() } });
    expect(hexOf(after.G7)).toBe('#0000ff');
    expect(writesOf(window.calls)).toBeLessThanOrEqual(2);
  });

  it('takes a mark away where its row was sorted to, and its column moved to', async () => {
    const t = await opened('MOVED');
    const { sheetId } = await t.tab('unit:A', FORM);
    const window = await t.open(EDITOR_A, 'unit:A');
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4', [['nhiều']]);
    await window.choose('Kiểm tra phiếu');
    await t.change(
      'unit:A',
      {
        sortRange: {
          range: { sheetId, startRowIndex: 3, endRowIndex: 15, startColumnIndex: 0, endColumnIndex: 9 },
          sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
        },
      },
      {
        insertDimension: {
          range: { sheetId, dimension: 'COLUMNS', startIndex: 5, endIndex: 7 },
          inheritFromBefore: false,
        },
      },
      {
        moveDimension: {
          source: { sheetId, dimension: 'COLUMNS', startIndex: 9, endIndex: 10 },
          destinationIndex: 7,
        },
      },
      {
        updateDimensionProperties: {
          range: { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 5 },
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
      {
        updateDimensionProperties: {
          range: { sheetId, dimension: 'ROWS', startIndex: 4, endIndex: 6 },
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
    );
    await window.press('Kiểm tra lại');
    const [issue] = window.block('issues').issues;
    expect(issue?.place).toMatch(/^J\d+ · Kết quả/);
    const cell = issue!.place!.split(' ')[0]!;
    await t.type(EDITOR_A, 'unit:A', FORM, cell, [[5]]);
    await window.press('Kiểm tra lại');
    expect(window.said).toContain('Phiếu đúng quy định');
    const dress = await t.dress('unit:A', FORM);
    expect([hexOf(dress[cell]), dress[cell]?.note]).toEqual([FILLED_PAINT, undefined]);
    expect(JSON.stringify(dress)).not.toContain('Thi đua: cần sửa');
  });

  it('tells of a header that is gone, and how to bring it back', async () => {
    const t = await opened('HEADER');
    await t.type('functions@x.example', 'unit:A', FORM, 'G3', [['Điểm']]);
    const window = await t.open(EDITOR_A, 'unit:A');
    await window.choose('Kiểm tra phiếu');
    expect(window.block('issues').issues.map(({ text }) => text)).toEqual([
      'Không tìm thấy cột “Kết quả / tự chấm”. Hãy ghi lại đúng tiêu đề này ở dòng tiêu đề.',
    ]);
    expect(window.said).toContain('Trang này đang khóa với tài khoản của bạn');
    await t.type('functions@x.example', 'unit:A', FORM, 'G3', [['KẾT QUẢ  / tự chấm']]);
    await window.press('Kiểm tra lại');
    expect(window.said).toContain('Phiếu đúng quy định');
  });

  it('tells of merged cells at the cell that can be seen', async () => {
    const t = await opened('MERGED');
    const { sheetId } = await t.tab('unit:A', FORM);
    const range = { sheetId, startRowIndex: 3, endRowIndex: 6, startColumnIndex: 6, endColumnIndex: 7 };
    await t.change('unit:A', { mergeCells: { range, mergeType: 'MERGE_ALL' } });
    const window = await t.open(EDITOR_A, 'unit:A');
    await window.choose('Kiểm tra phiếu');
    const { issues } = window.block('issues');
    expect(issues.map(({ place }) => place)).toEqual(Array(2).fill('G4 · Kết quả / tự chấm'));
    expect(issues[0]?.text).toMatch(
      /^Ô G5 nằm trong vùng gộp G4:G6, mà chỉ ô đầu vùng có giá trị\. .*Chưa có kết quả của tiêu chí C2\./,
    );
    const dress = await t.dress('unit:A', FORM);
    expect(dress.G4?.note).toMatch(/G5 nằm trong.*\n.*G6 nằm trong/);
  });

  it('is not confused by a wide paste, ten thousand rows below, own columns, days and failed formulas', async () => {
    const t = await opened('PASTE');
    const { sheetId } = await t.tab('unit:A', FORM);
    await t.change(
      'unit:A',
      { appendDimension: { sheetId, dimension: 'COLUMNS', length: 40 } },
      { appendDimension: { sheetId, dimension: 'ROWS', length: 10_000 } },
    );
    await t.type(
      EDITOR_A,
      'unit:A',
      FORM,
      'K1:AV6',
      Array.from({ length: 6 }, () => Array<string>(38).fill('nháp')),
    );
    const below = Array.from({ length: 10_000 }, (_, i) => [`nháp ${i}`]);
    await t.type(EDITOR_A, 'unit:A', FORM, 'K20:K10019', below);
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4:G6', [['05/03/2024'], ['=1/0'], ['=2*4']]);
    const window = await t.open(EDITOR_A, 'unit:A');
    await window.choose('Kiểm tra phiếu');
    const { issues } = window.block('issues');
    expect(issues.map(({ place }) => place?.slice(0, 2))).toEqual(['G4', 'G5']);
    expect(issues[0]?.text).toMatch(/^“05\/03\/2024” trông như ngày tháng/);
    expect(issues[1]?.text).toMatch(/^Công thức báo lỗi #DIV\/0!/);
    const filled = Array.from({ length: 1500 }, (_, i) => [i]);
    await t.type(EDITOR_A, 'unit:A', FORM, 'G20:G1519', filled);
    await window.press('Kiểm tra lại');
    expect(window.block('issues').issues[0]?.text).toMatch(/quá 1\.000 dòng/);
  });

  it('selects the cell that is pressed', async () => {
    const t = await opened('SELECT');
    await t.type(EDITOR_A, 'unit:A', FORM, 'G7', [['nhiều']]);
    const window = await t.open(EDITOR_A, 'unit:A');
    await window.choose('Kiểm tra phiếu');
    const shown = window.screen;
    const { sheetId } = await t.tab('unit:A', FORM);
    expect(await window.ask(window.block('issues').issues[0]!.select!)).toBe(shown);
    expect(window.effects.at(-1)).toEqual({ kind: 'activate', sheetId, range: 'G7' });
    const gone = await window.ask({ do: 'select', with: { sheetId: '1', cell: 'G7' } });
    expect(gone.title).toBe('Chưa làm được');
  });

  it('works by the rules it knows while the server is away, and says so', async () => {
    const t = await opened('AWAY');
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4', [['nhiều']]);
    const nowhere = await addOn.hostBefore('http://127.0.0.1:9/');
    const stranger = await t.open(EDITOR_A, 'unit:A', nowhere);
    await stranger.choose('Kiểm tra phiếu');
    expect(stranger.said).toMatch(/chưa từng lấy quy định của kỳ/);
    expect(stranger.screen?.account).toBeUndefined();

    const before = await addOn.hostBefore(addOn.office.functions.url, { properties: 'away' });
    await (await t.open(EDITOR_A, 'unit:A', before)).choose('Kiểm tra phiếu');
    await before.close();
    const after = await addOn.hostBefore('http://127.0.0.1:9/', { properties: 'away' });
    const window = await t.open(EDITOR_A, 'unit:A', after);
    await window.choose('Kiểm tra phiếu');
    expect(window.said).toMatch(/được kiểm theo quy định lấy lúc 10:00 ngày 20\/03\/2024/);
    expect(window.block('issues').issues).toHaveLength(1);
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4', [[8]]);
    await window.press('Kiểm tra lại');
    expect(window.said).toContain('Phiếu đúng quy định');
    await window.press('Nộp phiếu');
    expect(window.said).toMatch(/Chưa nhận được câu trả lời/);
  });

  it('finds the form in front, renamed, moved or copied', async () => {
    const t = await opened('COPIED-TAB');
    const { sheetId, title } = await t.tab('unit:A', FORM);
    await t.change(
      'unit:A',
      {
        updateSheetProperties: {
          properties: { sheetId, title: 'Tháng ba của tôi', index: 2 },
          fields: 'title,index',
        },
      },
      {
        duplicateSheet: {
          sourceSheetId: sheetId,
          newSheetId: 4711,
          newSheetName: 'Bản nháp',
          insertSheetIndex: 0,
        },
      },
    );
    const window = await t.open(EDITOR_A, 'unit:A');
    window.selection = { sheetId, range: 'A1' };
    await window.choose('Kiểm tra phiếu');
    expect(window.said).toContain('Phiếu đúng quy định');
    expect(window.said).not.toContain('bản sao');
    window.selection = { sheetId: 4711, range: 'A1' };
    await window.choose('Kiểm tra phiếu');
    expect(window.said).toContain(
      'Trang “Bản nháp” là bản sao; phiếu được kiểm và nộp là trang “Tháng ba của tôi”.',
    );
    expect(title).toBe('Phiếu 03-2024');
    await t.move('close');
    await window.choose('Kiểm tra phiếu');
    expect(window.said).toMatch(/Tháng 03\/2024 đã chốt, đang thẩm định nên phiếu không nhận nữa/);
  });

  it('belongs into a unit’s workbook', async () => {
    const t = await opened('OTHER-BOOK');
    const office = await t.open(OFFICER, 'office');
    await office.ask({ do: 'check' });
    expect(office.said).toMatch(/Hãy mở sổ của đơn vị/);
  });
});

/** Round trips that read or write cells; finding the tab and its block are not among them. */
function lookedAt(calls: Readonly<Record<string, number>>): Record<string, number> {
  const cells = /^(Range|RangeList)\.(get|set)/;
  return Object.fromEntries(Object.entries(calls).filter(([call]) => cells.test(call)));
}

function writesOf(calls: Readonly<Record<string, number>>): number {
  return Object.entries(calls).reduce((sum, [call, times]) => sum + (/\.set/.test(call) ? times : 0), 0);
}

function hexOf(dress: Dress | undefined): string | undefined {
  const rgb = dress?.background?.rgbColor;
  if (rgb == null) return undefined;
  const part = (value: number | null | undefined) =>
    Math.round((value ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(rgb.red)}${part(rgb.green)}${part(rgb.blue)}`;
}
