import type { At } from '../at.ts';
import { answerKind, type Criterion } from '../campaign/criterion.ts';
import type { Issue } from '../issue.ts';
import { compareDecimals, type Decimal, toScaled } from '../numbers/decimal.ts';
import { pointsOf } from '../numbers/micropoints.ts';
import type { Answer } from './answer.ts';
import type { CellValue } from './form.ts';
import { type NumberMode, numberCell, numberIssue, readNumber } from './number-text.ts';
import { excerptOf, isCellError, levelText, textOfCell } from './text.ts';

/** What a cell says about a criterion: nothing (a blank), an answer, or what is wrong with it. */
export interface AnswerReading {
  readonly answer?: Answer;
  readonly issue?: Issue;
}

/** Longest note and longest answer in words. */
export const MOST_CHARACTERS = 2000;

export const YES = 'Có';
export const NO = 'Không';
const NOT_APPLICABLE = 'Không áp dụng';

/**
 * Words for yes and no, compared without case and surplus spaces; a ticked box, 1 and 0 count too. A short list
 * on purpose: what is not on it is asked about, not guessed.
 */
export const YES_WORDS = ['có', 'co', 'x', '✓', '✔', 'đạt', 'dat', 'đúng', 'yes', 'y', 'true', '1'];
export const NO_WORDS = [
  'không',
  'khong',
  'không đạt',
  'khong dat',
  'chưa đạt',
  'sai',
  'no',
  'n',
  'false',
  '0',
];
const NOT_APPLICABLE_WORDS = ['không áp dụng', 'khong ap dung', 'kad', 'kađ', 'n/a', 'na'];

/** Reads an answer as its criterion wants it. Zero, blank and not applicable are three things. */
export function readAnswer(
  criterion: Criterion,
  value: unknown,
  at: At,
  { mode, mayBeNotApplicable }: { readonly mode: NumberMode; readonly mayBeNotApplicable: boolean },
): AnswerReading {
  const text = textOfCell(value);
  if (text === '') return {};
  if (isCellError(text)) return { issue: { code: 'cell_error', text, at } };
  if (NOT_APPLICABLE_WORDS.includes(levelText(text)))
    return mayBeNotApplicable
      ? { answer: { kind: 'not_applicable' } }
      : { issue: { code: 'not_applicable_refused', criterion: criterion.code, at } };
  switch (answerKind(criterion)) {
    case 'number':
      return readNumberAnswer(criterion, value, at, mode);
    case 'yes_no':
      return readYesNo(text, at);
    case 'text':
      return readWords(text, at);
  }
}

/** The cell that reads back as exactly this answer; null for a blank. */
export function answerCell(answer: Answer | undefined, criterion: Criterion): CellValue {
  if (answer === undefined) return null;
  switch (answer.kind) {
    case 'number':
      return numberCell(answer.value, criterion.measure);
    case 'yes_no':
      return answer.value ? YES : NO;
    case 'text':
      return answer.value;
    case 'not_applicable':
      return NOT_APPLICABLE;
  }
}

export function targetCell(target: Decimal | undefined, criterion: Criterion): CellValue {
  return target === undefined ? null : numberCell(target, criterion.measure);
}

/** What a unit may choose in a criterion's answer cell; undefined: it is written freely. */
export function answerChoices(criterion: Criterion): readonly string[] | undefined {
  if (answerKind(criterion) !== 'yes_no') return undefined;
  return criterion.mayBeNotApplicable ? [YES, NO, NOT_APPLICABLE] : [YES, NO];
}

/** The same for the office, which may call anything not applicable. */
export function appraisalChoices(criterion: Criterion): readonly string[] | undefined {
  return answerChoices({ ...criterion, mayBeNotApplicable: true });
}

/** Decimals are canonical, so equal values are equal texts. */
export function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === 'not_applicable' || b.kind === 'not_applicable') return a.kind === b.kind;
  return a.kind === b.kind && a.value === b.value;
}

function readNumberAnswer(criterion: Criterion, value: unknown, at: At, mode: NumberMode): AnswerReading {
  const reading = readNumber(value, mode, criterion.measure);
  const unreadable = numberIssue(reading, at);
  if (unreadable !== undefined) return { issue: unreadable };
  if (reading.kind !== 'number') return {};
  const issue = limitIssue(criterion, reading.value, at);
  return issue === undefined ? { answer: { kind: 'number', value: reading.value } } : { issue };
}

/** Judged points lie in 0..max, or −max..max, in their step; whatever is counted or measured is not negative. */
function limitIssue(criterion: Criterion, value: Decimal, at: At): Issue | undefined {
  const { scoring } = criterion;
  const negative = value.startsWith('-');
  if (negative && criterion.mayBeNegative !== true) return { code: 'value_negative', at };
  if (scoring.kind !== 'direct') return undefined;
  const max = pointsOf(criterion.max);
  if (compareDecimals(value, max) > 0) return { code: 'value_above_max', max, at };
  if (compareDecimals(value, `-${max}` as Decimal) < 0)
    return { code: 'value_below_min', min: `-${max}`, at };
  if (scoring.step !== undefined && toScaled(value) % toScaled(scoring.step) !== 0n)
    return { code: 'value_not_in_step', step: scoring.step, at };
  return undefined;
}

function readYesNo(text: string, at: At): AnswerReading {
  const word = levelText(text);
  if (YES_WORDS.includes(word)) return { answer: { kind: 'yes_no', value: true } };
  if (NO_WORDS.includes(word)) return { answer: { kind: 'yes_no', value: false } };
  return { issue: { code: 'not_yes_no', text: excerptOf(text), at } };
}

function readWords(text: string, at: At): AnswerReading {
  return Array.from(text).length > MOST_CHARACTERS
    ? { issue: { code: 'text_too_long', most: MOST_CHARACTERS, at } }
    : { answer: { kind: 'text', value: text } };
}
