import type { Campaign } from '../campaign/campaign.ts';
import { canonicalJson } from '../digest.ts';

/** What another configuration adds, takes away and changes; by code, each with a name people know it by. */
export interface CampaignChanges {
  readonly units: ListChanges;
  readonly criteria: ListChanges;
  readonly members: ListChanges;
  /** How many units' own targets are different. */
  readonly targets: number;
}

export interface ListChanges {
  readonly added: readonly Named[];
  readonly removed: readonly Named[];
  readonly changed: readonly Named[];
}

export interface Named {
  readonly code: string;
  readonly name: string;
}

interface Configured {
  readonly campaign: Campaign;
  readonly members: readonly { readonly email: string }[];
}

export function compareCampaigns(before: Configured, after: Configured): CampaignChanges {
  const of = <T>(
    listOf: (from: Configured) => readonly T[],
    codeOf: (item: T) => string,
    nameOf: (item: T) => string,
  ) => compareLists(listOf(before), listOf(after), codeOf, nameOf);
  const targets = of(
    ({ campaign }) => campaign.targets,
    ({ unitId, criterion }) => `${unitId}/${criterion}`,
    ({ unitId }) => unitId,
  );
  return {
    units: of(
      ({ campaign }) => campaign.units,
      ({ id }) => id,
      ({ name }) => name,
    ),
    criteria: of(
      ({ campaign }) => campaign.criteria,
      ({ code }) => code,
      ({ name }) => name,
    ),
    members: of(
      ({ members }) => members,
      ({ email }) => email,
      ({ email }) => email,
    ),
    targets: targets.added.length + targets.removed.length + targets.changed.length,
  };
}

/** A code may have several rows, one after the other in time: they are compared together. */
function compareLists<T>(
  before: readonly T[],
  after: readonly T[],
  codeOf: (item: T) => string,
  nameOf: (item: T) => string,
): ListChanges {
  const old = Map.groupBy(before, codeOf);
  const now = Map.groupBy(after, codeOf);
  const named = (code: string, rows: readonly T[]): Named => ({ code, name: nameOf(rows.at(-1)!) });
  const all = (rows: ReadonlyMap<string, readonly T[]>, keeps: (code: string) => boolean) =>
    [...rows].filter(([code]) => keeps(code)).map(([code, some]) => named(code, some));
  return {
    added: all(now, (code) => !old.has(code)),
    removed: all(old, (code) => !now.has(code)),
    changed: all(
      now,
      (code) => old.has(code) && canonicalJson(old.get(code)) !== canonicalJson(now.get(code)),
    ),
  };
}
