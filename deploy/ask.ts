import { readArguments } from './arguments.ts';
import { deliveryIn, refusalIn } from './ask/answers.ts';
import { type Answer, type Caller, call } from './ask/call.ts';
import { diagnose, NOT_YET, SHEETS_REFUSED, STRANGE, TOO_OPEN } from './ask/diagnose.ts';
import { filesToLoad } from './ask/load.ts';
import { officeSpreadsheet } from './ask/office-spreadsheet.ts';
import { showWords } from './show.ts';
import type { Words } from './step.ts';

// node deploy/ask.ts VERB --url=ADDRESS [--as=SERVICE_ACCOUNT] [--campaign=CODE] …
//
// Asks the functions what a deployment asks. Ends with 0 where the answers are as they should be; otherwise says what
// is most likely wrong and what helps.
const { values, rest } = readArguments(process.argv.slice(2), {
  values: ['url', 'as', 'campaign', 'folder', 'officer', 'admin', 'project', 'database'],
  flags: [],
});
const given = (name: keyof typeof values): string => {
  const value = values[name];
  if (value === undefined) throw new Error(`--${name} …`);
  return value;
};
const caller: Caller = { url: given('url'), as: values.as };
const verbs: Readonly<Record<string, () => Promise<boolean>>> = {
  /** Somebody without a token is turned away by the functions themselves. */
  answers: async () => told('401', await call({ url: caller.url }, 'jobs?campaign=any'), 'unauthenticated'),
  /** Somebody with a good token who is no member is turned away after a look into the database. */
  stranger: async () => told('403', await call(caller, jobs()), 'forbidden'),
  jobs: async () => told('jobs', await call(caller, jobs())),
  async load() {
    const files = await filesToLoad(given('folder'), given('officer'), given('admin'));
    const answer = await call(caller, 'load-campaign', { campaign: given('campaign'), files });
    for (const { message, file, row } of refusalIn(answer.body)?.issues ?? [])
      process.stderr.write(`    ${[file, row].filter(Boolean).join(':')} ${message}\n`);
    return told('load-campaign', answer);
  },
  provision: async () => told('provision', await call(caller, 'provision', { campaign: given('campaign') })),
  check,
};
const verb = verbs[rest[0] ?? ''];
if (verb === undefined || rest.length > 1) throw new Error(`ask.ts ${Object.keys(verbs).join(' | ')}`);
process.exitCode = (await verb()) ? 0 : 1;

/** Member, database, jobs, Sheets and Drive, and the office's workbook as its sidebar would open it. */
async function check(): Promise<boolean> {
  const campaign = given('campaign');
  if (!(await verbs.jobs!())) return false;
  if (!told('run-jobs', await call(caller, 'run-jobs', { campaign, withinMs: 5_000 }))) return false;
  const answer = await call(caller, 'deliver', { campaign, withinMs: 20_000 });
  if (!told('deliver', answer)) return false;
  const delivery = deliveryIn(answer.body);
  if (delivery === undefined) return wrong('deliver', STRANGE);
  const { delivered, failed, remaining } = delivery;
  process.stdout.write(`    ${delivered} sổ đã ghi, còn ${remaining} / workbooks written, to be written\n`);
  if (failed > 0) return wrong('deliver', SHEETS_REFUSED);
  const spreadsheetId = await officeSpreadsheet({
    project: given('project'),
    database: given('database'),
    campaign,
  });
  if (spreadsheetId === undefined) return wrong('workbook-context', NOT_YET);
  const query = new URLSearchParams({ campaign, spreadsheetId });
  if (!told('workbook-context', await call(caller, `workbook-context?${query}`))) return false;
  process.stdout.write(`    Điều hành: https://docs.google.com/spreadsheets/d/${spreadsheetId}\n`);
  return true;
}

function jobs(): string {
  return `jobs?campaign=${encodeURIComponent(given('campaign'))}`;
}

/** True where the answer is good, or the refusal that was to be expected. */
function told(what: string, answer: Answer, expected?: string): boolean {
  const isRight =
    expected === undefined ? diagnose(answer) === undefined : answer.isOurs && answer.code === expected;
  if (!isRight) return wrong(what, diagnose(answer) ?? TOO_OPEN);
  process.stdout.write(`  ✓ ${what}\n`);
  return true;
}

function wrong(what: string, why: Words): false {
  process.stderr.write(`  ✗ ${what}: ${showWords(why)}\n`);
  return false;
}
