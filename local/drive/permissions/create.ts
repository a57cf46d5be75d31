import type { Call } from '../../sheets/call.ts';
import type { Permission } from '../../sheets/store/file-state.ts';
import { ApiError, invalid, unsupported } from '../../sheets/wire/errors.ts';
import { readMessage } from '../../sheets/wire/shape.ts';
import { roleOf } from '../access.ts';
import { describePermission } from '../describe.ts';
import { permissionId } from '../new-file.ts';
import { DRIVE_OPTIONS, insufficient, openToShare } from '../open-file.ts';
import { checkTransfer, PERMISSION, type PermissionBody, savePermissions } from './permission.ts';

/** POST /drive/v3/files/{id}/permissions: sharing again with the same person changes the role. */
export function createPermission(call: Call): object {
  call.query.allow(
    ...DRIVE_OPTIONS,
    'sendNotificationEmail',
    'emailMessage',
    'transferOwnership',
    'moveToNewOwnersRoot',
  );
  const file = openToShare(call, call.params[0]!);
  const created = readPermission(readMessage<PermissionBody>(PERMISSION, call.body));
  const others = file.permissions.filter(({ id }) => id !== created.id);
  if (created.role === 'owner') {
    checkTransfer(call);
    if (roleOf(call.files, file, call.caller) !== 'owner') throw insufficient();
    const demoted = others.map(
      (one): Permission => (one.role === 'owner' ? { ...one, role: 'writer' } : one),
    );
    savePermissions(call, file, [...demoted, created]);
  } else {
    const before = file.permissions.find(({ id }) => id === created.id);
    if (before?.role === 'owner')
      throw new ApiError(403, 'The owner of a file cannot be given another role.', { reason: 'forbidden' });
    savePermissions(
      call,
      file,
      before ? file.permissions.map((one) => (one === before ? created : one)) : [...others, created],
    );
  }
  return describePermission(created);
}

function readPermission({
  type,
  role,
  emailAddress,
  domain,
  allowFileDiscovery,
}: PermissionBody): Permission {
  if (!type) throw invalid('The permission type field is required.');
  if (!role) throw invalid('The permission role field is required.');
  const found = { allowFileDiscovery: allowFileDiscovery ?? false };
  switch (type) {
    case 'group':
      throw unsupported('permissions of type "group"');
    case 'user':
      if (!emailAddress || !/^[^@\s]+@[^@\s]+$/.test(emailAddress))
        throw invalid(
          'The specified emailAddress is invalid or not applicable for the given permission type.',
        );
      return { id: permissionId(emailAddress.toLowerCase()), type, role, emailAddress };
    case 'domain':
      if (!domain)
        throw invalid('The specified domain is invalid or not applicable for the given permission type.');
      if (role === 'owner') throw invalid('The owner role is only for users.');
      return { id: permissionId(domain.toLowerCase()), type, role, domain: domain.toLowerCase(), ...found };
    case 'anyone':
      if (role === 'owner') throw invalid('The owner role is only for users.');
      return { id: allowFileDiscovery ? 'anyone' : 'anyoneWithLink', type, role, ...found };
  }
}
