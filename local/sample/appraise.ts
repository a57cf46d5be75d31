import { appraisalForm } from '../../functions/src/domain/form/appraisal-form.ts';
import { cellAt, findForm, withEdits } from './fill-form.ts';
import { type Person, quoteTab, type Refused } from './people.ts';
import type { SampleAppraisal } from './story.ts';

/**
 * The officer types what differs into the appraisal tab and sends the whole tab. The first time without the
 * reasons, as it happens; the office hears which cells want one, and sends again.
 */
export async function appraise(
  officer: Person,
  place: { readonly period: string; readonly spreadsheetId: string; readonly tab: string },
  appraisals: readonly SampleAppraisal[],
  at: Date,
): Promise<readonly string[]> {
  const blank = await officer.readCells(place.spreadsheetId, place.tab);
  const grid = findForm(blank, appraisalForm);
  const cell = (row: number, column: string) => cellAt(blank, grid, row, column);
  const edits = appraisals.map((appraisal) => {
    const row = blank.values.findIndex(
      (line) =>
        line[grid.columns.get('unit')!] === appraisal.unitId &&
        line[grid.columns.get('criterion')!] === appraisal.criterion,
    );
    if (row < 0) throw new Error(`nothing to appraise: ${appraisal.unitId} ${appraisal.criterion}`);
    return {
      value: { cell: cell(row, 'appraised'), value: appraisal.appraised },
      note: { cell: cell(row, 'appraisalNote'), value: appraisal.note },
    };
  });
  const send = (cells: typeof blank) => officer.ask<Refused>('appraise', { period: place.period, cells }, at);

  const withoutReasons = withEdits(
    blank,
    edits.map(({ value }) => value),
  );
  const first = await send(withoutReasons);
  if (first.status === 200) return []; // an interrupted run had typed the reasons already
  if (first.status !== 422) throw new Error(`an appraisal without reasons was answered ${first.status}`);
  const all = edits.flatMap(({ value, note }) => [value, note]);
  await officer.typeCells(
    place.spreadsheetId,
    all.map((edit) => ({ range: `${quoteTab(place.tab)}!${edit.cell}`, value: edit.value })),
  );
  const second = await send(withEdits(blank, all));
  if (second.status !== 200) throw new Error(`appraise answered ${second.status}`);
  return first.body.error.issues?.map(({ message }) => message) ?? [];
}
