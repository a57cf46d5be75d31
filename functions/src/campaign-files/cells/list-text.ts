/**
 * Several things in one cell: one in each line, or in one line separated by semicolons; the parts of one thing by
 * bars. What has such a sign in itself stands in double quotes, as JSON writes it; other quotes are ordinary signs.
 */
const EMPTY_LIST = '(không có)';

export function formatList(items: readonly string[]): string {
  return formatThings(
    items.map((item) => [item]),
    false,
  );
}

export function readList(text: string): readonly string[] {
  return readThings(text, false).map(([item = '']) => item);
}

export function formatThings(things: readonly (readonly string[])[], hasParts = true): string {
  if (things.length === 0) return EMPTY_LIST;
  // Texts that end with a semicolon are common in documents: they get a line each.
  const byLine = things.length > 1 && things.some((parts) => parts.some((part) => part.includes(';')));
  const signs = `${byLine ? '' : ';'}${hasParts ? '|' : ''}`;
  return things
    .map((parts) => parts.map((part) => quoted(part, signs)).join(' | '))
    .join(byLine ? '\n' : '; ');
}

/** Each thing's parts. A thing that says nothing is passed over. */
export function readThings(text: string, hasParts = true): readonly (readonly string[])[] {
  if (text.trim() === EMPTY_LIST) return [];
  const between = text.trim().includes('\n') ? '\n' : ';';
  const separators = `${between}${hasParts ? '|' : ''}`;
  const things: string[][] = [[]];
  for (const { part, end } of partsOf(text.trim(), separators)) {
    things.at(-1)!.push(part);
    if (end !== '|') things.push([]);
  }
  return things.filter((parts) => parts.some((part) => part !== ''));
}

/** An absent part is nothing at all. */
function quoted(text: string, signs: string): string {
  const isPlain = !/^[\s"]|\s$|\n/.test(text) && !isAmong(text, signs) && text !== EMPTY_LIST;
  return isPlain ? text : JSON.stringify(text);
}

const isAmong = (text: string, signs: string): boolean => [...text].some((sign) => signs.includes(sign));

const LITERAL = /"(?:[^"\\\n]|\\.)*"/y;

function* partsOf(
  text: string,
  separators: string,
): Generator<{ readonly part: string; readonly end: string }> {
  for (let at = 0; at <= text.length; ) {
    const { part, next } = literalAt(text, at, separators) ?? plainAt(text, at, separators);
    yield { part, end: text[next] ?? '' };
    at = next + 1;
  }
}

interface Found {
  readonly part: string;
  /** Where the separator behind it stands, or the text's length. */
  readonly next: number;
}

function literalAt(text: string, at: number, separators: string): Found | undefined {
  LITERAL.lastIndex = at + spacesAt(text, at);
  const [literal] = LITERAL.exec(text) ?? [];
  if (literal === undefined) return undefined;
  const end = at + spacesAt(text, at) + literal.length;
  const next = end + spacesAt(text, end);
  if (next < text.length && !separators.includes(text[next]!)) return undefined;
  try {
    return { part: JSON.parse(literal) as string, next };
  } catch {
    return undefined;
  }
}

function plainAt(text: string, at: number, separators: string): Found {
  let next = at;
  while (next < text.length && !separators.includes(text[next]!)) next++;
  return { part: text.slice(at, next).trim(), next };
}

const spacesAt = (text: string, at: number): number => /^[ \t]*/.exec(text.slice(at))![0].length;
