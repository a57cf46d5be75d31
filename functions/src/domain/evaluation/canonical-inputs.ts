import type { PastPeriod, PastUnit, PeriodInputs, Rules, UnitInput } from './period-inputs.ts';

/**
 * The same inputs in their one order, so that what arrived in another order has the same digest and gives the
 * same bytes. Lists whose order means something (grades, tie-breaks, gates, legs, tiers) keep it.
 * Throws a RangeError where one unit, criterion or period is there twice: which would count?
 */
export function canonicalInputs({ rules, submissions, history }: PeriodInputs): PeriodInputs {
  return {
    rules: canonicalRules(rules),
    submissions: sorted(submissions, (input) => input.unitId).map(canonicalSubmission),
    history: sorted(history, (past) => past.period).map(canonicalPast),
  };
}

function canonicalRules(rules: Rules): Rules {
  return {
    ...rules,
    tracks: sorted(rules.tracks, (track) => track.code).map((track) => ({
      ...track,
      criteria: sorted(track.criteria, (criterion) => criterion.code),
    })),
    units: sorted(rules.units, (unit) => unit.id),
    merged: sorted(rules.merged, (unit) => unit.unitId),
    targets: sorted(rules.targets, (target) => `${target.unitId}\n${target.criterion}`),
  };
}

function canonicalSubmission(input: UnitInput): UnitInput {
  return {
    ...input,
    answers: sorted(input.answers, (answer) => answer.criterion),
    appraised: sorted(input.appraised, (answer) => answer.criterion),
  };
}

function canonicalPast(past: PastPeriod): PastPeriod {
  return { ...past, units: sorted(past.units, (unit) => unit.unitId).map(canonicalPastUnit) };
}

function canonicalPastUnit(unit: PastUnit): PastUnit {
  return { ...unit, criteria: sorted(unit.criteria, (each) => each.criterion) };
}

function sorted<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  const keyed = items.map((item) => ({ key: key(item), item }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  keyed.forEach(({ key: name }, i) => {
    if (name === keyed[i - 1]?.key) throw new RangeError(`twice in the inputs: ${name}`);
  });
  return keyed.map(({ item }) => item);
}
