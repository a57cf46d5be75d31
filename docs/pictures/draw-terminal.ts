// Draws a terminal's text as a picture: node docs/pictures/draw-terminal.ts [first-last] < text > picture.svg

import { text } from 'node:stream/consumers';

const FONT_SIZE = 13;
const CHARACTER = 7.85;
const LINE = 18;
const MARGIN = 18;

const [first = 1, last = Number.POSITIVE_INFINITY] = (process.argv[2] ?? '')
  .split('-')
  .filter(Boolean)
  .map(Number);
const lines = (await text(process.stdin))
  .replace(/\n+$/, '')
  .split('\n')
  .slice(first - 1, last);
process.stdout.write(drawTerminal(lines));

function drawTerminal(rows: readonly string[]): string {
  const width =
    Math.ceil(Math.max(...rows.map((row) => [...row.normalize('NFC')].length)) * CHARACTER) + 2 * MARGIN;
  const height = rows.length * LINE + 2 * MARGIN;
  const texts = rows.map((row, i) => {
    const y = MARGIN + (i + 0.75) * LINE;
    return `<text x="${MARGIN}" y="${y}" xml:space="preserve">${escaped(row)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escaped(rows[0] ?? '')}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="100%" height="100%" rx="8" fill="#16202a"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${FONT_SIZE}" fill="#e6edf3">
${texts.join('\n')}
</g>
</svg>
`;
}

function escaped(row: string): string {
  return row.normalize('NFC').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
