import type { At } from '../at.ts';
import { canonicalJson } from '../digest.ts';
import type { FormCells } from '../form/form.ts';
import { readForm } from '../form/read-form.ts';
import type { Checked, Issue } from '../issue.ts';
import { checkCells } from './check-cells.ts';
import type {
  ReadRow,
  RegisterContext,
  RegisterDeclaration,
  RegisterRow,
  RowValue,
  RowValues,
} from './register.ts';

/**
 * The one validator of registers: every row of the tab, or every issue at once. Rows of which nothing but the code
 * is left are passed over: a kept row is amended, never deleted, and comes back with the next delivery. Rows that are
 * as they were kept are not held to today's rules again.
 */
export function readRegister(
  declaration: RegisterDeclaration,
  cells: FormCells,
  context: RegisterContext,
): Checked<readonly ReadRow[]> {
  const kept = new Map(context.rows(declaration.id).map((row) => [row.code, row]));
  const reading = readForm(declaration, cells);
  const rows = (reading.rows as readonly Cells[])
    .map((row) => toRow(declaration, row, kept))
    .filter(saysSomething);
  const changed = rows.filter((row) => !isAsKept(row, context));
  const issues: Issue[] = [
    ...reading.issues,
    ...changed.flatMap((row) => checkCells(declaration, row, context)).filter(isNews(reading.issues)),
    ...repeatedCodes(rows),
  ];
  if (issues.length === 0 && declaration.check !== undefined) {
    const all = [...staying(rows, changed, kept), ...changed];
    for (const row of changed) issues.push(...declaration.check(row, all, context));
  }
  return issues.length === 0 ? { ok: true, value: rows } : { ok: false, issues };
}

type Cells = Readonly<Record<string, { readonly value?: unknown; readonly at: At }>>;
type Kept = ReadonlyMap<string, RegisterRow>;

function toRow(declaration: RegisterDeclaration, cells: Cells, all: Kept): ReadRow {
  const codeKey = declaration.columns[0]!.key;
  const values: Record<string, RowValue> = {};
  for (const [key, { value }] of Object.entries(cells))
    if (value !== undefined && key !== codeKey) values[key] = value as RowValue;
  const code = String(cells[codeKey]?.value ?? '').toUpperCase();
  const kept = all.get(code);
  const at = (column: string): At => cells[column]?.at ?? cells[codeKey]!.at;
  return { code, values, at, ...(kept && { kept }) };
}

const saysSomething = (row: ReadRow): boolean => Object.keys(row.values).length > 0;

/** A cell that could not be read is not missing too. */
function isNews(told: readonly Issue[]): (issue: Issue) => boolean {
  const cells = new Set(told.map(({ at }) => at.cell));
  return ({ code, at }) => code !== 'cell_missing' || !cells.has(at.cell);
}

function isAsKept({ kept, values }: ReadRow, { unitId }: RegisterContext): boolean {
  return kept !== undefined && kept.unitId === unitId && sameValues(kept.values, values);
}

export const sameValues = (a: RowValues, b: RowValues): boolean => canonicalJson(a) === canonicalJson(b);

/** Kept rows that the sheet does not have, and rows of the sheet that are as they were kept. */
function staying(rows: readonly ReadRow[], changed: readonly ReadRow[], kept: Kept): ReadRow[] {
  const inSheet = new Set(rows.map(({ code }) => code));
  const isChanged = new Set(changed);
  const others = [...kept.values()].filter(({ code }) => !inSheet.has(code));
  return [
    ...others.map((row): ReadRow => ({ code: row.code, values: row.values, at: () => ({}), kept: row })),
    ...rows.filter((row) => !isChanged.has(row)),
  ];
}

function repeatedCodes(rows: readonly ReadRow[]): Issue[] {
  const seen = new Set<string>();
  return rows.flatMap((row): Issue[] => {
    if (row.code === '' || !seen.has(row.code)) {
      seen.add(row.code);
      return [];
    }
    return [{ code: 'row_code_repeated', text: row.code, at: row.at('code') }];
  });
}
