import { message, oneOf } from './message.ts';
import { dimensionRange, gridRange } from './ranges.ts';

// Marks that stay with what they mark, and how one looks for them.

const LOCATION = oneOf('DeveloperMetadataLocationType', 'ROW', 'COLUMN', 'SHEET', 'SPREADSHEET');
const VISIBILITY = oneOf('DeveloperMetadataVisibility', 'DOCUMENT', 'PROJECT');
export const metadataLocation = message('DeveloperMetadataLocation', {
  spreadsheet: 'bool',
  sheetId: 'int32',
  dimensionRange,
  locationType: LOCATION,
});
export const developerMetadata = message('DeveloperMetadata', {
  metadataId: 'int32',
  metadataKey: 'string',
  metadataValue: 'string',
  location: metadataLocation,
  visibility: VISIBILITY,
});
export const dataFilter = message('DataFilter', {
  developerMetadataLookup: message('DeveloperMetadataLookup', {
    locationType: LOCATION,
    metadataLocation,
    locationMatchingStrategy: oneOf(
      'DeveloperMetadataLocationMatchingStrategy',
      'EXACT_LOCATION',
      'INTERSECTING_LOCATION',
    ),
    metadataId: 'int32',
    metadataKey: 'string',
    metadataValue: 'string',
    visibility: VISIBILITY,
  }),
  a1Range: 'string',
  gridRange,
});
