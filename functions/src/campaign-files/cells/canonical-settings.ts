import { addDays } from '../../domain/campaign/calendar.ts';
import type { Day } from '../../domain/campaign/period.ts';
import type { Settings } from '../../domain/campaign/settings.ts';
import type { Validity } from '../../domain/campaign/validity.ts';

/** What a settings entry holds for. "" is open. */
export interface Scope {
  readonly track: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The order in which entries hold, whatever row they stand in: the later beginning goes before the earlier one, and
 * of equals the one that ends earlier. An entry that comes later in the list replaces those before it.
 */
export function byScope(a: Scope, b: Scope): number {
  return compare(a.from, b.from) || compare(b.to || LAST, a.to || LAST) || compare(a.track, b.track);
}

/**
 * The same rules in every period, in the order of their scopes and with one entry for each scope: what rows of a
 * sheet can say, which people sort. Where the list says something else by its order, each section is cut into spans
 * that do not overlap.
 */
export function canonicalSettings(settings: readonly Settings[]): readonly Settings[] {
  const present = settings.filter((entry) => sectionsOf(entry).length > 0);
  const sorted = present.toSorted((a, b) => byScope(scopeOf(a), scopeOf(b)));
  return isFaithful(present, sorted) ? sorted : merged(inSpans(present));
}

const FIRST = '' as Day;
const LAST = '9999-12-31' as Day;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const scopeOf = ({ track = '', validFrom = FIRST, validTo = FIRST }: Settings): Scope => ({
  track,
  from: validFrom,
  to: validTo,
});

type SectionName = Exclude<keyof Settings, 'track' | keyof Validity>;

function sectionsOf({ track: _, validFrom: __, validTo: ___, ...sections }: Settings): SectionName[] {
  return (Object.keys(sections) as SectionName[]).filter((name) => sections[name] !== undefined);
}

/** No scope twice, and no two entries that meet somewhere have changed places. */
function isFaithful(given: readonly Settings[], sorted: readonly Settings[]): boolean {
  const keys = new Set(given.map((entry) => JSON.stringify(scopeOf(entry))));
  if (keys.size < given.length) return false;
  return given.every((earlier, i) =>
    given
      .slice(i + 1)
      .every((later) => sorted.indexOf(earlier) < sorted.indexOf(later) || !meet(earlier, later)),
  );
}

function meet(a: Settings, b: Settings): boolean {
  if (a.track !== b.track || !sectionsOf(a).some((name) => b[name] !== undefined)) return false;
  return (a.validFrom ?? '') <= (b.validTo ?? LAST) && (b.validFrom ?? '') <= (a.validTo ?? LAST);
}

/** Each section of each track, span by span, as the list has it. */
function inSpans(settings: readonly Settings[]): Settings[] {
  const tracks = [...new Set(settings.map(({ track }) => track))];
  return tracks.flatMap((track) => {
    const own = settings.filter((entry) => entry.track === track);
    const names = new Set(own.flatMap(sectionsOf));
    return [...names].flatMap((name) =>
      spansOf(own, name).map(({ from, to, value }) => ({
        ...(track !== undefined && { track }),
        ...(from && { validFrom: from }),
        ...(to && { validTo: to }),
        [name]: value,
      })),
    );
  });
}

interface Span {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly value: unknown;
}

function spansOf(settings: readonly Settings[], name: SectionName): Span[] {
  const begins = settings.flatMap(({ validFrom, validTo }) => [
    ...(validFrom ? [validFrom] : []),
    ...(validTo ? [addDays(validTo, 1)] : []),
  ]);
  const days: (Day | undefined)[] = [undefined, ...[...new Set(begins)].sort()];
  const spans: Span[] = [];
  days.forEach((from, i) => {
    const next = days[i + 1];
    const to = next && addDays(next, -1);
    const value = settings.findLast((entry) => entry[name] !== undefined && holds(entry, from ?? '', to))?.[
      name
    ];
    const last = spans.at(-1);
    if (last !== undefined && last.value === value) spans[spans.length - 1] = { ...last, to };
    else spans.push({ from, to, value });
  });
  return spans.filter(({ value }) => value !== undefined);
}

/** All of the span: its ends are where something begins or ends. */
function holds({ validFrom, validTo }: Settings, from: string, to: string | undefined): boolean {
  return (validFrom ?? '') <= from && (to ?? LAST) <= (validTo ?? LAST);
}

function merged(settings: readonly Settings[]): readonly Settings[] {
  const byKey = Map.groupBy(settings, (entry) => JSON.stringify(scopeOf(entry)));
  const entries = [...byKey.values()].map((some) => Object.assign({}, ...some) as Settings);
  return entries.sort((a, b) => byScope(scopeOf(a), scopeOf(b)));
}
