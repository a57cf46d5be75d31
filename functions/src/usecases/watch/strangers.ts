import type { FoundFile } from '../../domain/watch/check-workbook.ts';
import { levelEmail, type Sharing } from '../../domain/watch/plan-sharing.ts';
import type { MemberReader } from '../../ports/member.ts';

/** People who can open a file and should not. */
export function strangersIn(file: FoundFile, sharing: readonly Sharing[]): readonly string[] {
  const shared = new Set(sharing.map(({ email }) => email));
  const permissions = file === 'unreachable' ? [] : (file.permissions ?? []);
  const emails = permissions.map(({ emailAddress }) => levelEmail(emailAddress));
  return [...new Set(emails)].filter((email) => email !== '' && !shared.has(email));
}

/** Who of them is a member all the same, only not of this workbook. */
export async function membersAmong(
  emails: readonly string[],
  reader: Pick<MemberReader, 'member'>,
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(emails.map((email) => reader.member(email)));
  return new Set(found.flatMap((member) => (member === undefined ? [] : [member.email])));
}
