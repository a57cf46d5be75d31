import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonText } from '../../functions/src/campaign-files/parse/json-text.ts';

describe('JSON with places', () => {
  it('is what the platform’s own parser reads, or refuses, damaged or not', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 6, stringUnit: 'binary' }),
        fc.option(
          fc.record({
            at: fc.nat(),
            put: fc.constantFrom('', ',', '"', '}', ' ', '\\', '0', '-', '\n', 'e'),
          }),
        ),
        (text, damage) => {
          const at = damage ? damage.at % (text.length + 1) : 0;
          const damaged = damage ? text.slice(0, at) + damage.put + text.slice(at + 1) : text;
          const parsed = parseJsonText(damaged);
          expect(parsed.ok ? { value: parsed.value } : 'refused').toEqual(parsedByPlatform(damaged));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('knows the line of every part', () => {
    const parsed = parseJsonText('{\n  "a": [\n    1, { "b":\n      null }\n  ]\r\n}\n');
    expect(parsed.ok && Object.fromEntries(parsed.lines)).toEqual({
      '': 1,
      a: 2,
      'a[0]': 3,
      'a[1]': 3,
      'a[1].b': 4,
    });
  });

  it('names keys that stand twice in one object and takes the last', () => {
    const parsed = parseJsonText('{"a": {"b": 1, "b": 2}, "c": [{"b": 1}]}');
    expect(parsed.ok && [parsed.value, parsed.repeated]).toEqual([{ a: { b: 2 }, c: [{ b: 1 }] }, ['a.b']]);
  });

  it('says where it stopped, from 1 in the line', () => {
    expect(parseJsonText('{\n  "a": 1,\n  "b" 2\n}')).toEqual({
      ok: false,
      reason: 'malformed',
      line: 3,
      character: 7,
    });
  });

  it('refuses what lies deeper than any campaign, without running out of stack', () => {
    expect(parseJsonText('['.repeat(1_000_000))).toEqual({ ok: false, reason: 'too_deep', line: 1 });
  });

  it('keeps a key “__proto__” a key', () => {
    const parsed = parseJsonText('{"__proto__": {"polluted": true}}');
    expect(parsed.ok && Object.keys(parsed.value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBe(undefined);
  });

  it('reads a text of a megabyte', () => {
    const text = JSON.stringify({ a: 'ế'.repeat(1_000_000) });
    expect(parseJsonText(text).ok).toBe(true);
  });
});

function parsedByPlatform(text: string): unknown {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return 'refused';
  }
}
