import type { Box } from '../../../sheets/wire/a1.ts';
import { splitA1 } from '../../../sheets/wire/a1.ts';
import { Exception } from '../errors.ts';
import { call } from '../native.ts';
import { Service } from '../service.ts';
import { theRun } from '../state.ts';
import type { DeveloperMetadata } from './developer-metadata.ts';
import { addMetadata, MetadataFinder, metadataAt } from './metadata-finder.ts';
import { placeOf, readCells } from './place.ts';
import { type Protection, protectionsOf } from './protection.ts';
import { Range } from './range.ts';
import { activePlace, activeSheetId } from './selection.ts';
import { Sheet } from './sheet.ts';
import { getSpreadsheet } from './sheets-api.ts';
import { structure, tabOf } from './structure.ts';

const DEFAULT_TOAST_SECONDS = 5;

/** The spreadsheet that the script belongs to. */
export class Spreadsheet extends Service {
  override toString(): string {
    return 'Spreadsheet';
  }
  getId(): string {
    return theRun().spreadsheetId;
  }
  getName(): string {
    return structure('Spreadsheet.getName').title;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`;
  }
  getSpreadsheetLocale(): string {
    return structure('Spreadsheet.getSpreadsheetLocale').locale;
  }
  getSpreadsheetTimeZone(): string {
    return structure('Spreadsheet.getSpreadsheetTimeZone').timeZone;
  }

  getSheets(): Sheet[] {
    return structure('Spreadsheet.getSheets').tabs.map(({ sheetId }) => new Sheet(sheetId));
  }
  getNumSheets(): number {
    return structure('Spreadsheet.getNumSheets').tabs.length;
  }
  getSheetByName(name: string): Sheet | null {
    const tab = structure('Spreadsheet.getSheetByName').tabs.find(({ title }) => title === name);
    return tab ? new Sheet(tab.sheetId) : null;
  }
  getSheetById(id: number): Sheet | null {
    const tab = structure('Spreadsheet.getSheetById').tabs.find(({ sheetId }) => sheetId === id);
    return tab ? new Sheet(tab.sheetId) : null;
  }
  getActiveSheet(): Sheet {
    return new Sheet(activeSheetId('Spreadsheet.getActiveSheet'));
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  getActiveRange(): Range {
    return new Range(activePlace('Spreadsheet.getActiveRange'));
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveSelection(range: Range | string): Range {
    return this.setActiveRange(typeof range === 'string' ? this.getRange(range) : range);
  }

  /** `Tab!A1:B2`; without a title on the active tab. */
  getRange(a1: string): Range {
    const { title, cells } = splitA1(a1);
    const { tabs } = structure('Spreadsheet.getRange');
    const id = activeSheetId('Spreadsheet.getRange');
    const tab = tabs.find((one) => (title === undefined ? one.sheetId === id : one.title === title));
    if (tab === undefined || cells === undefined) throw new Exception('Range not found');
    return new Range(readCells(tab, cells));
  }
  getRangeByName(name: string): Range | null {
    const label = 'Spreadsheet.getRangeByName';
    const { namedRanges = [] } = getSpreadsheet(label, 'namedRanges');
    const found = namedRanges.find((one) => one.name === name)?.range;
    if (!found) return null;
    const { sheetId, ...box } = found;
    return new Range(placeOf(tabOf(label, sheetId ?? 0), box as Box));
  }

  getProtections(type: unknown): Protection[] {
    return protectionsOf('Spreadsheet.getProtections', type);
  }
  /** What is written on the spreadsheet itself. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt('Spreadsheet.getDeveloperMetadata', 'spreadsheet');
  }
  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): this {
    addMetadata('Spreadsheet.addDeveloperMetadata', 'spreadsheet', { key, value, visibility });
    return this;
  }
  /** Looks everywhere in the spreadsheet. */
  createDeveloperMetadataFinder(): MetadataFinder {
    return new MetadataFinder('spreadsheet');
  }

  toast(message: string, title?: string, seconds?: number | null): void {
    call('window.show', {
      kind: 'toast',
      message: String(message),
      ...(title !== undefined && { title: String(title) }),
      seconds: seconds ?? DEFAULT_TOAST_SECONDS,
    });
  }
}

const only = new Spreadsheet();
export const theSpreadsheet = () => only;
export const sheetById = (id: number) => new Sheet(id);
