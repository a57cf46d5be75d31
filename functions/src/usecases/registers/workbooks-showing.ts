import type { RegisterDeclaration, RegisterRow } from '../../domain/register/register.ts';
import { namedRows } from '../../domain/register/register-rules.ts';
import { registersOf } from '../../domain/register/registers.ts';
import type { OutboxWriter } from '../../ports/outbox.ts';

/**
 * Asks for the workbooks that show something else once these rows are kept: the one they were written in, the office's
 * and the summary; every unit's only where there is something new for them to choose from.
 */
export function askForThoseShowing(
  transaction: OutboxWriter,
  declaration: RegisterDeclaration,
  changed: readonly { readonly row: RegisterRow; readonly before?: RegisterRow | undefined }[],
  { unitId, at }: { readonly unitId: string | undefined; readonly at: Date },
): void {
  if (unitId !== undefined) {
    transaction.enqueue(`unit:${unitId}`, at, { alsoIn: ['office', 'summary'] });
    return;
  }
  const isNews =
    isChosenInUnits(declaration) &&
    changed.some(({ row, before }) => offerOf(declaration, row) !== offerOf(declaration, before));
  for (const id of ['office', 'summary', ...(isNews ? (['units'] as const) : [])] as const)
    transaction.enqueue(id, at);
}

/** What somebody sees of a row who chooses it, or the exemplar that it is about. */
function offerOf(declaration: RegisterDeclaration, row: RegisterRow | undefined): string {
  if (row === undefined) return '';
  return JSON.stringify([namedRows(declaration, [row]), row.values.exemplar ?? null]);
}

/** Its rows are named in units' workbooks, or open the step that has to be done before an exemplar is. */
function isChosenInUnits({ id, opensStep }: RegisterDeclaration): boolean {
  return registersOf('unit').some(({ columns }) =>
    columns.some(({ refersTo, step }) => refersTo === id || (step !== undefined && step === opensStep)),
  );
}
