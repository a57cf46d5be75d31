/**
 * A text in lines that fit into so many pixels as Google Sheets draws it, Arial 10 at 100%; broken at spaces, and
 * inside a word only where the word alone is wider. For cells whose text runs over its neighbours: such cells are not
 * broken by Sheets, and on paper what is too long is cut.
 */
export function textLines(text: string, widthPixels: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, widthPixels))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) <= widthPixels) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** How wide a text is at most, in pixels. A bold or larger one is wider by its factor. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of bare(text)) width += widthOf(character);
  return width;
}

/** Sheets draws bold letters a little wider. */
export const BOLD = 1.08;

function pieces(word: string, widthPixels: number): string[] {
  if (textWidth(word) <= widthPixels) return word === '' ? [] : [word];
  const all: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character) > widthPixels) {
      all.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...all, piece];
}

/** Without the marks above and below letters, which take no room of their own. */
function bare(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
}

/** Arial's own widths, at 10 points and 96 pixels to the inch; a letter that is not listed counts as a wide one. */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    2.6: "'",
    3: 'ijl‘’',
    3.5: '|',
    3.8: ' ft.,:;!I/\\[]',
    4.5: 'r()-“”',
    4.8: '"',
    6.7: 'cksvxyzJ',
    7.5: 'abdđeghnopqu0123456789L–_?$#',
    8.2: 'FTZ',
    9: 'ABEKPSVXY&',
    9.7: 'wCDĐHNRU',
    10.4: 'GOQ',
    11.2: 'mM',
  }).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
);
const WIDE = 13.4;

const widthOf = (character: string): number => WIDTHS.get(character) ?? WIDE;
