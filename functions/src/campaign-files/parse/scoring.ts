import type { At } from '../../domain/at.ts';
import type { AgainstTarget, Criterion, Scoring, ScoringKind } from '../../domain/campaign/criterion.ts';
import type { Issue } from '../../domain/issue.ts';
import { compareDecimals, type Decimal, parseDecimal, toScaled } from '../../domain/numbers/decimal.ts';
import { type Micropoints, pointsOf, ZERO_POINTS } from '../../domain/numbers/micropoints.ts';
import { isCode, parseRatio, readYesNo } from './fields.ts';
import { ParameterReader, parsePoints, within } from './parameter-reader.ts';
import type { TierClause } from './parameters.ts';

/** What a criterion's method and parameters say. */
export interface CriterionRule {
  readonly scoring: Scoring;
  readonly gate?: string;
  readonly notApplicableWhen?: Criterion['notApplicableWhen'];
  readonly mayBeNegative?: true;
}

/** Method names: those of the regulations' tables and our own. */
export const METHODS: Readonly<Record<string, ScoringKind>> = {
  DIRECT: 'direct',
  TIERED: 'tiered',
  YESNO: 'yes_no',
  PCT_TARGET: 'percent',
  PEER_RELATIVE: 'peer_relative',
  COUNT: 'count',
  BONUS: 'bonus',
  DEDUCTION: 'deduction',
  INFO: 'information',
};

export function kindOf(method: string): ScoringKind | undefined {
  const level = method.toUpperCase().replace(/[\s-]+/g, '_');
  return METHODS[level] ?? Object.values(METHODS).find((kind) => kind.toUpperCase() === level);
}

/** Reads the parameters of one criterion. Always returns a rule, so that the checks of other columns go on. */
export function readRule(
  kind: ScoringKind,
  text: string,
  max: Micropoints | undefined,
  at: At,
  add: (issue: Issue) => void,
): CriterionRule {
  const reader = new ParameterReader(kind, text, max, at, add);
  const scoring = SCORINGS[kind](reader);
  const gate = reader.take('gate', (raw) => (isCode(raw) ? raw : undefined));
  const notApplicableWhen = reader.take('na_when', parseCondition);
  const mayBeNegative = MAY_BE_NEGATIVE.includes(kind)
    ? reader.take('negative', (raw) => (raw.toLowerCase() === 'allowed' ? (true as const) : undefined))
    : undefined;
  reader.refuseOthers();
  return {
    scoring,
    ...(gate && { gate }),
    ...(notApplicableWhen && { notApplicableWhen }),
    ...(mayBeNegative && { mayBeNegative }),
  };
}

/** A goal difference, a growth rate. Counts and figures held against a target have none. */
const MAY_BE_NEGATIVE: readonly ScoringKind[] = ['direct', 'tiered', 'information'];

const SCORINGS: Readonly<Record<ScoringKind, (reader: ParameterReader) => Scoring>> = {
  direct: readDirect,
  percent: (reader) => {
    const minimumRatio = reader.take('min', (raw) => within(parseRatio(raw), 0, 1));
    return { kind: 'percent', ...(minimumRatio && { minimumRatio }), ...readAgainstTarget(reader) };
  },
  tiered: readTiered,
  yes_no: (reader) => {
    reader.takeSame('yes', reader.max);
    reader.takeSame('no', ZERO_POINTS);
    return { kind: 'yes_no' };
  },
  count: (reader) => ({ kind: 'count', micropointsEach: readEachPoints(reader, 'cap') }),
  peer_relative: (reader) => {
    const scope = reader.takeOneOf('scope', ['cluster', 'track']) ?? 'cluster';
    return { kind: 'peer_relative', scope, ...readAgainstTarget(reader) };
  },
  bonus: (reader) => ({ kind: 'bonus', micropointsEach: readEachPoints(reader, 'cap') }),
  deduction: (reader) => {
    const micropointsEach = readEachPoints(reader, 'floor');
    const automatic = reader.take('late', (raw) => (raw === 'auto' ? ('late' as const) : undefined));
    return { kind: 'deduction', micropointsEach, ...(automatic && { automatic }) };
  },
  information: (reader) => ({
    kind: 'information',
    answer: reader.takeOneOf('answer', ['number', 'text', 'yes_no']) ?? 'number',
  }),
};

