import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { Shown } from '../cells/shown.ts';
import type { Trait } from '../model/state.ts';
import { maskReaches } from '../wire/mask.ts';
import { message } from '../wire/messages/message.ts';
import { dimensionProperties } from '../wire/messages/parts.ts';
import { dimensionRange } from '../wire/messages/ranges.ts';
import { checkInside, readStretch, type Stretch } from './dimensions.ts';
import { readMask } from './masked.ts';
import { kind } from './request.ts';

const SHAPE = message('UpdateDimensionPropertiesRequest', {
  range: dimensionRange,
  properties: dimensionProperties,
  fields: 'mask',
});

export const updateDimensionProperties = kind<api.Schema$UpdateDimensionPropertiesRequest>(
  SHAPE,
  ({ book, guard }, request) => {
    const mask = readMask(request.fields, dimensionProperties);
    const stretch = readStretch(book, request.range);
    checkInside(stretch);
    guard.touchSheet(stretch.sheet);
    const { pixelSize, hiddenByUser } = request.properties ?? {};
    setTraits(stretch, (_, before) => ({
      ...before,
      ...(maskReaches(mask, 'pixelSize') && { pixelSize: pixelSize ?? undefined }),
      ...(maskReaches(mask, 'hiddenByUser') && { hiddenByUser: hiddenByUser || undefined }),
    }));
  },
);

const AUTO = message('AutoResizeDimensionsRequest', { dimensions: dimensionRange });
const PIXELS_PER_LETTER = 7;
const PADDING = 12;

/** Columns get the width of their longest text by a rule of thumb; rows get the default height. */
export const autoResizeDimensions = kind<api.Schema$AutoResizeDimensionsRequest>(
  AUTO,
  ({ book, guard }, request) => {
    const stretch = readStretch(book, request.dimensions);
    checkInside(stretch);
    guard.touchSheet(stretch.sheet);
    const { sheet, dimension } = stretch;
    const shown = new Shown(book);
    setTraits(stretch, (index, before) => {
      if (dimension === 'ROWS') return { ...before, pixelSize: undefined };
      const lengths = sheet.state.rows.map((row) =>
        row[index] ? (shown.formatted(sheet, row[index]!) ?? '').length : 0,
      );
      const longest = Math.max(0, ...lengths);
      return longest === 0 ? before : { ...before, pixelSize: longest * PIXELS_PER_LETTER + PADDING };
    });
  },
);

interface LooseTrait {
  pixelSize?: number | undefined;
  hiddenByUser?: boolean | undefined;
}

function setTraits(
  { sheet, dimension, start, end }: Stretch,
  change: (index: number, before: Trait) => LooseTrait,
): void {
  const part = dimension === 'ROWS' ? 'rowTraits' : 'columnTraits';
  const traits = [...sheet.state[part]];
  while (traits.length < end) traits.push(null);
  for (let index = start; index < end; index++) {
    const { pixelSize, hiddenByUser } = change(index, traits[index] ?? {});
    traits[index] =
      pixelSize || hiddenByUser
        ? { ...(pixelSize && { pixelSize }), ...(hiddenByUser && { hiddenByUser }) }
        : null;
  }
  while (traits.length > 0 && !traits.at(-1)) traits.pop();
  sheet.state[part] = traits;
}
