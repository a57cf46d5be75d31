import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DimensionEdit, followSpan } from '../../../local/sheets/model/dimension-edit.ts';
import { editDimension } from '../../../local/sheets/model/edit-dimension.ts';
import { Spreadsheet } from '../../../local/sheets/model/spreadsheet.ts';
import { newSpreadsheet } from '../../../local/sheets/spreadsheets/new-spreadsheet.ts';

/** Lines are named by what was written on them; a blank line is null. The oracle edits a plain list of names. */
const LINES = 8;

const raw = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'move'),
  a: fc.nat(30),
  b: fc.nat(30),
  c: fc.nat(30),
});

/** Any numbers, made into an edit that is possible on that many lines. */
function possible(
  { kind, a, b, c }: { kind: string; a: number; b: number; c: number },
  count: number,
): DimensionEdit {
  if (kind === 'insert') return { kind, at: a % (count + 1), count: 1 + (b % 3) };
  const start = a % count;
  const end = Math.min(count, start + 1 + (b % 3));
  if (kind === 'delete' && end - start < count) return { kind, start, end };
  const places = Array.from({ length: count + 1 }, (_, i) => i).filter((i) => i <= start || i >= end);
  return { kind: 'move', start, end, to: places[c % places.length]! };
}

function naive(lines: (string | null)[], edit: DimensionEdit): (string | null)[] {
  if (edit.kind === 'insert') return lines.toSpliced(edit.at, 0, ...Array<null>(edit.count).fill(null));
  if (edit.kind === 'delete') return lines.filter((_, i) => i < edit.start || i >= edit.end);
  const block = lines.slice(edit.start, edit.end);
  const before = lines.slice(0, edit.to).filter((_, i) => i < edit.start || i >= edit.end);
  const after = lines.slice(edit.to).filter((_, i) => i + edit.to < edit.start || i + edit.to >= edit.end);
  return [...before, ...block, ...after];
}

function start(dimension: 'ROWS' | 'COLUMNS') {
  const book = new Spreadsheet('book', newSpreadsheet({}));
  const sheet = book.sheets[0]!;
  sheet.setGrid(dimension === 'ROWS' ? LINES : 3, dimension === 'ROWS' ? 3 : LINES);
  const names: (string | null)[] = Array.from({ length: LINES }, (_, i) => `line ${i}`);
  book.developerMetadata = names.map((metadataKey, i) => ({
    metadataKey,
    location: { dimensionRange: { sheetId: 0, dimension, startIndex: i, endIndex: i + 1 } },
  }));
  names.forEach((name, i) => {
    const [row, column] = dimension === 'ROWS' ? [i, 1] : [1, i];
    sheet.setCell(row, column, { userEnteredValue: { stringValue: name! }, note: name! });
  });
  sheet.setCell(0, 0, sheet.cell(0, 0) ?? { userEnteredFormat: {} });
  return { book, sheet, names };
}

describe('inserting, deleting and moving lines', () => {
  it.each(['ROWS', 'COLUMNS'] as const)(
    'takes values and metadata of %s along like a plain list',
    (dimension) => {
      fc.assert(
        fc.property(fc.array(raw, { maxLength: 12 }), (edits) => {
          const { book, sheet, names } = start(dimension);
          let lines = names;
          for (const one of edits) {
            const edit = possible(one, lines.length);
            editDimension(book, sheet, dimension, edit);
            lines = naive(lines, edit);
          }
          const count = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
          const cellOf = (i: number) => (dimension === 'ROWS' ? sheet.cell(i, 1) : sheet.cell(1, i));
          expect(Array.from({ length: count }, (_, i) => cellOf(i)?.note ?? null)).toEqual(lines);
          const marked = book.developerMetadata.map((one) => [
            one.metadataKey,
            one.location!.dimensionRange!.startIndex,
          ]);
          const wanted = lines.flatMap((name, i) => (name === null ? [] : [[name, i]]));
          expect(Object.fromEntries(marked)).toEqual(Object.fromEntries(wanted));
        }),
        { numRuns: 500 },
      );
    },
  );

  it('keeps formulas reading the line that they read before', () => {
    fc.assert(
      fc.property(fc.array(raw, { maxLength: 8 }), fc.nat(LINES - 1), (edits, read) => {
        const { book, sheet, names } = start('ROWS');
        sheet.setCell(read, 2, { userEnteredValue: { formulaValue: `=$B$${read + 1}` } });
        let lines = names;
        for (const one of edits) {
          const edit = possible(one, lines.length);
          editDimension(book, sheet, 'ROWS', edit);
          lines = naive(lines, edit);
        }
        const now = lines.indexOf(`line ${read}`);
        if (now < 0) return;
        expect(sheet.cell(now, 2)?.userEnteredValue).toEqual({ formulaValue: `=$B$${now + 1}` });
      }),
      { numRuns: 300 },
    );
  });

  it('lets a stretch reach from the first of its lines that is left to the last', () => {
    const bounds = fc.tuple(fc.nat(LINES - 1), fc.nat(LINES - 1));
    fc.assert(
      fc.property(raw, bounds, (one, [a, b]) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b) + 1];
        const names = Array.from({ length: LINES }, (_, i) => `line ${i}`);
        const edit = possible(one, LINES);
        // A block that is moved across an edge is another matter: see the cases below.
        fc.pre(edit.kind !== 'move' || (first >= edit.start && last <= edit.end));
        const inside = new Set<string | null>(names.slice(first, last));
        const left = naive(names, edit).flatMap((name, i) => (inside.has(name) ? [i] : []));
        const wanted = left.length > 0 ? { start: left[0], end: left.at(-1)! + 1 } : undefined;
        expect(followSpan({ start: first, end: last }, edit)).toEqual(wanted);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['within it', { start: 3, end: 4, to: 6 }, { start: 2, end: 6 }],
    ['to its own end', { start: 3, end: 4, to: 6 }, { start: 2, end: 6 }],
    ['out of it', { start: 3, end: 4, to: 8 }, { start: 2, end: 5 }],
    ['into it', { start: 0, end: 1, to: 4 }, { start: 1, end: 6 }],
    ['past it', { start: 0, end: 1, to: 8 }, { start: 1, end: 5 }],
    ['in front of it', { start: 6, end: 8, to: 0 }, { start: 4, end: 8 }],
  ])('follows a block that is moved %s', (_, move, wanted) => {
    expect(followSpan({ start: 2, end: 6 }, { kind: 'move', ...move })).toEqual(wanted);
  });

  it('leaves open sides open', () => {
    expect(followSpan({ start: undefined, end: undefined }, { kind: 'delete', start: 0, end: 5 })).toEqual({
      start: undefined,
      end: undefined,
    });
    expect(followSpan({ start: 2, end: undefined }, { kind: 'insert', at: 0, count: 1 })).toEqual({
      start: 3,
      end: undefined,
    });
  });
});
