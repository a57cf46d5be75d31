import type { Call } from '../sheets/call.ts';
import { newSpreadsheet } from '../sheets/spreadsheets/new-spreadsheet.ts';
import { SPREADSHEET_TYPE } from '../sheets/store/file-state.ts';
import { describeFile } from './describe.ts';
import { checkParents, checkType, mergeProperties, readFileBody } from './file-body.ts';
import { newFile } from './new-file.ts';
import { DRIVE_OPTIONS } from './open-file.ts';

/** POST /drive/v3/files: an empty spreadsheet or folder. */
export function createFile(call: Call): object {
  call.query.allow(...DRIVE_OPTIONS);
  const given = readFileBody(call);
  const mimeType = checkType(given.mimeType);
  const name = given.name || 'Untitled';
  const file = newFile(call, {
    id: call.newId.file(),
    name,
    mimeType,
    parents: checkParents(call, given.parents ?? []),
    starred: given.starred ?? false,
    appProperties: mergeProperties({}, given.appProperties),
    properties: mergeProperties({}, given.properties),
    ...(given.description && { description: given.description }),
    ...(given.writersCanShare === false && { writersCanShare: false }),
  });
  const spreadsheet = mimeType === SPREADSHEET_TYPE ? newSpreadsheet({ title: name }) : null;
  call.files.create({ ...file, spreadsheet }, call.caller);
  return describeFile(call, call.files.get(file.meta.id)!);
}
