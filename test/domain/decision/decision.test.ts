import { describe, expect, it } from 'vitest';
import type { Day, PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import {
  type Decision,
  decisionId,
  referenceOf,
  seriesOf,
} from '../../../functions/src/domain/decision/decision.ts';
import { earlierDecision } from '../../../functions/src/domain/decision/duplicate-reward.ts';

const reward: Decision = {
  number: 12,
  series: '2024',
  reference: '12/QĐ-BCĐ',
  kind: 'reward',
  signedOn: '2024-03-28' as Day,
  signer: { name: 'Nguyễn Văn A', position: 'Trưởng Ban Chỉ đạo' },
  subjects: [
    {
      candidate: 'reward-X29110',
      subject: { kind: 'unit', unitId: 'X29110' },
      name: 'Xã An Ngãi Trung',
      achievement: 'Vận động hiến đất làm đường',
    },
  ],
  period: '2024-03' as PeriodId,
  decidedAt: new Date('2024-03-28T02:00:00Z'),
  decidedBy: 'can-bo@x.vn',
};
const wish = {
  kind: 'reward',
  subject: { kind: 'unit', unitId: 'X29110' },
  period: '2024-03' as PeriodId,
  achievement: '  VẬN ĐỘNG hiến đất làm đường ',
} as const;

describe('a decision', () => {
  it('is cited by its office’s scheme, and counts anew each year', () => {
    expect([
      referenceOf('{n}/QĐ-BCĐ', 7, '2024'),
      referenceOf('{nnn}/{year}/QĐ', 7, '2024'),
      referenceOf('{nn}', 123, '2024'),
      seriesOf('2024-12-31' as Day),
      decisionId(reward),
    ]).toEqual(['7/QĐ-BCĐ', '007/2024/QĐ', '123', '2024', '2024-12']);
  });

  it('rewards one achievement once, however it is spelt', () => {
    expect(earlierDecision(wish, [reward])).toBe(reward);
  });

  it.each([
    ['another outcome', { kind: 'praise' }],
    ['another period', { period: '2024-04' as PeriodId }],
    ['another achievement', { achievement: 'Chuyển đổi số' }],
    ['another unit', { subject: { kind: 'unit', unitId: 'X29113' } }],
    [
      'a person of the unit',
      { subject: { kind: 'registrant', unitId: 'X29110', registration: 'DK-7K3Q9F' } },
    ],
  ] as const)('does not take %s for the same', (_, other) => {
    expect(earlierDecision({ ...wish, ...other }, [reward])).toBeUndefined();
  });

  it('gives way once it is revoked for that subject', () => {
    const revoked = {
      by: '2024-13',
      reference: '13/QĐ-BCĐ',
      reason: 'Kê khai sai',
      on: '2024-04-02' as Day,
    };
    const [subject] = reward.subjects;
    expect(earlierDecision(wish, [{ ...reward, subjects: [{ ...subject!, revoked }] }])).toBeUndefined();
    const other = {
      ...subject!,
      candidate: 'reward-B',
      subject: { kind: 'unit', unitId: 'B' },
      revoked,
    } as const;
    const inPart = { ...reward, subjects: [subject!, other] };
    expect(earlierDecision(wish, [inPart])).toBe(inPart);
    expect(earlierDecision({ ...wish, subject: other.subject }, [inPart])).toBeUndefined();
  });

  it('rewards a person or a collective for one deed once, in whatever period; praise may come again', () => {
    const subject = { kind: 'registrant', unitId: 'X29110', registration: 'DK-7K3Q9F' } as const;
    const subjects = [{ ...reward.subjects[0]!, subject }];
    const rewarded: Decision = { ...reward, subjects };
    const later = { ...wish, subject, period: '2024-05' as PeriodId };
    expect([
      earlierDecision(later, [rewarded]),
      earlierDecision({ ...later, achievement: 'Chuyển đổi số' }, [rewarded]),
      earlierDecision({ ...later, kind: 'praise' }, [{ ...rewarded, kind: 'praise' }]),
    ]).toEqual([rewarded, undefined, undefined]);
  });

  it('takes catching up with an exemplar for one achievement in whatever period', () => {
    const subjects = [{ ...reward.subjects[0]!, exemplar: 'DH-2024-001' }];
    const caughtUp: Decision = { ...reward, kind: 'caught_up', subjects };
    const again = { ...wish, kind: 'caught_up', period: '2024-05' as PeriodId, achievement: 'Khác' } as const;
    expect(earlierDecision({ ...again, exemplar: 'DH-2024-001' }, [caughtUp])).toBe(caughtUp);
    expect(earlierDecision({ ...again, exemplar: 'DH-2024-002' }, [caughtUp])).toBeUndefined();
    expect(
      earlierDecision({ ...again, kind: 'surpassed', exemplar: 'DH-2024-001' }, [caughtUp]),
    ).toBeUndefined();
  });
});
