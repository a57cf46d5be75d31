import type { WholeWorkbook } from '../../adapters/sheets/read-whole.ts';
import { MARK } from '../../domain/publishing/current.ts';
import type { SheetRequest } from '../../domain/publishing/sheet-request.ts';
import type { TableTab, WantedWorkbook } from '../../domain/publishing/wanted.ts';
import { REGISTERS } from '../../domain/register/registers.ts';
import { registerTabKey } from '../../workbooks/registers/register-tab.ts';
import type { Finder } from './person.ts';

export interface SheetsPlan {
  readonly requests: readonly (SheetRequest | NoteRequest)[];
  readonly cells: number;
}

interface NoteRequest {
  readonly updateCells: {
    readonly start: { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number };
    readonly rows: readonly { readonly values: readonly { readonly note: string }[] }[];
    readonly fields: 'note';
  };
}

/**
 * What a delivery leaves: cells that people typed, formulas and notes of theirs, tabs they made. A formula that names
 * the person becomes a text. Of a row that is about the person the cells become what is stored of it now.
 */
export function planSheets(
  { current, tabs }: WholeWorkbook,
  finder: Finder,
  wanted: WantedWorkbook | undefined,
  forgottenRows: ReadonlySet<string>,
): SheetsPlan {
  const requests: (SheetRequest | NoteRequest)[] = [];
  for (const [i, tab] of current.tabs.entries()) {
    const { sheetId } = tab;
    const start = (rowIndex: number, columnIndex: number) => ({ sheetId, rowIndex, columnIndex });
    const put = (row: number, column: number, text: string) => {
      const rows = [{ values: [text === '' ? {} : { userEnteredValue: { stringValue: text } }] }];
      requests.push({ updateCells: { start: start(row, column), rows, fields: 'userEnteredValue' } });
    };
    const stored = storedTexts(tab, wanted, forgottenRows);
    for (const [row, cells] of tab.values.entries())
      for (const [column, cell] of cells.entries()) {
        const text = typeof cell === 'object' && cell !== null ? cell.formula : cell;
        const ours = stored.get(`${row}:${column}`);
        if (ours !== undefined && typeof text === 'string' && text !== ours) put(row, column, ours);
        else if (typeof text === 'string' && finder.in(text)) put(row, column, finder.without(text));
      }
    for (const { row, column, text } of tabs[i]?.notes ?? [])
      if (finder.in(text)) {
        const rows = [{ values: [{ note: finder.without(text) }] }];
        requests.push({ updateCells: { start: start(row, column), rows, fields: 'note' } });
      }
  }
  return { requests, cells: requests.length };
}

/** By "row:column": the texts that are stored of the rows about the person. */
function storedTexts(
  tab: WholeWorkbook['current']['tabs'][number],
  wanted: WantedWorkbook | undefined,
  forgottenRows: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const key = tab.marks.find((mark) => mark.key === MARK.tab)?.value;
  const register = Object.values(REGISTERS).find(({ id }) => registerTabKey(id) === key);
  const table = wanted?.tabs.find((each): each is TableTab => each.kind === 'table' && each.key === key);
  if (register === undefined || table === undefined) return texts;
  const placeOf = (column: string) =>
    tab.columnMarks.find((mark) => mark.key === MARK.column && mark.value === column)?.at;
  const codeAt = placeOf(table.columns[0]!.key);
  if (codeAt === undefined) return texts;
  const byCode = new Map(table.rows.map((row) => [String(row[0]), row]));
  for (const [row, cells] of tab.values.entries()) {
    const code = String(cells[codeAt] ?? '')
      .trim()
      .toUpperCase();
    const ours = byCode.get(code);
    if (ours === undefined || !forgottenRows.has(`${register.id}/${code}`)) continue;
    for (const [i, column] of table.columns.entries()) {
      const at = placeOf(column.key);
      if (column.entry === 'filled' && i > 0 && at !== undefined) {
        const value = ours[i];
        if (value === null || typeof value === 'string') texts.set(`${row}:${at}`, value ?? '');
      }
    }
  }
  return texts;
}
