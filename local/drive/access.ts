import type { FileState, Role } from '../sheets/store/file-state.ts';
import type { FileStore } from '../sheets/store/file-store.ts';

const RANK: Readonly<Record<Role, number>> = { reader: 1, commenter: 2, writer: 3, owner: 4 };

/** The best role that the caller has on a file, by its own permissions or those of a folder above it. */
export function roleOf(files: FileStore, file: FileState, caller: string): Role | undefined {
  const seen = new Set<string>();
  let best: Role | undefined;
  const visit = (one: FileState) => {
    if (seen.has(one.meta.id)) return;
    seen.add(one.meta.id);
    for (const { type, role, emailAddress, domain } of one.permissions) {
      const meant =
        type === 'anyone' ||
        (type === 'domain' && domain?.toLowerCase() === domainOf(caller)) ||
        (type === 'user' && emailAddress?.toLowerCase() === caller.toLowerCase());
      if (meant && (best === undefined || RANK[role] > RANK[best])) best = role;
    }
    for (const parent of one.meta.parents) {
      const folder = files.get(parent);
      if (folder) visit(folder);
    }
  };
  visit(file);
  return best;
}

export const atLeast = (role: Role | undefined, needed: Role): boolean =>
  role !== undefined && RANK[role] >= RANK[needed];

/** The owner may, and writers unless the owner said otherwise. */
export function mayShare(files: FileStore, file: FileState, caller: string): boolean {
  return atLeast(roleOf(files, file, caller), file.meta.writersCanShare === false ? 'owner' : 'writer');
}

export const domainOf = (email: string): string => email.slice(email.indexOf('@') + 1).toLowerCase();

export const ownerOf = (file: FileState): string =>
  file.permissions.find(({ role }) => role === 'owner')?.emailAddress ?? '';
