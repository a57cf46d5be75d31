import { expect, it } from 'vitest';
import type { Exemplar } from '../../../functions/src/domain/exemplar/exemplar.ts';
import { matchedLearners } from '../../../functions/src/domain/exemplar/matched-learners.ts';
import type { RegisterRow, RowValues } from '../../../functions/src/domain/register/register.ts';
import { day, periodId } from '../build/campaign.ts';

const row = (register: string, code: string, values: RowValues): RegisterRow => ({
  register,
  code,
  revision: 1,
  values,
});
const learner = (code: string, field: string, more: RowValues = {}) =>
  row('registration', code, { kind: 'Cá nhân', field, state: 'Đang phấn đấu', ...more });
const speaks = (code: string, field: string, more: RowValues = {}) =>
  row('rapporteur', code, { field, exemplar: 'DH-2024-001', ...more });

const EXEMPLAR: Exemplar = {
  id: 'DH-2024-001',
  name: 'Tổ 9',
  subject: { kind: 'registrant', unitId: 'A', registration: 'DK-1' },
  decision: '2024-1',
  recognisedOn: day('2024-03-12'),
  period: periodId('2024-02'),
  baseline: { criteria: {} },
};

it('matches a rapporteur with whoever is registered in its field now, and never with itself', () => {
  const matched = matchedLearners(
    [
      speaks('BCV-1', 'NN'),
      speaks('BCV-2', 'GD'),
      speaks('BCV-3', 'YT'),
      speaks('BCV-4', 'NN', { toOn: '2024-05-01' }),
      speaks('BCV-5', 'NN', { exemplar: 'DH-2024-009' }),
    ],
    [
      learner('DK-1', 'NN'),
      learner('DK-2', 'NN'),
      learner('DK-3', 'NN', { kind: 'Kế hoạch của đơn vị' }),
      learner('DK-4', 'NN', { state: 'Thôi đăng ký' }),
      learner('DK-5', 'NN', { kind: 'Tập thể' }),
      learner('DK-6', 'GD'),
    ],
    (id) => (id === EXEMPLAR.id ? EXEMPLAR : undefined),
  );
  const codes = [...matched].map(([code, rows]) => [code, ...rows.map((each) => each.code)]);
  expect(codes).toEqual([
    ['BCV-1', 'DK-2', 'DK-5'],
    ['BCV-2', 'DK-6'],
    ['BCV-3'],
    ['BCV-4'], // no longer speaks
    ['BCV-5'], // its exemplar is none any more
  ]);
});
