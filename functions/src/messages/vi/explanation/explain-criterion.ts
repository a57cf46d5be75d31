import type { Criterion } from '../../../domain/campaign/criterion.ts';
import type { CriterionResult, GroupResult } from '../../../domain/evaluation/period-result.ts';
import type { Answer } from '../../../domain/form/answer.ts';
import { toScaled } from '../../../domain/numbers/decimal.ts';
import { scalePoints } from '../../../domain/numbers/micropoints.ts';
import { formatDecimal, formatValue, showPoints } from '../format.ts';
import { showPeriodId } from '../period-id.ts';
import { equalsSign, formula } from './formula.ts';

/** What one criterion was given and what it gave: value, appraisal, target, the formula with its numbers, points. */
export function explainCriterion(
  criterion: Criterion,
  result: CriterionResult,
  group: GroupResult | undefined,
  nameOf: (unitId: string) => string,
): string {
  const facts = [
    ...answers(criterion, result),
    ...cumulated(criterion, result),
    ...targetOf(criterion, result),
  ];
  const parts = [...facts, outcome(criterion, result, group, nameOf)];
  return `${criterion.code} – ${criterion.name}: ${parts.join('; ')}.`;
}

/** Both answers are shown where they differ; a blank appraisal agreed. */
function answers({ measure }: Criterion, result: CriterionResult): readonly string[] {
  const { reported, appraised, appraisalNote } = result;
  const said = reported === undefined ? 'không báo cáo số liệu' : `báo cáo ${showAnswer(reported, measure)}`;
  if (appraised !== undefined && !sameAnswer(appraised, reported)) {
    const why = appraisalNote === undefined ? '' : ` (lý do: ${appraisalNote})`;
    return [said, `thẩm định ${showAnswer(appraised, measure)}${why}`];
  }
  return reported === undefined && mayBeBlank(result) ? [] : [said];
}

/** Where the outcome says all there is to say about a blank. */
function mayBeBlank(result: CriterionResult): boolean {
  return isBeside(result) || result.status !== 'scored';
}

function showAnswer(answer: Answer, measure: string | undefined): string {
  switch (answer.kind) {
    case 'number':
      return formatValue(answer.value, measure);
    case 'yes_no':
      return answer.value ? '“Có”' : '“Không”';
    case 'text':
      return `“${answer.value}”`;
    case 'not_applicable':
      return '“Không áp dụng”';
  }
}

function sameAnswer(a: Answer, b: Answer | undefined): boolean {
  if (b === undefined || a.kind !== b.kind) return false;
  return a.kind === 'not_applicable' || a.value === (b as typeof a).value;
}

function cumulated({ measure }: Criterion, { value, working }: CriterionResult): readonly string[] {
  const [first] = working?.periods ?? [];
  if (first === undefined || value === undefined || working?.ownValue === undefined) return [];
  const count = working.periods!.length;
  if (count === 1) return [`lũy kế từ ${inSentence(showPeriodId(first))}: ${formatValue(value, measure)}`];
  return [
    `lũy kế ${count} kỳ từ ${inSentence(showPeriodId(first))}: ${formatValue(value, measure)} (riêng kỳ này ${formatValue(working.ownValue, measure)})`,
  ];
}

function targetOf({ scoring, measure }: Criterion, { target, working }: CriterionResult): readonly string[] {
  if (target === undefined) return [];
  if ('yearTarget' in scoring && scoring.yearTarget)
    return [`chỉ tiêu cả năm ${formatValue(target, measure)}`];
  if (working?.ownTarget === undefined || working.periods?.length === 1)
    return [`chỉ tiêu ${formatValue(target, measure)}`];
  return [
    `chỉ tiêu lũy kế ${formatValue(target, measure)} (riêng kỳ này ${formatValue(working.ownTarget, measure)})`,
  ];
}

function outcome(
  criterion: Criterion,
  result: CriterionResult,
  group: GroupResult | undefined,
  nameOf: (unitId: string) => string,
): string {
  switch (result.status) {
    case 'information':
      return `${(result.reported ?? result.appraised) ? '' : 'không có số liệu; '}chỉ để theo dõi, không chấm điểm`;
    case 'not_applicable':
      return isBeside(result)
        ? 'không áp dụng'
        : 'không áp dụng, điểm tối đa được chia cho các tiêu chí còn lại';
    case 'missing':
      return missing(result);
    case 'scored':
      return `${formula(criterion, result, nameOf)}${weighted(criterion, result)}${rescaled(criterion, result, group)}${ofMost(result)}`;
  }
}

function missing(result: CriterionResult): string {
  if (isBeside(result)) return 'không có, tính 0 điểm';
  const why = result.value === undefined ? 'chưa có số liệu' : 'chưa có chỉ tiêu lớn hơn 0';
  return `${why}, tính 0 điểm${ofMost(result)}`;
}

const isBeside = ({ kind }: CriterionResult): boolean => kind === 'bonus' || kind === 'deduction';

/** The coefficient, where there is one. */
function weighted({ coefficient }: Criterion, { earned }: CriterionResult): string {
  if (coefficient === '1') return '';
  const points = scalePoints(earned, toScaled(coefficient), ONE);
  const equals = equalsSign(BigInt(earned) * toScaled(coefficient), ONE, points);
  return `; nhân hệ số ${formatDecimal(coefficient)}: ${showPoints(earned)} × ${formatDecimal(coefficient)} ${equals} ${showPoints(points)}`;
}

/** What the criterion gained because others of its group (or a whole group) were not applicable. */
function rescaled(
  { coefficient }: Criterion,
  result: CriterionResult,
  group: GroupResult | undefined,
): string {
  if (isBeside(result) || group?.rescaledFrom === undefined || group.rescaledFrom === group.max) return '';
  const exact = BigInt(result.earned) * toScaled(coefficient) * BigInt(group.max);
  const equals = equalsSign(exact, ONE * BigInt(group.rescaledFrom), result.counted);
  return `; quy đổi × ${showPoints(group.max)} / ${showPoints(group.rescaledFrom)} ${equals} ${showPoints(result.counted)}`;
}

function ofMost(result: CriterionResult): string {
  return result.countedMax > 0 ? ` (tối đa ${showPoints(result.countedMax)})` : '';
}

const ONE = 10n ** 12n;

function inSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
