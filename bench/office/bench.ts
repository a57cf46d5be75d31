import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { freePorts } from '../../local/office/ports.ts';
import { inMs } from '../clock.ts';
import { markdown } from '../table.ts';
import { npmCi } from './install.ts';
import { openSheet, type Seen } from './sheet.ts';
import { npmStart } from './start.ts';

/** The local office, from nothing to a cell that one can type into, once; held against the start of Google's emulator alone. */
export async function benchOffice(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-office-'));
  const data = join(folder, 'data');
  const port = await freePorts(3);
  try {
    const installed = npmCi(mkdtempSync(join(folder, 'install-')));
    const startedAt = performance.now();
    await (await startFirestoreEmulator({})).stop();
    const emulator = performance.now() - startedAt;

    const first = await open(data, port);
    const again = await open(data, port);
    const { all, production } = installed;
    const row = (what: string, ms: number) => [what, inMs(ms), (ms / emulator).toFixed(1)];
    return markdown(
      'The local office: from a command to a cell one can type into',
      ['what', 'time', '÷ emulator alone'],
      [
        row('`npm ci`, packages already on the machine', installed.ms),
        row('Firestore’s emulator alone, started and ended', emulator),
        row('`npm start`, new: the sample played and printed', first.printedMs),
        row('… the first page is answered', first.pageMs),
        ...seen(first).map(([what, ms]) => row(what, ms)),
        row('`npm start`, again: printed', again.printedMs),
        row('… the first page is answered', again.pageMs),
        ...seen(again).map(([what, ms]) => row(what, ms)),
      ],
      [
        `\`npm ci\` leaves ${part(all)}; of these the functions need ${part(production)}, the rest is for the office, the tests and the builds. All times of a start are since the command, in one run.`,
      ],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function open(data: string, port: number) {
  const office = await npmStart(data, port);
  try {
    return { ...office, sheet: await openSheet(office.url) };
  } finally {
    await office.stop();
  }
}

const seen = ({ pageMs, sheet }: { pageMs: number; sheet: Seen }): [string, number][] => [
  ['… it is drawn: one can say who one is', pageMs + sheet.peopleMs],
  ['… a workbook’s cells are drawn', pageMs + sheet.drawnMs],
  ['… a cell was typed into, and came back from the server', pageMs + sheet.interactiveMs],
];

const part = ({ packages, bytes }: { packages: number; bytes: number }): string =>
  `${packages} packages, ${(bytes / 2 ** 20).toFixed(0)} MiB`;
