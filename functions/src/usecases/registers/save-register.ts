import { AppError } from '../../domain/app-error.ts';
import { rewardedRegistrants } from '../../domain/decision/duplicate-reward.ts';
import type { FormCells } from '../../domain/form/form.ts';
import { readForm } from '../../domain/form/read-form.ts';
import { planRegister, type RegisterPlan } from '../../domain/register/plan-register.ts';
import { readRegister } from '../../domain/register/read-register.ts';
import type { RegisterId } from '../../domain/register/reference-kind.ts';
import type { KeptRow, RegisterDeclaration, RegisterRow } from '../../domain/register/register.ts';
import { contextOf, type RegisterRules } from '../../domain/register/register-rules.ts';
import { isRowCode } from '../../domain/register/row-codes.ts';
import type { Reader } from '../../ports/store.ts';
import { type Acting, answeredBefore, once } from '../acting.ts';
import { dayIn } from '../day-in.ts';
import { openSnapshot } from '../publishing/snapshot.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { plainRow, readRegisterRules } from './read-register-rules.ts';
import { askForThoseShowing } from './workbooks-showing.ts';

export interface RegisterOrder {
  /** Whose, where each unit has its own. */
  readonly unitId?: string | undefined;
  readonly cells: FormCells;
  /** Where it was filled: has to be the unit's own workbook, or the office's. */
  readonly spreadsheetId?: string | undefined;
  readonly checkOnly?: boolean | undefined;
}

export interface SavedRegister {
  readonly register: RegisterId;
  /** checked: nothing was written; the numbers are what sending would come to. */
  readonly outcome: 'saved' | 'checked';
  /** New and amended rows. */
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Keeps the rows of a register's tab that are new or amended, each in its next revision and with its line in the log.
 * Sending the same again changes nothing, and rows that are not in the tab stay as they are. Of very many rows some
 * are kept in one transaction and the others in the next, each time held against all that is kept by then.
 * Throws AppError has_issues, not_found, workbook_unknown, conflict.
 */
export async function saveRegister(
  acting: Acting,
  declaration: RegisterDeclaration,
  order: RegisterOrder,
): Promise<SavedRegister> {
  const answered = await answeredBefore<SavedRegister>(acting);
  if (answered !== undefined) return answered;
  const { store } = acting;
  const { unitId, spreadsheetId, checkOnly = false } = order;
  await requireWorkbook(store, unitId === undefined ? 'office' : `unit:${unitId}`, spreadsheetId);
  const snapshot = openSnapshot(store);
  const { campaign } = await snapshot.setup();
  const rules = await readRegisterRules(snapshot, declaration, {
    unitId,
    today: dayIn(campaign.timeZone, acting.now()),
  });
  const filled: Filled = { declaration, unitId, cells: order.cells, rules };
  const { id: register } = declaration;
  if (checkOnly) {
    const { changed, unchanged } = (await planNow(store, filled)).plan;
    return { register, outcome: 'checked', changed: changed.length, unchanged };
  }
  const { changed, unchanged } = await keepAll(acting, filled);
  const answer: SavedRegister = { register, outcome: 'saved', changed, unchanged };
  return acting.request === undefined ? answer : once(acting, async () => answer);
}

/** Somebody else who keeps rows of the same unit at the same time is waited for so often. */
const MOST_ATTEMPTS = 20;

async function keepAll(
  acting: Acting,
  filled: Filled,
): Promise<Omit<RegisterPlan, 'changed'> & { changed: number }> {
  let changed = 0;
  for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
    const planned = await planNow(acting.store, filled);
    const some = firstFew(planned.plan.changed);
    const unchanged = planned.plan.unchanged - changed;
    if (some.length === 0) return { changed, unchanged };
    if (!(await keepSome(acting, filled, planned, some))) continue;
    attempts = 0;
    changed += some.length;
    if (some.length === planned.plan.changed.length) return { changed, unchanged };
  }
  throw new AppError('conflict');
}

interface Filled {
  readonly declaration: RegisterDeclaration;
  readonly unitId: string | undefined;
  readonly cells: FormCells;
  /** Read before: only the register's own rows, and rewards, are looked at again before each transaction. */
  readonly rules: RegisterRules;
}

