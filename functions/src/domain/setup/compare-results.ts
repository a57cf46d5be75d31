import type { Rules } from '../evaluation/period-inputs.ts';
import type { PeriodResult, UnitResult } from '../evaluation/period-result.ts';
import type { Micropoints } from '../numbers/micropoints.ts';

/** What other rules would make of one and the same month. */
export interface ResultChanges {
  /** Units whose place, grade, recognitions, points are different, or that come or go. */
  readonly counts: Readonly<Record<'place' | 'grade' | 'recognition' | 'points' | 'comes' | 'goes', number>>;
  /** The first of them, those whose place moves furthest first. */
  readonly units: readonly UnitChange[];
  /** How many more there are than those named. */
  readonly more: number;
}

export interface UnitChange {
  readonly unitId: string;
  readonly name: string;
  /** Absent: no unit of the month by these rules. */
  readonly before?: UnitOutcome;
  readonly after?: UnitOutcome;
}

export interface UnitOutcome {
  /** Absent: not reported. */
  readonly place?: number;
  readonly total?: Micropoints;
  /** Names, as people read them. */
  readonly grade?: string;
  readonly recognitions: readonly string[];
}

interface Evaluated {
  readonly rules: Rules;
  readonly result: PeriodResult;
}

const MOST_NAMED = 20;

export function compareResults(before: Evaluated, after: Evaluated): ResultChanges {
  const [old, now] = [outcomesOf(before), outcomesOf(after)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((unitId): UnitChange[] => {
    const [was, is] = [old.get(unitId), now.get(unitId)];
    if (was && is && Object.values(differences(was.outcome, is.outcome)).every((differs) => !differs))
      return [];
    return [
      {
        unitId,
        name: (is ?? was)!.name,
        ...(was && { before: was.outcome }),
        ...(is && { after: is.outcome }),
      },
    ];
  });
  const named = changes.sort(byDistance).slice(0, MOST_NAMED);
  return { counts: countsOf(changes), units: named, more: changes.length - named.length };
}

function outcomesOf({ rules, result }: Evaluated) {
  const recognitions = Map.groupBy(
    result.recognitions.flatMap(({ rule, track, chosen }) =>
      chosen.map(({ unitId }) => ({ unitId, name: nameOf(rules, track, 'recognitions', rule) })),
    ),
    ({ unitId }) => unitId,
  );
  const named = (unitId: string) =>
    [...new Set((recognitions.get(unitId) ?? []).map(({ name }) => name))].sort();
  return new Map(
    result.units.map((unit) => [
      unit.unitId,
      { name: unit.name, outcome: outcomeOf(unit, rules, named(unit.unitId)) },
    ]),
  );
}

function outcomeOf(unit: UnitResult, rules: Rules, recognitions: readonly string[]): UnitOutcome {
  if (unit.status === 'not_reported') return { recognitions };
  const grade = unit.grade.final && nameOf(rules, unit.track, 'grades', unit.grade.final);
  return {
    ...(unit.place.place !== undefined && { place: unit.place.place }),
    total: unit.total,
    ...(grade && { grade }),
    recognitions,
  };
}

function nameOf(rules: Rules, track: string, list: 'grades' | 'recognitions', code: string): string {
  const own = rules.tracks.find((each) => each.code === track)?.[list] ?? [];
  return own.find((each) => each.code === code)?.name ?? code;
}

function differences(was: UnitOutcome, is: UnitOutcome) {
  return {
    place: was.place !== is.place,
    grade: was.grade !== is.grade,
    recognition: was.recognitions.join('\n') !== is.recognitions.join('\n'),
    points: was.total !== is.total,
  };
}

function countsOf(changes: readonly UnitChange[]): ResultChanges['counts'] {
  const counts = { place: 0, grade: 0, recognition: 0, points: 0, comes: 0, goes: 0 };
  for (const { before, after } of changes)
    if (before && after) {
      for (const [what, differs] of Object.entries(differences(before, after)))
        if (differs) counts[what as keyof typeof counts]++;
    } else counts[before ? 'goes' : 'comes']++;
  return counts;
}

/** Whoever comes or goes, then the furthest, then by place. */
function byDistance(a: UnitChange, b: UnitChange): number {
  const distance = ({ before, after }: UnitChange) =>
    before?.place === undefined || after?.place === undefined
      ? Number.MAX_SAFE_INTEGER
      : Math.abs(before.place - after.place);
  const place = ({ before, after }: UnitChange) => after?.place ?? before?.place ?? Number.MAX_SAFE_INTEGER;
  return distance(b) - distance(a) || place(a) - place(b) || (a.unitId < b.unitId ? -1 : 1);
}
