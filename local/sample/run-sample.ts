import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCampaignFiles } from '../../functions/src/campaign-files/parse-campaign-files.ts';
import { parsePeriod } from '../../functions/src/domain/campaign/calendar.ts';
import type { Campaign } from '../../functions/src/domain/campaign/campaign.ts';
import { defaultTarget } from '../../functions/src/domain/campaign/criterion.ts';
import { rulesFor } from '../../functions/src/domain/campaign/rules-for.ts';
import type { Rules } from '../../functions/src/domain/evaluation/period-inputs.ts';
import { appraisalForm } from '../../functions/src/domain/form/appraisal-form.ts';
import type { Member } from '../../functions/src/ports/member.ts';
import { submissionTitle } from '../../functions/src/workbooks/unit/submission-tab.ts';
import { readCampaignTexts } from '../campaign-folder.ts';
import { AUDIENCE, type FillOrder } from '../office/content.ts';
import type { DataFolder } from '../office/data-folder.ts';
import { deliverAll } from './deliver-all.ts';
import { exemplarLines } from './exemplars/exemplar-lines.ts';
import { findWorkbooks } from './find-workbooks.ts';
import { openMonthLines } from './open-month.ts';
import { type OfficeAddress, type Person, personAt } from './people.ts';
import type { ReturnedForm } from './receive-forms.ts';
import { openPeriod, runMonths, statusOf } from './run-months.ts';
import type { SampleRun } from './sample-run.ts';
import { OPEN_PERIOD, PUBLISHED_PERIODS } from './story.ts';
import { summaryReport } from './summary-report.ts';

/** What the office is opened with so that the sample's people are known. */
export const SAMPLE_ADDRESS = { audience: AUDIENCE, firstAdmin: 'quan-tri@ba-tri.example' };
/** The account that the scheduler acts with. */
export const SCHEDULER = 'hen-gio@ba-tri.example';

const SAMPLE_FOLDER = join(import.meta.dirname, '../../examples/ba-tri-2024');
const LOADED_AT = new Date('2024-01-08T01:00:00Z');

/** The sample campaign's files, read and understood: work that can be done while the office opens. */
export interface Sample {
  readonly campaign: Campaign;
  readonly members: readonly Member[];
  readonly texts: Readonly<Record<string, string>>;
}

export async function readSample(): Promise<Sample> {
  const texts = await readCampaignTexts(SAMPLE_FOLDER);
  const parsed = texts.ok ? parseCampaignFiles(texts.value) : texts;
  if (!texts.ok || !parsed.ok) throw new Error('the sample campaign has issues');
  return { ...parsed.value, texts: texts.value };
}

export interface SampleOrder extends FillOrder {
  readonly sample: Sample;
}

/**
 * Loads the sample campaign, runs whatever of its months is not done yet, and returns the printed result: of the
 * newest published month, and where the open one stands.
 */
export async function runSample(order: SampleOrder): Promise<string[]> {
  const { office, folder, progress } = order;
  const { campaign, members } = order.sample;
  const address: OfficeAddress = {
    functionsUrl: office.functions.url,
    sheetsUrl: office.sheets.url,
    audience: SAMPLE_ADDRESS.audience,
    campaign: campaign.code,
    issuer: office.identity,
  };
  const personOf = rememberPeople(address);
  const personWith = (role: Member['roles'][number]) =>
    personOf(members.find(({ roles }) => roles.includes(role))!.email);
  const officer = await personWith('officer');

  const rulesOf = rememberRules(campaign);
  await provision(address, { officer, rulesOf }, order);
  const workbooks = await findWorkbooks(address, officer.email);
  const spreadsheetOf = (workbook: string) => found(workbooks.get(workbook), workbook);
  const run: SampleRun = {
    officer,
    personOf,
    council: members.filter(({ roles }) => roles.includes('council_member')).map(({ email }) => email),
    editorOf: async (unitId) => personOf(editorOf(unitId, members)),
    rulesOf,
    targetOf: (unitId, criterion, period) => {
      const own = rulesOf(period).targets.find(
        (target) => target.unitId === unitId && target.criterion === criterion.code,
      );
      const target = own?.target ?? defaultTarget(criterion);
      return target === undefined ? undefined : Number(target);
    },
    spreadsheetOf,
    titles: {
      form: (period) => submissionTitle(rulesOf(period).period),
      appraisal: appraisalForm.tab,
    },
    progress,
  };
  const returned = keepReturned(folder, order.clock ? [] : await runMonths(run));
  const leader = await personWith('leader');
  const tracks = campaign.tracks.map(({ code }) => code);
  const open = await statusOf(run, OPEN_PERIOD);
  const newest = open.publishedVersion > 0 ? OPEN_PERIOD : PUBLISHED_PERIODS.at(-1);
  return [
    ...(await summaryReport(leader, spreadsheetOf('summary'), tracks)),
    ...returnedLines(
      returned.filter(({ period }) => period === newest),
      rulesOf,
    ),
    ...(await exemplarLines(leader, spreadsheetOf('summary'), campaign)),
    ...openMonthLines(open, members),
  ];
}

