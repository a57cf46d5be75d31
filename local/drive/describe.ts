import type { Call } from '../sheets/call.ts';
import type { FileState, Permission } from '../sheets/store/file-state.ts';
import { SPREADSHEET_TYPE } from '../sheets/store/file-state.ts';
import { type Mask, parseMask } from '../sheets/wire/mask.ts';
import { atLeast, mayShare, ownerOf, roleOf } from './access.ts';

/** What Drive answers when nobody asked for fields. */
export const DEFAULT_FILE: Mask = parseMask('kind,id,name,mimeType');
export const DEFAULT_PERMISSION: Mask = parseMask('kind,id,type,role');

/** A file as `files.get` answers it, with everything we know; the field mask takes its part. */
export function describeFile(call: Call, file: FileState): object {
  const { meta, permissions } = file;
  const role = roleOf(call.files, file, call.caller);
  const canEdit = atLeast(role, 'writer');
  const owner = ownerOf(file);
  const filled = (key: string, map: object) => (Object.keys(map).length > 0 ? { [key]: map } : {});
  return {
    kind: 'drive#file',
    id: meta.id,
    name: meta.name,
    mimeType: meta.mimeType,
    ...(meta.description && { description: meta.description }),
    starred: meta.starred,
    trashed: meta.trashed,
    ...(meta.parents.length > 0 && { parents: meta.parents }),
    ...filled('properties', meta.properties),
    ...filled('appProperties', meta.appProperties),
    spaces: ['drive'],
    version: String(call.files.revision(meta.id)),
    ...(meta.mimeType === SPREADSHEET_TYPE && {
      webViewLink: `https://docs.google.com/spreadsheets/d/${meta.id}/edit`,
    }),
    createdTime: meta.createdTime,
    modifiedTime: meta.modifiedTime,
    ...(owner && { owners: [describeUser(owner, call.caller)] }),
    lastModifyingUser: describeUser(meta.lastModifyingUser, call.caller),
    ownedByMe: role === 'owner',
    shared: permissions.length > 1,
    writersCanShare: meta.writersCanShare ?? true,
    capabilities: {
      canEdit,
      canShare: mayShare(call.files, file, call.caller),
      canCopy: true,
      canDelete: role === 'owner',
      canRename: canEdit,
      canTrash: role === 'owner',
    },
    ...(canEdit && {
      permissions: permissions.map(describePermission),
      permissionIds: permissions.map(({ id }) => id),
    }),
  };
}

const describeUser = (email: string, caller: string) => ({
  kind: 'drive#user',
  displayName: email.split('@')[0],
  me: email.toLowerCase() === caller.toLowerCase(),
  emailAddress: email,
});

export function describePermission(permission: Permission): object {
  const { id, type, role, emailAddress, domain, allowFileDiscovery } = permission;
  return {
    kind: 'drive#permission',
    id,
    type,
    role,
    ...(emailAddress && {
      emailAddress,
      displayName: emailAddress.split('@')[0],
      deleted: false,
      pendingOwner: false,
    }),
    ...(domain && { domain, displayName: domain }),
    ...(type !== 'user' && { allowFileDiscovery: allowFileDiscovery ?? false }),
  };
}
