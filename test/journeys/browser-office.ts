import { mkdir, symlink } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';
import { setClock } from '../../local/office/clock.ts';
import { openPage } from '../../local/office/open-page.ts';
import { freePort } from '../../local/office/ports.ts';
import { startScheduler } from '../../local/office/scheduler.ts';
import { pagePeople } from '../../local/sample/page-people.ts';
import { readSample, SAMPLE_ADDRESS, SCHEDULER } from '../../local/sample/run-sample.ts';
import { FEATURED, READY_AT } from '../../local/sample/story.ts';
import { CLIENT_CACHE } from '../local/page/page-office.ts';
import { type OfficeWindow, openWindow } from '../local/page/window.ts';
import { openChromium } from '../support/chromium.ts';
import { findBooks } from './find-books.ts';
import { openSample } from './open-sample.ts';

export const EDITOR = 'x29125@ba-tri.example';
export const OTHER_EDITOR = 'x29179@ba-tri.example';
export const OFFICER = 'can-bo-1@ba-tri.example';
export const LEADER = 'lanh-dao-1@ba-tri.example';
export const COUNCIL = [1, 2, 3].map((n) => `hoi-dong-${n}@ba-tri.example`);

/** The sample's office as `npm start` opens it, with a browser before it. */
export interface BrowserOffice {
  readonly context: BrowserContext;
  /** Of the first page, where one says who one is. */
  readonly url: string;
  /** A window of this person with this workbook: `unit:X29125`, `office`, `summary`. */
  open(person: string, book: string): Promise<OfficeWindow>;
  end(): Promise<void>;
}

export async function openBrowserOffice(): Promise<BrowserOffice> {
  const [sample, chromium] = await Promise.all([openSample(), openChromium()]);
  const end = async (): Promise<void> => {
    await chromium.end();
    await sample.close();
  };
  try {
    const { office, folder, closing } = sample;
    const { campaign, members } = await readSample();
    const { audience } = SAMPLE_ADDRESS;
    const clock = setClock(folder.path('clock.json'), READY_AT);
    const scheduler = startScheduler({
      functions: office.functions,
      issuer: office.identity,
      audience,
      campaign: campaign.code,
      account: SCHEDULER,
      clock,
      logFile: folder.path('logs/scheduler.log'),
    });
    closing.add('scheduler', () => scheduler.stop());
    const people = pagePeople(campaign, members, FEATURED);
    await mkdir(CLIENT_CACHE, { recursive: true });
    await symlink(CLIENT_CACHE, folder.path('page')); // where the page keeps the client it has bundled
    const port = await freePort();
    const page = await openPage({ office, folder, closing, port, audience, clock, people, campaign });
    const books = await findBooks(office, campaign.code, OFFICER);
    return {
      context: chromium.context,
      url: page.url,
      open: (person, book) => openWindow(chromium.context, { page, formId: books.get(book)! }, person),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
