import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { enumeration, Service } from '../service.ts';
import { placeOf } from './place.ts';
import { Range } from './range.ts';
import type { Sheet } from './sheet.ts';
import { batchUpdate } from './sheets-api.ts';
import { type Spreadsheet, sheetById, theSpreadsheet } from './spreadsheet.ts';
import { tabOf } from './structure.ts';

export const Visibility = enumeration('SpreadsheetApp.DeveloperMetadataVisibility', ['DOCUMENT', 'PROJECT']);
export const LocationType = enumeration('SpreadsheetApp.DeveloperMetadataLocationType', [
  ...(['SPREADSHEET', 'SHEET', 'ROW', 'COLUMN'] as const),
]);

/** What was written on a spreadsheet, a tab, a row or a column, as it was when it was found. */
export class DeveloperMetadata extends Service {
  readonly #found: api.Schema$DeveloperMetadata;
  constructor(found: api.Schema$DeveloperMetadata) {
    super();
    this.#found = found;
  }
  override toString(): string {
    return 'DeveloperMetadata';
  }
  getId(): number {
    return this.#found.metadataId!;
  }
  getKey(): string {
    return this.#found.metadataKey!;
  }
  getValue(): string | null {
    return this.#found.metadataValue ?? null;
  }
  getVisibility() {
    return Visibility[this.#found.visibility as keyof typeof Visibility];
  }
  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.#found.location ?? {});
  }
  setKey(metadataKey: string): this {
    return this.#change('setKey', { metadataKey }, 'metadataKey');
  }
  setValue(metadataValue: string): this {
    return this.#change('setValue', { metadataValue }, 'metadataValue');
  }
  setVisibility(visibility: unknown): this {
    return this.#change('setVisibility', { visibility: String(visibility) }, 'visibility');
  }
  remove(): void {
    batchUpdate('DeveloperMetadata.remove', [{ deleteDeveloperMetadata: { dataFilter: this.#filter() } }]);
  }
  #change(method: string, developerMetadata: api.Schema$DeveloperMetadata, fields: string): this {
    const dataFilters = [this.#filter()];
    batchUpdate(`DeveloperMetadata.${method}`, [
      { updateDeveloperMetadata: { dataFilters, developerMetadata, fields } },
    ]);
    Object.assign(this.#found, developerMetadata);
    return this;
  }
  #filter(): api.Schema$DataFilter {
    return { developerMetadataLookup: { metadataId: this.getId() } };
  }
}

class DeveloperMetadataLocation extends Service {
  readonly #location: api.Schema$DeveloperMetadataLocation;
  constructor(location: api.Schema$DeveloperMetadataLocation) {
    super();
    this.#location = location;
  }
  override toString(): string {
    return 'DeveloperMetadataLocation';
  }
  getLocationType() {
    return LocationType[this.#location.locationType as keyof typeof LocationType];
  }
  getSpreadsheet(): Spreadsheet | null {
    return this.#location.spreadsheet ? theSpreadsheet() : null;
  }
  /** The tab that was marked; null for rows and columns, whose range knows its tab. */
  getSheet(): Sheet | null {
    return this.#location.locationType === 'SHEET' ? sheetById(this.#location.sheetId ?? 0) : null;
  }
  getRow(): Range | null {
    return this.#line('ROWS');
  }
  getColumn(): Range | null {
    return this.#line('COLUMNS');
  }
  #line(dimension: 'ROWS' | 'COLUMNS'): Range | null {
    const range = this.#location.dimensionRange;
    if (range?.dimension !== dimension) return null;
    const { startIndex = 0, endIndex } = range as { startIndex?: number; endIndex: number };
    const box =
      dimension === 'ROWS'
        ? { startRowIndex: startIndex, endRowIndex: endIndex }
        : { startColumnIndex: startIndex, endColumnIndex: endIndex };
    return new Range(placeOf(tabOf('DeveloperMetadataLocation', range.sheetId ?? 0), box));
  }
}
