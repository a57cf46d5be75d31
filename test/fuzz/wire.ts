import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { ODD_KEYS } from './corpus.ts';

/** A body as it goes over the wire. */
export interface Written {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

type Way = (json: string) => Written;
const JSON_TYPE = { 'content-type': 'application/json' };
const as =
  (write: (json: string) => string | Buffer, headers: Record<string, string> = {}): Way =>
  (json) => ({
    bytes: Buffer.from(write(json) as string),
    headers: { ...JSON_TYPE, ...headers },
  });
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

/** As JSON in UTF-8, as everybody sends it. */
export const plainly: Way = as((json) => json);

/** Other ways to write a body down: one in each is wrong, and a few are right all the same. */
export const WAYS: Readonly<Record<string, Way>> = {
  'byte order mark': as((json) => `\ufeff${json}`),
  'UTF-16 little end first': as((json) => Buffer.from(`\ufeff${json}`, 'utf16le')),
  'UTF-16 big end first': as(utf16be),
  'UTF-16 that says so': as(utf16be, { 'content-type': 'application/json; charset=utf-16' }),
  'Latin-1': as((json) => Buffer.from(json.replace('{', '{"é":1,'), 'latin1')),
  'bytes that are no UTF-8': as((json) =>
    Buffer.concat([Buffer.from(json), Buffer.from([0xc3, 0x28, 0xff])]),
  ),
  'overlong slash': as((json) =>
    Buffer.concat([Buffer.from('"'), Buffer.from([0xc0, 0xaf]), Buffer.from(`"${json}`)]),
  ),
  'surrogates in UTF-8': as(() => Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])),
  'spaces around': as((json) => ` \n\t${json}\r\n `),
  'comma at the end': as((json) => json.replace(/\}$/, ',}')),
  comment: as((json) => `${json}// x`),
  'two values': as((json) => json + json),
  'cut in the middle': as((json) => json.slice(0, json.length >> 1)),
  empty: as(() => ''),
  'single quotes': as((json) => json.replaceAll('"', "'")),
  'raw control character': as((json) => json.replace('":"', '":"\u0001')),
  'NUL at the end': as((json) => `${json}\u0000`),
  'gzip that says so': as((json) => gzipSync(json), { 'content-encoding': 'gzip' }),
  'gzip that does not': as((json) => gzipSync(json)),
  'gzip of 10 MB of nothing': as(() => gzipSync(Buffer.alloc(10_000_000)), { 'content-encoding': 'gzip' }),
  deflate: as((json) => deflateSync(json), { 'content-encoding': 'deflate' }),
  brotli: as((json) => json, { 'content-encoding': 'br' }),
  identity: as((json) => json, { 'content-encoding': 'identity' }),
  'no type': (json) => ({ bytes: Buffer.from(json), headers: {} }),
  text: as((json) => json, { 'content-type': 'text/plain' }),
  form: as((json) => `json=${encodeURIComponent(json)}`, {
    'content-type': 'application/x-www-form-urlencoded',
  }),
  parts: as((json) => `--x\r\n\r\n${json}\r\n--x--`, { 'content-type': 'multipart/form-data; boundary=x' }),
  XML: as(() => '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', {
    'content-type': 'application/xml',
  }),
  'JSON of another kind': as((json) => json, { 'content-type': 'application/vnd.api+json' }),
  'JSON by a shouted name': as((json) => json, { 'content-type': 'APPLICATION/JSON ; charset="utf-8"' }),
  'deep arrays': as(() => '['.repeat(100_000)),
  'deep objects': as(() => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
  'deep after a good beginning': as((json) =>
    json.replace(/\}$/, `,"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
  ),
  'ten thousand keys': as((json) => json.replace(/\}$/, `,${manyKeys()}}`)),
  'many commas': as(() => `[${'[],'.repeat(100_000)}[]]`),
  'long key': as((json) => json.replace(/\}$/, `,"${'k'.repeat(100_000)}":1}`)),
  'long number': as((json) => json.replace(/\}$/, `,"x":${'9'.repeat(50_000)}}`)),
};

/** Changes of the text itself, for what no JavaScript object can say: keys twice, numbers beyond numbers. */
export const textChange: fc.Arbitrary<(json: string) => string> = fc.oneof(
  fc
    .constantFrom('campaign', 'period', 'unitId', 'requestKey', ...ODD_KEYS)
    .chain((key) => fc.constantFrom('"X"', '{"x":1}', 'null', '[]').map((value) => twice(key, value))),
  fc
    .constantFrom(
      '1e309',
      '-1e309',
      '-0',
      '9007199254740993',
      '1E+9999999999',
      '0.1e-9999',
      '01',
      '+1',
      '.5',
      'NaN',
    )
    .map((number) => (json: string) => json.replace(/"[^"]*"(?=[,}\]])/, number)),
  fc
    .nat(2000)
    .chain((at) =>
      fc
        .constantFrom('\u0000', '"', '}', ',', '\\', '\\ud800', '\u202e', '\\u0000', '/*')
        .map(
          (text) => (json: string) =>
            json.slice(0, at % (json.length + 1)) + text + json.slice(at % (json.length + 1)),
        ),
    ),
);

function twice(key: string, value: string): (json: string) => string {
  const member = `${JSON.stringify(key)}:${value}`;
  return (json) =>
    value.length % 2 === 0 ? json.replace(/^\{/, `{${member},`) : json.replace(/\}$/, `,${member}}`);
}

const manyKeys = () => Array.from({ length: 10_000 }, (_, i) => `"k${i}":${i}`).join(',');
