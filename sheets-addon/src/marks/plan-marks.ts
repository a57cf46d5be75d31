import { type CellPosition, formatCellAddress } from '../../../functions/src/domain/form/cell-address.ts';
import { hasMark, withMark, withoutMark } from './note.ts';
import { FILLED_PAINT, MARK_PAINT, NO_PAINT, type Paint } from './paint.ts';

/** A block of cells as it looks now. */
export interface Look {
  readonly origin: CellPosition;
  readonly notes: readonly (readonly string[])[];
  readonly paints: readonly (readonly Paint[])[];
}

/** Cells to be marked: what is wrong, by address. */
export type WantedMarks = ReadonlyMap<string, readonly string[]>;

/** What marked cells were painted with before, by the cells' names (see SheetMap). */
export type KnownMarks = ReadonlyMap<string, Paint>;

export interface MarkPlan {
  /** The notes of the whole block; absent where none changes. */
  readonly notes?: readonly (readonly string[])[];
  readonly paint: PaintPlan;
  /** What is marked once this is done. */
  readonly marks: KnownMarks;
}

/** One write, whatever is to be done. `cells` touches nothing else; `block` leaves what is undefined as it is. */
export type PaintPlan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'cells'; readonly cells: readonly string[]; readonly paint: Paint }
  | { readonly kind: 'block'; readonly paints: readonly (readonly (Paint | undefined)[])[] };

/**
 * From what a block looks like and what is wrong in it to the fewest writes. Marks that are resolved go and leave the
 * cell as it was: people's notes, and the colour it had, unless somebody painted it anew since. Copies of marked
 * cells lose the mark too.
 */
export function planMarks(
  look: Look,
  wanted: WantedMarks,
  known: KnownMarks,
  nameOf: (at: CellPosition) => string,
): MarkPlan {
  const marks = new Map<string, Paint>();
  const painted: { readonly cell: string; readonly paint: Paint; readonly at: CellPosition }[] = [];
  let isNoted = false;
  const notes = look.notes.map((line, row) =>
    line.map((note, column) => {
      const at = { row: look.origin.row + row, column: look.origin.column + column };
      const cell = formatCellAddress(at);
      const texts = wanted.get(cell);
      if (texts === undefined && note === '' && look.paints[row]![column] !== MARK_PAINT) return note;
      const name = nameOf(at);
      const { paint, original } = paintOf(look.paints[row]![column]!, {
        isWanted: texts !== undefined,
        isMarked: known.has(name) || hasMark(note),
        before: known.get(name),
      });
      if (texts !== undefined) marks.set(name, original);
      if (paint !== undefined) painted.push({ cell, paint, at });
      const own = withoutMark(note);
      const wish = texts === undefined ? own : withMark(own, texts);
      if (wish !== note) isNoted = true;
      return wish;
    }),
  );
  return { ...(isNoted ? { notes } : {}), paint: onePaint(painted, look), marks };
}

function paintOf(
  now: Paint,
  cell: { readonly isWanted: boolean; readonly isMarked: boolean; readonly before: Paint | undefined },
): { readonly paint?: Paint; readonly original: Paint } {
  const isRed = now === MARK_PAINT;
  const original = isRed ? (cell.before ?? FILLED_PAINT) : now;
  if (cell.isWanted) return isRed ? { original } : { paint: MARK_PAINT, original };
  return isRed && cell.isMarked ? { paint: original, original } : { original };
}

/**
 * Cells that all get one plain colour are painted alone, whatever lies between them; several colours in one go need
 * the whole block.
 */
function onePaint(
  painted: readonly { readonly cell: string; readonly paint: Paint; readonly at: CellPosition }[],
  { origin, paints }: Look,
): PaintPlan {
  const [first, ...others] = painted;
  if (first === undefined) return { kind: 'nothing' };
  if (isPlain(first.paint) && others.every(({ paint }) => paint === first.paint))
    return { kind: 'cells', cells: runsDown(painted.map(({ at }) => at)), paint: first.paint };
  const block: (Paint | undefined)[][] = paints.map((line) => line.map(() => undefined));
  for (const { at, paint } of painted) block[at.row - origin.row]![at.column - origin.column] = paint;
  return { kind: 'block', paints: block };
}

function isPlain(paint: Paint): boolean {
  return paint === NO_PAINT || paint.startsWith('#');
}

/** "G4:G9" for neighbours down a column: a list of ten thousand addresses would be slow. */
function runsDown(cells: readonly CellPosition[]): readonly string[] {
  const runs: { column: number; from: number; to: number }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs[runs.length - 1];
    if (last?.column === column && last.to + 1 === row) last.to = row;
    else runs.push({ column, from: row, to: row });
  }
  return runs.map(({ column, from, to }) => {
    const start = formatCellAddress({ row: from, column });
    return from === to ? start : `${start}:${formatCellAddress({ row: to, column })}`;
  });
}
