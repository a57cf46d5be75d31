import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGISTERS } from '../../../functions/src/domain/register/registers.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import { dayIn } from '../../../functions/src/usecases/day-in.ts';
import { openSnapshot } from '../../../functions/src/usecases/publishing/snapshot.ts';
import { readRegisterRules } from '../../../functions/src/usecases/registers/read-register-rules.ts';
import { NOW, startRegisterOffice } from './register-office.ts';

let office: Awaited<ReturnType<typeof startRegisterOffice>>;
beforeAll(async () => {
  office = await startRegisterOffice();
});
afterAll(() => office.stop());

describe("a unit's register", () => {
  it('is checked without what other units keep in registers of their own', async () => {
    const t = await office.campaign();
    await t.praise('DH-2024-001', 'Xã An Bình');
    const ofUnits = Object.values(REGISTERS).filter(({ home }) => home === 'unit');
    for (const declaration of ofUnits) {
      const asked: [register: string, unitId: string | undefined][] = [];
      const store: Store = {
        ...t.store,
        registerRows(register, unitId) {
          asked.push([register, unitId]);
          return t.store.registerRows(register, unitId);
        },
      };
      const wish = { unitId: 'A', today: dayIn('Asia/Ho_Chi_Minh', NOW) };
      const rules = await readRegisterRules(openSnapshot(store), declaration, wish);
      expect(rules.known.exemplar ?? [{ code: 'DH-2024-001' }]).toMatchObject([{ code: 'DH-2024-001' }]);
      const ofAll = asked.filter(([, unitId]) => unitId === undefined).map(([register]) => register);
      expect(ofAll.filter((register) => ofUnits.some(({ id }) => id === register))).toEqual([]);
    }
  });
});
