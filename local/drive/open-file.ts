import type { Call } from '../sheets/call.ts';
import type { FileState, Role } from '../sheets/store/file-state.ts';
import { ApiError } from '../sheets/wire/errors.ts';
import { atLeast, mayShare, roleOf } from './access.ts';

/** Options that say which drives are meant: all files here are in one place, so they change nothing. */
export const DRIVE_OPTIONS = [
  'supportsAllDrives',
  'supportsTeamDrives',
  'includeItemsFromAllDrives',
  'enforceSingleParent',
];

/**
 * A file that the caller may use in this role.
 * @throws ApiError 404 when it is unknown or not shared with the caller at all, 403 when the role is not enough
 */
export function openFile(call: Call, id: string, needed: Role): FileState {
  const file = call.files.get(id);
  const role = file && roleOf(call.files, file, call.caller);
  if (file === undefined || role === undefined) throw fileNotFound(id);
  if (!atLeast(role, needed)) throw insufficient();
  return file;
}

/** A file that the caller may give to others. @throws as openFile */
export function openToShare(call: Call, id: string): FileState {
  const file = openFile(call, id, 'reader');
  if (!mayShare(call.files, file, call.caller)) throw insufficient();
  return file;
}

export const fileNotFound = (id: string) =>
  new ApiError(404, `File not found: ${id}.`, { reason: 'notFound', location: 'fileId' });

export const insufficient = () =>
  new ApiError(403, 'The user does not have sufficient permissions for this file.', {
    reason: 'insufficientFilePermissions',
  });
