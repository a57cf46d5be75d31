import type { Finding } from './finding.ts';
import { levelEmail, type Permission, planSharing, type Sharing } from './plan-sharing.ts';

/** How a workbook's file should be. */
export interface ExpectedFile {
  readonly sharing: readonly Sharing[];
  /** Every member's address: who is a stranger to the campaign, and who only to this workbook. */
  readonly members: ReadonlySet<string>;
  /** The functions' own account; undefined where the credentials do not say. */
  readonly own: string | undefined;
  /** As it was when it was first looked at; absent then. */
  readonly home?: FileHome;
  /** The folder that workbooks are made in, where one is configured. */
  readonly folder: string | undefined;
}

export interface FileHome {
  readonly owner?: string;
  readonly folders: readonly string[];
}

/** How it is. A file that Google does not show us is 'unreachable'. */
export type FoundFile = 'unreachable' | ReachedFile;

export interface ReachedFile {
  readonly trashed: boolean;
  readonly home: FileHome;
  readonly mayWrite: boolean;
  readonly mayShare: boolean;
  /** Absent where we may not see them. */
  readonly permissions?: readonly Permission[];
  /** Titles of tabs that the functions made and that nothing protects any more. */
  readonly openTabs: readonly string[];
}

/**
 * What differs. Pure: what is expected follows from the members, what is found from one look at Google. What planSharing
 * would do is what is wrong with the sharing, so putting it right leaves nothing to find.
 */
export function checkWorkbook(expected: ExpectedFile, found: FoundFile): readonly Finding[] {
  if (found === 'unreachable') return [{ kind: 'unreachable' }];
  const { trashed, mayWrite, mayShare, openTabs } = found;
  return [
    ...(trashed ? [{ kind: 'trashed' } as const] : []),
    ...(mayWrite && mayShare ? [] : [{ kind: 'demoted', mayWrite } as const]),
    ...homeFindings(expected, found),
    ...sharingFindings(expected, found.permissions),
    ...openTabs.map((subject) => ({ kind: 'protection_removed', subject }) as const),
  ];
}

function homeFindings({ home, folder, own }: ExpectedFile, { home: found }: ReachedFile): readonly Finding[] {
  const findings: Finding[] = [];
  const folders = folder === undefined ? home?.folders : [folder];
  // An account that loses sight of a folder is not told of it: no folder is no sign of a move.
  if (folders !== undefined && found.folders.length > 0 && !found.folders.some((id) => folders.includes(id)))
    findings.push({ kind: 'moved' });
  const owner = home?.owner ?? own;
  if (found.owner !== undefined && owner !== undefined && found.owner !== owner)
    findings.push({ kind: 'owner_changed', subject: found.owner });
  return findings;
}

function sharingFindings(
  { sharing, members, own }: ExpectedFile,
  permissions: readonly Permission[] | undefined,
): readonly Finding[] {
  if (permissions === undefined) return [];
  const { grants, changes, revokes } = planSharing(permissions, sharing, own);
  const byId = new Map(permissions.map((permission) => [permission.id, permission]));
  return [
    ...revokes.map((id) => tooMany(byId.get(id)!, members)),
    ...changes.map(({ permissionId, role }): Finding => {
      const subject = levelEmail(byId.get(permissionId)?.emailAddress);
      return { kind: role === 'reader' ? 'more_rights' : 'fewer_rights', subject };
    }),
    ...grants.map(({ email }): Finding => ({ kind: 'access_lost', subject: email })),
  ];
}

function tooMany({ type, role, emailAddress, domain }: Permission, members: ReadonlySet<string>): Finding {
  const mayWrite = role !== 'reader' && role !== 'commenter';
  if (type === 'anyone') return { kind: 'link_open', mayWrite };
  if (type === 'domain') return { kind: 'domain_open', subject: domain ?? '', mayWrite };
  const subject = levelEmail(emailAddress);
  return { kind: 'stranger', subject, mayWrite, isMember: members.has(subject) };
}
