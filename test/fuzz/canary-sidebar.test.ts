import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import { type CouncilCampaign, VOTING_DAY } from '../http/council-campaign.ts';
import { EDITOR_A, OFFICER } from '../http/small-campaign.ts';
import { type AddOnOffice, startAddOnOffice } from '../sheets-addon/add-on-office.ts';
import { openSidebarPage } from '../sheets-addon/sidebar-page.ts';
import { openChromium } from '../support/chromium.ts';
import { until } from '../support/until.ts';
import { openCanaries } from './canaries.ts';
import { singCampaign } from './canary-campaign.ts';

const canaries = openCanaries();
let addOn: AddOnOffice;
let client: Awaited<ReturnType<typeof openFirestore>>;
let song: CouncilCampaign;

beforeAll(async () => {
  addOn = await startAddOnOffice();
  addOn.at = new Date(VOTING_DAY);
  client = await openFirestore(addOn.office.projectId);
  song = await singCampaign(addOn.office, client, canaries, async () => {});
  const { body } = await song.do('/deliver', OFFICER);
  expect(body).toMatchObject({ failed: 0, remaining: 0 });
}, 120_000);
afterAll(async () => {
  await addOn.stop();
  await client.firestore.terminate();
});

/** Screens that show what others wrote: names, reasons, minutes, notes, registrants. */
const SCREENS: readonly (readonly [string, WorkbookId, readonly string[]])[] = [
  [OFFICER, 'office', ['menuTracking', 'menuDecisions', 'menuBallots', 'menuLog']],
  [EDITOR_A, 'unit:A', ['menuWhy']],
];

it('nothing that people wrote becomes an element, an attribute, a script or a request in the sidebar', async () => {
  const { context, end } = await openChromium({ width: 300, height: 800 });
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const seen = new Set<string>();
  try {
    for (const [person, workbook, menus] of SCREENS) {
      const { spreadsheetId } = (await song.store.workbook(workbook))!;
      const sidebar = await openSidebarPage(context, addOn.host, { person, spreadsheetId });
      for (const menu of menus) {
        await sidebar.choose(menu);
        const main = sidebar.frame.locator('main');
        await until(
          `${menu} says something`,
          async () => (await main.innerText().catch(() => '')).length > 30,
        );
        for (const place of canaries.placesIn(await main.innerText())) seen.add(place);
        expect([menu, await sidebar.inFrame<string[]>(STRANGE)]).toEqual([menu, []]);
      }
      await sidebar.page.close();
    }
  } finally {
    await end();
  }
  expect(asked.filter((url) => !/^(about|data|blob):/.test(url))).toEqual([]);
  expect([...seen]).toEqual(expect.arrayContaining(['unit', 'minutes', 'reason to revoke']));
}, 120_000);

/** Elements that no screen of ours has, handlers, and addresses that lead away; people's words in an attribute's name. */
const STRANGE = `[...document.body.querySelectorAll('*')].flatMap((element) => {
  const ours = !/^(IMG|IFRAME|OBJECT|EMBED|LINK|META|BASE|FORM|W:.*|X)$/.test(element.tagName);
  const told = [...element.attributes].filter(({ name, value }) =>
    /^on|chimbaobao/i.test(name) || (/^(href|src|action|formaction|style|srcdoc)$/.test(name) &&
      /evil|javascript:|chimbaobao/i.test(decodeURIComponent(value)) && !/^mailto:/.test(value)));
  const script = element.tagName === 'SCRIPT' && /chimbaobao|alert\\(1\\)/i.test(element.textContent);
  return ours && told.length === 0 && !script ? [] : [element.outerHTML.slice(0, 300)];
})`;
