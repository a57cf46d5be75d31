import type { Call } from '../../sheets/call.ts';
import { describePermission } from '../describe.ts';
import { DRIVE_OPTIONS, openFile } from '../open-file.ts';
import { findPermission } from './permission.ts';

/** GET /drive/v3/files/{id}/permissions/{permissionId} */
export function getPermission(call: Call): object {
  call.query.allow(...DRIVE_OPTIONS);
  const [id, permissionId] = call.params as [string, string];
  return describePermission(findPermission(openFile(call, id, 'reader'), permissionId));
}
