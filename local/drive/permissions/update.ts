import type { Call } from '../../sheets/call.ts';
import type { Permission } from '../../sheets/store/file-state.ts';
import { ApiError, invalid } from '../../sheets/wire/errors.ts';
import { readMessage } from '../../sheets/wire/shape.ts';
import { roleOf } from '../access.ts';
import { describePermission } from '../describe.ts';
import { DRIVE_OPTIONS, insufficient, openToShare } from '../open-file.ts';
import {
  checkTransfer,
  findPermission,
  PERMISSION,
  type PermissionBody,
  savePermissions,
} from './permission.ts';

/** PATCH /drive/v3/files/{id}/permissions/{permissionId}: only the role can change. */
export function updatePermission(call: Call): object {
  call.query.allow(...DRIVE_OPTIONS, 'transferOwnership');
  const [id, permissionId] = call.params as [string, string];
  const file = openToShare(call, id);
  const before = findPermission(file, permissionId);
  const { role, ...rest } = readMessage<PermissionBody>(PERMISSION, call.body);
  if (Object.keys(rest).length > 0)
    throw invalid('The resource body includes fields which are not directly writable.');
  if (!role) throw invalid('The permission role field is required.');
  const after: Permission = { ...before, role };
  if (role === 'owner') {
    checkTransfer(call);
    if (roleOf(call.files, file, call.caller) !== 'owner') throw insufficient();
    if (before.type !== 'user') throw invalid('The owner role is only for users.');
  } else if (before.role === 'owner')
    throw new ApiError(403, 'The owner of a file cannot be given another role.', { reason: 'forbidden' });
  const permissions = file.permissions.map((one): Permission => {
    if (one === before) return after;
    return role === 'owner' && one.role === 'owner' ? { ...one, role: 'writer' } : one;
  });
  savePermissions(call, file, permissions);
  return describePermission(after);
}
