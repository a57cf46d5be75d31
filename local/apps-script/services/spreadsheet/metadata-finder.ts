import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Box } from '../../../sheets/wire/a1.ts';
import { Exception } from '../errors.ts';
import { Service } from '../service.ts';
import { DeveloperMetadata, Visibility } from './developer-metadata.ts';
import { contains, overlaps, type Place } from './place.ts';
import { batchUpdate, searchMetadata } from './sheets-api.ts';
import { tabOf } from './structure.ts';

/** Where is looked: the whole spreadsheet, a tab, a block of cells. */
type Scope = 'spreadsheet' | { readonly sheetId: number } | Place;

/** Finds metadata by everything it was told; one round trip. */
export class MetadataFinder extends Service {
  readonly #scope: Scope;
  readonly #lookup: api.Schema$DeveloperMetadataLookup = {};
  #intersecting = false;
  constructor(scope: Scope) {
    super();
    this.#scope = scope;
  }
  override toString(): string {
    return 'DeveloperMetadataFinder';
  }
  withKey(key: string): this {
    this.#lookup.metadataKey = key;
    return this;
  }
  withValue(value: string): this {
    this.#lookup.metadataValue = value;
    return this;
  }
  withId(id: number): this {
    this.#lookup.metadataId = id;
    return this;
  }
  withVisibility(visibility: unknown): this {
    this.#lookup.visibility = String(visibility);
    return this;
  }
  withLocationType(type: unknown): this {
    this.#lookup.locationType = String(type);
    return this;
  }
  /** What lies around the place counts too: the spreadsheet of a tab, the columns that cross a range. */
  onIntersectingLocations(): this {
    this.#intersecting = true;
    return this;
  }
  find(): DeveloperMetadata[] {
    return searchMetadata('DeveloperMetadataFinder.find', this.#lookup)
      .filter(({ location = {} }) => isWithin(location, this.#scope, this.#intersecting))
      .map((one) => new DeveloperMetadata(one));
  }
}

function isWithin(
  location: api.Schema$DeveloperMetadataLocation,
  scope: Scope,
  intersecting: boolean,
): boolean {
  if (scope === 'spreadsheet') return true;
  if (location.spreadsheet) return intersecting;
  const lines = location.dimensionRange;
  if (((lines ? lines.sheetId : location.sheetId) ?? 0) !== scope.sheetId) return false;
  if (!('row' in scope)) return true;
  if (!lines) return intersecting;
  const box = boxOf(lines);
  return intersecting ? overlaps(box, scope) : isInside(box, scope);
}

function boxOf({ dimension, startIndex, endIndex }: api.Schema$DimensionRange): Box {
  const start = startIndex ?? 0;
  return dimension === 'ROWS'
    ? { startRowIndex: start, endRowIndex: endIndex! }
    : { startColumnIndex: start, endColumnIndex: endIndex! };
}

/** Whether a whole row or column lies in the place, which must then be as wide (high) as the tab. */
function isInside(box: Box, place: Place): boolean {
  const tab = tabOf('DeveloperMetadataFinder.find', place.sheetId);
  const line: Place = {
    sheetId: place.sheetId,
    row: box.startRowIndex ?? 0,
    column: box.startColumnIndex ?? 0,
    height: (box.endRowIndex ?? tab.rowCount) - (box.startRowIndex ?? 0),
    width: (box.endColumnIndex ?? tab.columnCount) - (box.startColumnIndex ?? 0),
  };
  const { row, column, height, width } = place;
  const own = { startRowIndex: row, endRowIndex: row + height, startColumnIndex: column };
  return contains({ ...own, endColumnIndex: column + width }, line);
}

/** What is written on exactly this spreadsheet, tab, row or column. */
export function metadataAt(label: string, target: Scope): DeveloperMetadata[] {
  const wanted = JSON.stringify(locationOf(label, target));
  return searchMetadata(label, {})
    .filter(({ location = {} }) => JSON.stringify(plain(location)) === wanted)
    .map((one) => new DeveloperMetadata(one));
}

function plain({ spreadsheet, sheetId, dimensionRange }: api.Schema$DeveloperMetadataLocation): object {
  if (spreadsheet) return { spreadsheet: true };
  if (!dimensionRange) return { sheetId: sheetId ?? 0 };
  const { sheetId: own, dimension, startIndex, endIndex } = dimensionRange;
  return { dimensionRange: { sheetId: own ?? 0, dimension, startIndex: startIndex ?? 0, endIndex } };
}

/** @throws Exception for a range that is not one whole row or column */
function locationOf(label: string, target: Scope): api.Schema$DeveloperMetadataLocation {
  if (target === 'spreadsheet') return { spreadsheet: true };
  if (!('row' in target)) return { sheetId: target.sheetId };
  const { sheetId, row, column, height, width } = target;
  const tab = tabOf(label, sheetId);
  if (height === tab.rowCount && width === 1)
    return { dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 } };
  if (width === tab.columnCount && height === 1)
    return { dimensionRange: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 } };
  throw new Exception('Developer metadata can only be on a single whole row or column.');
}

/** `addDeveloperMetadata(key)`, `(key, visibility)`, `(key, value)`, `(key, value, visibility)`. */
export function addMetadata(
  label: string,
  target: Scope,
  { key, value, visibility }: { key: string; value?: unknown; visibility?: unknown },
): void {
  const isVisibility = value === Visibility.DOCUMENT || value === Visibility.PROJECT;
  const seenBy = String((isVisibility ? value : visibility) ?? Visibility.DOCUMENT);
  const developerMetadata = {
    metadataKey: key,
    ...(value !== undefined && value !== null && !isVisibility && { metadataValue: String(value) }),
    visibility: seenBy,
    location: locationOf(label, target),
  };
  batchUpdate(label, [{ createDeveloperMetadata: { developerMetadata } }]);
}
