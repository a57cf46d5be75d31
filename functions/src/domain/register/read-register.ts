import type { FormCells } from '../form/form.ts';
import { readForm } from '../form/read-form.ts';
import { excerptOf } from '../form/text.ts';
import type { At, Checked, Issue } from '../issue.ts';
import type {
  ReadRow,
  RegisterColumn,
  RegisterContext,
  RegisterDeclaration,
  RowValue,
  RowValues,
} from './register.ts';

/**
 * The one validator of registers: every row of the tab, or every issue at once. Rows of which nothing but the code
 * is left are passed over: a kept row is amended, never deleted, and comes back with the next delivery.
 */
export function readRegister(
  declaration: RegisterDeclaration,
  cells: FormCells,
  context: RegisterContext,
): Checked<readonly ReadRow[]> {
  const reading = readForm(declaration, cells);
  const issues: Issue[] = [...reading.issues];
  const rows = (reading.rows as readonly Cells[]).map((row) => toRow(declaration, row)).filter(saysSomething);
  for (const row of rows) issues.push(...checkCells(declaration, row, context));
  issues.push(...repeatedCodes(rows));
  if (issues.length === 0)
    for (const row of rows) issues.push(...(declaration.check?.(row, rows, context) ?? []));
  return issues.length === 0 ? { ok: true, value: rows } : { ok: false, issues };
}

/** The codes that rows of a register may have: six letters and digits that are not taken for one another. */
export function isRowCode(code: string, { prefix }: RegisterDeclaration): boolean {
  return new RegExp(`^${prefix}-[0-9A-HJKMNP-TV-Z]{6}$`).test(code);
}

type Cells = Readonly<Record<string, { readonly value?: unknown; readonly at: At }>>;

function toRow(declaration: RegisterDeclaration, cells: Cells): ReadRow {
  const [codeColumn] = declaration.columns;
  const values: Record<string, RowValue> = {};
  for (const [key, { value }] of Object.entries(cells))
    if (value !== undefined && key !== codeColumn!.key) values[key] = value as RowValue;
  return {
    code: String(cells[codeColumn!.key]?.value ?? '').toUpperCase(),
    values,
    at: (column) => cells[column]?.at ?? cells[codeColumn!.key]!.at,
  };
}

const saysSomething = (row: ReadRow): boolean => Object.keys(row.values).length > 0;

function checkCells(declaration: RegisterDeclaration, row: ReadRow, context: RegisterContext): Issue[] {
  const [codeColumn, ...columns] = declaration.columns;
  const issues: Issue[] = [];
  const at = row.at(codeColumn!.key);
  if (row.code === '') issues.push({ code: 'row_code_missing', at });
  else if (!isRowCode(row.code, declaration))
    issues.push({ code: 'row_code_malformed', text: excerptOf(row.code), prefix: declaration.prefix, at });
  else if (isOfAnotherUnit(declaration, row, context))
    issues.push({ code: 'row_code_taken', text: row.code, at });
  for (const column of columns) {
    if (column.entry === 'given') continue;
    if (column.required && row.values[column.key] === undefined)
      issues.push({ code: 'cell_missing', header: column.header, at: row.at(column.key) });
    issues.push(...checkReference(column, row.values, row.at(column.key), context));
  }
  return issues;
}

function isOfAnotherUnit({ id }: RegisterDeclaration, { code }: ReadRow, context: RegisterContext): boolean {
  const kept = context.rows(id).find((row) => row.code === code);
  return kept !== undefined && kept.unitId !== context.unitId;
}

function checkReference(
  { key, kind, refersTo }: RegisterColumn,
  values: RowValues,
  at: At,
  { known, unitId }: RegisterContext,
): Issue[] {
  const value = values[key];
  if (kind !== 'reference' || refersTo === undefined || typeof value !== 'string') return [];
  const named = known[refersTo]?.get(value);
  const isMine = named?.unitId === undefined || unitId === undefined || named.unitId === unitId;
  return named !== undefined && isMine
    ? []
    : [{ code: 'reference_unknown', what: refersTo, text: excerptOf(value), at }];
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
