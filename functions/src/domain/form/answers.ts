import type { At } from '../at.ts';
import {
  type Criterion,
  defaultTarget,
  isApplicable,
  needsTarget,
  ownTargets,
  type UnitTarget,
} from '../campaign/criterion.ts';
import type { Unit } from '../campaign/unit.ts';
import type { TrackRules } from '../evaluation/period-inputs.ts';
import type { Checked, Issue } from '../issue.ts';
import { compareDecimals, type Decimal } from '../numbers/decimal.ts';
import { present } from '../present.ts';
import type { AppraisedAnswer, ReportedAnswer } from './answer.ts';
import { MOST_CHARACTERS, readAnswer, sameAnswer } from './answer-text.ts';
import { type NumberMode, numberIssue, readNumber } from './number-text.ts';
import { excerptOf, isCellError, levelText, textOfCell } from './text.ts';

/** One row of a form or of a file of submissions: cell values as they stand, and where each of them stands. */
export interface RawAnswerRow {
  readonly criterion: unknown;
  readonly reported?: unknown;
  readonly target?: unknown;
  readonly note?: unknown;
  readonly appraised?: unknown;
  readonly appraisalNote?: unknown;
  readonly at: { readonly [Field in AnswerField]?: At };
}

export type AnswerField = 'criterion' | 'reported' | 'target' | 'note' | 'appraised' | 'appraisalNote';

export interface AnswerContext {
  readonly unit: Unit;
  readonly track: TrackRules;
  /** Those valid in the period; other units' are passed over. */
  readonly targets: readonly UnitTarget[];
  /** Who wrote the rows: people in a sheet, or a program in a file. */
  readonly mode: NumberMode;
}

/** Both in the campaign's order of criteria, blanks left out, so that equal answers are equal data. */
export interface CheckedAnswers {
  readonly answers: readonly ReportedAnswer[];
  readonly appraised: readonly AppraisedAnswer[];
}

/**
 * The one validator of answers: every row by its criterion, or every issue at once. A criterion without a row
 * is not this function's business: only the form knows which rows it must have.
 *
 * A target of the unit's own wins over the row's. The criterion's target for all units wins over what a unit
 * wrote in a sheet, and gives way to an officer's file. Only a target that counts and is not in the
 * configuration is kept in the answer; the evaluation finds the others itself.
 */
export function checkAnswers(rows: readonly RawAnswerRow[], context: AnswerContext): Checked<CheckedAnswers> {
  const criteria = new Map(context.track.criteria.map((criterion) => [levelText(criterion.code), criterion]));
  const rules = { ...context, own: ownTargets(context.unit.id, context.targets) };
  const found = new Map<Criterion, CheckedRow>();
  const issues: Issue[] = [];
  for (const row of rows) {
    const code = textOfCell(row.criterion);
    const criterion = criteria.get(levelText(code));
    const at = row.at.criterion ?? {};
    if (criterion === undefined) issues.push({ code: 'criterion_unknown', criterion: excerptOf(code), at });
    else if (found.has(criterion)) issues.push({ code: 'criterion_repeated', criterion: criterion.code, at });
    else found.set(criterion, checkRow(row, criterion, rules, issues));
  }
  if (issues.length > 0) return { ok: false, issues };
  const checked = context.track.criteria.flatMap((criterion) => found.get(criterion) ?? []);
  return {
    ok: true,
    value: {
      answers: checked.map(({ reported }) => reported).filter(saysSomething),
      appraised: checked.map(({ appraised }) => appraised).filter(saysSomething),
    },
  };
}

interface RowContext extends AnswerContext {
  readonly own: ReadonlyMap<string, Decimal>;
}

interface CheckedRow {
  readonly reported: ReportedAnswer;
  readonly appraised: AppraisedAnswer;
}

