import { contentOf, filesOf } from '../../functions/src/campaign-files/format/format-campaign.ts';
import type { CampaignFiles } from '../../functions/src/campaign-files/parse-campaign-files.ts';
import type { Member, Role } from '../../functions/src/ports/member.ts';
import { readCampaignFolder } from '../../local/campaign-folder.ts';

/**
 * A folder's files, with two members who have to be there whatever it says: the account that Cloud Scheduler calls
 * as, an officer, and whoever deploys, an administrator. Throws with every mistake of the folder.
 */
export async function filesToLoad(folder: string, officer: string, admin: string): Promise<CampaignFiles> {
  const parsed = await readCampaignFolder(folder);
  if (!parsed.ok)
    throw new Error(
      [`${folder}:`, ...parsed.issues.map(({ code, at }) => `  ${code} ${JSON.stringify(at)}`)].join('\n'),
    );
  const { campaign, members } = parsed.value;
  return filesOf(
    contentOf({ campaign, members: withRole(withRole(members, officer, 'officer'), admin, 'admin') }),
  );
}

/** Somebody who is a member already keeps the roles and gets this one besides. Pure. */
function withRole(members: readonly Member[], email: string, role: Role): readonly Member[] {
  const address = email.normalize('NFC').toLowerCase();
  const known = members.find((member) => member.email === address);
  if (known === undefined) return [...members, { email: address, roles: [role], unitIds: [] }];
  if (known.roles.includes(role)) return members;
  return members.map((member) => (member === known ? { ...member, roles: [...member.roles, role] } : member));
}
