import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enteredText } from '../../../../local/page/view/entered-text.ts';
import { readEntered } from '../../../../local/sheets/cells/entered.ts';
import { localeOf } from '../../../../local/sheets/cells/locale.ts';

const TYPES = [undefined, 'NUMBER', 'PERCENT', 'DATE', 'TIME', 'DATE_TIME', 'CURRENCY'];

describe('what one would type', () => {
  it.each(['vi_VN', 'en_US', 'fr_FR'])('gives the very text back when it is typed, in %s', (name) => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('12,5', '1.000', '85%', '=A1', "'x", 'true', '3/4/2024')),
        (text) => {
          const typed = enteredText({ stringValue: text }, undefined, name);
          expect(text === '' ? '' : readEntered(typed, localeOf(name)).value.stringValue).toBe(text);
        },
      ),
    );
  });

  it.each(['vi_VN', 'en_US'])('gives the very number back when it is typed, in %s', (name) => {
    const numbers = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000),
    );
    fc.assert(
      fc.property(numbers, fc.constantFrom(...TYPES), (value, type) => {
        const typed = enteredText({ numberValue: value }, type ? { type } : undefined, name);
        // Moments are typed to the second.
        const within = type?.includes('TIME') || type === 'DATE' ? 0.5 / 86_400 : 0;
        const back = readEntered(typed, localeOf(name)).value.numberValue!;
        expect(Math.abs(back - value)).toBeLessThanOrEqual(within);
      }),
    );
  });
});
