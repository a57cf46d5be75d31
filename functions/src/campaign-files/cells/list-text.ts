/**
 * Several things in one cell, separated by semicolons or line breaks; the parts of one thing by bars. What has such
 * a sign in itself stands in double quotes, as JSON writes it; other quotes are ordinary signs.
 */
export const EMPTY_LIST = '(không có)';

export function formatList(items: readonly string[]): string {
  return items.length === 0 ? EMPTY_LIST : items.map(quoted).join('; ');
}

export function readList(text: string): readonly string[] {
  return readThings(text, /[;\n]/).map(([item = '']) => item);
}

export function formatThings(things: readonly (readonly string[])[]): string {
  return things.length === 0 ? EMPTY_LIST : things.map((parts) => parts.map(quoted).join(' | ')).join('; ');
}

/** Each thing's parts. A thing that says nothing is passed over. */
export function readThings(text: string, separators = /[;\n|]/): readonly (readonly string[])[] {
  if (text.trim() === EMPTY_LIST) return [];
  const things: string[][] = [[]];
  for (const { part, end } of partsOf(text, separators)) {
    things.at(-1)!.push(part);
    if (end !== '|') things.push([]);
  }
  return things.filter((parts) => parts.some((part) => part !== ''));
}

const quoted = (text: string): string =>
  PLAIN.test(text) && text !== EMPTY_LIST ? text : JSON.stringify(text);
/** Also nothing at all: an absent part. */
const PLAIN = /^(?![\s"])[^;|\n]*(?<!\s)$/;

const LITERAL = /"(?:[^"\\\n]|\\.)*"/y;

function* partsOf(
  text: string,
  separators: RegExp,
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

function literalAt(text: string, at: number, separators: RegExp): Found | undefined {
  LITERAL.lastIndex = at + spacesAt(text, at);
  const [literal] = LITERAL.exec(text) ?? [];
  if (literal === undefined) return undefined;
  const end = at + spacesAt(text, at) + literal.length;
  const next = end + spacesAt(text, end);
  if (next < text.length && !separators.test(text[next]!)) return undefined;
  try {
    return { part: JSON.parse(literal) as string, next };
  } catch {
    return undefined;
  }
}

function plainAt(text: string, at: number, separators: RegExp): Found {
  const length = text.slice(at).search(separators);
  const next = length < 0 ? text.length : at + length;
  return { part: text.slice(at, next).trim(), next };
}

const spacesAt = (text: string, at: number): number => /^[ \t]*/.exec(text.slice(at))![0].length;