/**
 * In one transaction, if nobody changed the owner's rows since they were looked at, and nobody has taken a new code.
 * Rows are not read by a query in it: that would stand in the way of every other unit.
 */
function keepSome(
  { store, now, by }: Acting,
  { declaration, unitId }: Filled,
  { revision, kept }: Planned,
  some: readonly RegisterRow[],
): Promise<boolean> {
  const { id: register } = declaration;
  const before = new Map(kept.map((row) => [row.code, row]));
  const changed = some.map((row) => ({ row, before: before.get(row.code) }));
  const added = changed.filter((each) => each.before === undefined).map(({ row }) => row.code);
  return store.transact(async (transaction) => {
    const [current, ...taken] = await Promise.all([
      transaction.registerRevision(register, unitId),
      ...added.map((code) => transaction.registerRow(register, code)),
    ]);
    if (current !== revision || taken.some((row) => row !== undefined)) return false;
    const at = now();
    transaction.putRegisterRevision(register, unitId, revision + 1);
    for (const { row, before: earlier } of changed) {
      const addedAt = earlier?.addedAt ?? at;
      transaction.putRegisterRow({ ...row, addedAt, savedAt: at, savedBy: by }, earlier);
      transaction.appendLog({
        at,
        by,
        action: earlier === undefined ? 'row_added' : 'row_amended',
        ...(unitId !== undefined && { unitId }),
        details: { register, code: row.code, revision: row.revision },
      });
    }
    askForThoseShowing(transaction, declaration, changed, { unitId, at });
    return true;
  });
}

/** Rows in one transaction. Each is written twice, and a call of more than 4 MiB is one that some proxy refuses. */
const MOST_ROWS = 300;
const MOST_BYTES = 1_200_000;

function firstFew(changed: readonly RegisterRow[]): readonly RegisterRow[] {
  let bytes = 0;
  const end = changed.findIndex(({ values }, i) => {
    bytes += Buffer.byteLength(JSON.stringify(values));
    return i > 0 && (i >= MOST_ROWS || bytes > MOST_BYTES);
  });
  return end === -1 ? changed : changed.slice(0, end);
}

interface Planned {
  /** Of the owner's rows; they are no older. */
  readonly revision: number;
  /** The owner's rows, and those of other units under codes that stand in these cells. */
  readonly kept: readonly KeptRow[];
  readonly plan: RegisterPlan;
}

async function planNow(reader: Reader, { declaration, unitId, cells, rules }: Filled): Promise<Planned> {
  const { id: register } = declaration;
  const revision = await reader.registerRevision(register, unitId);
  const own = await reader.registerRows(register, unitId);
  const known = new Set(own.map(({ code }) => code));
  const strange = codesIn(declaration, cells).filter((code) => !known.has(code));
  const others = await Promise.all(strange.map((code) => reader.registerRow(register, code)));
  const kept = [...own, ...others.filter((row) => row !== undefined)];
  const now = { ...rules, ...(await rewardsNow(reader, rules)), rows: kept.map(plainRow) };
  const read = readRegister(declaration, cells, contextOf(now));
  if (!read.ok) throw new AppError('has_issues', {}, { issues: read.issues });
  return { revision, kept, plan: planRegister(declaration, read.value, unitId) };
}

/** A decision that rewards somebody of the unit moves the register's revision on. */
async function rewardsNow(
  reader: Reader,
  { rewarded, unitId = '' }: RegisterRules,
): Promise<Pick<RegisterRules, 'rewarded'>> {
  return rewarded === undefined ? {} : { rewarded: rewardedRegistrants(await reader.decisions(), unitId) };
}

function codesIn(declaration: RegisterDeclaration, cells: FormCells): readonly string[] {
  const codeKey = declaration.columns[0]!.key;
  const rows = readForm(declaration, cells).rows as readonly Readonly<Record<string, { value?: unknown }>>[];
  const codes = rows.map((row) => String(row[codeKey]?.value ?? '').toUpperCase());
  return [...new Set(codes)].filter((code) => isRowCode(code, declaration));
}
