import type { Member, MemberReader, Role } from '../../ports/member.ts';
import type { WorkbookId } from '../../ports/workbook.ts';

export type Everybody = Pick<MemberReader, 'members' | 'membersWith' | 'membersOf'>;

/**
 * The members among whom sharingOf chooses, and hardly anybody else: a unit's workbook asks for that unit's people and
 * the officers, and not for ten thousand others. In the order of their addresses, as all members are listed.
 */
export async function peopleAround(id: WorkbookId, everybody: Everybody): Promise<readonly Member[]> {
  if (id === 'summary') return everybody.members();
  const officers = everybody.membersWith('officer');
  const others =
    id === 'office' ? everybody.membersWith('admin') : everybody.membersOf(id.slice('unit:'.length));
  const byEmail = new Map((await Promise.all([officers, others])).flat().map((each) => [each.email, each]));
  return [...byEmail.values()].sort((a, b) => (a.email < b.email ? -1 : 1));
}

/** What several workbooks have in common is read once. */
export function readOnce(reader: Everybody): Everybody {
  let members: Promise<readonly Member[]> | undefined;
  const byRole = new Map<Role, Promise<readonly Member[]>>();
  return {
    members() {
      members ??= reader.members();
      return members;
    },
    membersWith(role) {
      const known = byRole.get(role) ?? reader.membersWith(role);
      byRole.set(role, known);
      return known;
    },
    membersOf: (unitId) => reader.membersOf(unitId),
  };
}
