import { addDays, periodContaining, periodsOf } from '../../domain/campaign/calendar.ts';
import type { Campaign, Track } from '../../domain/campaign/campaign.ts';
import { answerKind } from '../../domain/campaign/criterion.ts';
import type { Day, Period, PeriodId } from '../../domain/campaign/period.ts';
import { rulesFor } from '../../domain/campaign/rules-for.ts';
import type { RankKey } from '../../domain/campaign/settings.ts';
import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import type { CodeOf } from '../../domain/issue.ts';
import { fromScaled, toScaled } from '../../domain/numbers/decimal.ts';
import { pointsOf } from '../../domain/numbers/micropoints.ts';
import type { Issues } from '../issues.ts';
import type { Criteria } from '../parse/criteria-csv.ts';
import type { Partly } from '../parse/read-each.ts';
import type { Units } from '../parse/units-csv.ts';

/**
 * Checks what only shows when everything dated is taken together: the rules of every period at which something
 * changes, exactly as an evaluation would take them.
 */
export function checkRules(campaign: Campaign, criteria: Criteria, units: Units, issues: Issues): void {
  const check = new RulesCheck(campaign, criteria, units, issues);
  for (const track of campaign.tracks) check.tags(track, campaign);
  const periods = periodsOfChange(campaign);
  for (const period of periods)
    for (const track of rulesFor(campaign, period).tracks)
      check.rules(track, campaign, periods.length > 1 ? period.id : undefined);
}

/** The first period, and each in which another rule begins to hold. Units and targets do not matter here. */
function periodsOfChange(campaign: Campaign): readonly Period[] {
  const { calendar } = campaign;
  if (calendar.kind === 'round') return periodsOf(calendar);
  const days = new Set<Day>([calendar.from]);
  for (const { validFrom, validTo } of [...campaign.settings, ...campaign.criteria]) {
    if (validFrom && validFrom > calendar.from) days.add(validFrom);
    if (validTo && validTo >= calendar.from) days.add(addDays(validTo, 1));
  }
  const periods = [...days].sort().map((day) => periodContaining(day, calendar));
  const byId = new Map(periods.filter((period) => period !== undefined).map((period) => [period.id, period]));
  return [...byId.values()];
}

class RulesCheck {
  readonly #criteria: Criteria;
  readonly #attributes: Declared;
  readonly #issues: Issues;
  /** False when some entry of the settings holds never or for no track, which was told. */
  readonly #settingsApply: boolean;
  /** Groups told once, in the first period in which they do not add up. */
  readonly #told = new Set<object>();

