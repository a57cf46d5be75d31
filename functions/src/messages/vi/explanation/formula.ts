import type { Criterion, Scoring } from '../../../domain/campaign/criterion.ts';
import type { CriterionResult } from '../../../domain/evaluation/period-result.ts';
import { type Decimal, toScaled } from '../../../domain/numbers/decimal.ts';
import { type Micropoints, roundPoints } from '../../../domain/numbers/micropoints.ts';
import { formatDecimal, formatRatio, formatValue, SHOWN_DECIMALS, showPoints } from '../format.ts';

type ScoringOf<K extends Scoring['kind']> = Extract<Scoring, { kind: K }>;
type NameOf = (unitId: string) => string;

/** A criterion's rule with its numbers: "10 × min(18 / 20; 1) = 9". Before coefficient and rescaling. */
export function formula(criterion: Criterion, result: CriterionResult, nameOf: NameOf): string {
  const { scoring } = criterion;
  const { earned } = result;
  switch (scoring.kind) {
    case 'direct':
      return `chấm ${showPoints(earned)} điểm`;
    case 'yes_no':
      return earned === 0 ? 'không đạt: 0 điểm' : `đạt: ${showPoints(earned)} điểm`;
    case 'percent':
      return percent(criterion, scoring, result);
    case 'tiered':
      return tiered(criterion, scoring, result);
    case 'count':
    case 'bonus':
      return counted(scoring.micropointsEach, criterion.max, 'min', result);
    case 'deduction':
      return counted(scoring.micropointsEach, criterion.max, 'max', result);
    case 'peer_relative':
      return peerRelative(criterion, scoring, result, nameOf);
    case 'information':
      return 'không chấm điểm';
  }
}

function percent(
  { max }: Criterion,
  { minimumRatio }: ScoringOf<'percent'>,
  result: CriterionResult,
): string {
  const [value, target] = figures(result);
  if (result.working?.belowMinimum)
    return `${number(value)} / ${number(target)} = ${ratio(value, target)}, dưới mức tối thiểu ${ratio(minimumRatio!, ONE)}: 0 điểm`;
  const isFull = toScaled(value) >= toScaled(target);
  const equals = isFull ? '=' : equalsSign(BigInt(max) * toScaled(value), toScaled(target), result.earned);
  return `${showPoints(max)} × min(${number(value)} / ${number(target)}; 1) ${equals} ${showPoints(result.earned)}`;
}

function tiered({ measure }: Criterion, scoring: ScoringOf<'tiered'>, result: CriterionResult): string {
  const [value, target] = figures(result);
  const isRatio = scoring.of === 'ratio';
  const what = isRatio
    ? `${number(value)} / ${number(target)} = ${ratio(value, target)}`
    : formatValue(value, measure);
  const tier = scoring.tiers[result.working?.tier ?? -1];
  if (tier === undefined) return `${what} chưa đạt mức nào: ${showPoints(result.earned)} điểm`;
  const limit = isRatio ? `${number(tier.limit)}%` : formatValue(tier.limit, measure);
  const reached = scoring.direction === 'at_least' ? `từ ${limit} trở lên` : `từ ${limit} trở xuống`;
  return `${what} đạt mức ${reached}: ${showPoints(result.earned)} điểm`;
}

/** A × each; the limit is written only where it bit. */
function counted(
  each: Micropoints,
  limit: Micropoints,
  limiting: 'min' | 'max',
  { value, earned, working }: CriterionResult,
): string {
  const automatic =
    working?.automatic === undefined ? '' : ` (gồm ${number(working.automatic)} lần nộp phiếu trễ hạn)`;
  const eachText = each < 0 ? `(${showPoints(each)})` : showPoints(each);
  const product = `${number(value ?? ZERO)} × ${eachText}`;
  const exact = toScaled(value ?? ZERO) * BigInt(each);
  const isLimited = limiting === 'min' ? exact > scaled(limit) : exact < scaled(limit);
  if (isLimited) return `${limiting}(${product}; ${showPoints(limit)}) = ${showPoints(earned)}${automatic}`;
  return `${product} ${equalsSign(exact, SCALE, earned)} ${showPoints(earned)}${automatic}`;
}

function peerRelative(
  { max }: Criterion,
  { scope }: ScoringOf<'peer_relative'>,
  result: CriterionResult,
  nameOf: NameOf,
): string {
  const [value, target] = figures(result);
  const leader = result.working?.leader;
  const [a, t, m, earned] = [toScaled(value), toScaled(target), BigInt(max), showPoints(result.earned)];
  const half = `½ × ${showPoints(max)}`;
  const own = `${number(value)} / ${number(target)}`;
  if (a <= 0n) return `${half} × 0 = 0`;
  if (a < t) return `dưới chỉ tiêu: ${half} × ${own} ${equalsSign(m * a, 2n * t, result.earned)} ${earned}`;
  if (a === t || leader === undefined)
    return `đúng chỉ tiêu: ${half} ${equalsSign(m, 2n, result.earned)} ${earned}`;
  const [la, lt] = [toScaled(leader.value), toScaled(leader.target)];
  const where = scope === 'cluster' ? 'cụm' : 'toàn đối tượng thi đua';
  if (a * lt === la * t)
    return `dẫn đầu ${where} (${own} = ${ratio(value, target)} chỉ tiêu): được trọn ${earned} điểm`;
  const best = `${number(leader.value)} / ${number(leader.target)}`;
  const whole = (la - lt) * t;
  const equals = equalsSign(m * (whole + (a - t) * lt), 2n * whole, result.earned);
  return `vượt chỉ tiêu: ${half} + ${half} × (${own} − 1) / (${best} − 1) ${equals} ${earned} (dẫn đầu ${where} là ${nameOf(leader.unitId)}: ${best})`;
}

const SCALE = 10n ** 12n;
const ZERO = '0' as Decimal;
const ONE = '1' as Decimal;
const number = formatDecimal;
const scaled = (micropoints: Micropoints): bigint => BigInt(micropoints) * SCALE;

/** ≈ where the points that are shown are not exactly numerator / denominator (in micropoints). */
export function equalsSign(numerator: bigint, denominator: bigint, points: Micropoints): '=' | '≈' {
  return numerator === BigInt(roundPoints(points, SHOWN_DECIMALS)) * denominator ? '=' : '≈';
}

function ratio(value: Decimal, target: Decimal): string {
  return formatRatio(toScaled(value), toScaled(target));
}

function figures({ value, target }: CriterionResult): readonly [Decimal, Decimal] {
  return [value ?? ZERO, target ?? ZERO];
}
