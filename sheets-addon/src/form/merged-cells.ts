import { formatCellAddress, parseCellAddress } from '../../../functions/src/domain/form/cell-address.ts';
import type { FoundIssue } from './found-issue.ts';

/** A merged block of the tab: its first row and column from 0, and how many there are. */
export interface MergedBlock {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Only the top left cell of a merged block has a value, so the others read as blanks that nobody can see or fill.
 * Such an issue moves to the cell that can be seen and says what to do.
 */
export function explainMerged(
  issues: readonly FoundIssue[],
  merged: readonly MergedBlock[],
  remedy: (cell: string, block: string) => { readonly text: string; readonly note: string },
): readonly FoundIssue[] {
  return issues.map((issue) => {
    const at = issue.cell === undefined ? undefined : parseCellAddress(issue.cell);
    const block = at && merged.find((each) => isInside(each, at) && !isFirst(each, at));
    if (block === undefined) return issue;
    const first = formatCellAddress(block);
    const last = formatCellAddress({
      row: block.row + block.rows - 1,
      column: block.column + block.columns - 1,
    });
    const { text, note } = remedy(issue.cell!, `${first}:${last}`);
    return { ...issue, cell: first, text: `${text} ${issue.text}`, note: `${note} ${issue.note}` };
  });
}

function isInside(block: MergedBlock, at: { row: number; column: number }): boolean {
  return (
    at.row >= block.row &&
    at.row < block.row + block.rows &&
    at.column >= block.column &&
    at.column < block.column + block.columns
  );
}

function isFirst(block: MergedBlock, at: { row: number; column: number }): boolean {
  return at.row === block.row && at.column === block.column;
}
