import type { Call } from '../sheets/call.ts';
import type { SpreadsheetState } from '../sheets/model/state.ts';
import { unsupported } from '../sheets/wire/errors.ts';
import { atLeast, roleOf } from './access.ts';
import { describeFile } from './describe.ts';
import { checkParents, mergeProperties, readFileBody } from './file-body.ts';
import { newFile } from './new-file.ts';
import { DRIVE_OPTIONS, openFile } from './open-file.ts';

/** POST /drive/v3/files/{id}/copy: the copy belongs to the caller alone, its protections too. */
export function copyFile(call: Call): object {
  call.query.allow(...DRIVE_OPTIONS, 'ignoreDefaultVisibility', 'keepRevisionForever');
  const { meta, spreadsheet } = openFile(call, call.params[0]!, 'reader');
  const given = readFileBody(call);
  if (spreadsheet === null) throw unsupported('copying a folder');
  if (given.mimeType !== undefined && given.mimeType !== meta.mimeType)
    throw unsupported('copying to another type (mimeType)');
  const name = given.name || `Copy of ${meta.name}`;
  const file = newFile(call, {
    id: call.newId.file(),
    name,
    mimeType: meta.mimeType,
    parents: given.parents ? checkParents(call, given.parents) : writableParents(call, meta.parents),
    appProperties: mergeProperties(meta.appProperties, given.appProperties),
    properties: mergeProperties(meta.properties, given.properties),
    ...((given.description ?? meta.description) && { description: given.description ?? meta.description! }),
  });
  call.files.create({ ...file, spreadsheet: copyOf(spreadsheet, name, call.caller) }, call.caller);
  return describeFile(call, call.files.get(file.meta.id)!);
}

function writableParents(call: Call, parents: readonly string[]): string[] {
  return parents.filter((parent) => {
    const folder = call.files.get(parent);
    return folder && atLeast(roleOf(call.files, folder, call.caller), 'writer');
  });
}

function copyOf(state: SpreadsheetState, title: string, owner: string): SpreadsheetState {
  const sheets = state.sheets.map((sheet) => ({
    ...sheet,
    protectedRanges: sheet.protectedRanges.map((one) => ({
      ...one,
      editors: { users: [owner.toLowerCase()] },
    })),
  }));
  return { ...state, properties: { ...state.properties, title }, sheets };
}
