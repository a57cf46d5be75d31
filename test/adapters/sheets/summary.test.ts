import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDrive } from '../../../functions/src/adapters/drive/open-drive.ts';
import { openSheets } from '../../../functions/src/adapters/sheets/open-sheets.ts';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import { summaryWorkbook } from '../../../functions/src/workbooks/summary/summary-workbook.ts';
import { content } from '../../workbooks/two-months.ts';
import { FUNCTIONS, type LocalGoogle, PATIENT, startLocalGoogle } from '../local-google.ts';

let google: LocalGoogle;
let spreadsheetId: string;
beforeAll(async () => {
  google = await startLocalGoogle();
  const name = { campaign: 'T', workbook: 'summary', title: 'Tổng hợp' } as const;
  spreadsheetId = await openDrive(google.access(), undefined).ensureSpreadsheet(name, PATIENT);
});
afterAll(() => google.stop());

describe('the summary, published month by month', () => {
  it('is written over the month before, and then there is nothing to write', async () => {
    for (const months of [0, 1, 2]) {
      await publish(months);
      expect((await planFor(months)).requests, `after ${months} months`).toEqual([]);
    }
  });

  it('has each chart and each colour once', async () => {
    const { charts, colours } = await looks();
    await publish(1); // as if March had been taken back
    await publish(2);
    expect(await looks()).toEqual({ charts, colours });
    for (const titles of Object.values(charts)) expect(new Set(titles).size).toBe(titles.length);
  });
});

async function planFor(months: number) {
  const { periods, ...rest } = content();
  const wanted = summaryWorkbook({ ...rest, periods: periods.slice(0, months) });
  return planEdits(await openSheets(google.access()).read(spreadsheetId, PATIENT), wanted, {
    editor: FUNCTIONS,
  });
}

async function publish(months: number): Promise<void> {
  await openSheets(google.access()).apply(spreadsheetId, await planFor(months), PATIENT);
}

/** By tab: the charts' titles, and how many rules colour each column. */
async function looks() {
  const headers = { authorization: `Bearer ${FUNCTIONS}` };
  const client = new sheets_v4.Sheets({ rootUrl: google.url, headers });
  const fields = 'sheets(properties.title,charts.spec.title,conditionalFormats.ranges)';
  const { data } = await client.spreadsheets.get({ spreadsheetId, fields });
  const byTab = <T>(of: (sheet: sheets_v4.Schema$Sheet) => T): Record<string, T> =>
    Object.fromEntries(data.sheets!.map((sheet) => [sheet.properties!.title!, of(sheet)]));
  return {
    charts: byTab(({ charts = [] }) => charts.map(({ spec }) => spec!.title!)),
    colours: byTab(({ conditionalFormats = [] }) =>
      conditionalFormats.map(({ ranges }) => ranges![0]!.startColumnIndex ?? 0).sort((a, b) => a - b),
    ),
  };
}
