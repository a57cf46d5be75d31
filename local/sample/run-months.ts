import type { Criterion, Unit } from '../../functions/src/domain/campaign/campaign.ts';
import type { Rules } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import type { PeriodAction } from '../../functions/src/ports.ts';
import type { MovedPeriod } from '../../functions/src/usecases/period-steps.ts';
import type { PeriodStatus } from '../../functions/src/usecases/read-period-status.ts';
import type { Progress } from '../office/progress.ts';
import { appraise } from './appraise.ts';
import { chance } from './chance.ts';
import { deliverAll } from './deliver-all.ts';
import { exactRows, sampleRows } from './figures.ts';
import { inParallel } from './in-parallel.ts';
import type { Person, Refused } from './people.ts';
import { SAMPLE_PERIODS, type SamplePeriod, STORY, type Twist } from './story.ts';
import { fillForm, type OpenForm, sendForm, typeInto } from './submit.ts';

export interface SampleRun {
  readonly officer: Person;
  /** Who fills a unit's form. */
  readonly editorOf: (unitId: string) => Promise<Person>;
  /** What is valid in a period. */
  readonly rulesOf: (period: string) => Rules;
  readonly targetOf: (unitId: string, criterion: Criterion, period: string) => number | undefined;
  readonly spreadsheetOf: (workbook: string) => string;
  readonly titles: { readonly form: (period: string) => string; readonly appraisal: string };
  readonly progress: Progress;
}

/** A form that came back, and what its unit read. */
export interface ReturnedForm {
  readonly period: string;
  readonly unitId: string;
  readonly how: 'submitted' | 'collected';
  readonly sentences: readonly string[];
  /** Sent again and accepted. */
  readonly mended: boolean;
}

const PEOPLE_AT_ONCE = 8;

/**
 * Runs the sample's months the way people do: officers open and close, units type into their own sheets and send,
 * some late, some wrong, some not at all. Every step looks first whether it is done, so a run that was
 * interrupted goes on where it stopped. Returns the forms that came back.
 */
export async function runMonths(sample: SampleRun): Promise<readonly ReturnedForm[]> {
  const returned: ReturnedForm[] = [];
  await openPeriod(sample, SAMPLE_PERIODS[0]);
  for (const [i, period] of SAMPLE_PERIODS.entries()) {
    const next = SAMPLE_PERIODS[i + 1];
    returned.push(...(await runMonth(sample, period)));
    if (next !== undefined) await openPeriod(sample, next);
    await writeWorkbooks(sample, period, dayAfter(sample, period, 16));
  }
  return returned;
}

async function runMonth(sample: SampleRun, period: SamplePeriod): Promise<readonly ReturnedForm[]> {
  const { correction } = STORY[period];
  const before = await statusOf(sample, period);
  const isCorrected = before.reopenings.length > 0;
  if (before.state === 'published' && (correction === undefined || isCorrected)) return [];
  const returned: ReturnedForm[] = [];
  if (before.state === 'open' && !isCorrected) {
    await writeWorkbooks(sample, period, dayAfter(sample, period, 1));
    const sent = await receiveForms(sample, period, before);
    const known = new Set(sent.map(({ unitId }) => unitId)); // collected later, their forms say the same again
    const collected = await collectForms(sample, period);
    returned.push(...sent, ...collected.filter(({ unitId }) => !known.has(unitId)));
    await appraiseForms(sample, period);
  }
  if (before.state !== 'published' && !isCorrected) await finish(sample, period, 10);
  if (correction !== undefined) await correct(sample, period);
  return returned;
}

/** Close, evaluate, publish: whichever of them are still to be done. */
async function finish(sample: SampleRun, period: SamplePeriod, day: number): Promise<void> {
  const label = `Tháng ${showMonth(period)}: chốt, đánh giá, công bố`;
  const steps = [
    { action: 'close', from: 'open', day },
    { action: 'evaluate', from: 'closed', day: day + 1 },
    { action: 'publish', from: 'evaluated', day: day + 6 },
  ] as const;
  sample.progress.begin(label, steps.length);
  let { state } = await statusOf(sample, period);
  for (const step of steps) {
    if (state === step.from)
      state = (await move(sample, period, step.action, dayAfter(sample, period, step.day))).state;
    sample.progress.advance();
  }
  sample.progress.end();
}

