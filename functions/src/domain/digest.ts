import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the canonical JSON, hex. Fed in pieces, so a campaign of any size needs no text of its whole. */
export function digestOf(value: unknown): string {
  const hash = sha256.create();
  let pending: string[] = [];
  let length = 0;
  writeCanonical(value, (text) => {
    pending.push(text);
    length += text.length;
    if (length < PIECE) return;
    hash.update(utf8ToBytes(pending.join('')));
    pending = [];
    length = 0;
  });
  hash.update(utf8ToBytes(pending.join('')));
  return bytesToHex(hash.digest());
}

/**
 * The one JSON text of plain data: keys in code unit order, no spaces, fields that are undefined left out.
 * Lists keep their order. Throws a RangeError for what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  const parts: string[] = [];
  writeCanonical(value, (text) => parts.push(text));
  return parts.join('');
}

const PIECE = 1 << 16;

function writeCanonical(value: unknown, write: (text: string) => void): void {
  if (Array.isArray(value)) writeList(value, write);
  else if (isPlainObject(value)) writeObject(value, write);
  else write(scalar(value));
}

function writeList(values: readonly unknown[], write: (text: string) => void): void {
  write('[');
  values.forEach((value, i) => {
    if (i > 0) write(',');
    writeCanonical(value, write);
  });
  write(']');
}

function writeObject(object: Readonly<Record<string, unknown>>, write: (text: string) => void): void {
  write('{');
  let separator = '';
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value === undefined) continue;
    write(`${separator}${JSON.stringify(key)}:`);
    writeCanonical(value, write);
    separator = ',';
  }
  write('}');
}

function scalar(value: unknown): string {
  const isPlain =
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value));
  if (!isPlain) throw new RangeError(`canonical JSON cannot hold a ${typeof value}`);
  return JSON.stringify(value);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
