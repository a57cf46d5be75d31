// npm start: opens the local office with the sample campaign or one's own, and prints what leaders would read.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { freeLeases } from './firestore/free-leases.ts';
import { readStartArguments, START_HELP } from './office/arguments.ts';
import { type KeptClock, keptClock, setClock } from './office/clock.ts';
import { Closing } from './office/closing.ts';
import { AUDIENCE } from './office/content.ts';
import { type DataFolder, openDataFolder } from './office/data-folder.ts';
import { type OpenOffice, openOffice } from './office/open-office.ts';
import { openPage } from './office/open-page.ts';
import { createProgress } from './office/progress.ts';
import { startScheduler } from './office/scheduler.ts';
import { showFailure } from './office/trouble.ts';
import { ownCampaign } from './own/own-campaign.ts';
import { sampleContent } from './sample/sample-content.ts';

const closing = new Closing();
try {
  await start(process.argv.slice(2));
} catch (error) {
  if (!closing.signal.aborted) console.error(showFailure(error));
  await closing.run();
  process.exitCode = 1;
}

async function start(args: readonly string[]): Promise<void> {
  const { once, fresh, help, data, port, campaign: own } = readStartArguments(args);
  if (help) return void process.stdout.write(START_HELP);
  const startedAt = performance.now();
  const content = await (own === undefined ? sampleContent() : ownCampaign(own));
  const { campaign, firstAdmin, people } = content;
  const progress = createProgress();
  const folder = await openDataFolder(data, { fresh });
  closing.add('folder', () => folder.close());
  closing.onSignals();

  const wasClosed = folder.isNew || takeClosedMark(folder);
  progress.begin('Mở văn phòng: Firestore, Sheets, Drive, các hàm', 1);
  const office = await openOffice({ folder, closing, port, audience: AUDIENCE, firstAdmin });
  closing.add('mark', () => writeFileSync(closedMark(folder), ''));
  closing.add('lock note', () => folder.closing());
  progress.end();
  const { functions, identity: issuer } = office;
  office.firestore.onLost(() => lost('Firestore', folder.path('logs/firestore.log')));
  functions.onLost(() => lost('functions', folder.path('logs/functions.log')));

  if (!wasClosed) await freeLeases(office.firestore.host, office.projectId);
  const known = keptClock(folder.path('clock.json'));
  const report = await content.fill({ office, folder, progress, reconcile: !wasClosed, clock: known });
  const clock = known ?? (await handOver(office, folder, content.readyAt));
  closing.add('clock', () => clock.keep());
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',');
  console.log(
    [
      ...report,
      '',
      `Xong trong ${seconds} giây. / Done in ${seconds.replace(',', '.')} s.`,
      ...whereToLookNext(folder, functions.url, office.sheets.url, content.alsoTry),
    ].join('\n'),
  );
  if (once) return closing.run();
  const scheduler = startScheduler({
    functions,
    issuer,
    audience: AUDIENCE,
    campaign: campaign.code,
    account: content.scheduler,
    clock,
    logFile: folder.path('logs/scheduler.log'),
  });
  closing.add('scheduler', () => scheduler.stop());
  const page = await openPage({
    office,
    folder,
    closing,
    port: port + 2,
    audience: AUDIENCE,
    clock,
    people,
    campaign,
  });
  console.log(`\nMở trong trình duyệt / Open in a browser:  ${page.url}`);
  console.log('\nVăn phòng đang mở; bấm Ctrl-C để đóng. / The office stays open; press Ctrl-C to close it.');
}

/** What was played is on disk before the clock says that it is over. */
async function handOver({ firestore }: OpenOffice, folder: DataFolder, at: Date): Promise<KeptClock> {
  await firestore.flush();
  return setClock(folder.path('clock.json'), at);
}

/** Left behind by an office that was closed in good order; without it sheets and Firestore are brought together. */
function closedMark(folder: DataFolder): string {
  return folder.path('closed-in-order');
}

function takeClosedMark(folder: DataFolder): boolean {
  const found = existsSync(closedMark(folder));
  rmSync(closedMark(folder), { force: true });
  return found;
}

function lost(what: string, logFile: string): void {
  if (closing.signal.aborted) return;
  const tail = existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-5) : [];
  console.error(`${what} đã dừng bất ngờ; xem ${logFile}. / ${what} ended unexpectedly; see ${logFile}.`);
  console.error(tail.join('\n'));
  void closing.run().then(() => process.exit(1));
}

function whereToLookNext(
  folder: DataFolder,
  functionsUrl: string,
  sheetsUrl: string,
  alsoTry: readonly string[],
): string[] {
  return [
    '',
    'Xem tiếp / Where to look next:',
    `  các hàm / functions        ${functionsUrl}`,
    `  Sheets và Drive            ${sheetsUrl}`,
    `  nhật ký kỹ thuật / logs    ${folder.path('logs')}`,
    ...alsoTry,
    '  cách một phiếu đi qua hệ thống / how one form travels:  docs/architecture.md',
  ];
}