function readDirect(reader: ParameterReader): Scoring {
  reader.takeSame('cap', reader.max);
  const step = reader.take('step', (raw) => within(parseDecimal(raw), 0));
  if (step && reader.max !== undefined && toScaled(pointsOf(reader.max)) % toScaled(step) !== 0n)
    reader.invalid('step', step);
  return { kind: 'direct', ...(step && { step }) };
}

function readTiered(reader: ParameterReader): Scoring {
  const { tiers, otherwise = '0' } = reader.takeTiers();
  const of = reader.takeOneOf('of', ['value', 'ratio']) ?? 'value';
  reader.require('>=', tiers.length > 0);
  for (const [index, tier] of tiers.entries()) {
    checkOrder(tiers[index - 1], tier, reader);
    if (reader.max !== undefined && Number(tier.points) > Number(pointsOf(reader.max)))
      reader.tell({ code: 'points_above_max', points: tier.points, max: pointsOf(reader.max) });
  }
  const last = tiers.at(-1);
  if (last && compareDecimals(numberIn(otherwise), numberIn(last.points)) > 0)
    reader.tell({ code: 'threshold_out_of_order', before: last.text, after: `else ${otherwise}` });
  return {
    kind: 'tiered',
    of,
    direction: tiers[0]?.direction ?? 'at_least',
    tiers: tiers.map(({ limit, points }) => ({
      limit: numberIn(limit),
      micropoints: readPoints(points, reader),
    })),
    otherwise: readPoints(otherwise, reader),
    ...(of === 'ratio' ? readAgainstTarget(reader) : { basis: readBasis(reader) }),
  };
}

/** Each tier asks for less than the one before it and gives no more. */
function checkOrder(before: TierClause | undefined, after: TierClause, reader: ParameterReader): void {
  if (before === undefined) return;
  if (before.direction !== after.direction) {
    reader.invalid('parameters', after.text);
    return;
  }
  const limits = compareDecimals(numberIn(after.limit), numberIn(before.limit));
  const isEasier = after.direction === 'at_least' ? limits < 0 : limits > 0;
  if (!isEasier || compareDecimals(numberIn(after.points), numberIn(before.points)) > 0)
    reader.tell({ code: 'threshold_out_of_order', before: before.text, after: after.text });
}

function readAgainstTarget(reader: ParameterReader): AgainstTarget {
  const basis = readBasis(reader);
  const target = reader.take('target', (raw) => within(parseDecimal(raw.replace(/\s*%$/, '')), 0));
  const yearTarget = reader.take('year_target', (raw) =>
    // The target of a year is only met by figures added up over it.
    readYesNo(raw.toLowerCase()) === true && basis !== 'cumulative'
      ? undefined
      : readYesNo(raw.toLowerCase()),
  );
  return { basis, ...(yearTarget && { yearTarget }), ...(target && { target }) };
}

function readBasis(reader: ParameterReader): AgainstTarget['basis'] {
  return reader.takeOneOf('basis', ['period', 'cumulative']) ?? 'period';
}

/** Points for one; above zero below a cap, below zero above a floor, which is the maximum said again. */
function readEachPoints(reader: ParameterReader, bound: 'cap' | 'floor'): Micropoints {
  reader.takeSame(bound, reader.max);
  reader.require('each');
  const sign = bound === 'cap' ? 1 : -1;
  const each = reader.take('each', (raw) => {
    const points = parsePoints(raw);
    return points !== undefined && points * sign > 0 ? points : undefined;
  });
  return each ?? ZERO_POINTS;
}

/** "has_tthc:no" or "kind:phường|thị trấn". */
function parseCondition(raw: string): Criterion['notApplicableWhen'] {
  const colon = raw.indexOf(':');
  const attribute = raw.slice(0, Math.max(colon, 0)).trim();
  const values = raw.slice(colon + 1).split('|');
  const trimmed = values.map((value) => value.trim());
  return attribute === '' || trimmed.includes('') ? undefined : { attribute, values: trimmed };
}

function readPoints(text: string, reader: ParameterReader): Micropoints {
  const points = parsePoints(text);
  if (points !== undefined && points >= 0) return points;
  reader.invalid('parameters', text);
  return ZERO_POINTS;
}

/** A number that the clause's pattern has seen already. */
function numberIn(text: string): Decimal {
  const decimal = parseDecimal(text);
  if (decimal === undefined) throw new RangeError(`not a number: ${text}`);
  return decimal;
}
