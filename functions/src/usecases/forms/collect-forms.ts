import { AppError } from '../../domain/app-error.ts';
import type { Period } from '../../domain/campaign/period.ts';
import type { FormCells } from '../../domain/form/form.ts';
import { readForm } from '../../domain/form/read-form.ts';
import { submissionForm } from '../../domain/form/submission-form.ts';
import type { Issue } from '../../domain/issue.ts';
import { hadNoTurn } from '../../domain/no-turn.ts';
import type { Submission } from '../../ports/form.ts';
import { submissionTabKey } from '../../workbooks/unit/submission-tab.ts';
import { type Acting, answeredBefore, once } from '../acting.ts';
import type { Google } from '../publishing/google.ts';
import { periodOf, rulesOf, setupOf } from '../rules-of.ts';
import { receiveForm } from './submit-form.ts';

export interface CollectionOrder {
  readonly period: string;
  /** The unit to begin with: `next` of the call before. */
  readonly from?: string;
  /** No workbook is read after so many milliseconds; the rest is for the next call. */
  readonly withinMs?: number;
  /** Workbooks at the same time. */
  readonly concurrency?: number;
}

export interface Collection {
  readonly period: string;
  /** Units that had not submitted, by id. */
  readonly units: readonly CollectedUnit[];
  /** Not looked at in the time given. */
  readonly remaining: number;
  /** The first of them: call again from there, or those that sent nothing are read again and again. */
  readonly next?: string;
}

/** For how long workbooks are read where nobody says. */
export const COLLECTION_MS = 240_000;

/** missing: nothing filled, or no form there. unavailable: Google or Firestore did not answer; call again. */
export type CollectedUnit =
  | { readonly unitId: string; readonly outcome: 'accepted'; readonly late: boolean }
  | { readonly unitId: string; readonly outcome: 'refused'; readonly issues: readonly Issue[] }
  | { readonly unitId: string; readonly outcome: 'missing' | 'unavailable' };

/**
 * Thu phiếu: for each unit that has not submitted, its form as it stands in its workbook, read by the same parser
 * and kept by the same decision as if the unit had sent it. Doing it again is safe: who has submitted by then is
 * left alone. Throws AppError period_not_open, not_found.
 */
export async function collectForms(
  acting: Acting,
  google: Google,
  { period: id, from, withinMs = COLLECTION_MS, concurrency = 4 }: CollectionOrder,
): Promise<Collection> {
  const answered = await answeredBefore<Collection>(acting);
  if (answered !== undefined) return answered;
  const endMs = google.monotonicMs() + withinMs;
  const leftMs = () => endMs - google.monotonicMs();
  const forms = await formsToCollect(acting, id, from);

  const units: CollectedUnit[] = [];
  const onLooked = async (unit: CollectedUnit) => void units.push(unit);
  const waiting = await collectOneByOne(acting, google, forms, { leftMs, concurrency, onLooked });
  units.sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
  const [next] = waiting;
  const collection: Collection = {
    period: forms.period.id,
    units,
    remaining: waiting.length,
    ...(next !== undefined && { next }),
  };
  return once(
    acting,
    async (transaction) => {
      transaction.enqueue('office', acting.now());
      return collection;
    },
    ({ remaining }) => remaining === 0 && units.every(({ outcome }) => FINAL.has(outcome)),
  );
}

/** An answer with issues is not kept: they quote what stands in cells. Asked again, they are found again. */
const FINAL: ReadonlySet<CollectedUnit['outcome']> = new Set(['accepted', 'missing']);

export interface FormsToCollect {
  readonly period: Period;
  /** Units without a form, by id. */
  readonly unitIds: readonly string[];
  readonly submissions: readonly Submission[];
  readonly spreadsheets: ReadonlyMap<string, string>;
}

/** `from`: the unit to begin with. Throws AppError period_not_open, not_found. */
export async function formsToCollect({ store }: Acting, id: string, from = ''): Promise<FormsToCollect> {
  const { campaign } = await setupOf(store);
  const period = periodOf(campaign, id);
  const record = await store.period(period.id);
  if (record?.state !== 'open')
    throw new AppError('period_not_open', { period: period.id, state: record?.state ?? 'none' });
  const [submissions, workbooks] = await Promise.all([store.submissions(period.id), store.workbooks()]);
  const submitted = new Set(submissions.map(({ unitId }) => unitId));
  const spreadsheets = new Map(
    workbooks.map((workbook) => [workbook.id.replace(/^unit:/, ''), workbook.spreadsheetId]),
  );
  const { units } = rulesOf(campaign, period);
  const unitIds = units.map((unit) => unit.id).filter((unitId) => !submitted.has(unitId) && unitId >= from);
  return { period, unitIds: unitIds.sort(), submissions, spreadsheets };
}

/** Looks at the forms, several at a time, as long as there is time. Returns the units it did not come to, by id. */
export async function collectOneByOne(
  acting: Acting,
  google: Google,
  { period, unitIds, spreadsheets }: FormsToCollect,
  {
    leftMs,
    concurrency,
    onLooked,
  }: {
    readonly leftMs: () => number;
    readonly concurrency: number;
    readonly onLooked: (unit: CollectedUnit) => Promise<void>;
  },
): Promise<readonly string[]> {
  const waiting = [...unitIds];
  const patience = { leftMs, sleep: google.sleep, random: google.random };
  const tab = submissionTabKey(period.id);
  let paused = false;
  const worker = async () => {
    while (waiting.length > 0 && leftMs() > 0 && !paused) {
      const unitId = waiting.shift()!;
      const spreadsheetId = spreadsheets.get(unitId);
      const cells =
        spreadsheetId === undefined
          ? undefined
          : await google.sheets.readForm(spreadsheetId, tab, patience).catch(noAnswer);
      if (cells === 'no turn') {
        paused = true;
        waiting.push(unitId);
      } else await onLooked(await collectOne(acting, period, unitId, cells));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return waiting.sort();
}

async function collectOne(
  acting: Acting,
  period: Period,
  unitId: string,
  cells: FormCells | 'unavailable' | undefined,
): Promise<CollectedUnit> {
  if (cells === 'unavailable') return { unitId, outcome: 'unavailable' };
  if (cells === undefined || isUntouched(cells)) return { unitId, outcome: 'missing' };
  // The key is the whole collection's, not each form's.
  const form = { period: period.id, unitId, cells };
  const received = await receiveForm({ ...acting, request: undefined }, form, 'collected').catch(noAnswer);
  if (received === undefined || typeof received === 'string') return { unitId, outcome: 'unavailable' };
  if (received.outcome === 'refused') return { unitId, outcome: 'refused', issues: received.issues };
  return { unitId, outcome: 'accepted', late: received.late };
}

/** A form nobody wrote in is no form: it is missing, not wrong. Targets do not count, they may be ours. */
function isUntouched(cells: FormCells): boolean {
  const { rows, issues } = readForm(submissionForm, cells);
  return (
    issues.length === 0 &&
    rows.every(({ reported, note }) => reported.value === undefined && note.value === undefined)
  );
}

/** One workbook that cannot be read, or form that cannot be kept, must not keep the others from being collected. */
function noAnswer(error: unknown): 'unavailable' | 'no turn' | undefined {
  if (hadNoTurn(error)) return 'no turn';
  if (!(error instanceof AppError) || error.code === 'period_not_open') throw error;
  return error.code === 'not_found' ? undefined : 'unavailable';
}
