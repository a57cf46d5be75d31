import type { CellValue, FormCells } from '../../../functions/src/domain/form/form.ts';
import type { RegisterColumn, RegisterDeclaration } from '../../../functions/src/domain/register/register.ts';
import { type RegisterRules, referenceText } from '../../../functions/src/domain/register/register-rules.ts';
import { registerOf } from '../../../functions/src/domain/register/registers.ts';
import { type CellEdit, cellAt, findForm } from '../fill-form.ts';
import { type Person, quoteTab } from '../people.ts';
import type { SampleRun } from '../sample-run.ts';
import { momentOf, rowCode, type StoryRow, type Writing } from './chapter.ts';

/**
 * Types rows into a register's tab below what stands there, or over a row that was sent before, and sends the tab as
 * the add-on does. Rows that were kept already are left alone.
 */
export async function writeRows(sample: SampleRun, writing: Writing): Promise<void> {
  const { register, unitId, rows } = writing;
  const at = momentOf(writing.at);
  const declaration = registerOf(register)!;
  const person = unitId === undefined ? sample.officer : await sample.editorOf(unitId);
  const spreadsheetId = sample.spreadsheetOf(unitId === undefined ? 'office' : `unit:${unitId}`);
  const address = { register, ...(unitId !== undefined && { unitId }) };
  const rules = await person.read<RegisterRules>('register-rules', address, at);
  if (rules.status !== 200) throw new Error(`register-rules ${register} answered ${rules.status}`);
  const missing = rows.filter((row) => !isKept(row, declaration, rules.body));
  if (missing.length === 0) return;
  await typeRows(person, { spreadsheetId, declaration, rules: rules.body }, missing);
  const cells = await person.readCells(spreadsheetId, declaration.tab);
  const sent = await person.ask<unknown>('save-register', { ...address, spreadsheetId, cells }, at);
  if (sent.status !== 200) throw new Error(`save-register ${register}: ${JSON.stringify(sent.body)}`);
}

function isKept({ row, amends }: StoryRow, { id }: RegisterDeclaration, { rows }: RegisterRules): boolean {
  const kept = rows.find(({ code }) => code === rowCode(id, row));
  return kept !== undefined && (amends === undefined || kept.revision > 1);
}

interface Sheet {
  readonly spreadsheetId: string;
  readonly declaration: RegisterDeclaration;
  readonly rules: RegisterRules;
}

async function typeRows(
  person: Person,
  { spreadsheetId, declaration, rules }: Sheet,
  rows: readonly StoryRow[],
): Promise<void> {
  const { id, tab, columns } = declaration;
  const cells = await person.readCells(spreadsheetId, tab);
  const grid = findForm(cells, declaration);
  let free = cells.values.length;
  const edits = rows.flatMap((row): CellEdit[] => {
    const code = rowCode(id, row.row);
    const standing = rowOf(cells, code);
    const at = standing ?? free++;
    const filled = columns.filter(({ key }) => row.cells[key] !== undefined);
    const typed = filled.map((column) => ({
      cell: cellAt(cells, grid, at, column.key),
      value: shown(column, row.cells[column.key]!, rules),
    }));
    return standing === undefined
      ? [{ cell: cellAt(cells, grid, at, columns[0]!.key), value: code }, ...typed]
      : typed;
  });
  await person.typeCells(
    spreadsheetId,
    edits.map(({ cell, value }) => ({ range: `${quoteTab(tab)}!${cell}`, value })),
  );
}

function rowOf({ values }: FormCells, code: string): number | undefined {
  const found = values.findIndex((row) => row.includes(code));
  return found < 0 ? undefined : found;
}

/** As somebody types it, or picks it from the drop-down. */
function shown(
  { key, kind, refersTo }: RegisterColumn,
  value: CellValue,
  { known }: RegisterRules,
): CellValue {
  if (kind === 'day') return String(value).split('-').reverse().join('/');
  if (kind !== 'reference') return value;
  const named = known[refersTo!]?.find(({ code, name }) => code === value || name === value);
  if (named === undefined) throw new Error(`no ${refersTo} for ${key}: ${value}`);
  return referenceText(named.code, named.name);
}
