import { invalid } from './errors.ts';

/** Half-open box on one sheet; a missing side is open to the edge of the grid. */
export interface Box {
  startRowIndex?: number;
  endRowIndex?: number;
  startColumnIndex?: number;
  endColumnIndex?: number;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** A → 0, AA → 26. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Splits `'Sheet 1'!A1:B2` into the title and the cells, either of which may be missing. */
export function splitA1(text: string): { title?: string; cells?: string } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  if (quoted)
    return { title: quoted[1]!.replaceAll("''", "'"), ...(quoted[2] !== undefined && { cells: quoted[2] }) };
  const bang = text.lastIndexOf('!');
  if (bang >= 0) return { title: text.slice(0, bang), cells: text.slice(bang + 1) };
  return { cells: text };
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/;

/** Reads `A1`, `A1:B2`, `A:B`, `2:3`, `A2:B`, or the R1C1 form; undefined when it is none of them. */
export function parseCells(text: string): Box | undefined {
  const r1c1 = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i.exec(text);
  if (r1c1)
    return ordered(+r1c1[1]! - 1, +(r1c1[3] ?? r1c1[1]!) - 1, +r1c1[2]! - 1, +(r1c1[4] ?? r1c1[2]!) - 1);
  const [from, to, more] = text.split(':');
  if (from === undefined || more !== undefined) return undefined;
  const a = CORNER.exec(from.trim());
  const b = to === undefined ? a : CORNER.exec(to.trim());
  if (!a || !b || a[0] === '' || b[0] === '') return undefined;
  if (to === undefined && (a[1] === undefined || a[2] === undefined)) return undefined;
  return ordered(row(a[2]), row(b[2]), column(a[1]), column(b[1]));

  function row(digits: string | undefined) {
    return digits === undefined ? undefined : Number(digits) - 1;
  }
  function column(letters: string | undefined) {
    return letters === undefined ? undefined : columnIndex(letters);
  }
}

/** Corners in any order, last ones included; an open corner leaves its end open. */
function ordered(row1?: number, row2?: number, column1?: number, column2?: number): Box {
  return {
    ...side('Row', row1, row2),
    ...side('Column', column1, column2),
  };
}

function side(name: 'Row' | 'Column', a?: number, b?: number): Box {
  if (a === undefined && b === undefined) return {};
  // `A1:A` is open downwards; `A:A5` is read as `A5:A`.
  if (a === undefined || b === undefined) return { [`start${name}Index`]: (a ?? b)! };
  return { [`start${name}Index`]: Math.min(a, b), [`end${name}Index`]: Math.max(a, b) + 1 };
}

/** A title as Google prints it in ranges: bare when no reader could take it for anything else. */
export function printTitle(title: string): string {
  const bare =
    /^[A-Za-z_][\w.]*$/.test(title) && parseCells(title) === undefined && !/^R\d*C\d*$/i.test(title);
  return bare ? title : `'${title.replaceAll("'", "''")}'`;
}

/** `Sheet1!A1:B2`; a single cell has no colon. */
export function printRange(title: string, box: Required<Box>): string {
  const from = columnName(box.startColumnIndex) + (box.startRowIndex + 1);
  const to = columnName(box.endColumnIndex - 1) + box.endRowIndex;
  return `${printTitle(title)}!${from === to ? from : `${from}:${to}`}`;
}

export const unparsable = (range: string) => invalid(`Unable to parse range: ${range}`);
