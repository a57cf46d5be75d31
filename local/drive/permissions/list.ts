import type { Call } from '../../sheets/call.ts';
import { describePermission } from '../describe.ts';
import { DRIVE_OPTIONS, openFile } from '../open-file.ts';

/** GET /drive/v3/files/{id}/permissions: all on one page. */
export function listPermissions(call: Call): object {
  call.query.allow(...DRIVE_OPTIONS, 'pageSize', 'pageToken');
  const { permissions } = openFile(call, call.params[0]!, 'writer');
  return { kind: 'drive#permissionList', permissions: permissions.map(describePermission) };
}
