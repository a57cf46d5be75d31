import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import { submissionForm } from '../../functions/src/domain/form/submission-form.ts';
import type { SampleRow } from './figures.ts';
import { type CellEdit, cellAt, findForm, withEdits } from './fill-form.ts';
import { type Person, quoteTab, type Refused, type Reply } from './people.ts';

/** One unit's form for one period, as its editor has it open. */
export interface OpenForm {
  readonly period: string;
  readonly unitId: string;
  readonly spreadsheetId: string;
  readonly tab: string;
}

/** Types the rows into the sheet, one write, and gives the cells as the sheet now shows them. */
export async function fillForm(
  editor: Person,
  form: OpenForm,
  rows: readonly SampleRow[],
): Promise<FormCells> {
  const cells = await editor.readCells(form.spreadsheetId, form.tab);
  return typeInto(editor, form, cells, new Map(rows.map(({ criterion, reported }) => [criterion, reported])));
}

/** Types some answers into a form that was read before. */
export async function typeInto(
  editor: Person,
  form: OpenForm,
  cells: FormCells,
  answers: ReadonlyMap<string, CellValue>,
): Promise<FormCells> {
  const grid = findForm(cells, submissionForm);
  const codes = cells.values.map((row) => row[grid.columns.get('criterion')!]);
  const edits: CellEdit[] = codes.flatMap((code, row) => {
    const value = typeof code === 'string' && row > grid.headerRow ? answers.get(code) : undefined;
    return value === undefined ? [] : [{ cell: cellAt(cells, grid, row, 'reported'), value }];
  });
  await editor.typeCells(
    form.spreadsheetId,
    edits.map(({ cell, value }) => ({ range: `${quoteTab(form.tab)}!${cell}`, value })),
  );
  return withEdits(cells, edits);
}

/** Hands the cells in, as the add-on does. The same form at the same moment is the same request. */
export function sendForm(
  editor: Person,
  { period, unitId }: OpenForm,
  cells: FormCells,
  at: Date,
): Promise<Reply<Refused | { readonly revision: number }>> {
  const requestKey = `sample-${unitId}-${period}-${at.getTime()}`;
  return editor.ask('submit-form', { period, unitId, cells, requestKey }, at);
}
