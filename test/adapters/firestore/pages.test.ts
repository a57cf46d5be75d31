import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pager } from '../../../functions/src/adapters/firestore/pages.ts';

describe('Pager', () => {
  it('cuts what is written piece by piece into pages that join to it, each well-formed and full', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 6 }),
        fc.integer({ min: 2, max: 30 }),
        (pieces, most) => {
          const pager = new Pager(most);
          for (const piece of pieces) pager.write(piece);
          const text = pieces.join('');
          const { pages, digest } = pager.end();
          expect(pages.join('')).toBe(text);
          expect(digest).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
          // A page is a character short where a letter of two would be cut, as it always was.
          for (const page of pages.slice(0, -1)) expect(page.length).toBeGreaterThanOrEqual(most - 1);
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
