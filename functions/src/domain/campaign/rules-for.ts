import type { MergedUnit, Rules, TrackRules } from '../evaluation/period-inputs.ts';
import type { Campaign, Track } from './campaign.ts';
import type { Criterion } from './criterion.ts';
import type { Day, Period } from './period.ts';
import type { CouncilSections, Settings } from './settings.ts';
import type { Unit } from './unit.ts';
import { isValidOn, type Validity } from './validity.ts';

/**
 * The rules of one period. What is valid on the period's last day counts for all of it: so a unit renamed or
 * merged within a month appears once, and a rule changed within a month applies to the whole month.
 */
export function rulesFor(campaign: Campaign, period: Period): Rules {
  const day = lastDay(campaign, period);
  const units = campaign.units.filter((unit) => isValidOn(unit, day)).sort(by((unit) => unit.id));
  return {
    campaign: campaign.code,
    period,
    breakthroughs: campaign.breakthroughs,
    tracks: campaign.tracks.map((track) => trackRules(campaign, track, day)).sort(by((track) => track.code)),
    units,
    merged: mergedUnits(campaign.units, units, day),
    targets: campaign.targets
      .filter((target) => isValidOn(target, day))
      .sort(by((target) => `${target.unitId}\n${target.criterion}`)),
  };
}

/** Where the campaign ends within the period, its last day counts, or nothing would be valid any more. */
function lastDay({ calendar }: Campaign, period: Period): Day {
  return calendar.to !== undefined && calendar.to < period.to ? calendar.to : period.to;
}

function trackRules(campaign: Campaign, track: Track, day: Day): TrackRules {
  const criteria: readonly Criterion[] = campaign.criteria.filter(
    (criterion) => criterion.track === track.code && isValidOn(criterion, day),
  );
  return { ...track, criteria, ...settingsOf(campaign.settings, track.code, day) };
}

type Sections = Required<Omit<Settings, 'track' | keyof Validity | keyof CouncilSections>>;

/** What holds where the settings say nothing. Two decimals compared is decision 2 of the domain. */
const DEFAULTS: Sections = {
  totals: {},
  grades: [],
  gates: [],
  quotas: [],
  ranking: { leading: 'points', places: 'competition', decimals: 2, tieBreaks: [] },
  recognitions: [],
  standings: { method: 'sum', missing: 'zero' },
};

/** A section replaces the same section of earlier entries, whole; entries of the track come after the general ones. */
function settingsOf(all: readonly Settings[], track: string, day: Day): Sections {
  const valid = all.filter((settings) => isValidOn(settings, day));
  const general = valid.filter((settings) => settings.track === undefined);
  const own = valid.filter((settings) => settings.track === track);
  const sections = { ...DEFAULTS };
  for (const entry of [...general, ...own]) {
    const {
      track: _,
      validFrom: _from,
      validTo: _to,
      ballots: _b,
      decisions: _d,
      review: _r,
      ...present
    } = entry;
    Object.assign(sections, withoutUndefined(present));
  }
  return sections;
}

function withoutUndefined(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** Units gone before this day, each with the valid unit at the end of its chain of successors. */
function mergedUnits(all: readonly Unit[], valid: readonly Unit[], day: Day): readonly MergedUnit[] {
  const validIds = new Set(valid.map((unit) => unit.id));
  const successors = new Map<string, string>();
  for (const unit of all)
    if (
      unit.successor !== undefined &&
      unit.validTo !== undefined &&
      unit.validTo < day &&
      !validIds.has(unit.id)
    )
      successors.set(unit.id, unit.successor);
  const merged: MergedUnit[] = [];
  for (const unitId of successors.keys()) {
    const into = endOfChain(unitId, successors);
    if (into !== undefined && validIds.has(into)) merged.push({ unitId, into });
  }
  return merged.sort(by((unit) => unit.unitId));
}

function endOfChain(unitId: string, successors: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set([unitId]);
  let last = unitId;
  for (let next = successors.get(last); next !== undefined; next = successors.get(last)) {
    if (seen.has(next)) return undefined;
    seen.add(next);
    last = next;
  }
  return last;
}

const by =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
