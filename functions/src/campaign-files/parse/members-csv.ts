import { z } from 'zod';
import { cleanText } from '../../domain/form/text.ts';
import type { Member, Role } from '../../ports/member.ts';
import { refuseRepeated } from '../check/checks.ts';
import type { Issues } from '../issues.ts';
import { codes, type FieldMeta } from './fields.ts';
import type { Partly } from './read-each.ts';
import { readRows } from './read-rows.ts';
import type { Units } from './units-csv.ts';

export const MEMBERS_FILE = 'members.csv';

const ROLES: readonly Role[] = ['unit_editor', 'officer', 'council_member', 'leader', 'admin'];
const ADDRESS = /^[a-z0-9](?:[a-z0-9._%+-]*[a-z0-9_+-])?@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

const email = z
  .string()
  .transform((raw) => cleanText(raw).toLowerCase())
  .refine((address) => address.length <= 254 && ADDRESS.test(address))
  .meta({ code: 'member' } satisfies FieldMeta);

export const memberRow = z.strictObject({
  email,
  roles: codes('role'),
  unit_ids: codes('unit').default([]),
});

/** Reads who may do what. */
export function readMembers(text: string, units: Units, issues: Issues): readonly Member[] {
  const { rows } = readRows(MEMBERS_FILE, text, { schema: memberRow }, issues);
  refuseRepeated(
    rows.map(({ read }) => read),
    'email',
    'member',
    issues,
  );
  const unitIds = new Set(units.all.map((unit) => unit.id));
  return rows.map(({ read }) => {
    const roles = (read.roles ?? []).map((role) => role.toLowerCase());
    for (const role of roles)
      if (!isRole(role))
        issues.add({ code: 'code_unknown', what: 'role', value: role, at: issues.at(read, 'roles') });
    for (const unitId of read.unit_ids ?? [])
      if (units.isWhole && !unitIds.has(unitId))
        issues.add({ code: 'code_unknown', what: 'unit', value: unitId, at: issues.at(read, 'unit_ids') });
    checkScope(read, roles, issues);
    return {
      email: read.email ?? '',
      roles: unique(roles.filter(isRole)),
      unitIds: unique(read.unit_ids ?? []),
    };
  });
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);
const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

/** A unit editor has units, and only a unit editor has. */
function checkScope(row: Partly<z.output<typeof memberRow>>, roles: readonly string[], issues: Issues): void {
  if (row.roles === undefined || issues.isUnread(row, 'unit_ids')) return;
  const isEditor = roles.includes('unit_editor');
  const hasUnits = (row.unit_ids ?? []).length > 0;
  const at = issues.at(row, 'unit_ids');
  if (isEditor && !hasUnits)
    issues.add({ code: 'settings_inconsistent', detail: 'editor_without_units', at });
  if (!isEditor && hasUnits && roles.every(isRole))
    issues.add({ code: 'settings_inconsistent', detail: 'units_without_editor', at });
}
