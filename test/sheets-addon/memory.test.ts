import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeptTexts, openMemory } from '../../sheets-addon/src/google/memory.ts';

/** Google's own limit of a value; it counts bytes, and no letter of ours has more than three. */
const MOST_BYTES = 9 * 1024;

/** A property store, and how often it was read. */
function store(): KeptTexts & { readonly all: Map<string, string>; reads: number } {
  const all = new Map<string, string>();
  return {
    all,
    reads: 0,
    getProperties() {
      this.reads += 1;
      return Object.fromEntries(all);
    },
    setProperties(properties) {
      for (const [name, value] of Object.entries(properties)) {
        if (Buffer.byteLength(value) > MOST_BYTES) throw new Error('Argument too large: value');
        all.set(name, value);
      }
    },
    deleteProperty: (name) => void all.delete(name),
  };
}

const texts = fc.oneof(
  fc.constant(''),
  fc.string(),
  fc.integer({ min: 1, max: 9000 }).map((n) => 'ệ'.repeat(n)),
);
const step = fc.record({ run: fc.nat(1), name: fc.constantFrom('rules', 'marks.7', 'book'), text: texts });

describe('what is kept with the workbook', () => {
  it('is read as it was written last, by this run and by others that look anew', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const properties = store();
        const runs = [openMemory(properties), openMemory(properties)];
        const written = new Map<string, string>();
        for (const { run, name, text } of steps) {
          runs[run]!.forget();
          runs[run]!.write(name, text);
          written.set(name, text);
          for (const [known, last] of written) {
            expect(runs[run]!.read(known)).toBe(last || undefined);
            runs[1 - run]!.forget();
            expect(runs[1 - run]!.read(known)).toBe(last || undefined);
          }
        }
        // Nothing is left of what was longer once.
        const kept = [...written.values()].reduce((sum, text) => sum + text.length, 0);
        expect([...properties.all.values()].reduce((sum, text) => sum + text.length, 0)).toBe(kept);
      }),
    );
  });

  it('is read once in a run, writes between them or not', () => {
    const properties = store();
    const memory = openMemory(properties);
    memory.read('rules');
    memory.write('rules', 'x'.repeat(9000));
    memory.write('marks.7', 'đỏ');
    expect([memory.read('rules')?.length, memory.read('marks.7')]).toEqual([9000, 'đỏ']);
    expect(properties.reads).toBe(1);
    properties.setProperties({ book: 'another run' });
    expect(memory.read('book')).toBeUndefined();
    memory.forget();
    expect([memory.read('book'), properties.reads]).toEqual(['another run', 2]);
  });
});
