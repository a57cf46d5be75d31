import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { AppsScriptHost, RunOrder } from '../../../local/apps-script/host.ts';
import { OWNER, returned, runScript, type ScriptOffice, startScriptOffice } from './run-script.ts';

/** Every test sends the code it is about; what it says of dates is told apart from texts. */
const CODE = `
const app = () => SpreadsheetApp.getActiveSpreadsheet();
const tab = () => SpreadsheetApp.getActiveSheet();
const plain = (value) => value instanceof Date ? 'Date ' + value.toISOString()
  : Array.isArray(value) ? value.map(plain) : value;
function evaluate(code) { return plain(eval(code)); }
`;

export const EDITOR = 'an-duc@ben-tre.vn';
export const READER = 'lanh-dao@ben-tre.vn';

/** A script in a spreadsheet of three tabs, made anew for each test. To be called where tests are described. */
export function scriptSpreadsheet() {
  let office: ScriptOffice;
  let host: AppsScriptHost;
  let book: string;
  beforeAll(async () => {
    office = await startScriptOffice();
    host = await office.openCode(CODE);
  });
  beforeEach(async () => {
    book = await office.newBook({
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: 'Phiếu 03-2024',
            gridProperties: { rowCount: 20, columnCount: 6 },
          },
        },
        { properties: { sheetId: 7, title: "Kết 'quả'", gridProperties: { rowCount: 5, columnCount: 3 } } },
        { properties: { sheetId: 9, title: 'Ẩn', hidden: true } },
      ],
      writers: [EDITOR],
      readers: [READER],
    });
  });
  afterAll(() => office.end());

  const evaluate = (code: string, order: Partial<RunOrder> = {}) =>
    returned(host, book, { functionName: 'evaluate', args: [code], ...order });
  const outcome = (code: string, order: Partial<RunOrder> = {}) =>
    runScript(host, book, { functionName: 'evaluate', args: [code], ...order });
  const batch = async (...requests: object[]) =>
    (await office.as(OWNER)).sheets.spreadsheets.batchUpdate({
      spreadsheetId: book,
      requestBody: { requests },
    });
  const cellsOf = async (range: string) => {
    const { data } = await (await office.as(OWNER)).sheets.spreadsheets.get({
      spreadsheetId: book,
      ranges: [range],
      fields: 'sheets.data.rowData.values(userEnteredValue,userEnteredFormat,note)',
    });
    return data.sheets![0]!.data![0]!.rowData?.map(({ values }) => values);
  };

  return { evaluate, outcome, batch, cellsOf, id: () => book };
}
