import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { checkShape, readGrid } from './cell-values.ts';
import { Color, parseColor, toHex } from './color.ts';
import { gridRangeOf, type Place } from './place.ts';
import { batchUpdate } from './sheets-api.ts';

/** Notes and backgrounds: each read and each write is one round trip, and a write touches nothing else of the cells. */
export function readNotes(label: string, place: Place): string[][] {
  return readGrid(label, place, 'note').map((row) => row.map(({ note }) => note ?? ''));
}

export function writeNotes(label: string, place: Place, notes: unknown): void {
  const cells = checkShape(place, notes).map((row) => row.map(noteCell));
  updateCells(label, place, cells, 'note');
}

export function repeatNote(label: string, places: readonly Place[], note: unknown): void {
  repeatCell(label, places, noteCell(note), 'note');
}

const noteCell = (note: unknown): api.Schema$CellData =>
  note === null || note === undefined || note === '' ? {} : { note: String(note) };

export function readColors(label: string, place: Place): Color[][] {
  const cells = readGrid(label, place, 'userEnteredFormat(backgroundColorStyle)');
  return cells.map((row) =>
    row.map(({ userEnteredFormat: format }) => colorOf(format?.backgroundColorStyle)),
  );
}

/** A cell without a colour is white. */
const colorOf = (style: api.Schema$ColorStyle | undefined) =>
  new Color(style ?? { rgbColor: { red: 1, green: 1, blue: 1 } });

export const readHexColors = (label: string, place: Place): string[][] =>
  readColors(label, place).map((row) => row.map((color) => toHex(Color.styleOf(color))));

/** Takes colours, their texts, or null, which takes the colour away. */
export function writeColors(label: string, place: Place, colors: unknown): void {
  const cells = checkShape(place, colors).map((row) => row.map(colorCell));
  updateCells(label, place, cells, BACKGROUND);
}

export function repeatColor(label: string, places: readonly Place[], color: unknown): void {
  repeatCell(label, places, colorCell(color), BACKGROUND);
}

const BACKGROUND = 'userEnteredFormat.backgroundColorStyle';

function colorCell(color: unknown): api.Schema$CellData {
  if (color === null || color === undefined || color === '') return {};
  const backgroundColorStyle = color instanceof Color ? Color.styleOf(color) : parseColor(String(color));
  return { userEnteredFormat: { backgroundColorStyle } };
}

function updateCells(label: string, place: Place, cells: api.Schema$CellData[][], fields: string): void {
  const rows = cells.map((values) => ({ values }));
  batchUpdate(label, [{ updateCells: { range: gridRangeOf(place), rows, fields } }]);
}

function repeatCell(
  label: string,
  places: readonly Place[],
  cell: api.Schema$CellData,
  fields: string,
): void {
  batchUpdate(
    label,
    places.map((place) => ({ repeatCell: { range: gridRangeOf(place), cell, fields } })),
  );
}
