import { join } from 'node:path';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/index.js';
import type { AppsScriptHost } from '../../../local/apps-script/types.ts';
import { type Page, type PageOptions, startPage } from '../../../local/page/server.ts';
import { startTestServer, type TestServer } from '../sheets/test-server.ts';

/** One client for all runs until its sources change. */
export const CLIENT_CACHE = join(import.meta.dirname, '../../../node_modules/.cache/dien-hinh-page');

export const OWNER = 'may-chu@ba-tri.example';
export const EDITOR = 'xa-a@ba-tri.example';
export const OTHER_EDITOR = 'xa-b@ba-tri.example';
export const LEADER = 'lanh-dao@ba-tri.example';
export const NOON = new Date('2024-05-04T05:00:00Z');

export interface PageOffice {
  page: Page;
  readonly sheets: TestServer;
  /** A form: closed but for the columns Kết quả and Ghi chú; OWNER's, editors write, the leader reads. */
  readonly formId: string;
  /** Ends the page, and starts it again at the same address. */
  stopPage(): Promise<void>;
  startPage(): Promise<void>;
  end(): Promise<void>;
}

/** The page over a real Sheets and Drive server with one small workbook. A token is its person's address. */
export async function openPageOffice(
  options: Partial<PageOptions> & { host?: AppsScriptHost } = {},
): Promise<PageOffice> {
  const sheets = await startTestServer();
  const formId = await makeForm(sheets);
  const start = (port: number) =>
    startPage({
      port,
      sheetsUrl: sheets.url,
      issuer: { accessTokenFor: async (email) => email },
      onChange: (listener) => sheets.onChange(listener),
      people: [
        { email: EDITOR, label: 'Cán bộ xã A', role: 'unit_editor', unitName: 'Xã An Bình' },
        { email: OTHER_EDITOR, label: 'Cán bộ xã B', role: 'unit_editor', unitName: 'Xã Bảo Thạnh' },
        { email: LEADER, label: 'Lãnh đạo huyện', role: 'leader' },
      ],
      now: () => NOON,
      timeZone: 'Asia/Ho_Chi_Minh',
      cacheDir: CLIENT_CACHE,
      campaign: { code: 'ba-tri', name: 'Cao điểm “Đồng khởi mới”' },
      ...options,
    });
  const office: PageOffice = {
    page: await start(0),
    sheets,
    formId,
    stopPage: () => office.page.close(),
    startPage: async () => {
      office.page = await start(Number(new URL(office.page.url).port));
    },
    end: async () => {
      await office.page.close();
      await sheets.end();
    },
  };
  return office;
}

export const FORM = 11;
export const RESULT = 22;

const HEADERS = ['Mã tiêu chí', 'Tiêu chí', 'Chỉ tiêu', 'Kết quả', 'Ghi chú'];
const ROWS = [
  ['M1-01', 'Kết nạp đảng viên mới so với chỉ tiêu', 3],
  ['M1-02', 'Chi bộ sinh hoạt định kỳ đúng quy định', 8],
  ['M1-03', 'Không có tổ chức đảng, đảng viên bị kỷ luật', null],
  ['M2-01', 'Thu ngân sách trên địa bàn so với dự toán', 675.5],
] as const;

async function makeForm(server: TestServer): Promise<string> {
  const { sheets, drive } = server.as(OWNER);
  const created = await sheets.spreadsheets.create({
    requestBody: {
      properties: { title: 'Sổ thi đua – Xã An Bình', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
      sheets: [
        {
          properties: {
            sheetId: FORM,
            title: 'Phiếu 04-2024',
            gridProperties: { rowCount: 40, columnCount: 8, frozenRowCount: 2, frozenColumnCount: 1 },
            tabColorStyle: { rgbColor: { red: 1, green: 0.76, blue: 0.03 } },
          },
        },
        {
          properties: { sheetId: RESULT, title: 'Kết quả', gridProperties: { rowCount: 20, columnCount: 6 } },
        },
      ],
    },
  });
  const spreadsheetId = created.data.spreadsheetId!;
  await sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: formRequests() } });
  const appProperties = { dienHinhCampaign: 'ba-tri', dienHinhWorkbook: 'unit:A' };
  await drive.files.update({ fileId: spreadsheetId, requestBody: { appProperties } });
  for (const [emailAddress, role] of [
    [EDITOR, 'writer'],
    [OTHER_EDITOR, 'writer'],
    [LEADER, 'reader'],
  ])
    await drive.permissions.create({
      fileId: spreadsheetId,
      sendNotificationEmail: false,
      requestBody: { type: 'user', role, emailAddress },
    });
  return spreadsheetId;
}

function formRequests(): api.Schema$Request[] {
  const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
  const header = {
    backgroundColor: { red: 0.85, green: 0.9, blue: 0.96 },
    horizontalAlignment: 'CENTER',
    wrapStrategy: 'WRAP',
    textFormat: { bold: true },
  };
  const rows = [
    { values: [text('Phiếu tự chấm tháng 04/2024 – Xã An Bình')] },
    {
      values: HEADERS.map((name) => ({
        ...text(name),
        userEnteredFormat: header,
        ...(name === 'Kết quả' && { note: 'Ghi con số, ví dụ 12 hoặc 12,5.' }),
      })),
    },
    ...ROWS.map(([code, name, target]) => ({
      values: [text(code), text(name), target === null ? {} : { userEnteredValue: { numberValue: target } }],
    })),
  ];
  const last = 2 + ROWS.length;
  const column = (index: number, startRowIndex = 2, endRowIndex = last) => ({
    sheetId: FORM,
    startRowIndex,
    endRowIndex,
    startColumnIndex: index,
    endColumnIndex: index + 1,
  });
  const yellow = { red: 1, green: 0.98, blue: 0.88 };
  const yesOrNo = ['Có', 'Không'].map((userEnteredValue) => ({ userEnteredValue }));
  return [
    { updateCells: { start: { sheetId: FORM }, rows, fields: 'userEnteredValue,userEnteredFormat,note' } },
    ...[3, 4].map((index) => ({
      repeatCell: {
        range: column(index),
        cell: { userEnteredFormat: { backgroundColor: yellow } },
        fields: 'userEnteredFormat.backgroundColor',
      },
    })),
    {
      setDataValidation: {
        range: column(3, 4, 5),
        rule: { condition: { type: 'ONE_OF_LIST', values: yesOrNo }, strict: false, showCustomUi: true },
      },
    },
    ...[
      { range: { sheetId: FORM, startColumnIndex: 0, endColumnIndex: 3 }, description: 'Mẫu phiếu' },
      { range: { sheetId: FORM, startRowIndex: 0, endRowIndex: 2 }, description: 'Tên cột' },
    ].map((protectedRange) => ({ addProtectedRange: { protectedRange } })),
    {
      updateDimensionProperties: {
        range: { sheetId: FORM, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
        properties: { pixelSize: 320 },
        fields: 'pixelSize',
      },
    },
  ];
}
