import type { IRange } from '@univerjs/core';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Kind } from './structure-edit.ts';

// Rows and columns: they come, go, move, are hidden and sized.

type Dimension = 'ROWS' | 'COLUMNS';

export function insert(dimension: Dimension): Kind {
  return ({ range }, sheetId) => {
    const [startIndex, endIndex] = spanOf(dimension, range!);
    return {
      requests: [
        {
          insertDimension: {
            range: { sheetId, dimension, startIndex, endIndex },
            inheritFromBefore: startIndex > 0,
          },
        },
      ],
      shift: { dimension: nameOf(dimension), at: startIndex, count: endIndex - startIndex },
    };
  };
}

export function remove(dimension: Dimension): Kind {
  return ({ range }, sheetId) => {
    const [startIndex, endIndex] = spanOf(dimension, range!);
    return {
      requests: [{ deleteDimension: { range: { sheetId, dimension, startIndex, endIndex } } }],
      shift: { dimension: nameOf(dimension), at: startIndex, count: startIndex - endIndex },
    };
  };
}

export function move(dimension: Dimension): Kind {
  return ({ sourceRange, targetRange }, sheetId) => {
    const [startIndex, endIndex] = spanOf(dimension, sourceRange!);
    const [destinationIndex] = spanOf(dimension, targetRange!);
    return {
      requests: [
        {
          moveDimension: { source: { sheetId, dimension, startIndex, endIndex }, destinationIndex },
        },
      ],
      shift: 'whole',
    };
  };
}

export function hide(dimension: Dimension, hiddenByUser: boolean): Kind {
  return ({ ranges }, sheetId) => ({
    requests: (ranges ?? []).map((range) => {
      const [startIndex, endIndex] = spanOf(dimension, range);
      return {
        updateDimensionProperties: {
          range: { sheetId, dimension, startIndex, endIndex },
          properties: { hiddenByUser },
          fields: 'hiddenByUser',
        },
      };
    }),
  });
}

/** One request for neighbours of one size. */
export function sizes(
  sheetId: number,
  dimension: Dimension,
  ranges: readonly IRange[] = [],
  given: number | Readonly<Record<number, number>> = {},
): api.Schema$Request[] {
  const runs: { start: number; end: number; size: number }[] = [];
  for (const range of ranges) {
    const [start, end] = spanOf(dimension, range);
    for (let index = start; index < end; index++) {
      const size = typeof given === 'number' ? given : given[index];
      if (size === undefined) continue;
      const last = runs.at(-1);
      if (last?.end === index && last.size === size) last.end++;
      else runs.push({ start: index, end: index + 1, size });
    }
  }
  return runs.map(({ start, end, size }) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex: start, endIndex: end },
      properties: { pixelSize: Math.round(size) },
      fields: 'pixelSize',
    },
  }));
}

const nameOf = (dimension: Dimension) => (dimension === 'ROWS' ? 'rows' : 'columns');

/** Half open, as the API counts. */
const spanOf = (dimension: Dimension, range: IRange): [number, number] =>
  dimension === 'ROWS' ? [range.startRow, range.endRow + 1] : [range.startColumn, range.endColumn + 1];
