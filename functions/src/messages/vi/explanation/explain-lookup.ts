import type { Tag } from '../../../domain/campaign/tag.ts';
import type { Rules, TrackRules } from '../../../domain/evaluation/period-inputs.ts';
import type {
  PeriodResult,
  QuotaOutcome,
  Recognition,
  UnitResult,
} from '../../../domain/evaluation/period-result.ts';

/** Codes and ids of one track in words. */
export interface Words {
  readonly track: TrackRules;
  /** Names by code. */
  readonly grades: ReadonlyMap<string, string>;
  readonly breakthroughs: ReadonlyMap<string, string>;
  readonly unitOf: (unitId: string) => UnitResult | undefined;
  readonly nameOf: (unitId: string) => string;
  /** A key of the ranking in words; also criterion codes and "late", which gates are raised by. */
  readonly keyName: (key: string) => string;
}

/** What the parts of an explanation look up: the unit, its rules, and everybody else by id. */
export interface Lookup extends Words {
  readonly unit: UnitResult;
  /** Recognitions that name the unit, chosen or passed over. */
  readonly recognitions: readonly Recognition[];
  /** Quotas the unit was a candidate of. */
  readonly quotas: readonly QuotaEntry[];
}

export interface QuotaEntry {
  readonly quota: QuotaOutcome;
  readonly isKept: boolean;
}

export function lookupOf(unit: UnitResult, track: TrackRules, rules: Rules, result: PeriodResult): Lookup {
  return {
    ...wordsOf(track, rules, result),
    unit,
    recognitions: recognitionsBy(result.recognitions).get(unit.unitId) ?? [],
    quotas: quotasBy(result.quotas).get(unit.unitId) ?? [],
  };
}

export function wordsOf(track: TrackRules, rules: Rules, result: PeriodResult): Words {
  const units = unitsBy(result.units);
  const names = namesBy(rules.units);
  const breakthroughs = namesOf(rules.breakthroughs);
  return {
    track,
    grades: namesOf(track.grades),
    breakthroughs,
    unitOf: (unitId) => units.get(unitId),
    nameOf: (unitId) => units.get(unitId)?.name ?? names.get(unitId) ?? unitId,
    keyName: (key) => showKey(key, track, breakthroughs),
  };
}

export function namesOf(tags: readonly Tag[]): ReadonlyMap<string, string> {
  return new Map(tags.map(({ code, name }) => [code, name]));
}

/** Each is made once: ten thousand units are explained one after the other from the same result. */
const unitsBy = madeOnce(
  (units: PeriodResult['units']) => new Map(units.map((unit) => [unit.unitId, unit] as const)),
);
const namesBy = madeOnce(
  (units: Rules['units']) => new Map(units.map(({ id, name }) => [id, name] as const)),
);

const recognitionsBy = madeOnce((recognitions: PeriodResult['recognitions']) => {
  const byUnit = new Map<string, Recognition[]>();
  for (const recognition of recognitions)
    for (const { unitId } of [...recognition.chosen, ...recognition.passedOver])
      add(byUnit, unitId, recognition);
  return byUnit;
});

const quotasBy = madeOnce((quotas: PeriodResult['quotas']) => {
  const byUnit = new Map<string, QuotaEntry[]>();
  for (const quota of quotas) {
    const kept = new Set(quota.kept);
    for (const unitId of quota.candidates) add(byUnit, unitId, { quota, isKept: kept.has(unitId) });
  }
  return byUnit;
});

function madeOnce<List extends object, Made>(make: (list: List) => Made): (list: List) => Made {
  const known = new WeakMap<List, { readonly made: Made }>();
  return (list) => {
    const found = known.get(list) ?? { made: make(list) };
    known.set(list, found);
    return found.made;
  };
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

const KEYS: Readonly<Record<string, string>> = {
  grade: 'xếp loại',
  total: 'tổng điểm',
  base: 'điểm các tiêu chí (chưa tính thưởng, trừ)',
  bonus: 'điểm thưởng',
  deductions: 'điểm trừ',
  deduction_count: 'số lần bị trừ điểm',
  previous_place: 'hạng kỳ trước',
  late: 'nộp phiếu trễ hạn',
};

function showKey(key: string, track: TrackRules, breakthroughs: ReadonlyMap<string, string>): string {
  const plain = KEYS[key];
  if (plain !== undefined) return plain;
  const colon = key.indexOf(':');
  const code = key.slice(colon + 1);
  const named = (names: ReadonlyMap<string, string>): string => `${code} (${names.get(code) ?? code})`;
  switch (key.slice(0, Math.max(colon, 0))) {
    case 'group':
      return `điểm nhóm ${named(namesOf(track.groups))}`;
    case 'leg':
      return `điểm chân ${named(namesOf(track.legs))}`;
    case 'prong':
      return `điểm mũi ${named(namesOf(track.prongs))}`;
    case 'breakthrough':
      return `điểm đột phá ${named(breakthroughs)}`;
    case 'criterion':
      return `điểm tiêu chí ${named(namesOf(track.criteria))}`;
    case 'value':
      return `số liệu tiêu chí ${named(namesOf(track.criteria))}`;
    default:
      return `tiêu chí ${named(namesOf(track.criteria))}`;
  }
}
