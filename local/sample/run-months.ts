import type { PeriodAction } from '../../functions/src/ports/period.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import type { MovedPeriod } from '../../functions/src/usecases/periods/period-steps.ts';
import type { PeriodStatus } from '../../functions/src/usecases/periods/read-period-status.ts';
import { appraise } from './appraise.ts';
import { deliverAll } from './deliver-all.ts';
import { holdBallot } from './exemplars/hold-ballot.ts';
import { CHAPTERS, play } from './exemplars/play.ts';
import { collectForms, type ReturnedForm, receiveForms } from './receive-forms.ts';
import { dayAfter, formOf, type SampleRun, showMonth } from './sample-run.ts';
import {
  OFFICE_DAYS,
  type OfficeDays,
  OPEN_PERIOD,
  PUBLISHED_PERIODS,
  READY_AT,
  type SamplePeriod,
  STORY,
} from './story.ts';
import { sendForm, typeInto } from './submit.ts';

/**
 * Runs the sample's months the way people do: officers open and close, units type into their own sheets and send,
 * some late, some wrong, some not at all; the council votes, and exemplars are praised, made known, learned from and
 * surpassed. The last month stays open, with some forms still to come. Every step looks first whether it is done, so a
 * run that was interrupted goes on where it stopped. Returns the forms that came back.
 */
export async function runMonths(sample: SampleRun): Promise<readonly ReturnedForm[]> {
  const returned: ReturnedForm[] = [];
  await openPeriod(sample, PUBLISHED_PERIODS[0]);
  for (const [i, period] of PUBLISHED_PERIODS.entries()) {
    returned.push(...(await runMonth(sample, period)));
    await play(sample, `${labelOf(period)}: quyết định, câu lạc bộ`, CHAPTERS[period].after);
    await openPeriod(sample, PUBLISHED_PERIODS[i + 1] ?? OPEN_PERIOD);
    await writeWorkbooks(sample, period, dayAfter(sample, period, 20));
  }
  return [...returned, ...(await fillOpenMonth(sample))];
}

async function fillOpenMonth(sample: SampleRun): Promise<readonly ReturnedForm[]> {
  const { before, after } = CHAPTERS[OPEN_PERIOD];
  await play(sample, `${labelOf(OPEN_PERIOD)}: bình xét, quyết định`, before);
  const returned = await receiveForms(sample, OPEN_PERIOD, await statusOf(sample, OPEN_PERIOD));
  // What is played last asks for the office's workbook, which no form that comes in rewrites.
  await play(sample, `${labelOf(OPEN_PERIOD)}: mở bình xét`, after);
  const at = new Date(READY_AT.getTime() - 30 * 60_000);
  await unlock(sample, new Date(at.getTime() - 30 * 60_000));
  await writeWorkbooks(sample, OPEN_PERIOD, at);
  return returned;
}

/** A unit found something missing in what it had sent. */
async function unlock(sample: SampleRun, at: Date): Promise<void> {
  const order = { period: OPEN_PERIOD, ...STORY[OPEN_PERIOD].unlocked! };
  const editor = await sample.editorOf(order.unitId);
  const { status } = await editor.ask('unlock-form', order, at);
  if (status !== 200) throw new Error(`unlock-form answered ${status}`);
}

async function runMonth(sample: SampleRun, period: SamplePeriod): Promise<readonly ReturnedForm[]> {
  const { correction } = STORY[period];
  const before = await statusOf(sample, period);
  const isCorrected = before.reopenings.length > 0;
  if (before.state === 'published' && (correction === undefined || isCorrected)) return [];
  const returned: ReturnedForm[] = [];
  const days = officeDays(period);
  if (before.state === 'open' && !isCorrected) {
    await writeWorkbooks(sample, period, dayAfter(sample, period, 1));
    const sent = await receiveForms(sample, period, before);
    const known = new Set(sent.map(({ unitId }) => unitId)); // collected later, their forms say the same again
    await play(sample, `${labelOf(period)}: đăng ký, bình chọn, học tập tại đơn vị`, CHAPTERS[period].before);
    const collected = await collectForms(sample, period, dayAfter(sample, period, days.collect));
    returned.push(...sent, ...collected.filter(({ unitId }) => !known.has(unitId)));
    await appraiseForms(sample, period);
  }
  if (before.state !== 'published' && !isCorrected) await finish(sample, period, 0, days);
  if (correction !== undefined) await correct(sample, period);
  return returned;
}

const officeDays = (period: SamplePeriod): OfficeDays => STORY[period].officeDays ?? OFFICE_DAYS;

