import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDrive } from '../../../functions/src/adapters/drive/open-drive.ts';
import { openSheets } from '../../../functions/src/adapters/sheets/open-sheets.ts';
import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type { RowLook, TableTab } from '../../../functions/src/domain/publishing/wanted.ts';
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
});

const TITLE = ['Kết quả', 'Tháng 03/2024'];
const RANKED: readonly Row[] = [
  ['boxed', 1, 'Xã An Đức'],
  ['boxed', 2, 'Xã Mỹ Hòa'],
];
const BELOW: readonly Row[] = [
  [undefined, null, null],
  ['heading', 'Được ghi nhận', null],
  ['line', 'Xã An Đức: biểu dương đơn vị dẫn đầu cụm', null],
  ['signature', null, 'Lãnh đạo'],
];

describe('a tab for paper', () => {
  it('has no gridlines, a larger title, lines around the table, and words that run over it', async () => {
    await publish(TITLE, [...RANKED, ...BELOW]);
    expect(await seen()).toEqual([
      'Kết quả ‹bold 14› | ‹bold 14›',
      'Tháng 03/2024 ‹bold› | ‹bold›',
      'Hạng ‹bold CENTER WRAP box filled› | Đơn vị ‹bold CENTER WRAP box filled›',
      '1 ‹CENTER box› | Xã An Đức ‹LEFT WRAP box›',
      '2 ‹CENTER box› | Xã Mỹ Hòa ‹LEFT WRAP box›',
      '‹CENTER› | ‹LEFT WRAP›',
      'Được ghi nhận ‹bold LEFT OVERFLOW_CELL› | ‹bold LEFT OVERFLOW_CELL›',
      'Xã An Đức: biểu dương đơn vị dẫn đầu cụm ‹LEFT OVERFLOW_CELL› | ‹LEFT OVERFLOW_CELL›',
      '‹CENTER OVERFLOW_CELL› | Lãnh đạo ‹CENTER OVERFLOW_CELL›',
    ]);
    const { data } = await client().spreadsheets.get({ spreadsheetId });
    expect(data.sheets![0]!.properties!.gridProperties).toMatchObject({
      hideGridlines: true,
      frozenRowCount: 3,
    });
  });

  it('looks as if it were new when there is more or less to show, and then has nothing to write', async () => {
    const grown: readonly Row[] = [...RANKED, ['boxed', 3, 'Xã Phú Lễ'], ...BELOW, ['line', 'Hết', null]];
    for (const rows of [grown, [...RANKED.slice(1), ...BELOW.slice(1)], []]) {
      await publish(TITLE, [...RANKED, ...BELOW]);
      await publish(TITLE, rows);
      google.calls.length = 0;
      await publish(TITLE, rows);
      expect(google.calls).toEqual(['GET /v4/spreadsheets/*']);
      const changed = await seen();
      spreadsheetId = await newSpreadsheet();
      await publish(TITLE, rows);
      expect(changed).toEqual(await seen());
    }
  });

  it('writes one cell when one cell changed', async () => {
    await publish(TITLE, [...RANKED, ...BELOW]);
    const plan = await planFor(TITLE, [['boxed', 1, 'Xã An Đức'], ['boxed', 2, 'Xã Mỹ Nhơn'], ...BELOW]);
    expect(plan.requests).toEqual([
      {
        updateCells: {
          start: { sheetId: expect.any(Number), rowIndex: 4, columnIndex: 1 },
          rows: [{ values: [{ userEnteredValue: { stringValue: 'Xã Mỹ Nhơn' } }] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
  });

  it('gives a new line of the banner the look of a banner, not of the header below it', async () => {
    await publish(TITLE, RANKED);
    await publish([...TITLE, 'Phiên bản 2'], RANKED);
    expect((await seen()).slice(0, 4)).toEqual([
      'Kết quả ‹bold 14› | ‹bold 14›',
      'Tháng 03/2024 ‹bold› | ‹bold›',
      'Phiên bản 2 ‹bold› | ‹bold›',
      'Hạng ‹bold CENTER WRAP box filled› | Đơn vị ‹bold CENTER WRAP box filled›',
    ]);
  });

  it('takes away a line that the banner no longer has, but not one beside which somebody wrote', async () => {
    await publish(TITLE, RANKED);
    const before = await seen();
    await publish([...TITLE, 'Phiên bản 2', 'Lý do: số liệu nhầm'], RANKED);
    await publish(TITLE, RANKED);
    expect(await seen()).toEqual(before);
    const { sheetId, gridProperties } = (await client().spreadsheets.get({ spreadsheetId })).data.sheets![0]!
      .properties!;
    expect(gridProperties!.frozenRowCount).toBe(3);

    await publish([...TITLE, 'Phiên bản 2'], RANKED);
    await client().spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          {
            updateCells: {
              start: { sheetId, rowIndex: 2, columnIndex: 1 },
              rows: [{ values: [{ userEnteredValue: { stringValue: 'ghi chú riêng' } }] }],
              fields: 'userEnteredValue',
            },
          },
        ],
      },
    });
    await publish(TITLE, RANKED);
    expect((await seen())[2]).toBe('‹bold› | ghi chú riêng ‹bold›');
    expect((await planFor(TITLE, RANKED)).requests).toEqual([]);
  });

  it('dresses a header that somebody deleted', async () => {
    await publish(TITLE, RANKED);
    const before = await seen();
    const { sheetId } = (await client().spreadsheets.get({ spreadsheetId })).data.sheets![0]!.properties!;
    const header = { sheetId, dimension: 'ROWS', startIndex: 2, endIndex: 3 };
    await client().spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: { requests: [{ deleteDimension: { range: header } }] },
    });
    await publish(TITLE, RANKED);
    expect(await seen()).toEqual(before);
  });
});

