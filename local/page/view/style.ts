import type { IBorderStyleData, IStyleData } from '@univerjs/core';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';

/**
 * A cell's format in Univer's words, without its number format: the server formats numbers, and Univer is not
 * to read anything into what is typed. `kind` decides how a value without alignment of its own stands.
 */
export function styleOf(format: api.Schema$CellFormat, kind: ShownKind): IStyleData {
  const { textFormat = {}, borders } = format;
  const background = hexOf(format.backgroundColorStyle?.rgbColor ?? format.backgroundColor);
  const colour = hexOf(textFormat.foregroundColorStyle?.rgbColor ?? textFormat.foregroundColor);
  const horizontal = HORIZONTAL[format.horizontalAlignment ?? ''] ?? BY_KIND[kind];
  const edges = borders && bordersOf(borders);
  const { angle, vertical } = format.textRotation ?? {};
  return {
    ...(background && background !== '#ffffff' && { bg: { rgb: background } }),
    ...(colour && colour !== '#000000' && { cl: { rgb: colour } }),
    ...(textFormat.bold && { bl: 1 }),
    ...(textFormat.italic && { it: 1 }),
    ...(textFormat.underline && { ul: { s: 1 } }),
    ...(textFormat.strikethrough && { st: { s: 1 } }),
    ...(textFormat.fontFamily && { ff: fontOf(textFormat.fontFamily) }),
    ...(textFormat.fontSize && { fs: textFormat.fontSize }),
    ...(horizontal && { ht: horizontal }),
    ...(format.verticalAlignment && { vt: VERTICAL[format.verticalAlignment] ?? 3 }),
    ...(format.wrapStrategy && { tb: WRAP[format.wrapStrategy] ?? 1 }),
    ...(edges && { bd: edges }),
    ...(vertical ? { tr: { a: 0, v: 1 } } : angle ? { tr: { a: -angle } } : {}),
  } as IStyleData;
}

export type ShownKind = 'text' | 'number' | 'centred';

const HORIZONTAL: Readonly<Record<string, number>> = { LEFT: 1, CENTER: 2, RIGHT: 3 };
const BY_KIND: Readonly<Record<ShownKind, number | undefined>> = { text: undefined, number: 3, centred: 2 };
const VERTICAL: Readonly<Record<string, number>> = { TOP: 1, MIDDLE: 2, BOTTOM: 3 };
const WRAP: Readonly<Record<string, number>> = { OVERFLOW_CELL: 1, CLIP: 2, WRAP: 3, LEGACY_WRAP: 3 };
const LINES: Readonly<Record<string, number>> = {
  SOLID: 1,
  DOTTED: 3,
  DASHED: 4,
  DOUBLE: 7,
  SOLID_MEDIUM: 8,
  SOLID_THICK: 13,
};

function bordersOf(borders: api.Schema$Borders): IStyleData['bd'] | undefined {
  const sides = { t: borders.top, b: borders.bottom, l: borders.left, r: borders.right };
  const drawn = Object.entries(sides).flatMap(([side, border]) => {
    const line = LINES[border?.style ?? ''];
    if (line === undefined) return [];
    const rgb = hexOf(border?.colorStyle?.rgbColor ?? border?.color) ?? '#000000';
    return [[side, { s: line, cl: { rgb } } as IBorderStyleData]];
  });
  return drawn.length > 0 ? Object.fromEntries(drawn) : undefined;
}

/** The API's default names a list of fonts. */
const fontOf = (family: string): string => (family.startsWith('arial,') ? 'Arial' : family);

/** `#rrggbb`; undefined for no colour at all. Black is `{}`. */
export function hexOf(colour: api.Schema$Color | null | undefined): string | undefined {
  if (!colour) return undefined;
  const part = (share: number | null | undefined) =>
    Math.round(Math.min(1, Math.max(0, share ?? 0)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(colour.red)}${part(colour.green)}${part(colour.blue)}`;
}