async function correct(sample: SampleRun, period: SamplePeriod): Promise<void> {
  const { reason, unitId, typed } = STORY[period].correction!;
  const at = dayAfter(sample, period, 18);
  const status = await statusOf(sample, period);
  if (status.reopenings.length === 0) {
    await move(sample, period, 'reopen', at, reason);
    await writeWorkbooks(sample, period, at);
  }
  if ((await statusOf(sample, period)).state === 'open') {
    const editor = await sample.editorOf(unitId);
    const form = formOf(sample, unitId, period);
    const cells = await editor.readCells(form.spreadsheetId, form.tab);
    const corrected = await typeInto(editor, form, cells, new Map(Object.entries(typed)));
    const { status: answer } = await sendForm(editor, form, corrected, at);
    if (answer !== 200) throw new Error(`the corrected form was answered ${answer}`);
  }
  await finish(sample, period, 19);
}

async function receiveForms(
  sample: SampleRun,
  period: SamplePeriod,
  before: PeriodStatus,
): Promise<readonly ReturnedForm[]> {
  const rules = sample.rulesOf(period);
  const received = new Set(
    before.units.filter(({ status }) => status === 'submitted').map((unit) => unit.unitId),
  );
  const twists = new Map(STORY[period].twists.map((twist) => [twist.unitId, twist]));
  const waiting = rules.units.filter(
    (unit) => !received.has(unit.id) && twists.get(unit.id)?.sends !== 'never',
  );
  sample.progress.begin(`Tháng ${showMonth(period)}: đơn vị điền và nộp phiếu`, waiting.length);
  const returned = await inParallel(waiting, PEOPLE_AT_ONCE, async (unit) => {
    const back = await sendOne(sample, period, unit, twists.get(unit.id), rules);
    sample.progress.advance();
    return back;
  });
  const back = returned.filter((form) => form !== undefined);
  sample.progress.end(`${waiting.length} phiếu, ${back.length} phiếu phải sửa`);
  return back;
}

async function sendOne(
  sample: SampleRun,
  period: SamplePeriod,
  unit: Unit,
  twist: Twist | undefined,
  rules: Rules,
): Promise<ReturnedForm | undefined> {
  const editor = await sample.editorOf(unit.id);
  const form = formOf(sample, unit.id, period);
  const { criteria } = rules.tracks.find(({ code }) => code === unit.track)!;
  const targetOf = (criterion: Criterion) => sample.targetOf(unit.id, criterion, period);
  const rows = twist?.exact ? exactRows(criteria, targetOf) : sampleRows(unit, criteria, targetOf, period);
  const typed: Readonly<Record<string, CellValue>> = twist?.typed ?? {};
  const first = await fillForm(
    editor,
    form,
    rows.map((row) => ({ ...row, reported: row.criterion in typed ? typed[row.criterion]! : row.reported })),
  );
  if (twist?.sends === 'filled_only') return undefined;

  const day = twist?.sends === 'late' ? 7 : 1 + Math.floor(5 * chance(unit.id, period, 'day'));
  const at = dayAfter(sample, period, day, 8 + Math.floor(9 * chance(unit.id, period, 'hour')));
  const answer = await sendForm(editor, form, first, at);
  if (answer.status === 200) return undefined;
  const sentences = (answer.body as Refused).error.issues?.map(({ message }) => message) ?? [];
  const mended = twist?.mended !== undefined && (await sendMended(editor, form, first, twist.mended, at));
  return { period, unitId: unit.id, how: 'submitted', sentences, mended };
}

