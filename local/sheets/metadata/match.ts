import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Place, Spreadsheet } from '../model/spreadsheet.ts';
import type { Box } from '../wire/a1.ts';
import { invalid } from '../wire/errors.ts';

type Location = api.Schema$DeveloperMetadataLocation;
type Metadata = api.Schema$DeveloperMetadata;

/** The metadata that a data filter selects, in order of creation. */
export function matchMetadata(book: Spreadsheet, filter: api.Schema$DataFilter): Metadata[] {
  const lookup = filter.developerMetadataLookup;
  if (lookup) return book.developerMetadata.filter((one) => matchesLookup(one, lookup));
  const { sheet, box } = placeOf(book, filter);
  return book.developerMetadata.filter(({ location }) => {
    const place = regionOf(location ?? {});
    return place.sheetId === undefined || (place.sheetId === sheet.id && overlaps(place.box, box));
  });
}

/** The places that a data filter means: its range, or where the selected metadata lies. */
export function matchPlaces(book: Spreadsheet, filter: api.Schema$DataFilter): Place[] {
  if (!filter.developerMetadataLookup) return [placeOf(book, filter)];
  return matchMetadata(book, filter).flatMap(({ location }) => {
    const { sheetId, box } = regionOf(location ?? {});
    if (sheetId === undefined) return book.sheets.map((sheet) => ({ sheet, box: {} }));
    return [{ sheet: book.requireSheet(sheetId), box }];
  });
}

function placeOf(book: Spreadsheet, filter: api.Schema$DataFilter): Place {
  if (filter.a1Range) return book.parseRange(filter.a1Range);
  if (filter.gridRange) return book.place(filter.gridRange);
  throw invalid('No filter specified.');
}

function matchesLookup(one: Metadata, lookup: api.Schema$DeveloperMetadataLookup): boolean {
  const { metadataId, metadataKey, metadataValue, visibility, locationType, metadataLocation } = lookup;
  return (
    (metadataId === undefined || one.metadataId === metadataId) &&
    (metadataKey === undefined || one.metadataKey === metadataKey) &&
    (metadataValue === undefined || one.metadataValue === metadataValue) &&
    (visibility === undefined || one.visibility === visibility) &&
    (locationType === undefined || one.location?.locationType === locationType) &&
    (metadataLocation === undefined ||
      matchesLocation(one.location ?? {}, metadataLocation, lookup.locationMatchingStrategy))
  );
}

/** Without a strategy, locations that intersect match. */
function matchesLocation(own: Location, wanted: Location, strategy: string | null | undefined): boolean {
  const [a, b] = [regionOf(own), regionOf(wanted)];
  if (strategy === 'EXACT_LOCATION')
    return a.sheetId === b.sheetId && JSON.stringify(sides(a.box)) === JSON.stringify(sides(b.box));
  if (a.sheetId === undefined || b.sheetId === undefined) return true;
  return a.sheetId === b.sheetId && overlaps(a.box, b.box);
}

const sides = (box: Box) => [box.startRowIndex, box.endRowIndex, box.startColumnIndex, box.endColumnIndex];

/** A location as a region; without a sheet it is the whole spreadsheet. */
function regionOf({ spreadsheet, sheetId, dimensionRange }: Location): {
  sheetId: number | undefined;
  box: Box;
} {
  if (spreadsheet) return { sheetId: undefined, box: {} };
  if (!dimensionRange) return { sheetId: sheetId ?? 0, box: {} };
  const { startIndex, endIndex, dimension } = dimensionRange;
  const box: Box =
    dimension === 'ROWS'
      ? { startRowIndex: startIndex!, endRowIndex: endIndex! }
      : { startColumnIndex: startIndex!, endColumnIndex: endIndex! };
  return { sheetId: dimensionRange.sheetId ?? 0, box };
}

function overlaps(a: Box, b: Box): boolean {
  const apart = (end1 = Infinity, start2 = 0) => end1 <= start2;
  return !(
    apart(a.endRowIndex, b.startRowIndex) ||
    apart(b.endRowIndex, a.startRowIndex) ||
    apart(a.endColumnIndex, b.startColumnIndex) ||
    apart(b.endColumnIndex, a.startColumnIndex)
  );
}

/** A location as it is stored and answered: with its type. A row or column location is exactly one of them. */
export function settleLocation(book: Spreadsheet, given: Location | undefined): Location {
  if (given?.spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet: true };
  const range = given?.dimensionRange;
  if (range) {
    const sheet = book.requireSheet(range.sheetId);
    const { dimension, startIndex = 0, endIndex } = range;
    if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw invalid('No dimension specified.');
    if (endIndex !== startIndex! + 1)
      throw invalid('Developer metadata can only be on a single row or column.');
    const count = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
    if (startIndex! < 0 || startIndex! >= count)
      throw invalid(`range.startIndex[${startIndex}] is outside the grid.`);
    return {
      locationType: dimension === 'ROWS' ? 'ROW' : 'COLUMN',
      dimensionRange: { sheetId: sheet.id, dimension, startIndex: startIndex!, endIndex: endIndex! },
    };
  }
  if (typeof given?.sheetId !== 'number') throw invalid('developerMetadata.location must be specified.');
  return { locationType: 'SHEET', sheetId: book.requireSheet(given.sheetId).id };
}
