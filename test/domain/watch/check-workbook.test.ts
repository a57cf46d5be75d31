import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkWorkbook,
  type ExpectedFile,
  type ReachedFile,
} from '../../../functions/src/domain/watch/check-workbook.ts';
import { findingKey, type KeptFinding, sinceWhen } from '../../../functions/src/domain/watch/finding.ts';
import {
  type Permission,
  planSharing,
  type Sharing,
} from '../../../functions/src/domain/watch/plan-sharing.ts';

const OWN = 'functions@x.example';
const OFFICER = { email: 'officer@x.example', role: 'writer' } as const;
const LEADER = { email: 'leader@x.example', role: 'reader' } as const;
const expected: ExpectedFile = {
  sharing: [OFFICER, LEADER],
  members: new Set([OFFICER.email, LEADER.email, 'b@x.example']),
  own: OWN,
  folder: undefined,
  home: { owner: OWN, folders: ['root'] },
};
const right: ReachedFile = {
  trashed: false,
  home: { owner: OWN, folders: ['root'] },
  mayWrite: true,
  mayShare: true,
  openTabs: [],
  permissions: [
    { id: '1', type: 'user', role: 'owner', emailAddress: OWN },
    { id: '2', type: 'user', role: 'writer', emailAddress: 'Officer@x.example' },
    { id: '3', type: 'user', role: 'reader', emailAddress: LEADER.email },
  ],
};
const shared = (...more: readonly Permission[]): ReachedFile => ({
  ...right,
  permissions: [...right.permissions!, ...more],
});
const without = (id: string, ...more: readonly Permission[]): ReachedFile => ({
  ...right,
  permissions: [...right.permissions!.filter((each) => each.id !== id), ...more],
});

describe('a workbook’s file', () => {
  it('as it should be has nothing to find in it', () => {
    expect(checkWorkbook(expected, right)).toEqual([]);
  });

  it.each<[string, ReachedFile | 'unreachable', object]>([
    ['cannot be reached', 'unreachable', { kind: 'unreachable' }],
    ['is in the trash', { ...right, trashed: true }, { kind: 'trashed' }],
    [
      'lets the functions only read',
      { ...right, mayWrite: false, mayShare: false, permissions: undefined as never },
      { kind: 'demoted', mayWrite: false },
    ],
    ['lets the functions not share', { ...right, mayShare: false }, { kind: 'demoted', mayWrite: true }],
    ['was moved', { ...right, home: { owner: OWN, folders: ['else'] } }, { kind: 'moved' }],
    [
      'has another owner',
      { ...right, home: { owner: 'b@x.example', folders: ['root'] } },
      { kind: 'owner_changed', subject: 'b@x.example' },
    ],
    [
      'is open by its link',
      shared({ id: '9', type: 'anyone', role: 'reader' }),
      { kind: 'link_open', mayWrite: false },
    ],
    [
      'may be written by its link',
      shared({ id: '9', type: 'anyone', role: 'writer' }),
      { kind: 'link_open', mayWrite: true },
    ],
    [
      'is open to a domain',
      shared({ id: '9', type: 'domain', role: 'reader', domain: 'x.example' }),
      { kind: 'domain_open', subject: 'x.example', mayWrite: false },
    ],
    [
      'is open to a stranger',
      shared({ id: '9', type: 'user', role: 'writer', emailAddress: 'Z@y.example' }),
      { kind: 'stranger', subject: 'z@y.example', mayWrite: true, isMember: false },
    ],
    [
      'is open to another unit',
      shared({ id: '9', type: 'user', role: 'commenter', emailAddress: 'b@x.example' }),
      { kind: 'stranger', subject: 'b@x.example', mayWrite: false, isMember: true },
    ],
    [
      'is written by who should read',
      without('3', { id: '3', type: 'user', role: 'writer', emailAddress: LEADER.email }),
      { kind: 'more_rights', subject: LEADER.email },
    ],
    [
      'is only read by who should write',
      without('2', { id: '2', type: 'user', role: 'reader', emailAddress: OFFICER.email }),
      { kind: 'fewer_rights', subject: OFFICER.email },
    ],
    ['is closed to who should write', without('2'), { kind: 'access_lost', subject: OFFICER.email }],
    [
      'has a tab that nothing protects',
      { ...right, openTabs: ['Kết quả'] },
      { kind: 'protection_removed', subject: 'Kết quả' },
    ],
  ])('that %s is found out, and only that', (_, found, finding) => {
    expect(checkWorkbook(expected, found)).toEqual([finding]);
  });

  it('on a shared drive is where the configured folder is, and what comes down from the drive is nobody’s doing', () => {
    const onDrive = { ...expected, folder: 'F' };
    const inherited = { id: '7', type: 'user', role: 'organizer', emailAddress: 'it@x.example' };
    const found = { ...shared(inherited), home: { folders: ['F'] } };
    expect(checkWorkbook(onDrive, found)).toEqual([]);
    expect(checkWorkbook(onDrive, { ...found, home: { folders: ['G'] } })).toEqual([{ kind: 'moved' }]);
  });

  const email = fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example', 'd@y.example');
  const sharing = fc.uniqueArray(fc.record({ email, role: fc.constantFrom('reader', 'writer') }), {
    selector: (each) => each.email,
  }) as fc.Arbitrary<Sharing[]>;
  const permission = fc.oneof(
    fc.record({
      type: fc.constant('user'),
      role: fc.constantFrom('reader', 'commenter', 'writer'),
      emailAddress: email,
    }),
    fc.record({ type: fc.constantFrom('anyone', 'domain'), role: fc.constantFrom('reader', 'writer') }),
  );
  const permissions = fc
    .uniqueArray(permission, {
      selector: (each) => JSON.stringify(['emailAddress' in each ? each.emailAddress : each.type]),
    })
    .map((all) => all.map((each, i): Permission => ({ id: String(i), ...each })));

  it('has something to find exactly where sharing it anew would change something, one for each change', () => {
    fc.assert(
      fc.property(sharing, permissions, (wanted, present) => {
        const found = checkWorkbook({ ...expected, sharing: wanted }, { ...right, permissions: present });
        const { grants, changes, revokes } = planSharing(present, wanted, OWN);
        expect(found).toHaveLength(grants.length + changes.length + revokes.length);
      }),
    );
  });
});

const minus = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  new Set([...a].filter((each) => !b.has(each)));

describe('findings over time', () => {
  const at = new Date('2024-03-20T03:00:00Z');
  const finding = fc.record({
    kind: fc.constantFrom('stranger', 'trashed', 'moved'),
    subject: fc.constantFrom('a', 'b'),
  });
  const findings = fc.uniqueArray(finding, {
    selector: (each) => findingKey(each as KeptFinding),
  }) as fc.Arbitrary<Omit<KeptFinding, 'since'>[]>;

  it('keep the moment they were found first; new, gone and lasting ones are told apart, whatever their order', () => {
    fc.assert(
      fc.property(findings, findings, (before, now) => {
        const since = new Date('2024-01-01');
        const kept = before.map((each) => ({ ...each, since }));
        const { findings: next, news, gone } = sinceWhen(now, kept, at);
        const keys = (all: readonly Omit<KeptFinding, 'since'>[]) => new Set(all.map(findingKey));
        expect(keys(next)).toEqual(keys(now));
        expect(keys(news)).toEqual(minus(keys(now), keys(before)));
        expect(keys(gone)).toEqual(minus(keys(before), keys(now)));
        for (const each of next) expect(each.since).toBe(keys(before).has(findingKey(each)) ? since : at);
      }),
    );
  });
});
