import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Box } from './types.ts';

/** A range of the API with its open sides closed by the grid. */
export function boxOf(range: api.Schema$GridRange, rowCount: number, columnCount: number): Box {
  return {
    top: range.startRowIndex ?? 0,
    left: range.startColumnIndex ?? 0,
    bottom: Math.min(range.endRowIndex ?? rowCount, rowCount),
    right: Math.min(range.endColumnIndex ?? columnCount, columnCount),
  };
}

export const isEmpty = ({ top, left, bottom, right }: Box): boolean => top >= bottom || left >= right;

export const contains = (box: Box, row: number, column: number): boolean =>
  row >= box.top && row < box.bottom && column >= box.left && column < box.right;

export function intersect(a: Box, b: Box): Box | undefined {
  const common = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return isEmpty(common) ? undefined : common;
}

/** What is left of a box when others are cut out: boxes that do not overlap. */
export function subtract(box: Box, holes: readonly Box[]): Box[] {
  let rest = [box];
  for (const hole of holes) rest = rest.flatMap((part) => cut(part, hole));
  return rest;
}

/** Above, left, right, below. */
function cut(box: Box, hole: Box): Box[] {
  const common = intersect(box, hole);
  if (common === undefined) return [box];
  const between = { top: common.top, bottom: common.bottom };
  return [
    { ...box, bottom: common.top },
    { ...between, left: box.left, right: common.left },
    { ...between, left: common.right, right: box.right },
    { ...box, top: common.bottom },
  ].filter((part) => !isEmpty(part));
}
