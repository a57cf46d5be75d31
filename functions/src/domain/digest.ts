import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the canonical JSON, hex. Fed in pieces, so a campaign of any size needs no text of its whole. */
export function digestOf(value: unknown): string {
  const hash = sha256.create();
  let pending = '';
  writeCanonical(value, (text) => {
    pending += text;
    if (pending.length < PIECE) return;
    hash.update(utf8ToBytes(pending));
    pending = '';
  });
  hash.update(utf8ToBytes(pending));
  return bytesToHex(hash.digest());
}

/**
 * The one JSON text of plain data: keys in code unit order, no spaces, fields that are undefined left out.
 * Lists keep their order. Throws a RangeError for what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (isInOrder(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return scalar(value);
  let text = '{';
  for (const key of presentKeys(value))
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${canonicalJson(value[key])}`;
  return `${text}}`;
}

const PIECE = 1 << 16;
/** Large data is a few lists of many small things: below this depth each is written in one go. */
const STREAMED_DEPTH = 3;

/** canonicalJson in pieces. */
export function writeCanonical(value: unknown, write: (text: string) => void, depth = 0): void {
  if (depth === STREAMED_DEPTH) write(canonicalJson(value));
  else if (Array.isArray(value)) {
    write('[');
    value.forEach((item, i) => {
      if (i > 0) write(',');
      writeCanonical(item, write, depth + 1);
    });
    write(']');
  } else if (isObject(value)) {
    write('{');
    presentKeys(value).forEach((key, i) => {
      write(`${i > 0 ? ',' : ''}${JSON.stringify(key)}:`);
      writeCanonical(value[key], write, depth + 1);
    });
    write('}');
  } else write(scalar(value));
}

/**
 * Whether the engine's own JSON, which is many times faster, is the canonical one: data whose keys happen to be in
 * order all the way down, as we make what is large. False for what JSON cannot hold too: scalar() says why.
 */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object') return isPlainScalar(value);
  if (value === null) return true;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isInOrder(value[i])) return false;
    return true;
  }
  const object = value as Readonly<Record<string, unknown>>;
  if (Object.getPrototypeOf(object) !== Object.prototype) return false;
  let before: string | undefined;
  for (const key in object) {
    if (before !== undefined && before > key) return false;
    before = key;
    const field = object[key];
    if (field !== undefined && !isInOrder(field)) return false;
  }
  return true;
}

function isPlainScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function presentKeys(object: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.keys(object).sort();
  return keys.some((key) => object[key] === undefined)
    ? keys.filter((key) => object[key] !== undefined)
    : keys;
}

/** Plain objects only: a Date or a Map would silently become {}. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new RangeError('canonical JSON holds plain objects only');
  return true;
}

function scalar(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    case 'object':
      return 'null';
  }
  throw new RangeError(`canonical JSON cannot hold a ${typeof value}`);
}
