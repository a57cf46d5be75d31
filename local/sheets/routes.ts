import { copyFile } from '../drive/copy.ts';
import { createFile } from '../drive/create.ts';
import { deleteFile } from '../drive/delete.ts';
import { DEFAULT_FILE, DEFAULT_PERMISSION } from '../drive/describe.ts';
import { downloadSheet } from '../drive/download.ts';
import { exportFile } from '../drive/export.ts';
import { getFile } from '../drive/get.ts';
import { listFiles } from '../drive/list.ts';
import { listComments } from '../drive/list-comments.ts';
import { createPermission } from '../drive/permissions/create.ts';
import { deletePermission } from '../drive/permissions/delete.ts';
import { getPermission } from '../drive/permissions/get.ts';
import { listPermissions } from '../drive/permissions/list.ts';
import { updatePermission } from '../drive/permissions/update.ts';
import { updateFile } from '../drive/update.ts';
import type { Call } from './call.ts';
import { getDeveloperMetadata } from './metadata/get.ts';
import { searchDeveloperMetadata } from './metadata/search.ts';
import { batchUpdateSpreadsheet } from './spreadsheets/batch-update.ts';
import { copySheetTo } from './spreadsheets/copy-to.ts';
import { createSpreadsheet } from './spreadsheets/create.ts';
import { getSpreadsheet } from './spreadsheets/get.ts';
import { getSpreadsheetByDataFilter } from './spreadsheets/get-by-data-filter.ts';
import { appendValues } from './values/append.ts';
import { batchClearValues } from './values/batch-clear.ts';
import { batchGetValues } from './values/batch-get.ts';
import { batchUpdateValues } from './values/batch-update.ts';
import {
  batchClearValuesByDataFilter,
  batchGetValuesByDataFilter,
  batchUpdateValuesByDataFilter,
} from './values/by-data-filter.ts';
import { clearValues } from './values/clear.ts';
import { getValues } from './values/get.ts';
import { updateValues } from './values/update.ts';
import {
  BATCH_UPDATE_ANSWER,
  COMMENT_LIST_ANSWER,
  FILE_ANSWER,
  FILE_LIST_ANSWER,
  PERMISSION_ANSWER,
  PERMISSION_LIST_ANSWER,
  SEARCH_ANSWER,
  SPREADSHEET_ANSWER,
  VALUES_ANSWERS,
} from './wire/answers.ts';
import type { Mask } from './wire/mask.ts';
import { developerMetadata } from './wire/messages/metadata.ts';
import { sheetProperties } from './wire/messages/spreadsheet.ts';
import type { Message } from './wire/shape.ts';

export interface Route {
  readonly method: string;
  /** Matches the raw path; its groups are the parameters, decoded later. */
  readonly path: RegExp;
  readonly run: (call: Call) => unknown;
  /** What the answer may hold; undefined when it is no JSON. */
  readonly answer: Message | undefined;
  /** What is answered when the caller asks for no fields; everything when absent. */
  readonly fields?: Mask;
}

/** `{}` is one parameter, `{range}` may hold slashes and colons. A slash before a verb is let pass. */
function route(method: string, path: string, run: Route['run'], answer?: Message, fields?: Mask): Route {
  const pattern = path
    .replace(/[.]/g, '\\.')
    .replace('{range}', '(.+?)')
    .replaceAll('{}', '([^/:]+)')
    .replace(/:(\w+)$/, '/?:$1');
  return { method, path: new RegExp(`^${pattern}/?$`), run, answer, ...(fields && { fields }) };
}

const S = '/v4/spreadsheets';
const F = '/drive/v3/files';
const FILE_LIST: Mask = { kind: true, nextPageToken: true, incompleteSearch: true, files: DEFAULT_FILE };
const PERMISSION_LIST: Mask = { kind: true, permissions: DEFAULT_PERMISSION };

/** Every operation that is supported. What is not here is refused with 501. */
export const ROUTES: readonly Route[] = [
  route('POST', S, createSpreadsheet, SPREADSHEET_ANSWER),
  route('GET', `${S}/{}`, getSpreadsheet, SPREADSHEET_ANSWER),
  route('POST', `${S}/{}:batchUpdate`, batchUpdateSpreadsheet, BATCH_UPDATE_ANSWER),
  route('POST', `${S}/{}/sheets/{}:copyTo`, copySheetTo, sheetProperties),
  route('POST', `${S}/{}:getByDataFilter`, getSpreadsheetByDataFilter, SPREADSHEET_ANSWER),
  route('GET', `${S}/{}/values:batchGet`, batchGetValues, VALUES_ANSWERS.batchGet),
  route('POST', `${S}/{}/values:batchUpdate`, batchUpdateValues, VALUES_ANSWERS.batchUpdate),
  route('POST', `${S}/{}/values:batchClear`, batchClearValues, VALUES_ANSWERS.batchClear),
  route(
    'POST',
    `${S}/{}/values:batchGetByDataFilter`,
    batchGetValuesByDataFilter,
    VALUES_ANSWERS.batchGetByDataFilter,
  ),
  route(
    'POST',
    `${S}/{}/values:batchUpdateByDataFilter`,
    batchUpdateValuesByDataFilter,
    VALUES_ANSWERS.batchUpdate,
  ),
  route(
    'POST',
    `${S}/{}/values:batchClearByDataFilter`,
    batchClearValuesByDataFilter,
    VALUES_ANSWERS.batchClear,
  ),
  route('POST', `${S}/{}/values/{range}:append`, appendValues, VALUES_ANSWERS.append),
  route('POST', `${S}/{}/values/{range}:clear`, clearValues, VALUES_ANSWERS.clear),
  route('GET', `${S}/{}/values/{range}`, getValues, VALUES_ANSWERS.get),
  route('PUT', `${S}/{}/values/{range}`, updateValues, VALUES_ANSWERS.update),
  route('GET', `${S}/{}/developerMetadata/{}`, getDeveloperMetadata, developerMetadata),
  route('POST', `${S}/{}/developerMetadata:search`, searchDeveloperMetadata, SEARCH_ANSWER),
  route('GET', F, listFiles, FILE_LIST_ANSWER, FILE_LIST),
  route('POST', F, createFile, FILE_ANSWER, DEFAULT_FILE),
  route('GET', `${F}/{}`, getFile, FILE_ANSWER, DEFAULT_FILE),
  route('PATCH', `${F}/{}`, updateFile, FILE_ANSWER, DEFAULT_FILE),
  route('DELETE', `${F}/{}`, deleteFile),
  route('POST', `${F}/{}/copy`, copyFile, FILE_ANSWER, DEFAULT_FILE),
  route('GET', `${F}/{}/export`, exportFile),
  route('GET', '/spreadsheets/d/{}/export', downloadSheet),
  route('GET', `${F}/{}/comments`, listComments, COMMENT_LIST_ANSWER),
  route('GET', `${F}/{}/permissions`, listPermissions, PERMISSION_LIST_ANSWER, PERMISSION_LIST),
  route('POST', `${F}/{}/permissions`, createPermission, PERMISSION_ANSWER, DEFAULT_PERMISSION),
  route('GET', `${F}/{}/permissions/{}`, getPermission, PERMISSION_ANSWER, DEFAULT_PERMISSION),
  route('PATCH', `${F}/{}/permissions/{}`, updatePermission, PERMISSION_ANSWER, DEFAULT_PERMISSION),
  route('DELETE', `${F}/{}/permissions/{}`, deletePermission),
];
