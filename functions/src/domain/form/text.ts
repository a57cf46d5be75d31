/**
 * Text from people as it is kept: NFC, one kind of space and line break, and nothing that cannot be seen.
 * Control, bidirectional, zero-width and soft-hyphen characters and lone surrogates go (the joiner of composed
 * emoji with them: a name that looks like another one costs more than a family emoji).
 */
export function cleanText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.trim(); // most cells: codes and numbers of ten thousand units
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .normalize('NFC') // a mark that an invisible character kept apart from its letter now meets it
    .trim();
}

/** How headers, codes and words are compared: clean, lower case, every run of spaces as one. */
export function levelText(text: string): string {
  return cleanText(text).toLowerCase().normalize('NFC').replace(/\s+/g, ' ');
}

/** What stands in a cell, as text; a blank cell is "". */
export function textOfCell(value: unknown): string {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : '';
}

/** Spaces and zero-width characters alone are a blank; 0 and FALSE are not. */
export function isBlank(value: unknown): boolean {
  return textOfCell(value) === '';
}

/** What a formula leaves in its cell when it fails. */
export function isCellError(text: string): boolean {
  return /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!|SPILL!|CALC!|FIELD!|BUSY!|LOADING!)$/i.test(
    text,
  );
}

/** Enough of a cell's text to recognise it in a sentence. */
export function excerptOf(text: string, most: number = EXCERPT): string {
  const line = text.replace(/\s+/g, ' ');
  const characters = Array.from(line);
  return characters.length <= most ? line : `${characters.slice(0, most).join('')}…`;
}

const EXCERPT = 40;
/** Noncharacters too: they are nobody's letters, and a word processor opens no document that holds U+FFFE. */
const INVISIBLE = /(?!\n|\t)[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
