import type { Surface } from '../desk.ts';
import type { Block } from '../marks/blocks.ts';
import { NO_PAINT } from '../marks/paint.ts';
import type { PaintPlan } from '../marks/plan-marks.ts';
import { colorOf, paintOf } from './paints.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Color = GoogleAppsScript.Spreadsheet.Color;

/** Two looks at a block, notes and backgrounds, and at most two writes to it, however many cells are marked. */
export function openSurface(sheet: Sheet, { row, column, rows, columns }: Block): Surface {
  const range = sheet.getRange(row + 1, column + 1, rows, columns);
  const colors = range.getBackgroundObjects();
  return {
    look: {
      origin: { row, column },
      notes: range.getNotes(),
      paints: colors.map((line) => line.map(paintOf)),
    },
    apply({ notes, paint }) {
      try {
        if (notes !== undefined) range.setNotes(notes.map((line) => [...line]));
        applyPaint(sheet, range, paint, colors);
        return true;
      } catch {
        return false; // a protected range: Google gives no other sign than the exception
      }
    },
  };
}

function applyPaint(
  sheet: Sheet,
  range: GoogleAppsScript.Spreadsheet.Range,
  plan: PaintPlan,
  before: readonly (readonly Color[])[],
): void {
  switch (plan.kind) {
    case 'nothing':
      return;
    case 'cells':
      sheet.getRangeList([...plan.cells]).setBackground(plan.paint === NO_PAINT ? null : plan.paint);
      return;
    case 'block': {
      // An untouched colour goes back as the very object it came as. White is what "none" looks like.
      const colors = plan.paints.map((line, row) =>
        line.map((paint, column) => {
          if (paint !== undefined) return colorOf(paint);
          const color = before[row]![column]!;
          return paintOf(color) === NO_PAINT ? null : color;
        }),
      );
      range.setBackgroundObjects(colors as Color[][]); // its type does not know that null takes away
      return;
    }
  }
}
