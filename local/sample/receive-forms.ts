import type { Criterion } from '../../functions/src/domain/campaign/criterion.ts';
import type { Unit } from '../../functions/src/domain/campaign/unit.ts';
import type { Rules } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import type { PeriodStatus } from '../../functions/src/usecases/periods/read-period-status.ts';
import { chance } from './chance.ts';
import { exactRows, sampleRows } from './figures.ts';
import { inParallel } from './in-parallel.ts';
import type { Person, Refused } from './people.ts';
import { dayAfter, formOf, type SampleRun, showMonth } from './sample-run.ts';
import { type SamplePeriod, STORY, type Twist } from './story.ts';
import { fillForm, type OpenForm, sendForm, typeInto } from './submit.ts';

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

/** Units type into their own sheets and send, some late, some wrong; who has sent before is left alone. */
export async function receiveForms(
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

  const { formsUntilDay = 5 } = STORY[period];
  const day = twist?.sends === 'late' ? 7 : 1 + Math.floor(formsUntilDay * chance(unit.id, period, 'day'));
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

/** What was filled and not sent, taken in by the officer. */
export async function collectForms(
  sample: SampleRun,
  period: SamplePeriod,
  at: Date,
): Promise<readonly ReturnedForm[]> {
  sample.progress.begin(`Tháng ${showMonth(period)}: thu phiếu đã điền mà chưa nộp`, 1);
  const { status, body } = await sample.officer.ask<Collected>('collect-forms', { period }, at);
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
