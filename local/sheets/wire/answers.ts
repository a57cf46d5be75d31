import { unsupported } from './errors.ts';
import { type Mask, maskPaths } from './mask.ts';
import { cellData } from './messages/cells.ts';
import { each, message } from './messages/message.ts';
import { developerMetadata } from './messages/metadata.ts';
import { dimensionGroup, dimensionProperties, protectedRange } from './messages/parts.ts';
import { sheet, spreadsheet } from './messages/spreadsheet.ts';
import { valueRange } from './messages/values.ts';
import { type Message, own, type Shape } from './shape.ts';

/**
 * What answers may hold, so that a field mask that names anything else is refused instead of finding nothing.
 * A `struct` that we never fill (filter views, slicers, tables) is one that nobody can have made here.
 */
const gridData = message('GridData', {
  startRow: 'int32',
  startColumn: 'int32',
  rowData: each(
    message('RowData', {
      values: each(
        message('CellData', {
          ...cellData.fields,
          hyperlink: 'string',
          pivotTable: 'struct',
          chipRuns: 'struct',
          dataSourceTable: 'struct',
        }),
      ),
    }),
  ),
  rowMetadata: each(
    message('DimensionProperties', {
      ...dimensionProperties.fields,
      developerMetadata: each(developerMetadata),
    }),
  ),
  columnMetadata: each(
    message('DimensionProperties', {
      ...dimensionProperties.fields,
      developerMetadata: each(developerMetadata),
    }),
  ),
});

const sheetAnswer = message('Sheet', {
  ...sheet.fields,
  data: each(gridData),
  protectedRanges: each(message('ProtectedRange', { ...protectedRange.fields, tableId: 'string' })),
  rowGroups: each(dimensionGroup),
  columnGroups: each(dimensionGroup),
  filterViews: 'struct',
  slicers: 'struct',
  tables: 'struct',
});

export const SPREADSHEET_ANSWER = message('Spreadsheet', {
  ...spreadsheet.fields,
  sheets: each(sheetAnswer),
  dataSources: 'struct',
  dataSourceSchedules: 'struct',
});

export const BATCH_UPDATE_ANSWER = message('BatchUpdateSpreadsheetResponse', {
  spreadsheetId: 'string',
  replies: 'struct',
  updatedSpreadsheet: SPREADSHEET_ANSWER,
});

const ids = { spreadsheetId: 'string' } as const;
const update = {
  ...ids,
  updatedRange: 'string',
  updatedRows: 'int32',
  updatedColumns: 'int32',
  updatedCells: 'int32',
  updatedData: valueRange,
} as const;
const updateAnswer = message('UpdateValuesResponse', update);

export const VALUES_ANSWERS = {
  get: valueRange,
  batchGet: message('BatchGetValuesResponse', { ...ids, valueRanges: each(valueRange) }),
  batchGetByDataFilter: message('BatchGetValuesByDataFilterResponse', {
    ...ids,
    valueRanges: each(message('MatchedValueRange', { valueRange, dataFilters: 'struct' })),
  }),
  update: updateAnswer,
  batchUpdate: message('BatchUpdateValuesResponse', {
    ...ids,
    totalUpdatedRows: 'int32',
    totalUpdatedColumns: 'int32',
    totalUpdatedCells: 'int32',
    totalUpdatedSheets: 'int32',
    responses: each(message('UpdateValuesResponse', { ...update, dataFilter: 'struct' })),
  }),
  append: message('AppendValuesResponse', { ...ids, tableRange: 'string', updates: updateAnswer }),
  clear: message('ClearValuesResponse', { ...ids, clearedRange: 'string' }),
  batchClear: message('BatchClearValuesResponse', { ...ids, clearedRanges: each('string') }),
};

export const SEARCH_ANSWER = message('SearchDeveloperMetadataResponse', {
  matchedDeveloperMetadata: each(
    message('MatchedDeveloperMetadata', { developerMetadata, dataFilters: 'struct' }),
  ),
});

const user = message('User', { kind: 'string', displayName: 'string', me: 'bool', emailAddress: 'string' });

export const PERMISSION_ANSWER = message('Permission', {
  kind: 'string',
  id: 'string',
  type: 'string',
  role: 'string',
  emailAddress: 'string',
  displayName: 'string',
  domain: 'string',
  allowFileDiscovery: 'bool',
  deleted: 'bool',
  pendingOwner: 'bool',
  // Nobody here has a photo.
  photoLink: 'string',
});

export const FILE_ANSWER = message('File', {
  kind: 'string',
  id: 'string',
  name: 'string',
  mimeType: 'string',
  description: 'string',
  starred: 'bool',
  trashed: 'bool',
  parents: each('string'),
  properties: 'struct',
  appProperties: 'struct',
  spaces: each('string'),
  version: 'string',
  webViewLink: 'string',
  createdTime: 'string',
  modifiedTime: 'string',
  owners: each(user),
  lastModifyingUser: user,
  ownedByMe: 'bool',
  shared: 'bool',
  writersCanShare: 'bool',
  capabilities: message('Capabilities', {
    canEdit: 'bool',
    canShare: 'bool',
    canCopy: 'bool',
    canDelete: 'bool',
    canRename: 'bool',
    canTrash: 'bool',
  }),
  permissions: each(PERMISSION_ANSWER),
  permissionIds: each('string'),
});

export const FILE_LIST_ANSWER = message('FileList', {
  kind: 'string',
  nextPageToken: 'string',
  incompleteSearch: 'bool',
  files: each(FILE_ANSWER),
});

export const PERMISSION_LIST_ANSWER = message('PermissionList', {
  kind: 'string',
  nextPageToken: 'string',
  permissions: each(PERMISSION_ANSWER),
});

export const COMMENT_LIST_ANSWER = message('CommentList', {
  kind: 'string',
  nextPageToken: 'string',
  comments: 'struct',
});

/** @throws ApiError 501 for a path that no answer of this shape has; Google answers 400 for one that is wrong */
export function checkFields(mask: Mask, answer: Message): void {
  for (const path of maskPaths(mask)) {
    let shape: Shape = answer;
    for (const [depth, field] of path.entries()) {
      shape = unwrap(shape);
      if (shape === 'struct') break;
      const below: Shape | undefined =
        typeof shape === 'object' && 'fields' in shape ? own(shape.fields, field) : undefined;
      if (below === undefined)
        throw unsupported(`the path "${path.slice(0, depth + 1).join('.')}" in fields`);
      shape = below;
    }
  }
}

function unwrap(shape: Shape): Shape {
  if (typeof shape === 'function') return shape();
  return typeof shape === 'object' && 'each' in shape ? unwrap(shape.each) : shape;
}