function checkRow(row: RawAnswerRow, criterion: Criterion, context: RowContext, issues: Issue[]): CheckedRow {
  const { mode, unit } = context;
  const { code } = criterion;
  if (!isApplicable(criterion, unit)) return checkUnasked(row, criterion, mode, issues);

  const at = row.at.reported ?? {};
  const { mayBeNotApplicable } = criterion;
  const reading = readAnswer(criterion, row.reported, at, { mode, mayBeNotApplicable });
  if (reading.issue !== undefined) issues.push(reading.issue);
  const blank = reading.issue === undefined && reading.answer === undefined;
  if (blank && criterion.required) issues.push({ code: 'answer_missing', criterion: code, at });

  const expectsFigure = blank ? criterion.required : reading.answer?.kind !== 'not_applicable';
  const target = checkTarget(row, criterion, context, expectsFigure, issues);
  const note = checkNote(row.note, row.at.note, issues);
  const reported: ReportedAnswer = {
    criterion: code,
    ...present({ reported: reading.answer, target, note }),
  };
  const appraised = checkAppraised(
    row,
    criterion,
    { reported, mode, unreadable: reading.issue !== undefined },
    issues,
  );
  return { reported, appraised };
}

/** What the office says of one answer. It may call anything not applicable; where it differs it gives a reason. */
export function checkAppraised(
  row: Pick<RawAnswerRow, 'appraised' | 'appraisalNote' | 'at'>,
  criterion: Criterion,
  given: { readonly reported: ReportedAnswer; readonly mode: NumberMode; readonly unreadable?: boolean },
  issues: Issue[],
): AppraisedAnswer {
  const at = row.at.appraised ?? {};
  const reading = readAnswer(criterion, row.appraised, at, { mode: given.mode, mayBeNotApplicable: true });
  if (reading.issue !== undefined) issues.push(reading.issue);
  const before = issues.length;
  const note = checkNote(row.appraisalNote, row.at.appraisalNote, issues);
  const noteUnreadable = issues.length > before;
  const differs = reading.answer !== undefined && !sameAnswer(reading.answer, given.reported.reported);
  if (differs && note === undefined && !noteUnreadable && given.unreadable !== true)
    issues.push({ code: 'note_missing', criterion: criterion.code, at: row.at.appraisalNote ?? at });
  return present({ criterion: criterion.code, appraised: reading.answer, note });
}

/** A criterion that does not apply to the unit: a blank or "not applicable" says so too, anything else does not. */
function checkUnasked(
  row: RawAnswerRow,
  criterion: Criterion,
  mode: NumberMode,
  issues: Issue[],
): CheckedRow {
  for (const field of ['reported', 'appraised'] as const) {
    const at = row.at[field] ?? {};
    const { answer, issue } = readAnswer(criterion, row[field], at, { mode, mayBeNotApplicable: true });
    if (issue !== undefined || (answer !== undefined && answer.kind !== 'not_applicable'))
      issues.push({ code: 'answer_not_expected', criterion: criterion.code, at });
  }
  return { reported: { criterion: criterion.code }, appraised: { criterion: criterion.code } };
}

function checkTarget(
  row: RawAnswerRow,
  criterion: Criterion,
  { own, mode }: RowContext,
  expectsFigure: boolean,
  issues: Issue[],
): Decimal | undefined {
  if (!needsTarget(criterion) || own.has(criterion.code)) return undefined;
  const standard = defaultTarget(criterion);
  if (standard !== undefined && mode === 'sheet') return undefined;
  const at = row.at.target ?? {};
  const reading = readNumber(row.target, mode, criterion.measure);
  const unreadable = numberIssue(reading, at);
  if (unreadable !== undefined) issues.push(unreadable);
  if (reading.kind === 'blank' && standard === undefined && expectsFigure)
    issues.push({ code: 'target_missing', criterion: criterion.code, at });
  if (reading.kind !== 'number') return undefined;
  if (compareDecimals(reading.value, '0' as Decimal) <= 0) issues.push({ code: 'target_not_positive', at });
  return reading.value;
}

function checkNote(value: unknown, at: At = {}, issues: Issue[]): string | undefined {
  const text = textOfCell(value);
  if (text === '') return undefined;
  if (isCellError(text)) {
    issues.push({ code: 'cell_error', text, at });
    return undefined;
  }
  if (Array.from(text).length > MOST_CHARACTERS)
    issues.push({ code: 'text_too_long', most: MOST_CHARACTERS, at });
  return text;
}

/** A row of nothing but its criterion is a blank row. */
export function saysSomething(answer: ReportedAnswer | AppraisedAnswer): boolean {
  return Object.keys(answer).length > 1;
}
