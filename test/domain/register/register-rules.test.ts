import { describe, expect, it } from 'vitest';
import type { Day } from '../../../functions/src/domain/campaign/period.ts';
import type { Named, RegisterRow } from '../../../functions/src/domain/register/register.ts';
import {
  choicesOf,
  contextOf,
  kindsNamedIn,
  namedRows,
  type RegisterRules,
} from '../../../functions/src/domain/register/register-rules.ts';
import { REGISTERS } from '../../../functions/src/domain/register/registers.ts';

const { registration, learning } = REGISTERS;

const row = (code: string, values: RegisterRow['values'], unitId = 'A'): RegisterRow => ({
  register: 'registration',
  code,
  unitId,
  revision: 1,
  values,
});
const ROWS = [
  row('DK-AAAAAA', { kind: 'Cá nhân', name: 'Lê Văn Tám', state: 'Đang phấn đấu' }),
  row('DK-BBBBBB', { kind: 'Cá nhân', name: 'Trần Thị Sáu', state: 'Thôi đăng ký' }),
  row('DK-CCCCCC', { kind: 'Kế hoạch của đơn vị', name: 'Kế hoạch 05', state: 'Đang phấn đấu' }),
  row('DK-DDDDDD', { kind: 'Tập thể', name: 'Tổ 9', state: 'Đang phấn đấu' }, 'B'),
];
const exemplars: readonly Named[] = [
  { code: 'DH-2024-001', name: 'Xã An Bình' },
  { code: 'DH-2024-002', name: 'Xã Bảo Thạnh' },
];
const RULES: RegisterRules = {
  register: 'learning',
  unitId: 'A',
  today: '2024-05-04' as Day,
  known: { registration: namedRows(registration, ROWS), exemplar: exemplars },
  rows: [],
  steps: { 'DH-2024-001': ['built', 'propagated'], 'DH-2024-002': ['built'] },
};
const column = (key: string) => learning.columns.find((each) => each.key === key)!;

describe('the rules of a register as plain JSON', () => {
  it('are the same context after a journey over the wire', () => {
    const there = contextOf(JSON.parse(JSON.stringify(RULES)));
    const { rows: _, stepsDone: __, ...here } = contextOf(RULES);
    expect(there).toMatchObject(here);
    expect(there.stepsDone('DH-2024-001')).toEqual(new Set(['built', 'propagated']));
    expect(there.stepsDone('DH-2024-009')).toBeUndefined();
  });

  it('offer who is still registered and the unit’s own, and take who no longer is', () => {
    expect(choicesOf(column('learner'), RULES)).toEqual(['DK-AAAAAA – Lê Văn Tám']);
    expect([...contextOf(RULES).known.registration!.keys()]).toEqual(['DK-AAAAAA', 'DK-BBBBBB', 'DK-DDDDDD']);
  });

  it('offer exemplars whose step before is done', () => {
    expect(choicesOf(column('exemplar'), RULES)).toEqual(['DH-2024-001 – Xã An Bình']);
  });

  it('offer no more than a drop-down holds, and short names', () => {
    const many = Array.from({ length: 600 }, (_, i) => ({ code: `F${i}`, name: 'x'.repeat(200) }));
    const offered = choicesOf(
      { ...column('event'), refersTo: 'field' },
      { ...RULES, known: { field: many } },
    )!;
    expect(offered).toHaveLength(500);
    expect(offered[0]).toBe(`F0 – ${'x'.repeat(80)}…`);
  });

  it('know what a register names', () => {
    expect([...kindsNamedIn(learning)]).toEqual(['registration', 'exemplar', 'criterion', 'event']);
  });
});
