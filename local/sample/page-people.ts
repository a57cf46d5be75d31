import type { Campaign } from '../../functions/src/domain/campaign/campaign.ts';
import type { Member } from '../../functions/src/ports/member.ts';
import { byName } from '../../functions/src/workbooks/column.ts';
import type { PagePerson, PageRole } from '../page/options.ts';

/** Whom one can be in the browser: those that are featured first, in their order, then everybody by role and name. */
export function pagePeople(
  campaign: Campaign,
  members: readonly Member[],
  featured: readonly string[],
): readonly PagePerson[] {
  const people = members.flatMap((member) => personOf(campaign, member, featured));
  return people.sort(
    (a, b) =>
      Number(b.featured ?? false) - Number(a.featured ?? false) ||
      featured.indexOf(a.email) - featured.indexOf(b.email) ||
      ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
      byName(a.label, b.label),
  );
}

const ROLES: readonly PageRole[] = ['officer', 'council_member', 'leader', 'admin', 'unit_editor'];
const LABELS: Readonly<Record<Exclude<PageRole, 'unit_editor'>, string>> = {
  officer: 'Cán bộ thi đua khen thưởng',
  council_member: 'Thành viên hội đồng',
  leader: 'Lãnh đạo',
  admin: 'Quản trị viên',
};

function personOf(
  { units }: Campaign,
  { email, roles, unitIds }: Member,
  offered: readonly string[],
): PagePerson[] {
  const role = ROLES.find((each) => roles.includes(each));
  if (role === undefined) return [];
  const featured = offered.includes(email) ? { featured: true } : {};
  if (role !== 'unit_editor') {
    const [, number = ''] = /-(\d+)@/.exec(email) ?? [];
    return [{ email, role, label: `${LABELS[role]} ${number}`.trim(), ...featured }];
  }
  const unitName = units.findLast(({ id }) => id === unitIds[0])?.name ?? unitIds[0] ?? '';
  return [{ email, role, label: `Cán bộ ${unitName}`, unitName, ...featured }];
}
