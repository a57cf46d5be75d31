import { describe, expect, it } from 'vitest';
import type { Member, Role } from '../../../functions/src/ports/member.ts';
import { sharingOf } from '../../../functions/src/usecases/publishing/sharing.ts';

const member = (email: string, roles: readonly Role[], unitIds: readonly string[] = []): Member => ({
  email,
  roles,
  unitIds,
});

describe('a workbook', () => {
  const everybody = [
    member('admin@x.example', ['admin']),
    member('a@x.example', ['unit_editor'], ['A']),
    member('leader@x.example', ['leader', 'unit_editor'], ['B']),
    member('officer@x.example', ['officer']),
    member('council@x.example', ['council_member'], []),
  ];

  it('of a unit is open to its editors and the officers, and to nobody else', () => {
    expect(sharingOf('unit:A', everybody)).toEqual([
      { email: 'a@x.example', role: 'writer' },
      { email: 'officer@x.example', role: 'writer' },
    ]);
  });

  it('of the office is open to officers and admins', () => {
    expect(sharingOf('office', everybody)).toEqual([
      { email: 'admin@x.example', role: 'writer' },
      { email: 'officer@x.example', role: 'writer' },
    ]);
  });

  it('for leaders is read by every member and written by none, leaders first', () => {
    expect(sharingOf('summary', everybody)).toEqual(
      ['leader', 'officer', 'admin', 'council', 'a'].map((name) => ({
        email: `${name}@x.example`,
        role: 'reader',
      })),
    );
  });

  it('for leaders has 500 people at most, and leaves out unit editors before anybody else', () => {
    const editors = Array.from({ length: 600 }, (_, i) => member(`a${i}@x.example`, ['unit_editor'], ['A']));
    const shared = sharingOf('summary', [...editors, member('z@x.example', ['leader'])]);
    expect([shared.length, shared[0]!.email]).toEqual([500, 'z@x.example']);
  });
});