/** Close, evaluate, vote, publish: whichever of them are still to be done. */
async function finish(
  sample: SampleRun,
  period: SamplePeriod,
  version: number,
  days: Pick<OfficeDays, 'close' | 'evaluate' | 'publish'>,
): Promise<void> {
  sample.progress.begin(`${labelOf(period)}: chốt, đánh giá, bình chọn, công bố`, 4);
  let { state } = await statusOf(sample, period);
  const step = async (action: 'close' | 'evaluate' | 'publish', ...from: readonly (typeof state)[]) => {
    if (from.includes(state))
      ({ state } = await move(sample, period, action, dayAfter(sample, period, days[action], HOURS[action])));
    sample.progress.advance();
  };
  await step('close', 'open');
  await step('evaluate', 'closed');
  const nomination = CHAPTERS[period].nominations[version];
  if (nomination !== undefined) await holdBallot(sample, nomination);
  sample.progress.advance();
  await step('publish', 'evaluated', 'voted');
  sample.progress.end();
}

const HOURS = { close: 11, evaluate: 9, publish: 9 } as const;

async function correct(sample: SampleRun, period: SamplePeriod): Promise<void> {
  const { reason, unitId, typed } = STORY[period].correction!;
  const at = dayAfter(sample, period, 18);
  const status = await statusOf(sample, period);
  if (status.reopenings.length === 0) {
    await move(sample, period, 'reopen', at, reason);
    await writeWorkbooks(sample, period, at, [`unit:${unitId}`]);
  }
  if ((await statusOf(sample, period)).state === 'open') {
    const editor = await sample.editorOf(unitId);
    const form = formOf(sample, unitId, period);
    const cells = await editor.readCells(form.spreadsheetId, form.tab);
    const corrected = await typeInto(editor, form, cells, new Map(Object.entries(typed)));
    const { status: answer } = await sendForm(editor, form, corrected, at);
    if (answer !== 200) throw new Error(`the corrected form was answered ${answer}`);
  }
  await finish(sample, period, 1, { close: 19, evaluate: 20, publish: 25 });
}

async function appraiseForms(sample: SampleRun, period: SamplePeriod): Promise<void> {
  const { appraisals } = STORY[period];
  const at = dayAfter(sample, period, officeDays(period).appraise, 10);
  await writeWorkbooks(sample, period, at, ['office']); // the units' are written when the month is published
  sample.progress.begin(`${labelOf(period)}: thẩm định`, 1);
  const place = { period, spreadsheetId: sample.spreadsheetOf('office'), tab: sample.titles.appraisal };
  await appraise(sample.officer, place, appraisals, at);
  sample.progress.end(`${appraisals.length} kết quả khác với đơn vị báo cáo`);
}

const labelOf = (period: SamplePeriod): string => `Tháng ${showMonth(period)}`;

type Office = Pick<SampleRun, 'officer' | 'rulesOf'>;

export async function openPeriod(sample: Office, period: SamplePeriod): Promise<void> {
  if ((await statusOf(sample, period)).state === 'none')
    await move(sample, period, 'open', dayAfter(sample, period, -10));
}

/** Every workbook that waits to be written, or those that somebody is about to open. */
async function writeWorkbooks(
  sample: SampleRun,
  period: SamplePeriod,
  at: Date,
  workbooks?: readonly WorkbookId[],
): Promise<void> {
  const { progress, officer, rulesOf } = sample;
  let written = 0;
  progress.begin(`${labelOf(period)}: ghi sổ`, workbooks?.length ?? rulesOf(period).units.length + 2);
  const tell = (delivered: number) => {
    written += delivered;
    progress.advance(delivered);
  };
  await deliverAll(officer, at, tell, workbooks);
  if (written > 0) progress.end();
  else progress.drop();
}

async function move(
  sample: Office,
  period: SamplePeriod,
  action: PeriodAction,
  at: Date,
  reason?: string,
): Promise<MovedPeriod> {
  const reply = await sample.officer.ask<MovedPeriod>('move-period', { period, action, reason }, at);
  if (reply.status !== 200) throw new Error(`move-period ${action} ${period} answered ${reply.status}`);
  return reply.body;
}

export async function statusOf(sample: Pick<SampleRun, 'officer'>, period: string): Promise<PeriodStatus> {
  const reply = await sample.officer.read<PeriodStatus>('period-status', { period }, new Date());
  if (reply.status !== 200) throw new Error(`period-status answered ${reply.status}`);
  return reply.body;
}
