import { columnIndex } from '../wire/a1.ts';

/** One token of a formula. A reference keeps its sheet and corners so that it can be followed and printed again. */
export interface Token {
  kind: 'number' | 'text' | 'bool' | 'error' | 'name' | 'call' | 'ref' | 'op' | 'space' | 'unknown';
  text: string;
}

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['space', /^\s+/],
  ['text', /^"(?:[^"]|"")*"/],
  ['error', /^#(?:REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NUM!|ERROR!|NULL!)/],
  [
    'ref',
    new RegExp(
      String.raw`^(?:(?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(?:${CELL}:${CELL}|${CELL}:\$?[A-Za-z]{1,3}(?![\w(])|${CELL}(?![\w(.])|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w(])|\$?[1-9]\d*:\$?[1-9]\d*)`,
    ),
  ],
  ['number', /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/],
  ['call', /^[A-Za-z_][\w.]*(?=\()/],
  ['bool', /^(?:TRUE|FALSE)\b/i],
  ['name', /^[\p{L}_][\p{L}\w.]*/u],
  ['op', /^(?:<=|>=|<>|[-+*/^&%=<>(),;:])/],
];

/** Cuts a formula (without its `=`) into tokens; joining their texts gives it back. */
export function tokenizeFormula(formula: string): Token[] {
  const tokens: Token[] = [];
  let rest = formula;
  while (rest !== '') {
    const token = PATTERNS.flatMap(([kind, pattern]) => {
      const found = pattern.exec(rest);
      return found ? [{ kind, text: found[0] }] : [];
    })[0] ?? { kind: 'unknown' as const, text: rest[0]! };
    tokens.push(token);
    rest = rest.slice(token.text.length);
  }
  return tokens;
}

/** One corner of a reference; a missing part is open. */
export interface Corner {
  column?: number;
  row?: number;
  fixedColumn: boolean;
  fixedRow: boolean;
}

export interface Reference {
  /** As written, quotes and all, without the `!`; undefined when the formula's own sheet is meant. */
  sheet: string | undefined;
  from: Corner;
  to: Corner | undefined;
}

export function readReference(text: string): Reference {
  const bang = text.lastIndexOf('!');
  const [from, to] = text.slice(bang + 1).split(':');
  return {
    sheet: bang < 0 ? undefined : text.slice(0, bang),
    from: readCorner(from!),
    to: to === undefined ? undefined : readCorner(to),
  };
}

function readCorner(text: string): Corner {
  const [, fixedColumn, letters, fixedRow, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)!;
  // In `$1:$2` the only dollar belongs to the row.
  const rowOnly = letters === '';
  return {
    ...(letters && { column: columnIndex(letters) }),
    ...(digits && { row: Number(digits) - 1 }),
    fixedColumn: !rowOnly && fixedColumn === '$',
    fixedRow: fixedRow === '$' || (rowOnly && fixedColumn === '$'),
  };
}

/** The title that a written sheet name means. */
export const titleOf = (written: string) =>
  written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
