/** What can be wrong with a workbook's file, besides what stands in it. */
export const FINDING_KINDS = [
  'link_open', // anybody who has the link; detail: the role
  'domain_open', // everybody of a domain; subject: the domain
  'stranger', // a person or group that is nothing here, or nothing in this workbook; subject: the address
  'more_rights', // somebody who should only read may write; subject
  'access_lost', // somebody who should have it has none; subject
  'fewer_rights', // somebody who should write may only read; subject
  'unreachable', // deleted for good, or the functions' account was removed
  'demoted', // the functions' account may no longer write, or no longer share
  'trashed',
  'moved', // out of the folder that the workbooks are made in
  'owner_changed', // subject: the owner
  'protection_removed', // subject: the tab
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** Whom or what it is about: an address, a domain, a tab's title. */
  readonly subject?: string;
  /** Of link_open, domain_open and stranger: may they write? */
  readonly mayWrite?: boolean;
  /** Of stranger: a member of the campaign, with nothing to do in this workbook. */
  readonly isMember?: boolean;
}

/** A finding as it is kept: since when it has stood there. */
export interface KeptFinding extends Finding {
  readonly since: Date;
}

/** The same finding however often it is found. */
export function findingKey({ kind, subject = '', mayWrite }: Finding): string {
  return `${kind}/${mayWrite ? 'w' : ''}/${subject}`;
}

/** What was found now, each with the moment it was found first; and how many are new and how many are gone. */
export function sinceWhen(
  found: readonly Finding[],
  kept: readonly KeptFinding[],
  at: Date,
): {
  readonly findings: readonly KeptFinding[];
  readonly news: readonly Finding[];
  readonly gone: readonly Finding[];
} {
  const before = new Map(kept.map((finding) => [findingKey(finding), finding]));
  const now = new Set(found.map(findingKey));
  return {
    findings: found.map((finding) => ({ ...finding, since: before.get(findingKey(finding))?.since ?? at })),
    news: found.filter((finding) => !before.has(findingKey(finding))),
    gone: kept.filter((finding) => !now.has(findingKey(finding))),
  };
}
