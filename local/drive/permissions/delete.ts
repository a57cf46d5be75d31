import { type Call, PlainAnswer } from '../../sheets/call.ts';
import { ApiError } from '../../sheets/wire/errors.ts';
import { mayShare } from '../access.ts';
import { DRIVE_OPTIONS, insufficient, openFile } from '../open-file.ts';
import { findPermission, savePermissions } from './permission.ts';

/** DELETE /drive/v3/files/{id}/permissions/{permissionId}: whoever may share may, and everyone their own. */
export function deletePermission(call: Call): PlainAnswer {
  call.query.allow(...DRIVE_OPTIONS);
  const [id, permissionId] = call.params as [string, string];
  const file = openFile(call, id, 'reader');
  const gone = findPermission(file, permissionId);
  const own = gone.emailAddress?.toLowerCase() === call.caller.toLowerCase();
  if (!own && !mayShare(call.files, file, call.caller)) throw insufficient();
  if (gone.role === 'owner')
    throw new ApiError(403, 'The owner of a file cannot be removed.', { reason: 'cannotRemoveOwner' });
  savePermissions(
    call,
    file,
    file.permissions.filter((one) => one !== gone),
  );
  return new PlainAnswer(204, 'text/html', '');
}
