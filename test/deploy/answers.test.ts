import { describe, expect, it } from 'vitest';
import { deliveryIn, refusalIn } from '../../deploy/ask/answers.ts';
import { AppError } from '../../functions/src/domain/app-error.ts';
import { refusalOf } from '../../functions/src/http/errors.ts';

const overTheWire = (body: unknown): unknown => JSON.parse(JSON.stringify(body));

describe('what the functions answer a deployment', () => {
  it('is a refusal with the mistakes of files, as the functions write one', () => {
    const mistake = { code: 'unit_unknown', unitId: 'XA99', at: { file: 'targets.csv', row: 3 } } as const;
    const { body } = refusalOf(new AppError('has_issues', {}, { issues: [mistake] }), 'vi');
    expect(refusalIn(overTheWire(body))).toMatchObject({
      code: 'has_issues',
      issues: [{ file: 'targets.csv', row: 3, message: expect.stringContaining('XA99') }],
    });
  });

  it('is a refusal without mistakes', () => {
    const { body } = refusalOf(new AppError('forbidden'), 'vi');
    expect(refusalIn(overTheWire(body))).toMatchObject({ code: 'forbidden', issues: [] });
  });

  it('is nothing known where somebody else answers', () => {
    for (const body of [undefined, null, 'not found', {}, { error: 'forbidden' }, { delivered: 1 }])
      expect([refusalIn(body), deliveryIn(body)]).toEqual([undefined, undefined]);
  });
});