async function sendMended(
  editor: Person,
  form: OpenForm,
  first: FormCells,
  mended: Readonly<Record<string, CellValue>>,
  at: Date,
): Promise<boolean> {
  const again = await typeInto(editor, form, first, new Map(Object.entries(mended)));
  const { status } = await sendForm(editor, form, again, new Date(at.getTime() + 20 * 60_000));
  return status === 200;
}

interface Collected {
  readonly units: readonly {
    readonly unitId: string;
    readonly outcome: string;
    readonly issues?: readonly { readonly message: string }[];
  }[];
}

async function collectForms(sample: SampleRun, period: SamplePeriod): Promise<readonly ReturnedForm[]> {
  sample.progress.begin(`Tháng ${showMonth(period)}: thu phiếu đã điền mà chưa nộp`, 1);
  const { status, body } = await sample.officer.ask<Collected>(
    'collect-forms',
    { period },
    dayAfter(sample, period, 8),
  );
  if (status !== 200) throw new Error(`collect-forms answered ${status}`);
  sample.progress.end();
  return body.units
    .filter(({ issues }) => issues !== undefined && issues.length > 0)
    .map(({ unitId, issues = [] }) => ({
      period,
      unitId,
      how: 'collected',
      sentences: issues.map(({ message }) => message),
      mended: false,
    }));
}

async function appraiseForms(sample: SampleRun, period: SamplePeriod): Promise<void> {
  const { appraisals } = STORY[period];
  const at = dayAfter(sample, period, 9);
  await writeWorkbooks(sample, period, at);
  sample.progress.begin(`Tháng ${showMonth(period)}: thẩm định`, 1);
  const place = { period, spreadsheetId: sample.spreadsheetOf('office'), tab: sample.titles.appraisal };
  await appraise(sample.officer, place, appraisals, at);
  sample.progress.end(`${appraisals.length} kết quả khác với đơn vị báo cáo`);
}

async function openPeriod(sample: SampleRun, period: SamplePeriod): Promise<void> {
  if ((await statusOf(sample, period)).state === 'none')
    await move(sample, period, 'open', dayAfter(sample, period, -10));
}

async function writeWorkbooks(sample: SampleRun, period: SamplePeriod, at: Date): Promise<void> {
  const { progress, officer, rulesOf } = sample;
  let written = 0;
  progress.begin(`Tháng ${showMonth(period)}: ghi sổ`, rulesOf(period).units.length + 2);
  await deliverAll(officer, at, (delivered) => {
    written += delivered;
    progress.advance(delivered);
  });
  if (written > 0) progress.end();
  else progress.drop();
}

async function move(
  sample: SampleRun,
  period: SamplePeriod,
  action: PeriodAction,
  at: Date,
  reason?: string,
): Promise<MovedPeriod> {
  const reply = await sample.officer.ask<MovedPeriod>('move-period', { period, action, reason }, at);
  if (reply.status !== 200) throw new Error(`move-period ${action} ${period} answered ${reply.status}`);
  return reply.body;
}

async function statusOf(sample: Pick<SampleRun, 'officer'>, period: string): Promise<PeriodStatus> {
  const reply = await sample.officer.read<PeriodStatus>('period-status', { period }, new Date());
  if (reply.status !== 200) throw new Error(`period-status answered ${reply.status}`);
  return reply.body;
}

function formOf(sample: SampleRun, unitId: string, period: string): OpenForm {
  return {
    period,
    unitId,
    spreadsheetId: sample.spreadsheetOf(`unit:${unitId}`),
    tab: sample.titles.form(period),
  };
}

/** So many days after the period's last one, at an hour of Vietnam's day (UTC+7, no summer time). */
function dayAfter(sample: SampleRun, period: string, days: number, hour = 9): Date {
  const last = new Date(`${sample.rulesOf(period).period.to}T00:00:00+07:00`);
  return new Date(last.getTime() + (days * 24 + hour) * 3_600_000);
}

const showMonth = (period: string): string => `${period.slice(5)}/${period.slice(0, 4)}`;
