import type { IRange } from '@univerjs/core';

export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** `B3` or `B3:C5`, in any order of corners; undefined for what is neither. */
export function readRange(text: string): IRange | undefined {
  const [from, to] = text.toUpperCase().replaceAll('$', '').split(':').map(readCell);
  if (!from || (text.includes(':') && !to)) return undefined;
  const last = to ?? from;
  return {
    startRow: Math.min(from.row, last.row),
    endRow: Math.max(from.row, last.row),
    startColumn: Math.min(from.column, last.column),
    endColumn: Math.max(from.column, last.column),
  };
}

function readCell(text: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(text) ?? [];
  if (letters === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
