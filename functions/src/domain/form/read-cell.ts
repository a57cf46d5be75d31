import type { At } from '../at.ts';
import type { Day } from '../campaign/period.ts';
import type { Issue } from '../issue.ts';
import type { Decimal } from '../numbers/decimal.ts';
import { NO_WORDS, YES_WORDS } from './answer-text.ts';
import { readDay } from './day-text.ts';
import type { CellValue, ColumnKind, FormColumn } from './form.ts';
import { numberIssue, readNumber } from './number-text.ts';
import { excerptOf, isBlank, isCellError, levelText, textOfCell } from './text.ts';

/** What each kind of cell holds once it is read. */
export interface CellValues extends Record<ColumnKind, unknown> {
  readonly code: string;
  readonly text: string;
  readonly number: Decimal;
  /** As it stands: how to read it depends on the row's criterion. */
  readonly answer: CellValue;
  /** One of the column's choices, spelt as there. */
  readonly choice: string;
  readonly yes_no: boolean;
  readonly day: Day;
  readonly whole: number;
  readonly link: string;
  /** The code alone. */
  readonly reference: string;
}

/** Reads one cell by its column's kind. A blank is undefined; what is wrong goes to `issues` and is undefined too. */
export function readCell(column: FormColumn, value: CellValue, at: At, issues: Issue[]): unknown {
  if (isBlank(value)) return undefined;
  if (column.kind === 'answer') return value;
  if (column.kind === 'number') return readDecimal(value, at, issues);
  const text = textOfCell(value);
  if (READS_ERRORS.has(column.kind) && isCellError(text)) {
    issues.push({ code: 'cell_error', text, at });
    return undefined;
  }
  const reading = readText(column, value, text);
  if (reading.issue !== undefined) issues.push({ ...reading.issue, at });
  return reading.value;
}

/** Codes and notes are looked at by whoever reads the row. */
const READS_ERRORS: ReadonlySet<ColumnKind> = new Set([
  'choice',
  'yes_no',
  'day',
  'whole',
  'link',
  'reference',
]);

/** Longest address that is kept. */
const LONGEST_LINK = 2000;

type Unplaced<I> = I extends Issue ? Omit<I, 'at'> : never;

interface Reading {
  readonly value?: unknown;
  readonly issue?: Unplaced<Extract<Issue, { at: At }>>;
}

function readText({ kind, choices = [] }: FormColumn, value: CellValue, text: string): Reading {
  switch (kind) {
    case 'choice':
      return readChoice(text, choices);
    case 'yes_no':
      return readYesNo(text);
    case 'day':
      return readDay(value);
    case 'whole':
      return readWhole(value, text);
    case 'link':
      return readLink(text);
    case 'reference':
      return { value: text.split(/\s[–-]\s/)[0]!.trim() };
    default:
      return { value: text };
  }
}

function readChoice(text: string, choices: readonly string[]): Reading {
  const found = choices.find((choice) => levelText(choice) === levelText(text));
  return found === undefined
    ? { issue: { code: 'not_a_choice', text: excerptOf(text), choices } }
    : { value: found };
}

function readYesNo(text: string): Reading {
  const word = levelText(text);
  if (YES_WORDS.includes(word)) return { value: true };
  if (NO_WORDS.includes(word)) return { value: false };
  return { issue: { code: 'not_yes_no', text: excerptOf(text) } };
}

function readWhole(value: CellValue, text: string): Reading {
  const reading = readNumber(value, 'sheet');
  const number = reading.kind === 'number' ? Number(reading.value) : Number.NaN;
  return Number.isSafeInteger(number) && number >= 0
    ? { value: number }
    : { issue: { code: 'not_whole', text: excerptOf(text) } };
}

/** Written as text and shown as text: nobody else's window makes a live link of it. */
function readLink(text: string): Reading {
  const isLink = /^https?:\/\/[^\s<>"'`]+\.[^\s<>"'`]+$/i.test(text) && text.length <= LONGEST_LINK;
  return isLink ? { value: text } : { issue: { code: 'not_a_link', text: excerptOf(text) } };
}

function readDecimal(value: CellValue, at: At, issues: Issue[]): Decimal | undefined {
  const reading = readNumber(value, 'sheet');
  const issue = numberIssue(reading, at);
  if (issue !== undefined) issues.push(issue);
  return reading.kind === 'number' ? reading.value : undefined;
}
