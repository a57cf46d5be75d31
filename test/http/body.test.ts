import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../functions/src/http/body.ts';
import { languageOf } from '../../functions/src/http/language.ts';
import { ID } from '../../functions/src/http/shapes/shapes.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const code = (raw: Uint8Array) => {
  try {
    return ['value', parseJson(raw)];
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('parseJson', () => {
  it('gives what JSON.parse gives, or refuses as malformed, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 3 }), fc.string()), (text) => {
        const outcome = code(bytes(text));
        if (outcome === 'malformed') return;
        expect(outcome).toEqual(['value', JSON.parse(text)]);
      }),
    );
  });

  it('refuses bytes that are no UTF-8 and never throws anything of its own', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (raw) => {
        const outcome = code(raw);
        expect(outcome === 'malformed' || Array.isArray(outcome)).toBe(true);
      }),
    );
    expect(code(new Uint8Array([0x22, 0xc3, 0x28, 0x22]))).toBe('malformed');
  });

  it('takes eight levels and refuses the ninth', () => {
    const nested = (levels: number) => bytes('['.repeat(levels) + ']'.repeat(levels));
    expect(code(nested(8))).toEqual(['value', JSON.parse('[[[[[[[[]]]]]]]]')]);
    expect(code(nested(9))).toBe('malformed');
    expect(code(nested(500_000))).toBe('malformed');
  });

  it('refuses lone surrogates and keys that reach prototypes, at any depth', () => {
    for (const text of ['"\\udc00"', '{"a":["\\ud83d"]}', '{"a":{"__proto__":1}}', '[{"constructor":1}]'])
      expect(code(bytes(text))).toBe('malformed');
    expect(code(bytes('"\\ud83d\\ude00"'))).toEqual(['value', '😀']);
  });
});

describe('languageOf', () => {
  it('is Vietnamese unless English is wanted more', () => {
    const cases: [string | undefined, string][] = [
      [undefined, 'vi'],
      ['', 'vi'],
      ['*', 'vi'],
      ['en', 'en'],
      ['EN-us, en;q=0.9', 'en'],
      ['vi-VN, vi;q=0.9, en;q=0.8', 'vi'],
      ['en;q=0.5, vi;q=0.4', 'en'],
      ['en;q=0', 'vi'],
      ['en, vi', 'vi'],
      ['fr;q=1, de', 'vi'],
      [';;;,,q=,en;q=x', 'en'],
    ];
    expect(cases.map(([header]) => [header, languageOf(header)])).toEqual(cases);
  });
});

describe('ids', () => {
  it('are what a campaign’s files take as a code', () => {
    for (const id of ['A', 'X29110', 'DKM-BT-2024', '2024-W09', 'a.b_c-d'])
      expect([id, ID.test(id)]).toEqual([id, true]);
    for (const id of [
      '',
      '.',
      '..',
      'a/b',
      'a..b',
      '__a__',
      'a__b',
      '-a',
      'a-',
      'xã',
      'a b',
      'a\n',
      'x'.repeat(65),
    ])
      expect([id, ID.test(id)]).toEqual([id, false]);
  });
});
