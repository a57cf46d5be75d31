import { type CallArguments, linesOf } from '../call.ts';
import type { Field } from '../screen.ts';

/** Fields as somebody filled them in before: what was refused comes back to be mended, not to be typed again. */
export function refilled(fields: readonly Field[], asked: CallArguments): readonly Field[] {
  return fields.map((field): Field => {
    const value = asked[field.name];
    if (value === undefined || field.kind === 'counts') return field;
    return field.kind === 'checks' ? { ...field, values: linesOf(value) } : { ...field, value };
  });
}