  constructor(campaign: Campaign, criteria: Criteria, units: Units, issues: Issues) {
    this.#criteria = criteria;
    this.#attributes = { what: 'attribute', codes: units.attributes, isWhole: units.isWhole };
    this.#issues = issues;
    this.#settingsApply = campaign.settings.every(({ track, validFrom = '', validTo }) => {
      const isOfTrack = track === undefined || campaign.tracks.some(({ code }) => code === track);
      return isOfTrack && (validTo === undefined || validFrom <= validTo);
    });
  }

  /** What the criteria name in their track, at whatever time. */
  tags(track: Track, campaign: Campaign): void {
    const path = this.#issues.at(track).column ?? '';
    const declared = (what: CodeOf, list: readonly { code: string }[], at: string) => ({
      what,
      codes: new Set(list.map((tag) => tag.code)),
      isWhole: !this.#issues.spoils(at),
    });
    const legs = declared('leg', track.legs, `${path}.legs`);
    const prongs = declared('prong', track.prongs, `${path}.prongs`);
    const groups = declared('group', track.groups, `${path}.groups`);
    const breakthroughs = declared('breakthrough', campaign.breakthroughs, 'breakthroughs');
    for (const criterion of campaign.criteria.filter((each) => each.track === track.code)) {
      this.#refer(criterion.leg, legs, criterion, 'leg');
      const isGrouped =
        this.#refer(criterion.prong, prongs, criterion, 'prong') &&
        this.#refer(criterion.group, groups, criterion, 'group');
      if (!isGrouped) this.#criteria.spoil(track.code);
      for (const code of criterion.breakthroughs) this.#refer(code, breakthroughs, criterion, 'breakthrough');
      this.#refer(criterion.notApplicableWhen?.attribute, this.#attributes, criterion, 'parameters');
    }
  }

  /** What one track's rules name among themselves at one time. */
  rules(track: TrackRules, campaign: Campaign, period: PeriodId | undefined): void {
    this.#groupSums(track, period);
    const grades = this.#settingsCodes('grade', track.grades, 'grades');
    const gates = this.#settingsCodes('gate', track.gates, 'gates');
    for (const criterion of track.criteria)
      this.#refer(criterion.gate, gates, criterion, this.#criteria.gateColumn(criterion));
    for (const gate of track.gates) {
      this.#refer(gate.capGrade, grades, gate, 'cap_grade');
      for (const below of gate.whenBelow ?? []) this.#key(below.key, below, 'key', track, campaign);
    }
    for (const quota of track.quotas) {
      this.#refer(quota.grade, grades, quota, 'grade');
      for (const [index, grade] of (quota.of ?? []).entries())
        this.#refer(grade, grades, quota, `of[${index}]`);
      if (quota.grade && quota.grade === track.grades.at(-1)?.code)
        this.#issues.add({
          code: 'settings_inconsistent',
          detail: 'quota_on_last_grade',
          at: this.#issues.at(quota, 'grade'),
        });
      if (quota.special) this.#refer(quota.special.attribute, this.#attributes, quota.special, 'attribute');
      this.#keys(quota, 'next_keys', quota.nextKeys, track, campaign);
    }
    this.#keys(track.ranking, 'tie_breaks', track.ranking.tieBreaks, track, campaign);
    for (const recognition of track.recognitions) {
      this.#refer(recognition.leastGrade, grades, recognition, 'least_grade');
      this.#keys(recognition, 'next_keys', recognition.nextKeys, track, campaign);
    }
  }

  /** The criteria of a group, each with its coefficient, add up to what the group says. */
  #groupSums(track: TrackRules, period: PeriodId | undefined): void {
    if (!this.#criteria.isWhole(track.code)) return;
    for (const group of track.groups) {
      if (group.max === undefined || this.#told.has(group)) continue;
      const scaled = track.criteria
        .filter((criterion) => criterion.group === group.code)
        .reduce((sum, { max, coefficient }) => sum + BigInt(max) * toScaled(coefficient), 0n);
      if (scaled === BigInt(group.max) * toScaled(ONE)) continue;
      this.#told.add(group);
      this.#issues.add({
        code: 'group_sum_differs',
        group: group.code,
        sum: fromScaled(scaled / 1_000_000n),
        max: pointsOf(group.max),
        ...(period && { period }),
        at: this.#issues.at(group, 'max'),
      });
    }
  }

  #keys(
    owner: object,
    field: string,
    keys: readonly { readonly key: RankKey }[] | undefined,
    track: TrackRules,
    campaign: Campaign,
  ): void {
    for (const [index, { key }] of (keys ?? []).entries())
      this.#key(key, owner, `${field}[${index}]`, track, campaign);
  }

  /** A key after a colon names something of the track. */
  #key(key: RankKey | undefined, owner: object, field: string, track: TrackRules, campaign: Campaign): void {
    const [tag, code] = key?.split(':') ?? [];
    if (key === undefined || code === undefined) return;
    const isCriterion = tag === 'criterion' || tag === 'value';
    if (isCriterion && !this.#criteria.isWhole(track.code)) return;
    const criteria = campaign.criteria.filter((each) => each.track === track.code && each.code === code);
    const at = this.#issues.at(owner, field);
    const known = isCriterion ? criteria : tagsOf(tag!, track, campaign).filter((each) => each.code === code);
    if (known.length === 0) this.#issues.add({ code: 'code_unknown', what: 'rank_key', value: key, at });
    else if (tag === 'value' && criteria.every((criterion) => answerKind(criterion) === 'text'))
      this.#issues.add({ code: 'settings_inconsistent', detail: 'key_not_comparable', at });
  }

  #settingsCodes(what: CodeOf, all: readonly Partly<{ code: string }>[], section: string): Declared {
    const isWhole = this.#settingsApply && !this.#issues.spoils(`settings[*].${section}`);
    return { what, codes: new Set(all.flatMap(({ code }) => code ?? [])), isWhole };
  }

  /** False where the code names nothing. */
  #refer(code: string | undefined, { what, codes, isWhole }: Declared, from: object, field: string): boolean {
    if (!code || codes.has(code)) return true;
    if (isWhole)
      this.#issues.add({ code: 'code_unknown', what, value: code, at: this.#issues.at(from, field) });
    return false;
  }
}

interface Declared {
  readonly what: CodeOf;
  readonly codes: ReadonlySet<string>;
  /** False when some code could not be read. */
  readonly isWhole: boolean;
}

const ONE = '1' as Parameters<typeof toScaled>[0];

function tagsOf(tag: string, track: TrackRules, campaign: Campaign): readonly { readonly code: string }[] {
  if (tag === 'leg') return track.legs;
  if (tag === 'prong') return track.prongs;
  return tag === 'group' ? track.groups : campaign.breakthroughs;
}
