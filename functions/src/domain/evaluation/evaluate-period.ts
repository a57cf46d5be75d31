import { digestOf } from '../digest.ts';
import type { Decimal } from '../numbers/decimal.ts';
import { canonicalInputs } from './canonical-inputs.ts';
import { evaluateTrack, type TrackResult } from './evaluate-track.ts';
import type { PastPeriod, PeriodInputs, Rules } from './period-inputs.ts';
import type { PeriodResult, StreamedResult, UnitResult } from './period-result.ts';
import { pastFigures } from './scoring/past-figures.ts';
import type { TrackContext } from './scoring/track-context.ts';
import { readTrack, type TrackColumns } from './track-columns.ts';
import type { Previous } from './unit-result.ts';

/**
 * A whole period: points, grades, places, recognitions, and why. Pure and deterministic: the same inputs in any
 * order give the same bytes. Throws a RangeError for inputs that contradict themselves (one unit twice).
 */
export function evaluatePeriod(unordered: PeriodInputs): PeriodResult {
  const inputs = canonicalInputs(unordered);
  const { units, ...decided } = explained(decidePeriod(readPeriod(inputs)), digestOf(inputs));
  return { ...decided, units: [...units] };
}

/** A period's inputs in columns, in the order that canonicalInputs gives them. */
export interface PeriodColumns {
  readonly rules: Rules;
  readonly previous: Previous;
  readonly tracks: readonly TrackColumns[];
}

/** What is decided of a period, before anybody's explanation. */
export interface DecidedPeriod {
  readonly columns: PeriodColumns;
  readonly tracks: readonly TrackResult[];
}

/** Reads forms into columns: the one step that looks at every answer as it was written. */
export function readPeriod({ rules, submissions, history }: PeriodInputs): PeriodColumns {
  const inputsByUnit = new Map(submissions.map((input) => [input.unitId, input]));
  const registered = targetsByUnit(rules);
  const past = pastFigures(history, rules.merged);
  const breakthroughs = rules.breakthroughs.map(({ code }) => code);
  const tracks = rules.tracks.map((track) => {
    const units = rules.units.filter((unit) => unit.track === track.code);
    const context: TrackContext = {
      track,
      breakthroughs,
      period: rules.period.id,
      registered: (unitId) => registered.get(unitId),
      past,
    };
    const reporting = units.flatMap((unit) => {
      const input = inputsByUnit.get(unit.id);
      return input === undefined ? [] : [{ unit, input }];
    });
    return readTrack(context, units, reporting);
  });
  return { rules, previous: previousUnits(history), tracks };
}

/** Points, grades, quotas, places and recognitions, in columns. */
export function decidePeriod(columns: PeriodColumns): DecidedPeriod {
  return { columns, tracks: columns.tracks.map((track) => evaluateTrack(track, columns.previous)) };
}

/** The result as it is stored, with the digest of what it was evaluated from. */
export function explained({ columns, tracks }: DecidedPeriod, inputsDigest: string): StreamedResult {
  return {
    campaign: columns.rules.campaign,
    period: columns.rules.period.id,
    inputsDigest,
    units: { [Symbol.iterator]: () => explanations(columns, tracks) },
    quotas: tracks.flatMap(({ quotas }) => quotas),
    recognitions: tracks.flatMap(({ recognitions }) => recognitions),
  };
}

/** By unit id over all tracks, in each of which they are in this order too. */
function* explanations({ rules }: PeriodColumns, tracks: readonly TrackResult[]): Generator<UnitResult> {
  const byCode = new Map(rules.tracks.map(({ code }, i) => [code, { explain: tracks[i]!.explain, next: 0 }]));
  for (const { track } of rules.units) {
    const of = byCode.get(track);
    if (of !== undefined) yield of.explain(of.next++);
  }
}

function targetsByUnit({ targets }: Rules): ReadonlyMap<string, ReadonlyMap<string, Decimal>> {
  const byUnit = new Map<string, Map<string, Decimal>>();
  for (const { unitId, criterion, target } of targets) {
    const own = byUnit.get(unitId);
    if (own === undefined) byUnit.set(unitId, new Map([[criterion, target]]));
    else own.set(criterion, target);
  }
  return byUnit;
}

function previousUnits(history: readonly PastPeriod[]): Previous {
  const past = history.find(({ isPrevious }) => isPrevious);
  return { period: past?.period, units: new Map(past?.units.map((unit) => [unit.unitId, unit])) };
}
