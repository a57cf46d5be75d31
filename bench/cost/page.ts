import { ASSUMED, type Bill, billOf, type Prices, whole } from './bill.ts';
import type { MonthCounts } from './count-month.ts';

const SIZES = [48, 1_000, 10_000];

/** docs/cost.md, whole. */
export function costPage(counts: readonly [MonthCounts, MonthCounts], prices: Prices): string {
  const bills = SIZES.map((units) => billOf(counts, units, prices));
  const [small, middle, large] = bills as [Bill, Bill, Bill];
  return `${[
    '# What it costs',
    '',
    `Of one campaign, by the price list as it was known on ${prices.readOn}, in US dollars without tax. **${sizeOf(small)} cost ${dollars(small.total)} a month, ${sizeOf(middle)} ${dollars(middle.total)}, ${sizeOf(large)} ${dollars(large.total)}**: ${cents(small)}, ${cents(middle)} and ${cents(large)} cents per unit and month. ${verdict(bills)}`,
    '',
    'This page is written by `npm run bench -- cost` out of what was counted (`bench/cost/counts.json`, anew by `npm run bench -- counts`), the price list (`bench/cost/prices.json`) and what people do in a month (`bench/cost/month.ts`); a test holds it to them. Google Workspace, which the shared drive needs, is not in it.',
    '',
    '## Billed operations per unit and month',
    '',
    ...table(
      ['', ...bills.map(({ units }) => `${whole(units)} units`)],
      [
        row('documents read', bills, ({ month, units }) => whole(month.reads / units)),
        row('documents written', bills, ({ month, units }) => whole(month.writes / units)),
        row('requests to Cloud Run', bills, ({ month, units }) => whole(month.requests / units)),
        row('vCPU-seconds', bills, ({ seconds, units }) => (seconds / units).toFixed(1)),
        row('calls to Sheets', bills, ({ month, units }) => (month.sheetsCalls / units).toFixed(1)),
        row('bytes answered', bills, ({ month, units }) => whole(month.answeredBytes / units)),
        row('cents, with what is free', bills, cents),
        row('cents, were nothing free', bills, ({ withoutFree, units }) =>
          ((100 * withoutFree) / units).toFixed(2),
        ),
      ],
    ),
    '',
    '## Day by day',
    '',
    `Firestore's free amounts are of a day: ${whole(prices.firestore.freeReadsADay)} reads and ${whole(prices.firestore.freeWritesADay)} writes, of the database that is called \`(default)\` alone. Reads / writes:`,
    '',
    ...table(
      ['', 'days', ...bills.map(({ units }) => `${whole(units)} units`)],
      small.days.map(({ name, days }, i) => [
        name,
        String(days),
        ...bills.map((bill) => `${whole(bill.days[i]!.load.reads)} / ${whole(bill.days[i]!.load.writes)}`),
      ]),
    ),
    '',
    ...bills.flatMap((bill) => [
      `## ${sizeOf(bill)}`,
      '',
      ...table(['', 'used in a month', 'free', '$'], linesOf(bill)),
      '',
    ]),
    '## What was counted, and what was not',
    '',
    `Documents, calls and bytes were counted on the wire between the functions' bundle and Google's Firestore emulator, with ${counts.map(({ units }) => whole(units)).join(' and ')} units, an editor each, 14 criteria; the sizes in between and beyond are worked out from these two, because each count is so many documents and so many per unit. What people do in a month is said in \`month.ts\`: it is a guess, and on the high side.`,
    '',
    `Not counted but assumed: ${ASSUMED.firestoreMs} ms for a call to Firestore, ${ASSUMED.sheetsMs} ms to Sheets, ${ASSUMED.driveMs} ms to Drive, one after the other, ${ASSUMED.ownMs} ms of our own, each request by itself on its instance and rounded up; ${ASSUMED.memoryGiB} GiB; ${ASSUMED.monthsKept} months kept; ${ASSUMED.requestLogBytes} bytes for Cloud Run's own line about each request; images of ${ASSUMED.imageGiB} GiB, of which ${ASSUMED.releasesKept} are kept. Cold starts, alerting policies and the first making of the workbooks are left out.`,
    '',
    'Where the prices are from:',
    '',
    ...Object.entries(prices.sources).map(([what, source]) => `- ${what}: ${source}.`),
    '',
    'Nothing here was ever billed: there was no account. Look at the first weeks in *Billing, Reports*; the deployment sets a budget that warns ([deploy.md](deploy.md)).',
    '',
    '## Where it goes, and what keeps it low',
    '',
    "- Most of what is read at a thousand units and more is read for the office's own workbook and *Theo dõi*, which show every unit: each time they are asked for, every form, appraisal and refusal of the month is read, twelve to twenty times on a busy day. Who looks half as often pays half as much.",
    "- A form costs four documents read and four written, whatever the number of units ([test](../test/load/costs.test.ts)); a delivery of a unit's workbook asks for that unit's people alone.",
    '- With nothing to do, two calls a minute read a handful of documents each. The watch, which reads more, is called every five minutes; fifty files an hour are looked at.',
    '- What is computed together is stored in pages; fields nobody asks for have no index ([firestore-indexes.md](firestore-indexes.md)).',
    '- Each campaign more in the same project brings its own three calls: beyond three jobs a billing account pays 10 cents for each.',
  ].join('\n')}\n`;
}

const sizeOf = ({ units }: Bill): string => `${whole(units)} units`;
const dollars = (sum: number): string => `$${sum.toFixed(2)}`;
const cents = ({ total, units }: Bill): string => ((100 * total) / units).toFixed(2);

const linesOf = ({ lines, total }: Bill): string[][] => [
  ...lines.map(({ what, used, free, cost }) => [what, used, free, cost.toFixed(2)]),
  ['**together**', '', '', `**${total.toFixed(2)}**`],
];

/** Which of the three stay inside what is free for traffic, and why not where not. */
function verdict(bills: readonly Bill[]): string {
  const sentences = bills.map((bill) => {
    const paid = bill.lines.filter(
      ({ what, cost }) => cost >= 0.005 && !STANDING.some((each) => what.includes(each)),
    );
    if (paid.length === 0)
      return `What ${sizeOf(bill)} do is within the free amounts; paid are backups, images and answers.`;
    return `With ${sizeOf(bill)} there is more to pay: ${paid.map(({ what, cost }) => `${what} ${dollars(cost)}`).join('; ')}.`;
  });
  return sentences.join(' ');
}

/** Paid by everybody: nothing of it is ever free. */
const STANDING = ['recovery', 'Artifact Registry', 'answers sent', 'deleted by their date'];

const row = (name: string, bills: readonly Bill[], of: (bill: Bill) => string): string[] => [
  name,
  ...bills.map(of),
];

function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}
