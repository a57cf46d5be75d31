import { createHash } from 'node:crypto';
import type { Call } from '../sheets/call.ts';
import type { FileMeta, FileState, Permission } from '../sheets/store/file-state.ts';

type Given = Pick<FileMeta, 'id' | 'name' | 'mimeType' | 'parents'> & Partial<FileMeta>;

/** A file that did not exist before, owned by the caller. */
export function newFile(call: Call, given: Given): FileState {
  const at = call.now().toISOString();
  const meta: FileMeta = {
    appProperties: {},
    properties: {},
    trashed: false,
    starred: false,
    createdTime: at,
    modifiedTime: at,
    lastModifyingUser: call.caller,
    ...given,
  };
  return { meta, permissions: [userPermission(call.caller, 'owner')], spreadsheet: null };
}

const userPermission = (emailAddress: string, role: Permission['role']): Permission => ({
  id: permissionId(emailAddress.toLowerCase()),
  type: 'user',
  role,
  emailAddress,
});

/** Drive's permission ids are digits, the same for the same person on every file. */
export function permissionId(who: string): string {
  return (createHash('sha256').update(who).digest().readBigUInt64BE() % 10n ** 20n)
    .toString()
    .padStart(20, '0');
}