/**
 * Loads the campaign and has every workbook made, through the functions; what is there already stays. The first month
 * is opened before, so that its forms need no second writing.
 */
async function provision(
  address: OfficeAddress,
  { officer, rulesOf }: Pick<SampleRun, 'officer' | 'rulesOf'>,
  { sample, progress, reconcile, clock }: SampleOrder,
): Promise<void> {
  const admin = await personAt(address, SAMPLE_ADDRESS.firstAdmin);
  const loaded = await admin.ask<{ changed: boolean; units: number }>(
    'load-campaign',
    { files: sample.texts },
    LOADED_AT,
  );
  if (loaded.status !== 200) throw new Error(`load-campaign answered ${loaded.status}`);
  if (!loaded.body.changed && !reconcile) return;
  const at = clock?.now() ?? LOADED_AT;
  const asked = await officer.ask<unknown>('provision', {}, at);
  if (asked.status !== 200) throw new Error(`provision answered ${asked.status}`);
  await openPeriod({ officer, rulesOf }, PUBLISHED_PERIODS[0]);
  progress.begin(reconcile ? 'Đối chiếu các sổ sau khi bị ngắt' : 'Lập các sổ', loaded.body.units + 2);
  await deliverAll(officer, at, (delivered) => progress.advance(delivered));
  progress.end();
}

function rememberRules(campaign: Campaign): (period: string) => Rules {
  const known = new Map<string, Rules>();
  return (id) => {
    const rules = known.get(id) ?? rulesFor(campaign, found(parsePeriod(id, campaign.calendar), id));
    known.set(id, rules);
    return rules;
  };
}

function rememberPeople(address: OfficeAddress): (email: string) => Promise<Person> {
  const known = new Map<string, Promise<Person>>();
  return (email) => {
    const person = known.get(email) ?? personAt(address, email);
    known.set(email, person);
    return person;
  };
}

function editorOf(unitId: string, members: readonly Member[]): string {
  const isEditor = ({ roles, unitIds }: Member) => roles.includes('unit_editor') && unitIds.includes(unitId);
  return found(members.find(isEditor), unitId).email;
}

/** The sentences that units read are said once; a later start shows them again. */
function keepReturned(folder: DataFolder, fresh: readonly ReturnedForm[]): readonly ReturnedForm[] {
  const file = folder.path('sample-returned.json');
  const kept: ReturnedForm[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  if (fresh.length === 0) return kept;
  const all = [...kept, ...fresh];
  writeFileSync(`${file}.new`, JSON.stringify(all, null, 1));
  renameSync(`${file}.new`, file);
  return all;
}

function returnedLines(returned: readonly ReturnedForm[], rulesOf: (period: string) => Rules): string[] {
  const lines = ['', 'Phiếu bị trả lại và lý do'];
  for (const { period, unitId, how, sentences, mended } of returned) {
    const unit = rulesOf(period).units.find(({ id }) => id === unitId);
    const after = mended ? 'đã sửa và nộp lại' : how === 'collected' ? 'thu khi chưa nộp' : 'chưa nộp lại';
    lines.push(`  ${unit?.name ?? unitId} (${after})`, ...sentences.map((sentence) => `    – ${sentence}`));
  }
  return lines;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`not found: ${what}`);
  return value;
}
