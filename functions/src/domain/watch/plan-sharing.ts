/** One person's access to a file. */
export interface Sharing {
  /** Lower case, NFC. */
  readonly email: string;
  readonly role: 'reader' | 'writer';
}

/** As Drive lists them. */
export interface Permission {
  readonly id?: string | null;
  readonly type?: string | null;
  readonly role?: string | null;
  readonly emailAddress?: string | null;
  readonly domain?: string | null;
  readonly permissionDetails?: readonly { readonly inherited?: boolean | null }[] | null;
}

export interface SharingPlan {
  readonly grants: readonly Sharing[];
  readonly changes: readonly { readonly permissionId: string; readonly role: Sharing['role'] }[];
  readonly revokes: readonly string[];
}

/**
 * What it takes that exactly `wanted` can open the file: a Drive permission is the wall between units, so links and
 * people that nobody here gave access to go too. The owner, the functions' own account and what comes down from a
 * shared drive stay.
 */
export function planSharing(
  present: readonly Permission[],
  wanted: readonly Sharing[],
  own: string | undefined,
): SharingPlan {
  const ours = present.filter(
    ({ role, emailAddress, permissionDetails }) =>
      role !== 'owner' &&
      role !== 'organizer' &&
      !permissionDetails?.some(({ inherited }) => inherited) &&
      (own === undefined || levelEmail(emailAddress) !== own),
  );
  const byEmail = new Map(
    ours
      .filter(({ type }) => type === 'user')
      .map((permission) => [levelEmail(permission.emailAddress), permission]),
  );
  const owners = new Set(
    present
      .filter((permission) => !ours.includes(permission))
      .map(({ emailAddress }) => levelEmail(emailAddress)),
  );
  const kept = new Set<Permission>();
  const grants: Sharing[] = [];
  const changes: { permissionId: string; role: Sharing['role'] }[] = [];
  for (const sharing of wanted) {
    if (owners.has(sharing.email)) continue;
    const permission = byEmail.get(sharing.email);
    if (permission === undefined) grants.push(sharing);
    else {
      kept.add(permission);
      if (permission.role !== sharing.role)
        changes.push({ permissionId: permission.id!, role: sharing.role });
    }
  }
  return { grants, changes, revokes: ours.filter((it) => !kept.has(it)).map(({ id }) => id!) };
}

export function levelEmail(email: string | null | undefined): string {
  return (email ?? '').normalize('NFC').toLowerCase();
}
