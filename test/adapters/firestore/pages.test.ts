import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../functions/src/adapters/firestore/pages.ts';

describe('pagesOf', () => {
  it('cuts a text into pages that join to it, each well-formed and not longer than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 2, max: 30 }),
        (text, most) => {
          const pages = pagesOf(text, most);
          expect(pages.join('')).toBe(text);
          for (const page of pages) {
            expect(page.isWellFormed()).toBe(true);
            expect(page.length).toBeGreaterThan(0);
            expect(page.length).toBeLessThanOrEqual(most);
          }
        },
      ),
    );
  });
});
