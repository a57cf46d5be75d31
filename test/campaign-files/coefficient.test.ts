import { describe, expect, it } from 'vitest';
import { coefficient } from '../../functions/src/campaign-files/parse/fields.ts';

describe('a coefficient', () => {
  it.each([
    ['2', '2'],
    ['0.5', '0.5'],
    ['42%', '0.42'],
    ['12.5 %', '0.125'],
    ['250%', '2.5'],
    ['1/2', '0.5'],
    ['1/7', '0.142857142857'],
    ['2/3', '0.666666666667'],
    ['0.5 / 7', '0.071428571429'],
  ])('may be written %s, and is %s', (written, value) => {
    expect(coefficient.parse(written)).toBe(value);
  });

  it.each([
    '0',
    '-1',
    '0%',
    '0/7',
    '1/0',
    '1/-2',
    '1/',
    '/2',
    '1/2/3',
    '1/2%',
    'a half',
    '1/9999999999999999',
  ])('is never %s', (written) => expect(coefficient.safeParse(written).success).toBe(false));
});
