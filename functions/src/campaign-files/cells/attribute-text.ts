/** A unit's attributes in one cell: "has_tthc: no; kind: xã". A value with a sign of ours in it stands in quotes. */
export function formatAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}: ${PLAIN.test(value) ? value : JSON.stringify(value)}`)
    .join('; ');
}

const PLAIN = /^(?!["\s])[^;\n]+(?<!\s)$/;
const ATTRIBUTE = /[ \t]*([^:;"\n]+?)[ \t]*:[ \t]*("(?:[^"\\\n]|\\.)*"|[^;\n]*?)[ \t]*(?:[;\n]|$)/y;

/** Undefined where the cell is not made of names and values, or names one thing twice. */
export function readAttributes(text: string): Readonly<Record<string, string>> | undefined {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  while (ATTRIBUTE.lastIndex < text.length) {
    const blank = /[\s;]*/y;
    blank.lastIndex = ATTRIBUTE.lastIndex;
    blank.exec(text);
    if (blank.lastIndex >= text.length) break;
    ATTRIBUTE.lastIndex = blank.lastIndex;
    const [, name, value] = ATTRIBUTE.exec(text) ?? [];
    if (name === undefined || attributes.has(name)) return undefined;
    const read = value!.startsWith('"') ? unquoted(value!) : value!;
    if (read === undefined) return undefined;
    if (read !== '') attributes.set(name, read);
  }
  return Object.fromEntries(attributes);
}

function unquoted(literal: string): string | undefined {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return undefined;
  }
}
