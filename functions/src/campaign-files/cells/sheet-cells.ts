import type { At } from '../../domain/at.ts';
import { parseCellAddress } from '../../domain/form/cell-address.ts';
import type { FormCells } from '../../domain/form/form.ts';
import { type FormCell, readForm } from '../../domain/form/read-form.ts';
import { isCellError, textOfCell } from '../../domain/form/text.ts';
import type { Issue } from '../../domain/issue.ts';
import { SETUP_FORMS, type SetupFormId } from '../../domain/setup/setup-forms.ts';

/** One row of a configuration tab: each cell as its column's kind has it, as it stands, and where. */
export type SheetRow = Readonly<Record<string, SheetCell>>;
export interface SheetCell extends FormCell<unknown> {
  /** What stands in the cell, also where it could not be read. */
  readonly raw: FormCells['values'][number][number];
}

export interface SheetReading {
  readonly rows: readonly SheetRow[];
  /** Of single cells. */
  readonly issues: readonly Issue[];
  /** The header's first cell. */
  readonly at: At;
  /** False where a header is missing: then nothing of the tab is known. */
  readonly isReadable: boolean;
}

export function readSheet(id: SetupFormId, cells: FormCells): SheetReading {
  const reading = readForm(SETUP_FORMS[id], cells);
  const inTab = (at: At): At => ({ ...at, tab: id });
  const issues: Issue[] = reading.issues.map((issue) => ({ ...issue, at: inTab(issue.at) }));
  const rows = reading.rows.map((row) =>
    Object.fromEntries(
      Object.entries(row as Readonly<Record<string, FormCell<unknown>>>).map(([key, { value, at }]) => {
        const raw = rawAt(cells, at);
        const text = textOfCell(raw);
        // A text that a failed formula left is no text, whatever the column is of.
        if (isCellError(text) && !issues.some((issue) => issue.at.cell === at.cell))
          issues.push({ code: 'cell_error', text, at: inTab(at) });
        return [key, { ...(value !== undefined && { value }), raw, at: inTab(at) }];
      }),
    ),
  );
  const isReadable = !reading.issues.some(({ code }) => WHOLE.includes(code));
  return { rows, issues, at: inTab(reading.at), isReadable };
}

/** Issues after which a form has no rows. */
const WHOLE: readonly Issue['code'][] = ['header_missing', 'header_repeated', 'form_too_large'];

function rawAt({ origin, values }: FormCells, { cell }: At): SheetCell['raw'] {
  const from = parseCellAddress(origin)!;
  const at = parseCellAddress(cell!)!;
  return values[at.row - from.row]?.[at.column - from.column] ?? null;
}

/** The number of the sheet's row, as people see it. */
export function rowNumber({ cell }: At): number {
  return (parseCellAddress(cell ?? '')?.row ?? -1) + 1;
}

/** From the top and from the left. */
export function byPlace(a: At, b: At): number {
  const [first, second] = [a, b].map(({ cell }) => parseCellAddress(cell ?? '') ?? { row: -1, column: -1 });
  return first!.row - second!.row || first!.column - second!.column;
}
