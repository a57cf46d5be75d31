import { digestOf } from '../digest.ts';
import { canonicalInputs } from './canonical-inputs.ts';
import { evaluateTrack, type TrackResult } from './evaluate-track.ts';
import type { PastPeriod, PeriodInputs } from './period-inputs.ts';
import type { PeriodResult } from './period-result.ts';
import { pastFigures } from './scoring/past-figures.ts';
import { scoreTrack } from './scoring/score-track.ts';
import type { TrackContext } from './scoring/track-context.ts';
import type { Previous } from './unit-result.ts';

/**
 * A whole period: points, grades, places, recognitions, and why. Pure and deterministic: the same inputs in any
 * order give the same bytes. Throws a RangeError for inputs that contradict themselves (one unit twice).
 */
export function evaluatePeriod(unordered: PeriodInputs): PeriodResult {
  const tracks = evaluateByTrack(unordered);
  for (;;) {
    const step = tracks.next();
    if (step.done === true) return step.value;
  }
}

/** The same, yielding how many units are evaluated after each track: whoever waits can be told. */
export function* evaluateByTrack(unordered: PeriodInputs): Generator<number, PeriodResult, undefined> {
  const inputs = canonicalInputs(unordered);
  const { rules, history } = inputs;
  const inputsByUnit = new Map(inputs.submissions.map((input) => [input.unitId, input]));
  const targets = new Map(rules.targets.map((each) => [targetKey(each.unitId, each.criterion), each.target]));
  const past = pastFigures(history, rules.merged);
  const previous = previousUnits(history);
  const tracks: TrackResult[] = [];
  let evaluated = 0;
  for (const track of rules.tracks) {
    const units = rules.units.filter((unit) => unit.track === track.code);
    const context: TrackContext = {
      track,
      breakthroughs: rules.breakthroughs.map(({ code }) => code),
      period: rules.period.id,
      registered: (unitId, criterion) => targets.get(targetKey(unitId, criterion)),
      past,
    };
    const reporting = units.flatMap((unit) => {
      const input = inputsByUnit.get(unit.id);
      return input === undefined ? [] : [{ unit, input }];
    });
    tracks.push(evaluateTrack(track, units, scoreTrack(context, reporting), previous));
    evaluated += units.length;
    yield evaluated;
  }
  return {
    campaign: rules.campaign,
    period: rules.period.id,
    inputsDigest: digestOf(inputs),
    units: tracks.flatMap(({ units }) => units).sort((a, b) => (a.unitId < b.unitId ? -1 : 1)),
    quotas: tracks.flatMap(({ quotas }) => quotas),
    recognitions: tracks.flatMap(({ recognitions }) => recognitions),
  };
}

const targetKey = (unitId: string, criterion: string): string => `${unitId}\n${criterion}`;

function previousUnits(history: readonly PastPeriod[]): Previous {
  const past = history.find(({ isPrevious }) => isPrevious);
  return { period: past?.period, units: new Map(past?.units.map((unit) => [unit.unitId, unit])) };
}
