import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { startAddOnOffice } from '../../test/sheets-addon/add-on-office.ts';
import { type Counted, countActions, EMPTY, total } from '../../test/sheets-addon/counted-actions.ts';
import { markdown } from '../table.ts';
import { benchSize } from './size.ts';

const FEW = 5;
const MANY = 500;
const RUNS = 3;

/**
 * What every click of an editor and an officer comes to, in the local Apps Script host with the compiled add-on: calls
 * of the spreadsheet service, requests to the functions, and time beside an empty call. Nothing is printed unless
 * every click led to the same screen each time, and asked as much with many rows as with few.
 */
export async function benchAddOn(): Promise<string> {
  const emulator = await startFirestoreEmulator();
  process.env.FIRESTORE_EMULATOR_HOST = emulator.host;
  process.env.METADATA_SERVER_DETECTION = 'none';
  try {
    return [await benchClicks(), await benchSize()].join('\n');
  } finally {
    await emulator.stop();
  }
}

async function benchClicks(): Promise<string> {
  const addOn = await startAddOnOffice();
  try {
    const few = await countActions(addOn, 'FEW', { rows: FEW });
    const runs: (readonly Counted[])[] = [];
    for (let i = 0; i < RUNS; i++) runs.push(await countActions(addOn, `MANY${i}`, { rows: MANY }));
    const faults = [few, ...runs].flatMap((run) => run.flatMap((one, i) => faultOf(one, runs[0]![i]!)));
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return clickTable(runs);
  } finally {
    await addOn.stop();
  }
}

/** What is different from the same click before; rows may be counted in its name and on its screen. */
function faultOf(one: Counted, first: Counted): readonly string[] {
  const level = (text: string) => text.replaceAll(/\d+/g, '#');
  const isSame =
    level(one.action) === level(first.action) &&
    one.title === first.title &&
    level(one.said) === level(first.said) &&
    JSON.stringify(one.calls) === JSON.stringify(first.calls);
  return isSame ? [] : [`${JSON.stringify(one)}\nis not\n${JSON.stringify(first)}`];
}

function clickTable(runs: readonly (readonly Counted[])[]): string {
  const [newest] = runs;
  const msOf = (click: Counted) =>
    median(runs.flatMap((run) => run.filter((one) => isSameClick(one, click)).map(({ ms }) => ms)));
  const clicks = newest!.filter((one, i) => newest!.findIndex((other) => isSameClick(other, one)) === i);
  const empty = msOf(clicks.find(({ action }) => action === EMPTY)!);
  const rows = clicks.map((click) => {
    const { workbook, action, calls, asked } = click;
    const fetches = asked.filter(({ operation }) => operation === 'fetch');
    const own = asked.filter(({ operation }) => /^(properties|lock|cache)\./.test(operation));
    const sum = (part: 'sentBytes' | 'receivedBytes') => fetches.reduce((all, one) => all + one[part], 0);
    return [
      workbook,
      action,
      String(total(calls)),
      fetches.length === 0
        ? '0'
        : `${fetches.length}: ${inKb(sum('sentBytes'))} / ${inKb(sum('receivedBytes'))}`,
      String(own.length),
      `${(msOf(click) / empty).toFixed(1)}×`,
    ];
  });
  return markdown(
    `Clicks in the add-on: a form of 14 criteria, a register of ${MANY} rows (median of ${RUNS})`,
    [
      'Workbook',
      'Click',
      'Calls of the spreadsheet',
      'Waits for the functions: KB out / in',
      'Properties, lock',
      'Time',
    ],
    rows,
    [NOTE],
  );
}

const isSameClick = (one: Counted, other: Counted): boolean =>
  one.workbook === other.workbook && one.action === other.action;

const NOTE = [
  'Counted is every call of a method that reads or writes what is in the spreadsheet: values, notes, colours, merged cells, metadata, how far the data reach; and the first in a run that has to know the names and sizes of tabs.',
  'Not counted is what only names a place or is told with the run: the active spreadsheet and tab, ids, `getSheet()` of a found mark, rows and columns of a range.',
  'Each write is counted, though Google gathers writes until the next read or the end.',
  `Calls are the same with ${FEW} rows. Time is that of the whole run beside an empty call, which starts a run, reads the script and ends; here every answer comes from this machine, in Google each call costs a tenth of a second or more.`,
].join(' ');

const inKb = (bytes: number): string => (bytes / 1000).toFixed(1);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
