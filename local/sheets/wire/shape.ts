import { badField, unsupported } from './errors.ts';

/** A message of the API: its name in Google's proto and the fields that we understand. */
export interface Message {
  readonly name: string;
  readonly fields: Readonly<Record<string, Shape>>;
}
/**
 * What a JSON value may be. `struct` is kept as given, unchecked; `mask` is a field mask;
 * `list` is proto's ListValue (a row of cells).
 */
export type Shape =
  | 'string'
  | 'int32'
  | 'double'
  | 'bool'
  | 'struct'
  | 'list'
  | 'mask'
  | { readonly oneOf: readonly string[]; readonly enumName: string }
  | { readonly each: Shape }
  | { readonly mapOf: Shape }
  | (() => Message)
  | Message;

const SHEETS = 'type.googleapis.com/google.apps.sheets.v4.';

/**
 * Reads a JSON body as proto3 JSON does: nulls are absent, numbers may come as text, a wrong type is a 400 with
 * Google's words. A field we do not understand is refused by name with 501.
 */
export function readMessage<T>(message: Message, json: unknown, at = ''): T {
  if (json === null || json === undefined) return {} as T;
  if (typeof json !== 'object' || Array.isArray(json)) throw wrongType(at, SHEETS + message.name, json);
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(json)) {
    const shape = own(message.fields, key);
    const path = at === '' ? key : `${at}.${key}`;
    if (shape === undefined) throw unsupported(`the field "${path}" (${message.name})`);
    if (value === null || value === undefined) continue;
    result[key] = readValue(shape, value, path);
  }
  return result as T;
}

/** A name that comes from outside may be `constructor`: only the table's own entries count. */
export const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

function readValue(shape: Shape, value: unknown, at: string): unknown {
  if (typeof shape === 'string') return readScalar(shape, value, at);
  if (typeof shape === 'function') return readMessage(shape(), value, at);
  if ('fields' in shape) return readMessage(shape, value, at);
  if ('each' in shape) {
    // Proto JSON takes a single value for a repeated field; a ListValue it does not.
    if (!Array.isArray(value)) return [readValue(shape.each, value, at)];
    return value.map((item, i) => readValue(shape.each, item, `${at}[${i}]`));
  }
  if ('mapOf' in shape) {
    if (typeof value !== 'object' || value === null) throw wrongType(at, 'Map', value);
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [k, v === null ? null : readValue(shape.mapOf, v, `${at}.${k}`)]),
    );
  }
  if (typeof value === 'string' && shape.oneOf.includes(value)) return value;
  throw wrongType(at, SHEETS + shape.enumName, value);
}

function readScalar(shape: Extract<Shape, string>, value: unknown, at: string): unknown {
  switch (shape) {
    case 'string':
    case 'mask':
      if (typeof value === 'string') return value;
      throw wrongType(
        at,
        shape === 'mask' ? 'type.googleapis.com/google.protobuf.FieldMask' : 'TYPE_STRING',
        value,
      );
    case 'bool':
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'false') return value === 'true';
      throw wrongType(at, 'TYPE_BOOL', value);
    case 'int32': {
      const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
      if (typeof number === 'number' && Number.isInteger(number) && Math.abs(number) <= 2 ** 31)
        return number;
      throw wrongType(at, 'TYPE_INT32', value);
    }
    case 'double': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      if (typeof number === 'number' && Number.isFinite(number)) return number;
      throw wrongType(at, 'TYPE_DOUBLE', value);
    }
    case 'list':
      if (Array.isArray(value)) return value;
      throw wrongType(at, 'type.googleapis.com/google.protobuf.ListValue', value);
    case 'struct':
      return value;
  }
}

function wrongType(at: string, type: string, value: unknown) {
  const field = at.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return badField(field, `Invalid value at '${field}' (${type}), ${JSON.stringify(value)}`);
}
