import { contentOf, csvOf } from '../../functions/src/campaign-files/format/format-campaign.ts';
import { MEMBERS_FILE } from '../../functions/src/campaign-files/parse/members-csv.ts';
import type { Campaign } from '../../functions/src/domain/campaign/campaign.ts';
import type { Member, Role } from '../../functions/src/ports/member.ts';

/** Nobody's: the domain is reserved for examples (RFC 2606). */
const DOMAIN = 'van-phong.example';
const SCHEDULER = `hen-gio@${DOMAIN}`;
const FILL_IN: readonly [Role, string][] = [
  ['admin', 'quan-tri'],
  ['officer', 'can-bo'],
  ['leader', 'lanh-dao'],
];
const OFFERED: readonly Role[] = ['unit_editor', 'officer', 'council_member', 'leader'];

export interface OwnPeople {
  readonly admin: string;
  readonly officer: string;
  readonly scheduler: string;
  /** Without the scheduler: whom one can be. */
  readonly shown: readonly Member[];
  /** One of each role, and a second unit. */
  readonly featured: readonly string[];
  /** members.csv with everybody in it. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * The campaign's members, and whoever it takes besides to play it through on one machine: an admin, an officer, a
 * leader, somebody for each unit that has nobody, and the scheduler. Of an address each, in nobody's domain.
 */
export function withPeople(campaign: Campaign, members: readonly Member[]): OwnPeople {
  const staff = FILL_IN.filter(([role]) => !members.some(({ roles }) => roles.includes(role))).map(
    ([role, name]): Member => ({ email: `${name}@${DOMAIN}`, roles: [role], unitIds: [] }),
  );
  const looked = new Set(
    members.flatMap(({ roles, unitIds }) => (roles.includes('unit_editor') ? unitIds : [])),
  );
  const editors = [...new Set(campaign.units.map(({ id }) => id))]
    .filter((id) => !looked.has(id))
    .map((id): Member => ({ email: `${id.toLowerCase()}@${DOMAIN}`, roles: ['unit_editor'], unitIds: [id] }));
  const shown = [...members, ...staff, ...editors];
  const first = (role: Role) => shown.find(({ roles }) => roles.includes(role))?.email;
  const [, second] = shown.filter(({ roles }) => roles.includes('unit_editor'));
  const scheduler: Member = { email: SCHEDULER, roles: ['officer'], unitIds: [] };
  const { tables } = contentOf({ campaign, members: [...shown, scheduler] });
  return {
    admin: first('admin')!,
    officer: first('officer')!,
    scheduler: SCHEDULER,
    shown,
    featured: [first('unit_editor'), second?.email, ...OFFERED.slice(1).map(first)].filter(
      (email) => email !== undefined,
    ),
    files: { [MEMBERS_FILE]: csvOf(tables.members) },
  };
}
