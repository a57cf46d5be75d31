export interface Member {
  /** Lower case, NFC: the key. */
  readonly email: string;
  readonly roles: readonly Role[];
  /** Units a unit editor fills forms for; other roles see all. */
  readonly unitIds: readonly string[];
}

export type Role = 'unit_editor' | 'officer' | 'council_member' | 'leader' | 'admin';

export interface MemberReader {
  member(email: string): Promise<Member | undefined>;
  members(): Promise<readonly Member[]>;
  /** Of ten thousand members those alone who have a role. */
  membersWith(role: Role): Promise<readonly Member[]>;
  /** Who fills one unit's forms, or is named for it in another role. */
  membersOf(unitId: string): Promise<readonly Member[]>;
}

export interface MemberWriter {
  putMember(member: Member): void;
  removeMember(email: string): void;
}
