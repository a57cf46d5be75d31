import type { Call } from '../sheets/call.ts';
import { unsupported } from '../sheets/wire/errors.ts';
import { roleOf } from './access.ts';
import { describeFile } from './describe.ts';
import { checkParents, mergeProperties, readFileBody } from './file-body.ts';
import { DRIVE_OPTIONS, insufficient, openFile } from './open-file.ts';

/** PATCH /drive/v3/files/{id}: a spreadsheet's name is its title. */
export function updateFile(call: Call): object {
  call.query.allow(...DRIVE_OPTIONS, 'addParents', 'removeParents');
  const file = openFile(call, call.params[0]!, 'writer');
  const { meta, spreadsheet } = file;
  const given = readFileBody(call);
  if (given.mimeType !== undefined && given.mimeType !== meta.mimeType)
    throw unsupported("changing a file's type (mimeType)");
  if (given.parents) throw unsupported('the field "parents" in an update; use addParents and removeParents');
  const isOwners = given.trashed !== undefined || given.writersCanShare !== undefined;
  if (isOwners && roleOf(call.files, file, call.caller) !== 'owner') throw insufficient();
  const list = (name: string) => (call.query.text(name) ?? '').split(',').filter((id) => id !== '');
  const kept = meta.parents.filter((parent) => !list('removeParents').includes(parent));
  const parents = [...new Set([...kept, ...checkParents(call, list('addParents'))])];
  const name = given.name || meta.name;
  const after = {
    ...meta,
    name,
    parents,
    ...(given.description !== undefined && { description: given.description }),
    starred: given.starred ?? meta.starred,
    trashed: given.trashed ?? meta.trashed,
    writersCanShare: given.writersCanShare ?? meta.writersCanShare ?? true,
    appProperties: mergeProperties(meta.appProperties, given.appProperties),
    properties: mergeProperties(meta.properties, given.properties),
    modifiedTime: call.now().toISOString(),
    lastModifyingUser: call.caller,
  };
  const renamed = spreadsheet && name !== meta.name;
  const book = renamed
    ? { ...spreadsheet, properties: { ...spreadsheet.properties, title: name } }
    : spreadsheet;
  call.files.replace({ ...file, meta: after, spreadsheet: book }, call.caller);
  return describeFile(call, call.files.get(meta.id)!);
}
