import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellPosition,
  formatCellAddress,
  parseCellAddress,
} from '../../functions/src/domain/form/cell-address.ts';
import { MARK_PAINT, NO_PAINT, type Paint } from '../../sheets-addon/src/marks/paint.ts';
import {
  type KnownMarks,
  type Look,
  type MarkPlan,
  planMarks,
} from '../../sheets-addon/src/marks/plan-marks.ts';
import { formatMarks, parseMarks } from '../../sheets-addon/src/marks/remembered.ts';

/** A block of cells as Google would keep it: what a plan says is done to it. */
interface Sheet {
  notes: string[][];
  paints: Paint[][];
}

const ORIGIN: CellPosition = { row: 3, column: 5 };
const ROWS = 4;
const COLUMNS = 3;
const NONE: KnownMarks = new Map();

const paint = fc.constantFrom<Paint>(NO_PAINT, '#fff9e0', '#00ff00', 'theme:ACCENT1');
const note = fc.constantFrom('', 'Hỏi chị Lan', 'hai\ndòng\n\n');
const grid = <T>(cell: fc.Arbitrary<T>): fc.Arbitrary<T[][]> =>
  fc.array(fc.array(cell, { minLength: COLUMNS, maxLength: COLUMNS }), { minLength: ROWS, maxLength: ROWS });
const sheets: fc.Arbitrary<Sheet> = fc.record({ notes: grid(note), paints: grid(paint) });
const cells = fc.uniqueArray(
  fc
    .record({ row: fc.nat(ROWS - 1), column: fc.nat(COLUMNS - 1) })
    .map(({ row, column }) => address(row, column)),
);

describe('a plan of marks', () => {
  it('marks what is wrong, and mending it leaves notes and colours as they were', () => {
    fc.assert(
      fc.property(sheets, cells, cells, (sheet, wrong, stillWrong) => {
        const before = structuredClone(sheet);
        const first = mark(sheet, wrong, NONE);
        expect([...first.marks.keys()].sort()).toEqual([...wrong].sort());
        for (const cell of wrong) expect(at(sheet.paints, cell)).toBe(MARK_PAINT);
        const second = mark(sheet, stillWrong, first.marks);
        mark(sheet, [], second.marks);
        expect(sheet).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it('is empty where everything is as it should be', () => {
    fc.assert(
      fc.property(sheets, cells, (sheet, wrong) => {
        const { marks } = mark(sheet, wrong, NONE);
        const again = planMarks(look(sheet), wanted(wrong), marks, nameOf);
        expect(again.notes).toBeUndefined();
        expect(again.paint).toEqual({ kind: 'nothing' });
        expect(again.marks).toEqual(marks);
      }),
    );
  });

  it('keeps the colour that somebody gave a marked cell meanwhile', () => {
    const sheet = blank();
    const { marks } = mark(sheet, ['F4'], NONE);
    sheet.paints[0]![0] = '#0000ff';
    mark(sheet, [], marks);
    expect(sheet.paints[0]![0]).toBe('#0000ff');
    expect(sheet.notes[0]![0]).toBe('');
  });

  it('keeps what somebody wrote into the note of a marked cell', () => {
    const sheet = blank();
    const { marks } = mark(sheet, ['F4'], NONE);
    sheet.notes[0]![0] += '\nđã hỏi';
    mark(sheet, [], marks);
    expect(sheet.notes[0]![0]).toBe('\nđã hỏi');
  });

  it('takes the mark off a copy of a marked cell, though it was never told of it', () => {
    const sheet = blank();
    const { marks } = mark(sheet, ['F4'], NONE);
    sheet.notes[2]![1] = sheet.notes[0]![0]!;
    sheet.paints[2]![1] = sheet.paints[0]![0]!;
    mark(sheet, [], marks);
    expect([sheet.notes[2]![1], sheet.paints[2]![1]]).toEqual(['', '#fff9e0']);
  });

  it('leaves a red of people’s own alone', () => {
    const sheet = blank();
    sheet.paints[1]![1] = MARK_PAINT;
    mark(sheet, ['F4'], NONE);
    expect(sheet.paints[1]![1]).toBe(MARK_PAINT);
  });

  it('follows a cell that was sorted to another row', () => {
    const sheet = blank();
    sheet.paints[0]![0] = '#00ff00';
    const { marks } = mark(sheet, ['F4'], NONE);
    sheet.notes.reverse();
    sheet.paints.reverse();
    const plan = planMarks(look(sheet), wanted([]), marks, (position) =>
      nameOf({ ...position, row: 2 * ORIGIN.row + ROWS - 1 - position.row }),
    );
    apply(sheet, plan);
    expect(sheet.paints[ROWS - 1]![0]).toBe('#00ff00');
  });

  it('paints a list of cells where one colour does, and nothing between them', () => {
    const sheet = blank();
    const plan = planMarks(look(sheet), wanted(['F4', 'F5', 'F6', 'H7']), NONE, nameOf);
    expect(plan.paint).toEqual({ kind: 'cells', cells: ['F4:F6', 'H7'], paint: MARK_PAINT });
  });

  it('is remembered as a text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), paint)), (entries) => {
        const marks = new Map(entries);
        const read = parseMarks(formatMarks(marks));
        expect([...read].sort()).toEqual([...marks].sort());
      }),
    );
    expect(parseMarks('{"#fff')).toEqual(new Map());
    expect(formatMarks(new Map())).toBe('');
  });
});

function mark(sheet: Sheet, wrong: readonly string[], known: KnownMarks): MarkPlan {
  const plan = planMarks(look(sheet), wanted(wrong), known, nameOf);
  apply(sheet, plan);
  return plan;
}

function look({ notes, paints }: Sheet): Look {
  return structuredClone({ origin: ORIGIN, notes, paints });
}

function wanted(wrong: readonly string[]): Map<string, readonly string[]> {
  return new Map(wrong.map((cell) => [cell, [`Ô ${cell} sai.`]]));
}

function apply(sheet: Sheet, plan: MarkPlan): void {
  if (plan.notes) sheet.notes = plan.notes.map((line) => [...line]);
  if (plan.paint.kind === 'block')
    for (const [row, line] of plan.paint.paints.entries())
      for (const [column, paint] of line.entries())
        if (paint !== undefined) sheet.paints[row]![column] = paint;
  if (plan.paint.kind !== 'cells') return;
  for (const range of plan.paint.cells) {
    const [from, to = from] = range.split(':').map((cell) => parseCellAddress(cell!)!);
    for (let row = from!.row; row <= to!.row; row++)
      sheet.paints[row - ORIGIN.row]![from!.column - ORIGIN.column] = plan.paint.paint;
  }
}

function blank(): Sheet {
  return {
    notes: Array.from({ length: ROWS }, () => Array<string>(COLUMNS).fill('')),
    paints: Array.from({ length: ROWS }, () => Array<Paint>(COLUMNS).fill('#fff9e0')),
  };
}

function address(row: number, column: number): string {
  return formatCellAddress({ row: ORIGIN.row + row, column: ORIGIN.column + column });
}

function nameOf(position: CellPosition): string {
  return formatCellAddress(position);
}

function at<T>(cells: readonly (readonly T[])[], cell: string): T {
  const { row, column } = parseCellAddress(cell)!;
  return cells[row - ORIGIN.row]![column - ORIGIN.column]!;
}
