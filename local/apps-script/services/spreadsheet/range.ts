import type { Box } from '../../../sheets/wire/a1.ts';
import { Exception } from '../errors.ts';
import { CellBlock } from './cell-block.ts';
import {
  readColors,
  readHexColors,
  readNotes,
  repeatColor,
  repeatNote,
  writeColors,
  writeNotes,
} from './cell-looks.ts';
import { type CellValue, readGrid, readValues, writeValues } from './cell-values.ts';
import type { Color } from './color.ts';
import type { DeveloperMetadata } from './developer-metadata.ts';
import { addMetadata, MetadataFinder, metadataAt } from './metadata-finder.ts';
import { checkInside, closedPlace, gridRangeOf, overlaps, type Place } from './place.ts';
import { type Protection, protect } from './protection.ts';
import { mayEdit } from './protections.ts';
import { select } from './selection.ts';
import type { Sheet } from './sheet.ts';
import { getBlock } from './sheets-api.ts';
import { sheetById } from './spreadsheet.ts';
import { tabOf } from './structure.ts';

/** The cells of a block: their values, looks and rights. */
export class Range extends CellBlock {
  getSheet(): Sheet {
    return sheetById(this.#place.sheetId);
  }
  /** Counted from 1 inside the range. */
  getCell(row: number, column: number): Range {
    if (!(row >= 1 && row <= this.getNumRows() && column >= 1 && column <= this.getNumColumns()))
      throw new Exception('Cell reference out of range');
    return this.offset(row - 1, column - 1, 1, 1);
  }
  offset(rows: number, columns: number, height = this.#place.height, width = this.#place.width): Range {
    const { sheetId, row, column } = this.#place;
    const place = { sheetId, row: row + rows, column: column + columns, height, width };
    return new Range(checkInside(tabOf('Range.offset', sheetId), place));
  }
  activate(): this {
    select(this.#place);
    return this;
  }

  getValue(): CellValue {
    return readValues('Range.getValue', this.#corner())[0]![0]!;
  }
  getValues(): CellValue[][] {
    return readValues('Range.getValues', this.#place);
  }
  setValue(value: unknown): this {
    const { height, width } = this.#place;
    writeValues('Range.setValue', this.#place, repeat(value, height, width));
    return this;
  }
  setValues(values: unknown): this {
    writeValues('Range.setValues', this.#place, values);
    return this;
  }
  clearContent(): this {
    const { height, width } = this.#place;
    writeValues('Range.clearContent', this.#place, repeat('', height, width));
    return this;
  }
  isBlank(): boolean {
    return readValues('Range.isBlank', this.#place).every((row) => row.every((value) => value === ''));
  }
  getDisplayValue(): string {
    return this.#read('Range.getDisplayValue', 'formattedValue', this.#corner())[0]![0]!.formattedValue ?? '';
  }
  getDisplayValues(): string[][] {
    const cells = this.#read('Range.getDisplayValues', 'formattedValue');
    return cells.map((row) => row.map(({ formattedValue }) => formattedValue ?? ''));
  }
  getFormula(): string {
    const cell = this.#read('Range.getFormula', 'userEnteredValue', this.#corner())[0]![0]!;
    return cell.userEnteredValue?.formulaValue ?? '';
  }
  getFormulas(): string[][] {
    const cells = this.#read('Range.getFormulas', 'userEnteredValue');
    return cells.map((row) => row.map(({ userEnteredValue }) => userEnteredValue?.formulaValue ?? ''));
  }
  getNumberFormats(): string[][] {
    const cells = this.#read('Range.getNumberFormats', 'userEnteredFormat(numberFormat)');
    return cells.map((row) =>
      row.map(({ userEnteredFormat }) => userEnteredFormat?.numberFormat?.pattern ?? GENERAL),
    );
  }

  getNote(): string {
    return readNotes('Range.getNote', this.#corner())[0]![0]!;
  }
  getNotes(): string[][] {
    return readNotes('Range.getNotes', this.#place);
  }
  setNote(note: string | null): this {
    repeatNote('Range.setNote', [this.#place], note);
    return this;
  }
  setNotes(notes: unknown): this {
    writeNotes('Range.setNotes', this.#place, notes);
    return this;
  }
  clearNote(): this {
    repeatNote('Range.clearNote', [this.#place], null);
    return this;
  }
  getBackground(): string {
    return readHexColors('Range.getBackground', this.#corner())[0]![0]!;
  }
  getBackgrounds(): string[][] {
    return readHexColors('Range.getBackgrounds', this.#place);
  }
  getBackgroundObject(): Color {
    return readColors('Range.getBackgroundObject', this.#corner())[0]![0]!;
  }
  getBackgroundObjects(): Color[][] {
    return readColors('Range.getBackgroundObjects', this.#place);
  }
  setBackground(color: string | null): this {
    repeatColor('Range.setBackground', [this.#place], color);
    return this;
  }
  setBackgrounds(colors: unknown): this {
    writeColors('Range.setBackgrounds', this.#place, colors);
    return this;
  }
  setBackgroundObject(color: Color | null): this {
    repeatColor('Range.setBackgroundObject', [this.#place], color);
    return this;
  }
  setBackgroundObjects(colors: unknown): this {
    writeColors('Range.setBackgroundObjects', this.#place, colors);
    return this;
  }

  isPartOfMerge(): boolean {
    return this.#merges('Range.isPartOfMerge').length > 0;
  }
  getMergedRanges(): Range[] {
    return this.#merges('Range.getMergedRanges');
  }
  canEdit(): boolean {
    return mayEdit('Range.canEdit', this.#place);
  }
  protect(): Protection {
    return protect('Range.protect', this.#place);
  }
  /** Of whole rows and columns only, as in Apps Script. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt('Range.getDeveloperMetadata', this.#place);
  }
  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): this {
    addMetadata('Range.addDeveloperMetadata', this.#place, { key, value, visibility });
    return this;
  }
  createDeveloperMetadataFinder(): MetadataFinder {
    return new MetadataFinder(this.#place);
  }

  get #place(): Place {
    return CellBlock.placeOf(this);
  }
  #corner(): Place {
    return { ...this.#place, height: 1, width: 1 };
  }
  #read(label: string, fields: string, place = this.#place) {
    return readGrid(label, place, fields);
  }
  #merges(label: string): Range[] {
    const { sheets } = getBlock(label, gridRangeOf(this.#place), 'sheets(merges)');
    const merges = (sheets?.[0]?.merges ?? []).filter((box) => overlaps(box as Box, this.#place));
    return merges.map((box) => new Range(closedPlace(this.#place.sheetId, box as Required<Box>)));
  }
}

/** How Apps Script prints the automatic format. */
const GENERAL = '0.###############';

const repeat = (value: unknown, height: number, width: number) =>
  Array.from({ length: height }, () => Array.from({ length: width }, () => value));
