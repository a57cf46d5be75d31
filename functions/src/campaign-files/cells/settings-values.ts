import type { At } from '../../domain/at.ts';
import { parseDay } from '../../domain/campaign/calendar.ts';
import type { Day } from '../../domain/campaign/period.ts';
import { NO, NO_WORDS, YES, YES_WORDS } from '../../domain/form/answer-text.ts';
import { readDay } from '../../domain/form/day-text.ts';
import type { CellValue } from '../../domain/form/form.ts';
import { clearText } from '../../domain/form/number-text.ts';
import { levelText, textOfCell } from '../../domain/form/text.ts';
import type { Issue } from '../../domain/issue.ts';
import { type Decimal, fromScaled, parseDecimal, toScaled } from '../../domain/numbers/decimal.ts';
import { formatList, formatThings, readList, readThings } from './list-text.ts';
import { fileNumber } from './number-cell.ts';
import { quotientText } from './quotient-text.ts';
import { rankKeyFromWords, rankKeyInWords } from './rank-key-words.ts';
import type { Field, Leaf } from './settings-sections.ts';
import { choiceWords } from './settings-words.ts';

/** What a field of campaign.json shows in its cell. */
export function formatValue({ shape, leaves }: Field, json: unknown): string {
  const [leaf] = leaves as readonly [Leaf];
  if (shape === 'single') return formatLeaf(leaf, json);
  const items = json as readonly unknown[];
  if (shape === 'list') return formatList(items.map((item) => formatLeaf(leaf, item)));
  return formatThings(
    items.map((item) => {
      const parts = leaves.map((each) => (item as Readonly<Record<string, unknown>>)[each.name]);
      const last = parts.findLastIndex((part) => part !== undefined);
      return parts
        .slice(0, last + 1)
        .map((part, i) => (part === undefined ? '' : formatLeaf(leaves[i]!, part)));
    }),
  );
}

/**
 * What a cell says, as the file has it. What cannot be understood is handed on as it stands, for the parser of the
 * file to refuse; only what it would misread is refused here.
 */
export function readValue({ shape, leaves }: Field, cell: CellValue, at: At, issues: Issue[]): unknown {
  const [leaf] = leaves as readonly [Leaf];
  if (shape === 'single') return readLeaf(leaf, cell, at, issues);
  const text = textOfCell(cell);
  if (shape === 'list') return readList(text).map((item) => readLeaf(leaf, item, at, issues));
  return readThings(text).map((parts) => {
    const entries = parts.map((part, i) => [leaves[i]?.name ?? `${i + 1}`, part] as const);
    return Object.fromEntries(
      entries
        .filter(([, part]) => part !== '')
        .map(([name, part]) => [
          name,
          readLeaf(
            leaves.find((each) => each.name === name),
            part,
            at,
            issues,
          ),
        ]),
    );
  });
}

/** The words a field's cell may be chosen from; undefined where it is written freely. */
export function valueChoices({ shape, leaves: [leaf] }: Field): readonly string[] | undefined {
  if (shape !== 'single' || leaf === undefined) return undefined;
  if (leaf.meta.expected === 'yes_no') return [YES, NO];
  if (leaf.choices.length === 0 || leaf.meta.expected !== undefined) return undefined;
  return [...choiceWords(leaf.name, leaf.choices).values()];
}

function formatLeaf({ name, meta, choices }: Leaf, json: unknown): string {
  const text = String(json);
  const word = choiceWords(name, choices).get(text);
  if (word !== undefined) return word;
  if (meta.code === 'rank_key') return rankKeyInWords(text);
  switch (meta.expected) {
    case 'yes_no':
      return json === true ? YES : NO;
    case 'day':
      return text.split('-').reverse().join('/');
    case 'ratio':
      return percent(text);
    case 'share':
      return quotientText(text as Decimal) ?? percent(text);
    case undefined:
    case 'text':
    case 'time_zone':
      return text;
    default: {
      const decimal = parseDecimal(text);
      return decimal === undefined ? text.replace('.', ',') : clearText(decimal);
    }
  }
}

function readLeaf(leaf: Leaf | undefined, cell: CellValue, at: At, issues: Issue[]): unknown {
  const text = textOfCell(cell);
  if (leaf === undefined) return text;
  const word = levelText(text);
  const choice = [...choiceWords(leaf.name, leaf.choices)].find(([, each]) => levelText(each) === word);
  if (choice !== undefined) return choice[0];
  if (leaf.meta.code === 'rank_key') return rankKeyFromWords(text);
  switch (leaf.meta.expected) {
    case 'yes_no':
      return YES_WORDS.includes(word) ? true : NO_WORDS.includes(word) ? false : text;
    case 'day':
      return dayOf(cell) ?? text;
    case undefined:
    case 'text':
    case 'time_zone':
      return text;
    default:
      return fileNumber(cell, at, issues);
  }
}

function dayOf(cell: CellValue): Day | undefined {
  const reading = readDay(cell);
  return 'value' in reading ? reading.value : parseDay(textOfCell(cell));
}

/** "0.2" as "20%". */
function percent(text: string): string {
  const decimal = parseDecimal(text);
  if (decimal === undefined) return text;
  return `${clearText(fromScaled(toScaled(decimal) * 100n))}%`;
}
