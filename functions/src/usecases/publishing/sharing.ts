import type { Sharing } from '../../domain/watch/plan-sharing.ts';
import type { Member, Role } from '../../ports/member.ts';
import type { WorkbookId } from '../../ports/workbook.ts';

/** Drive shares a file with 600 people at most; beyond it an organisation shares with groups (docs/decisions, 5). */
const MOST_PEOPLE = 500;

/** Whoever may see everything comes first where not everybody fits. */
const FIRST_TO_LAST: readonly Role[] = ['leader', 'officer', 'admin', 'council_member', 'unit_editor'];

/**
 * Who opens a workbook. A unit's: its editors and the officers write, nobody else opens it. The office's: officers
 * and admins. The summary: every member reads; nobody writes, so that what leaders see is what was decided.
 */
export function sharingOf(id: WorkbookId, members: readonly Member[]): readonly Sharing[] {
  if (id === 'summary') {
    const rank = (member: Member) => Math.min(...member.roles.map((role) => FIRST_TO_LAST.indexOf(role)), 9);
    const ordered = [...members].sort((a, b) => rank(a) - rank(b) || (a.email < b.email ? -1 : 1));
    return ordered.slice(0, MOST_PEOPLE).map(({ email }) => ({ email, role: 'reader' }));
  }
  const mayWrite = (member: Member) =>
    member.roles.includes('officer') ||
    (id === 'office' ? member.roles.includes('admin') : isEditorOf(member, id.slice('unit:'.length)));
  return members.filter(mayWrite).map(({ email }) => ({ email, role: 'writer' }));
}

function isEditorOf({ roles, unitIds }: Member, unitId: string): boolean {
  return roles.includes('unit_editor') && unitIds.includes(unitId);
}
