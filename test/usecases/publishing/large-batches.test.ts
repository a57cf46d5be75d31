import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Pace, UNPACED } from '../../../functions/src/adapters/pace.ts';
import { openSheets } from '../../../functions/src/adapters/sheets/open-sheets.ts';
import type { WorkbookId } from '../../../functions/src/ports/workbook.ts';
import { campaignFiles } from '../../http/small-campaign.ts';
import { type PublishedCampaign, type PublishingOffice, startPublishingOffice } from './publishing-office.ts';

let offices: readonly [PublishingOffice, PublishingOffice];
beforeAll(async () => {
  offices = [await startPublishingOffice(), await startPublishingOffice()];
});
afterAll(async () => {
  for (const office of offices) await office.stop();
});

const BOOKS: readonly WorkbookId[] = ['summary', 'office', 'unit:A'];
/** So small that every table is cut. */
const BATCH_BYTES = 3_000;

it('comes to the same workbooks in many batches, killed after the first, the second, the third, as in one', async () => {
  const [whole, cut] = await Promise.all(offices.map((office) => appraised(office)));
  await whole!.deliver({ workbooks: BOOKS });
  let kills = 0;
  for (const id of BOOKS)
    for (let nth = 1; ; nth++) {
      cut!.at = new Date(cut!.at.getTime() + 3_600_000); // put off no longer
      const { failed, remaining } = await cut!.deliver({ workbooks: [id] }, killedAfter(nth));
      kills += failed;
      if (remaining === 0) break;
      expect(nth).toBeLessThan(30);
    }
  expect(kills).toBeGreaterThan(5);
  for (const id of BOOKS)
    expect(await fileOf(offices[1], cut!, id), id).toEqual(await fileOf(offices[0], whole!, id));
});

/** Each workbook has something to show: forms, an appraisal under way, and a month that was published before. */
async function appraised(office: PublishingOffice): Promise<PublishedCampaign> {
  const t = await office.campaign('BATCHES', campaignFiles('BATCHES'));
  for (const [period, isOver] of [
    ['2024-01', true],
    ['2024-02', false],
  ] as const) {
    await t.move(period, 'open');
    for (const unitId of ['A', 'B', 'C']) await t.submit(period, unitId, { C1: 8, C2: 'Có' });
    if (isOver) for (const action of ['close', 'evaluate', 'publish'] as const) await t.move(period, action);
  }
  return t;
}

/** Sheets in small batches, and a deliverer that writes so many of them and then is no more. */
function killedAfter(batches: number) {
  let written = 0;
  const writes: Pace = {
    async turn() {
      if (written++ === batches) throw new Error('killed');
    },
  };
  return { sheets: openSheets(offices[1].local.access(), { ...UNPACED, writes }, BATCH_BYTES) };
}

/** All there is of a spreadsheet, but what names it and the moments that its tabs tell. */
async function fileOf(office: PublishingOffice, t: PublishedCampaign, id: WorkbookId): Promise<unknown> {
  const { rootUrl, auth } = office.local.access();
  const api = new sheets_v4.Sheets({ rootUrl: rootUrl!, auth: await auth() });
  const { data } = await api.spreadsheets.get({
    spreadsheetId: await t.spreadsheetId(id),
    includeGridData: true,
  });
  const { spreadsheetId, spreadsheetUrl, ...rest } = data;
  return JSON.parse(JSON.stringify(rest).replaceAll(spreadsheetId!, 'ID'));
}
