import type { GridRange } from '../current.ts';
import type { Draft } from '../draft.ts';
import type { BooleanRule, GradientPoint, GradientRule, SheetRange, SheetRequest } from '../sheet-request.ts';
import type { ColouredWhen, ScalePoint, WantedColumn } from '../wanted.ts';

/**
 * The colours of columns whose description changed. Rules have no ids: those of our kinds over exactly our column are
 * the ones we made before.
 */
export function planColours(
  draft: Draft,
  stale: readonly WantedColumn[],
  bodyOf: (column: WantedColumn) => SheetRange,
): SheetRequest[] {
  const old = draft.colourRules.flatMap(({ by, ranges: [range, ...others] }, index) =>
    by !== undefined &&
    range !== undefined &&
    others.length === 0 &&
    stale.some((column) => sameColumn(range, bodyOf(column)))
      ? [index]
      : [],
  );
  const removed = old
    .reverse()
    .map(
      (index) => ({ deleteConditionalFormatRule: { sheetId: draft.sheetId, index } }) satisfies SheetRequest,
    );
  const added = stale.flatMap(
    (column) =>
      (column.colours ?? [])
        .filter(isColourable)
        .map(
          (wish): SheetRequest => ({
            addConditionalFormatRule: { index: 0, rule: { ranges: [bodyOf(column)], ...ruleOf(wish) } },
          }),
        )
        .reverse(), // each comes first when it is added
  );
  return [...removed, ...added];
}

/** A condition's value is read as if it were typed: such a grade's name would be a formula, and stays uncoloured. */
function isColourable(wish: ColouredWhen): boolean {
  return !('text' in wish && /^[=+]/.test(wish.text));
}

function ruleOf(wish: ColouredWhen): { booleanRule: BooleanRule } | { gradientRule: GradientRule } {
  if ('scale' in wish) return { gradientRule: gradientOf(wish.scale) };
  const condition = conditionOf(wish);
  return { booleanRule: { condition, format: { backgroundColor: wish.colour } } };
}

function conditionOf(wish: Exclude<ColouredWhen, { scale: unknown }>): BooleanRule['condition'] {
  const holds = (type: BooleanRule['condition']['type'], value: string | number) => ({
    type,
    values: [{ userEnteredValue: String(value) }],
  });
  if ('text' in wish) return holds('TEXT_EQ', wish.text);
  if ('equals' in wish) return holds('NUMBER_EQ', wish.equals);
  return 'above' in wish ? holds('NUMBER_GREATER', wish.above) : holds('NUMBER_LESS', wish.below);
}

function gradientOf(points: readonly ScalePoint[]): GradientRule {
  const [first, ...others] = points.map(pointOf);
  const [middle, last] = others.length > 1 ? others : [undefined, others[0]];
  return { minpoint: first!, ...(middle && { midpoint: middle }), maxpoint: last! };
}

function pointOf({ at, colour }: ScalePoint): GradientPoint {
  if (at === 'least') return { type: 'MIN', color: colour };
  return at === 'most'
    ? { type: 'MAX', color: colour }
    : { type: 'NUMBER', value: String(at), color: colour };
}

function sameColumn(a: GridRange, b: GridRange): boolean {
  return a.startColumnIndex === b.startColumnIndex && a.endColumnIndex === b.endColumnIndex;
}
