import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Permission,
  planSharing,
  type Sharing,
} from '../../../functions/src/domain/watch/plan-sharing.ts';

describe('planSharing', () => {
  it('leaves the owner, the functions and what a shared drive gives, and takes away the rest', () => {
    const present: Permission[] = [
      { id: '1', type: 'user', role: 'owner', emailAddress: 'owner@x.example' },
      { id: '2', type: 'user', role: 'writer', emailAddress: 'Functions@x.example' },
      { id: '3', type: 'group', role: 'organizer', emailAddress: 'drive@x.example' },
      {
        id: '4',
        type: 'user',
        role: 'reader',
        emailAddress: 'up@x.example',
        permissionDetails: [{ inherited: true }],
      },
      { id: '5', type: 'anyone', role: 'reader' },
      { id: '6', type: 'domain', role: 'writer' },
      { id: '7', type: 'user', role: 'writer', emailAddress: 'gone@x.example' },
      { id: '8', type: 'user', role: 'reader', emailAddress: 'A@x.example' },
    ];
    const wanted: Sharing[] = [
      { email: 'a@x.example', role: 'writer' },
      { email: 'b@x.example', role: 'reader' },
      { email: 'owner@x.example', role: 'reader' },
    ];
    expect(planSharing(present, wanted, 'functions@x.example')).toEqual({
      grants: [{ email: 'b@x.example', role: 'reader' }],
      changes: [{ permissionId: '8', role: 'writer' }],
      revokes: ['5', '6', '7'],
    });
  });

  it('gives exactly the people who are wanted their access, and then has nothing to do', () => {
    const email = fc.constantFrom('a@x', 'b@x', 'c@x', 'd@x', 'e@x');
    const role = fc.constantFrom('reader' as const, 'writer' as const);
    const sharings = fc.uniqueArray(fc.record({ email, role }), { selector: (sharing) => sharing.email });
    fc.assert(
      fc.property(sharings, sharings, (before, wanted) => {
        const present = before.map((sharing, i) => toPermission(sharing, String(i)));
        const after = done(present, planSharing(present, wanted, undefined));
        const people = after.map(({ emailAddress, role: has }) => `${emailAddress} ${has}`).sort();
        expect(people).toEqual(wanted.map((sharing) => `${sharing.email} ${sharing.role}`).sort());
        expect(planSharing(after, wanted, undefined)).toEqual({ grants: [], changes: [], revokes: [] });
      }),
    );
  });
});

function toPermission({ email, role }: Sharing, id: string): Permission {
  return { id, type: 'user', role, emailAddress: email };
}

function done(present: readonly Permission[], plan: ReturnType<typeof planSharing>): Permission[] {
  const roles = new Map(plan.changes.map(({ permissionId, role }) => [permissionId, role]));
  return [
    ...present
      .filter(({ id }) => !plan.revokes.includes(id!))
      .map((permission) => ({ ...permission, role: roles.get(permission.id!) ?? permission.role })),
    ...plan.grants.map((sharing) => toPermission(sharing, `new ${sharing.email}`)),
  ];
}
