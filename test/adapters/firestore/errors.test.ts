import { describe, expect, it } from 'vitest';
import { inOurWords, isExpired } from '../../../functions/src/adapters/firestore/errors.ts';
import { AppError } from '../../../functions/src/domain/app-error.ts';

describe('inOurWords', () => {
  it('tells contention and absence from what nobody expected, and keeps the cause', () => {
    const google = (code: unknown) => Object.assign(new Error('from Google'), { code });
    const told = [10, 6, 4, 8, 14, 1, 2, 13, 16].map((code) => inOurWords(google(code)));
    expect(told.map((error) => (error as AppError).code)).toEqual([
      'conflict',
      'conflict',
      ...Array(7).fill('unavailable'),
    ]);
    expect((told[0] as AppError).cause).toMatchObject({ message: 'from Google' });
    for (const other of [google(3), google('14'), new Error('x'), undefined, null, 'text'])
      expect(inOurWords(other)).toBe(other);
    const expired = Object.assign(new Error('3 INVALID_ARGUMENT: Transaction is invalid or closed.'), {
      code: 3,
    });
    expect([isExpired(expired), isExpired(google(3)), isExpired(undefined)]).toEqual([true, false, false]);
    expect((inOurWords(expired) as AppError).code).toBe('conflict');
    const ours = new AppError('period_not_open');
    expect(inOurWords(ours)).toBe(ours);
  });
});
