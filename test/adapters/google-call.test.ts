import { describe, expect, it } from 'vitest';
import { callGoogle, mayBeDone, whole } from '../../functions/src/adapters/google-call.ts';
import { AppError } from '../../functions/src/domain/app-error.ts';

/** What gaxios throws for an answer, as far as we look. */
const answered = (status: number, reason?: string): Error =>
  Object.assign(new Error('says =IMPORTXML("x")'), {
    response: { status, headers: new Headers(), data: { error: { errors: reason ? [{ reason }] : [] } } },
  });
const noAnswer = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** How often Google was called, and what came of it: it fails once and would then answer. */
async function outcomeOf(first: Error): Promise<readonly [calls: number, outcome: unknown]> {
  let calls = 0;
  const patience = { leftMs: () => 60_000, sleep: async () => {}, random: () => 0.5 };
  const outcome = await callGoogle('spreadsheet', patience, async () => {
    calls++;
    if (calls === 1) throw first;
    return 'done';
  }).catch((error: unknown) => error);
  return [calls, outcome];
}

describe('a call to Google', () => {
  it.each([
    ['429', answered(429)],
    ['408', answered(408)],
    ['500', answered(500)],
    ['503', answered(503)],
    ['403 for going too fast', answered(403, 'userRateLimitExceeded')],
    ['no answer', noAnswer()],
  ])('is made again after %s', async (_, error) => {
    expect(await outcomeOf(error)).toEqual([2, 'done']);
  });

  it.each([
    ['what is not implemented', answered(501), 'internal', { what: 'spreadsheet', status: 501 }],
    ['what it refuses', answered(400), 'internal', { what: 'spreadsheet', status: 400 }],
    ['what is forbidden', answered(403), 'internal', { what: 'spreadsheet', status: 403 }],
    ['what is gone', answered(404), 'not_found', { what: 'spreadsheet' }],
  ] as const)(
    'is not made again for %s, and nothing of Google’s words is kept',
    async (_, error, code, details) => {
      const [calls, outcome] = await outcomeOf(error);
      expect(calls).toBe(1);
      expect(outcome).toBeInstanceOf(AppError);
      expect(outcome).toMatchObject({ code, details });
      const { cause } = outcome as AppError;
      expect(`${(outcome as AppError).message} ${cause instanceof Error ? cause.message : ''}`).not.toContain(
        'IMPORTXML',
      );
    },
  );

  it('is made again where something else came with 200', async () => {
    let calls = 0;
    const answers: unknown[] = ['<html>come again</html>', '', null, { id: 7 }, { id: 'x' }];
    const patience = { leftMs: () => 60_000, sleep: async () => {}, random: () => 0 };
    const found = await callGoogle('file', patience, async () =>
      whole(answers[calls++] as { id?: unknown }, ({ id }) => typeof id === 'string'),
    );
    expect([calls, found]).toEqual([5, { id: 'x' }]);
  });

  it('leaves alone what a call inside it was told', async () => {
    const inner = new AppError('not_found', { what: 'spreadsheet' });
    expect(await outcomeOf(inner)).toEqual([1, inner]);
  });

  it('may have been done, unless the quota was over before it began', () => {
    expect([answered(503), answered(500), noAnswer()].map(mayBeDone)).toEqual([true, true, true]);
    expect([answered(429), answered(403, 'rateLimitExceeded')].map(mayBeDone)).toEqual([false, false]);
  });

  it('throws a mistake of our own as it is, at once', async () => {
    const mistake = new TypeError('x is undefined');
    expect(await outcomeOf(mistake)).toEqual([1, mistake]);
  });
});
