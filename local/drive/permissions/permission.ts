import type { Call } from '../../sheets/call.ts';
import type { FileState, Permission } from '../../sheets/store/file-state.ts';
import { ApiError } from '../../sheets/wire/errors.ts';
import { message, oneOf } from '../../sheets/wire/messages/message.ts';

/** Fields that a caller may give for a permission. */
export const PERMISSION = message('Permission', {
  type: oneOf('PermissionType', 'user', 'group', 'domain', 'anyone'),
  role: oneOf('PermissionRole', 'owner', 'writer', 'commenter', 'reader'),
  emailAddress: 'string',
  domain: 'string',
  allowFileDiscovery: 'bool',
  // Output only.
  kind: 'string',
  id: 'string',
});

export interface PermissionBody extends Partial<Omit<Permission, 'id'>> {
  id?: string;
}

export function findPermission(file: FileState, id: string): Permission {
  const found = file.permissions.find((one) => one.id === id);
  if (found === undefined)
    throw new ApiError(404, `Permission not found: ${id}.`, { reason: 'notFound', location: 'permissionId' });
  return found;
}

/** Replaces a file's permissions; sharing does not count as a modification of the file. */
export function savePermissions(call: Call, file: FileState, permissions: readonly Permission[]): void {
  call.files.replace({ ...file, permissions }, call.caller);
}

/** The new owner takes over; the old one stays as a writer. @throws ApiError 403 unless asked for explicitly */
export function checkTransfer(call: Call): void {
  if (!call.query.flag('transferOwnership'))
    throw new ApiError(
      403,
      "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
      {
        reason: 'forbidden',
        location: 'transferOwnership',
      },
    );
}
