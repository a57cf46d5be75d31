/** The first table of copied HTML as a block of cells; undefined when there is none. Only texts are taken. */
export function parseTable(html: string): string[][] | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return undefined;
  const rows: string[][] = [];
  [...table.rows].forEach((line, r) => {
    rows[r] ??= [];
    const row = rows[r];
    let column = 0;
    for (const cell of line.cells) {
      while (row[column] !== undefined) column++;
      for (let down = 0; down < Math.min(cell.rowSpan || 1, table.rows.length - r); down++)
        for (let across = 0; across < Math.min(cell.colSpan || 1, 1000); across++) {
          rows[r + down] ??= [];
          rows[r + down]![column + across] = down + across === 0 ? cellText(cell) : '';
        }
    }
  });
  return rows.map((row) => Array.from(row, (cell) => cell ?? ''));
}

/** Spaces as a browser shows them, `<br>` and paragraphs as line breaks. */
function cellText(cell: Node): string {
  let text = '';
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ');
    else if (node.nodeName === 'BR') text += '\n';
    else if (node.nodeName !== 'STYLE' && node.nodeName !== 'SCRIPT') {
      if (node.nodeName === 'P' && text !== '') text += '\n';
      for (const child of node.childNodes) walk(child);
    }
  };
  walk(cell);
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
