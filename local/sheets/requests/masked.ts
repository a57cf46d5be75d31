import { pairColours } from '../wire/colour.ts';
import { invalid, unsupported } from '../wire/errors.ts';
import { type Mask, maskPaths, parseMask } from '../wire/mask.ts';
import { type Message, own, type Shape } from '../wire/shape.ts';

/**
 * The `fields` of an update: required, and every path must be one that the message has.
 * `*` takes every field.
 */
export function readMask(fields: string | null | undefined, message: Message): Mask {
  if (!fields)
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const known = read.get(message) ?? new Map<string, Mask>();
  read.set(message, known);
  const mask = known.get(fields) ?? parsed(fields, message);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(fields, mask);
  return mask;
}

/** Programs send the same few masks over and over. */
const read = new WeakMap<Message, Map<string, Mask>>();
const MOST_KNOWN = 500;

function parsed(fields: string, message: Message): Mask {
  const mask = parseMask(fields);
  for (const path of maskPaths(mask)) checkPath(path, message);
  return pairColours(mask);
}

function checkPath(path: string[], message: Message): void {
  let shape: Shape = message;
  for (const field of path) {
    if (typeof shape === 'function') shape = shape();
    if (shape === 'struct') return;
    if (typeof shape !== 'object' || !('fields' in shape)) throw invalid(`Invalid field: ${path.join('.')}`);
    const next: Shape | undefined = own(shape.fields, field);
    if (next === undefined) throw unsupported(`the field "${path.join('.')}" in a mask of ${message.name}`);
    shape = next;
  }
}
