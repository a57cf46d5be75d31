/**
 * A block of cells from plain text: tabs between cells, line breaks between rows, and a cell that holds either of
 * them in double quotes, as spreadsheet programs write it. Text with neither is one cell, whatever quotes it has.
 */
export function parsePlain(text: string): string[][] {
  const clean = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (!/[\t\n]/.test(clean)) return [[clean]];
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= clean.length) {
    const { cell, next } = clean[at] === '"' ? readQuoted(clean, at) : readBare(clean, at);
    rows.at(-1)!.push(cell);
    if (next >= clean.length) break;
    if (clean[next] === '\n') rows.push([]);
    at = next + 1;
  }
  return rows;
}

function readBare(text: string, at: number): { cell: string; next: number } {
  let next = at;
  while (next < text.length && text[next] !== '\t' && text[next] !== '\n') next++;
  return { cell: text.slice(at, next), next };
}

/** Quotes that do not close before a tab, a line break or the end are only letters. */
function readQuoted(text: string, at: number): { cell: string; next: number } {
  let cell = '';
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] !== '"') cell += text[i];
    else if (text[i + 1] === '"') cell += text[i++];
    else {
      const after = text[i + 1];
      return after === undefined || after === '\t' || after === '\n'
        ? { cell, next: i + 1 }
        : readBare(text, at);
    }
  }
  return readBare(text, at);
}

/** Every row as long as the longest. */
export function squared(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}
