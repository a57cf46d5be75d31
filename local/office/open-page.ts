import { buildAddOn } from '../../sheets-addon/build.ts';
import { openAppsScriptHost } from '../apps-script/host.ts';
import type { PagePerson } from '../page/options.ts';
import { type Page, startPage } from '../page/server.ts';
import type { OfficeClock } from './clock.ts';
import type { Closing } from './closing.ts';
import type { DataFolder } from './data-folder.ts';
import type { OpenOffice } from './open-office.ts';

export interface PagePlan {
  readonly office: OpenOffice;
  readonly folder: DataFolder;
  readonly closing: Closing;
  readonly port: number;
  readonly audience: string;
  readonly clock: OfficeClock;
  readonly people: readonly PagePerson[];
  readonly campaign: { readonly code: string; readonly name: string; readonly timeZone: string };
}

/** Opens the office in a browser: the workbooks, with the compiled add-on running in them as Apps Script would run it. */
export async function openPage(plan: PagePlan): Promise<Page> {
  const { office, folder, closing, clock, campaign } = plan;
  const bundleDir = folder.path('add-on');
  await buildAddOn({ outdir: bundleDir, backendUrl: office.functions.url });
  const now = () => clock.now();
  const host = openAppsScriptHost({
    bundleDir,
    sheetsUrl: office.sheets.url,
    issuer: office.identity,
    audience: plan.audience,
    scriptProperties: { BACKEND_URL: office.functions.url },
    propertiesFile: folder.path('script-properties.json'),
    now,
  });
  closing.add('add-on', () => host.close());
  const page = await startPage({
    port: plan.port,
    sheetsUrl: office.sheets.url,
    issuer: office.identity,
    onChange: office.sheets.onChange,
    host,
    people: plan.people,
    now,
    timeZone: campaign.timeZone,
    cacheDir: folder.path('page'),
    campaign,
  });
  closing.add('page', () => page.close());
  return page;
}