type Row = readonly [look: RowLook | undefined, place: CellValue, unit: CellValue];

function tabOf(banner: readonly string[], rows: readonly Row[]): TableTab {
  return {
    kind: 'table',
    key: 'print:XA',
    title: 'Trang in XA',
    banner,
    columns: [
      { key: 'place', header: 'Hạng', widthPixels: 50, entry: 'given', align: 'centre' },
      { key: 'unit', header: 'Đơn vị', widthPixels: 200, entry: 'given', align: 'left' },
    ],
    rows: rows.map(([, ...cells]) => cells),
    looks: rows.map(([look]) => look),
    paper: true,
    protection: 'given',
  };
}

async function planFor(banner: readonly string[], rows: readonly Row[]) {
  const wanted = {
    title: 'Tổng hợp',
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    tabs: [tabOf(banner, rows)],
  };
  const current = await openSheets(google.access()).read(spreadsheetId, PATIENT);
  return planEdits(current, wanted, { editor: FUNCTIONS });
}

async function publish(banner: readonly string[], rows: readonly Row[]): Promise<void> {
  await openSheets(google.access()).apply(spreadsheetId, await planFor(banner, rows), PATIENT);
}

function newSpreadsheet(): Promise<string> {
  const name = { campaign: 'T', workbook: `unit:${count++}`, title: 'Sổ' };
  return openDrive(google.access(), undefined).ensureSpreadsheet(name, PATIENT);
}

function client(): sheets_v4.Sheets {
  const headers = { authorization: `Bearer ${FUNCTIONS}` };
  return new sheets_v4.Sheets({ rootUrl: google.url, headers });
}

/** Each row as a line: what stands in its cells, and how they look. Rows where nothing stands do not count. */
async function seen(): Promise<string[]> {
  const { data } = await client().spreadsheets.get({ spreadsheetId, includeGridData: true });
  const rows = data.sheets![0]!.data![0]!.rowData ?? [];
  const lines = rows.map(({ values = [] }) => values.map(cellSeen).join(' | '));
  const used = rows.findLastIndex(({ values = [] }) => values.some((cell) => cell.formattedValue));
  return lines.slice(0, used + 1);
}

function cellSeen({ formattedValue, userEnteredFormat: format = {} }: sheets_v4.Schema$CellData): string {
  const { textFormat, horizontalAlignment, wrapStrategy, borders, backgroundColor } = format;
  const looks = [
    textFormat?.bold ? 'bold' : '',
    textFormat?.fontSize ? String(textFormat.fontSize) : '',
    horizontalAlignment ?? '',
    wrapStrategy ?? '',
    Object.keys(borders ?? {}).length === 4 ? 'box' : '',
    backgroundColor ? 'filled' : '',
  ].filter((look) => look !== '');
  return [formattedValue ?? '', looks.length > 0 ? `‹${looks.join(' ')}›` : '']
    .filter((part) => part !== '')
    .join(' ');
}
