import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import type { Decision } from '../../../functions/src/domain/decision/decision.ts';
import { distanceTo, proposed } from '../../../functions/src/domain/exemplar/distance.ts';
import type { Exemplar } from '../../../functions/src/domain/exemplar/exemplar.ts';
import { type ExemplarFacts, lifeOf, stepsDone } from '../../../functions/src/domain/exemplar/steps.ts';
import type { Micropoints } from '../../../functions/src/domain/numbers/micropoints.ts';
import type { RegisterId } from '../../../functions/src/domain/register/reference-kind.ts';
import type { RegisterRow } from '../../../functions/src/domain/register/register.ts';
import { firstMissing } from '../../../functions/src/domain/register/step-rule.ts';

const day = (text: string) => text as Day;
const points = (text: number) => text as Micropoints;
const exemplar: Exemplar = {
  id: 'DH-2024-001',
  name: 'Xã Bảo Thuận',
  subject: { kind: 'unit', unitId: 'X29164' },
  decision: '2024-1',
  recognisedOn: day('2024-02-12'),
  period: '2024-01' as PeriodId,
  baseline: { total: points(90_000_000), criteria: { A: points(10_000_000), B: points(20_000_000) } },
};
const decision = (reference: string, kind: Decision['kind'], signedOn: string): Decision => ({
  number: Number.parseInt(reference, 10),
  series: '2024',
  reference,
  kind,
  signedOn: day(signedOn),
  signer: { name: 'A', position: 'B' },
  subjects: [
    {
      candidate: 'praise-X29164',
      subject: exemplar.subject,
      name: exemplar.name,
      achievement: 'Dẫn đầu',
      exemplar: exemplar.id,
    },
  ],
  period: exemplar.period,
  decidedAt: new Date('2024-02-12T00:00:00Z'),
  decidedBy: 'x@y.vn',
});
const row = (register: RegisterId, values: RegisterRow['values']): RegisterRow => ({
  register,
  code: 'X',
  revision: 1,
  values: { exemplar: exemplar.id, ...values },
});
const whole: ExemplarFacts = {
  decisions: [decision('1/QĐ-BCĐ', 'praise', '2024-02-12'), decision('5/QĐ-BCĐ', 'surpassed', '2024-05-20')],
  propagation: [
    row('propagation', { publishedOn: '2024-03-09' }),
    row('propagation', { publishedOn: '2024-02-20' }),
  ],
  learning: [row('learning', { startedOn: '2024-03-01' })],
  reviewed: [{ exemplar: exemplar.id, on: day('2024-05-15') }],
};

describe('an exemplar’s life', () => {
  it('has a day for each of its five steps', () => {
    expect(lifeOf(exemplar, whole)).toEqual({
      built: '2024-02-12',
      propagated: '2024-02-20',
      learned: '2024-03-01',
      reviewed: '2024-05-15',
      decided: '2024-05-20',
    });
  });

  it('counts no step behind one that is missing', () => {
    expect(lifeOf(exemplar, { ...whole, propagation: [] })).toEqual({ built: '2024-02-12' });
  });

  it('is over when the decision of praise is revoked for it', () => {
    const [praise, ...others] = whole.decisions;
    const revoked = { by: '2024-9', reference: '9/QĐ-BCĐ', reason: 'Kê khai sai', on: day('2024-06-01') };
    const [subject] = praise!.subjects;
    const without = (subjects: Decision['subjects']) =>
      lifeOf(exemplar, { ...whole, decisions: [{ ...praise!, subjects }, ...others] });
    expect(without([{ ...subject!, revoked }])).toEqual({});
    const other = { ...subject!, candidate: 'praise-B', exemplar: 'DH-2024-002' };
    expect(without([subject!, { ...other, revoked }])).toEqual(lifeOf(exemplar, whole));
    expect(without([{ ...subject!, revoked }, other])).toEqual({});
  });

  it('is not decided by a decision that was revoked', () => {
    const [praise, surpassed] = whole.decisions;
    const revoked = { by: '2024-9', reference: '9/QĐ-BCĐ', reason: 'Kê khai sai', on: day('2024-06-01') };
    const subjects = surpassed!.subjects.map((subject) => ({ ...subject, revoked }));
    const { decided: _, ...before } = lifeOf(exemplar, whole);
    expect(lifeOf(exemplar, { ...whole, decisions: [praise!, { ...surpassed!, subjects }] })).toEqual(before);
  });

  it('begins with surpassing another one where it became one that way', () => {
    const second: Exemplar = { ...exemplar, id: 'DH-2024-002', decision: '2024-5', surpassed: exemplar.id };
    const [praise, surpassed] = whole.decisions;
    const subjects = surpassed!.subjects.map((subject) => ({ ...subject, became: second.id }));
    const facts = { ...whole, decisions: [praise!, { ...surpassed!, subjects }] };
    expect(lifeOf(second, facts)).toEqual({ built: '2024-05-20' });
    expect(lifeOf(exemplar, facts)).toEqual(lifeOf(exemplar, whole));
  });

  it('names the earliest step in the way', () => {
    expect(firstMissing(stepsDone(lifeOf(exemplar, { ...whole, propagation: [] })), 'reviewed')).toBe(
      'propagated',
    );
  });
});

describe('the distance to an exemplar', () => {
  const learner = { total: points(94_500_000), criteria: { A: points(12_000_000), B: points(18_000_000) } };

  it('is held against the frozen total, or the sum of the chosen criteria', () => {
    expect([
      distanceTo(exemplar.baseline, learner, []),
      distanceTo(exemplar.baseline, learner, ['A', 'B']),
    ]).toEqual([
      { mine: 94_500_000, theirs: 90_000_000, basisPoints: 10_500 },
      { mine: 30_000_000, theirs: 30_000_000, basisPoints: 10_000 },
    ]);
  });

  it.each([
    ['a criterion that the exemplar had not', exemplar.baseline, ['Z']],
    ['no points at all', { criteria: {} }, []],
    ['a baseline of zero', { total: points(0), criteria: {} }, []],
  ] as const)('is unknown for %s', (_, baseline, criteria) => {
    expect(distanceTo(baseline, learner, criteria)).toBeUndefined();
  });

  it('proposes by exact numbers, not by rounded ones', () => {
    const at = (mine: number) => proposed({ mine: points(mine), theirs: points(3_000_001), basisPoints: 0 });
    expect([at(3_000_000), at(3_000_001), at(3_150_001), at(3_150_002)]).toEqual([
      'following',
      'caught_up',
      'caught_up',
      'surpassed',
    ]);
  });

  it('never proposes less for more points', () => {
    const rank = { following: 0, caught_up: 1, surpassed: 2 };
    const amount = fc.integer({ min: 0, max: 200_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 100_000_000 }), (a, b, theirs) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
          (mine) => rank[proposed({ mine: points(mine), theirs: points(theirs), basisPoints: 0 })],
        );
        expect(less).toBeLessThanOrEqual(more!);
      }),
    );
  });
});
