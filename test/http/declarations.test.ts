import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint } from '../../functions/src/http/endpoint.ts';
import { endpoints } from '../../functions/src/http/endpoints.ts';
import { scopeOf } from '../../functions/src/http/scope.ts';
import type { Member, Role } from '../../functions/src/ports/member.ts';

const member = (parts: Partial<Member>): Member => ({
  email: 'a@x.example',
  roles: [],
  unitIds: [],
  ...parts,
});

describe('an endpoint’s declaration', () => {
  it('does not compile without saying who may call', () => {
    const rest = {
      method: 'POST',
      accepts: z.strictObject({ campaign: z.string() }),
      answer: async () => 1,
    } as const;
    // @ts-expect-error: nobody is named
    endpoint({ ...rest });
    // @ts-expect-error: an empty list of roles is nobody named
    endpoint({ ...rest, mayCall: {} });
    // @ts-expect-error: no such role
    endpoint({ ...rest, mayCall: { visitor: 'campaign' } });
    expect(endpoint({ ...rest, mayCall: { officer: 'campaign' } }).mayCall).toEqual({ officer: 'campaign' });
  });

  it('takes a strict body that names its campaign', () => {
    for (const [name, { accepts }] of Object.entries(endpoints)) {
      const extra = accepts.safeParse({ campaign: 'C', period: '2024-03', unitId: 'A', surprise: 1 });
      const keys = extra.error?.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys' ? issue.keys : [],
      );
      expect([name, keys]).toEqual([name, expect.arrayContaining(['surprise'])]);
      const without = accepts.safeParse({});
      expect([name, without.error?.issues.some(({ path }) => path[0] === 'campaign')]).toEqual([name, true]);
    }
  });

  it('lets nobody but a unit editor reach only own units', () => {
    for (const { mayCall } of Object.values(endpoints))
      for (const [role, reach] of Object.entries(mayCall))
        expect(reach).toBe(role === 'unit_editor' ? 'own_units' : 'campaign');
  });
});

describe('a member’s scope', () => {
  const mayCall = { unit_editor: 'own_units', officer: 'campaign' } as const;
  const refused = (who: Member | undefined) => () => scopeOf(who, mayCall);

  it('is refused where it is missing: no member, no role, no unit', () => {
    for (const who of [
      undefined,
      member({}),
      member({ roles: ['unit_editor'] }),
      member({ roles: ['leader', 'council_member', 'admin'], unitIds: ['A'] }),
    ])
      expect(refused(who)).toThrow(expect.objectContaining({ code: 'forbidden' }));
    for (const role of ['__proto__', 'constructor', 'toString'])
      expect(refused(member({ roles: [role as Role], unitIds: ['A'] }))).toThrow(
        expect.objectContaining({ code: 'forbidden' }),
      );
  });

  it('is the widest of the member’s roles', () => {
    expect(scopeOf(member({ roles: ['unit_editor'], unitIds: ['A', 'B'] }), mayCall)).toEqual({
      reach: 'own_units',
      unitIds: ['A', 'B'],
    });
    expect(scopeOf(member({ roles: ['unit_editor', 'officer'], unitIds: ['A'] }), mayCall)).toEqual({
      reach: 'campaign',
    });
  });
});
