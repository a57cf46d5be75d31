// npm start: opens the local office, runs the sample campaign's months and prints what leaders would read.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { freeLeases } from './firestore/free-leases.ts';
import { readStartArguments, START_HELP } from './office/arguments.ts';
import { type KeptClock, keptClock, setClock } from './office/clock.ts';
import { Closing } from './office/closing.ts';
import { type DataFolder, openDataFolder } from './office/data-folder.ts';
import { type OpenOffice, openOffice } from './office/open-office.ts';
import { openPage } from './office/open-page.ts';
import { createProgress } from './office/progress.ts';
import { startScheduler } from './office/scheduler.ts';
import { showFailure } from './office/trouble.ts';
import { pagePeople } from './sample/page-people.ts';
import { readSample, runSample, SAMPLE_ADDRESS, SCHEDULER } from './sample/run-sample.ts';
import { READY_AT } from './sample/story.ts';

const closing = new Closing();
try {
  await start(process.argv.slice(2));
} catch (error) {
  if (!closing.signal.aborted) console.error(showFailure(error));
  await closing.run();
  process.exitCode = 1;
}

async function start(args: readonly string[]): Promise<void> {
  const { once, fresh, help, data, port } = readStartArguments(args);
  if (help) return void process.stdout.write(START_HELP);
  const startedAt = performance.now();
  const progress = createProgress();
  const folder = await openDataFolder(data, { fresh });
  closing.add('folder', () => folder.close());
  closing.onSignals();

  const wasClosed = folder.isNew || takeClosedMark(folder);
  progress.begin('Mở văn phòng: Firestore, Sheets, Drive, các hàm', 1);
  const [office, sample] = await Promise.all([
    openOffice({ folder, closing, port, ...SAMPLE_ADDRESS }),
    readSample(),
  ]);
  closing.add('mark', () => writeFileSync(closedMark(folder), ''));
  closing.add('lock note', () => folder.closing());
  progress.end();
  office.firestore.onLost(() => lost('Firestore', folder.path('logs/firestore.log')));
  office.functions.onLost(() => lost('functions', folder.path('logs/functions.log')));

  if (!wasClosed) await freeLeases(office.firestore.host, office.projectId);
  const known = keptClock(folder.path('clock.json'));
  const report = await runSample({ office, sample, folder, progress, reconcile: !wasClosed, clock: known });
  const clock = known ?? (await handOver(office, folder));
  closing.add('clock', () => clock.keep());
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',');
  console.log(
    [
      ...report,
      '',
      `Xong trong ${seconds} giây. / Done in ${seconds.replace(',', '.')} s.`,
      ...whereToLookNext(folder, office.functions.url, office.sheets.url),
    ].join('\n'),
  );
  if (once) return closing.run();
  const { functions, identity: issuer } = office;
  const scheduler = startScheduler({
    functions,
    issuer,
    audience: SAMPLE_ADDRESS.audience,
    campaign: sample.campaign.code,
    account: SCHEDULER,
    clock,
    logFile: folder.path('logs/scheduler.log'),
  });
  closing.add('scheduler', () => scheduler.stop());
  const page = await openPage({
    office,
    folder,
    closing,
    port: port + 2,
    audience: SAMPLE_ADDRESS.audience,
    clock,
    people: pagePeople(sample.campaign, sample.members),
    campaign: sample.campaign,
  });
  console.log(`\nMở trong trình duyệt / Open in a browser:  ${page.url}`);
  console.log('\nVăn phòng đang mở; bấm Ctrl-C để đóng. / The office stays open; press Ctrl-C to close it.');
}

/** What the sample played is on disk before the clock says that it is over. */
async function handOver({ firestore }: OpenOffice, folder: DataFolder): Promise<KeptClock> {
  await firestore.flush();
  return setClock(folder.path('clock.json'), READY_AT);
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

function whereToLookNext(folder: DataFolder, functionsUrl: string, sheetsUrl: string): string[] {
  const files = '--campaign examples/ba-tri-2024 --submissions examples/ba-tri-2024/submissions.csv';
  return [
    '',
    'Xem tiếp / Where to look next:',
    `  các hàm / functions        ${functionsUrl}`,
    `  Sheets và Drive            ${sheetsUrl}`,
    `  nhật ký kỹ thuật / logs    ${folder.path('logs')}`,
    '  vì sao một đơn vị có hạng đó / why a unit has its place (tab “Kết quả” trong sổ của đơn vị):',
    `    npm run -s rank -- ${files} --period 2024-03 --explain X29110`,
    '  thử quy định khác / try other rules:',
    `    npm run -s rank -- ${files} --period 2024-03`,
    '  cách một phiếu đi qua hệ thống / how one form travels:  docs/architecture.md',
  ];
}
