import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { readEntered } from '../../sheets/cells/entered.ts';
import { localeOf } from '../../sheets/cells/locale.ts';

/** What a condition looks at. */
export interface Tested {
  readonly value: api.Schema$ExtendedValue | undefined;
  readonly shown: string;
}
export type Test = (cell: Tested) => boolean;

/**
 * A condition of a conditional format as a test. The condition's own values are read as if they were typed.
 * @returns undefined for a kind, or a value, that is not known here: the caller names it
 */
export function testOf(condition: api.Schema$BooleanCondition | undefined, locale: string): Test | undefined {
  const given = condition?.values ?? [];
  if (given.some(({ relativeDate, userEnteredValue }) => relativeDate || userEnteredValue?.startsWith('=')))
    return undefined;
  const make = TESTS[condition?.type ?? ''];
  return make?.(given.map(({ userEnteredValue }) => readOperand(userEnteredValue ?? '', locale)));
}

interface Operand {
  readonly text: string;
  readonly number: number;
}

function readOperand(typed: string, locale: string): Operand {
  const { numberValue, stringValue } = readEntered(typed, localeOf(locale)).value;
  return { text: fold(stringValue ?? typed), number: numberValue ?? Number.NaN };
}

const TESTS: Readonly<Record<string, (operands: readonly Operand[]) => Test | undefined>> = {
  BLANK: () => isBlank,
  NOT_BLANK: () => (cell) => !isBlank(cell),
  TEXT_EQ: onText((text, [operand]) => text === operand),
  TEXT_CONTAINS: onText((text, [operand]) => text.includes(operand!)),
  TEXT_NOT_CONTAINS: onText((text, [operand]) => !text.includes(operand!)),
  TEXT_STARTS_WITH: onText((text, [operand]) => text.startsWith(operand!)),
  TEXT_ENDS_WITH: onText((text, [operand]) => text.endsWith(operand!)),
  NUMBER_EQ: onNumber((number, [operand]) => number === operand),
  NUMBER_NOT_EQ: onNumber((number, [operand]) => number !== operand),
  NUMBER_GREATER: onNumber((number, [operand]) => number > operand!),
  NUMBER_GREATER_THAN_EQ: onNumber((number, [operand]) => number >= operand!),
  NUMBER_LESS: onNumber((number, [operand]) => number < operand!),
  NUMBER_LESS_THAN_EQ: onNumber((number, [operand]) => number <= operand!),
  NUMBER_BETWEEN: onNumber((number, [low, high]) => number >= low! && number <= high!, 2),
  NUMBER_NOT_BETWEEN: onNumber((number, [low, high]) => number < low! || number > high!, 2),
};

/** Without regard to case, as Google compares. */
function onText(compare: (text: string, operands: readonly string[]) => boolean) {
  return (operands: readonly Operand[]): Test | undefined => {
    if (operands.length === 0) return undefined;
    const texts = operands.map(({ text }) => text);
    return ({ shown }) => compare(fold(shown), texts);
  };
}

/** Cells that hold no number pass no test of numbers. */
function onNumber(compare: (number: number, operands: readonly number[]) => boolean, wanted = 1) {
  return (operands: readonly Operand[]): Test | undefined => {
    const numbers = operands.map(({ number }) => number);
    if (numbers.length < wanted || numbers.some(Number.isNaN)) return undefined;
    return ({ value }) => typeof value?.numberValue === 'number' && compare(value.numberValue, numbers);
  };
}

const isBlank: Test = ({ shown }) => shown === '';
const fold = (text: string) => text.normalize('NFC').toLowerCase();
