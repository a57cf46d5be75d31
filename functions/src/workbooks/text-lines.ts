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

/** Of Arial's widths, at 10 points and 96 pixels to the inch; what is not listed counts as the widest letter. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl|'‘’]/, 3],
  [/[ ft.,:;!I/\\[\]()“”"r-]/, 5],
  [/[a-zđ0-9–+=<>~_?$#*^{}`]/, 7.5],
  [/[A-ZĐ&]/, 9.7],
];
const WIDEST = 13.4;
const EXCEPTIONS: Readonly<Record<string, number>> = {
  m: 11.2,
  w: 9.7,
  M: 11.2,
  W: 12.6,
  O: 10.4,
  Q: 10.4,
  G: 10.4,
};

function widthOf(character: string): number {
  return EXCEPTIONS[character] ?? WIDTHS.find(([letters]) => letters.test(character))?.[1] ?? WIDEST;
}
