import type { Message, Shape } from '../shape.ts';

/**
 * A message of Sheets v4 as a table: what a request may hold. A field that is missing in it is refused with 501 by
 * name. Parts that are only kept and given back (charts, conditions) are `struct` where nothing in them needs to
 * follow the sheet.
 */
export const message = (name: string, fields: Record<string, Shape>): Message => ({ name, fields });
export const each = (shape: Shape): Shape => ({ each: shape });
export const oneOf = (enumName: string, ...names: string[]): Shape => ({ enumName, oneOf: names });
