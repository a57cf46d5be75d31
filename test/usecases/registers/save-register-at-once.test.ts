import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGISTERS } from '../../../functions/src/domain/register/registers.ts';
import { newRowCodes } from '../../../functions/src/domain/register/row-codes.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import { campaignWithFields, type RegisterCampaign, registrationRow } from './register-office.ts';
import { codeOf, lines, office, pending, registerOffice } from './saved-rows.ts';

registerOffice();
const { registration } = REGISTERS;

describe('saving very many rows, or several at the same time', () => {
  it('keeps thousands of rows, few in each transaction, and goes on where it was cut off', async () => {
    const t = await office.campaign();
    const codes = newRowCodes(registration, 320, [], () => 'many');
    const rows = codes.map((code) => registrationRow(code));
    const sizes: number[] = [];
    const counting = watched(t.store, sizes);
    await expect(t.save(registration, rows, { acting: { store: cutOffAfter(counting, 1) } })).rejects.toThrow(
      'cut off',
    );
    expect(await t.store.registerRows('registration', 'A')).toHaveLength(300);
    expect(await t.save(registration, rows, { acting: { store: counting } })).toMatchObject({
      changed: 20,
      unchanged: 300,
    });
    expect(await t.store.registerRows('registration', 'A')).toHaveLength(320);
    expect(sizes).toEqual([300, 20]);
    expect(await lines(t)).toHaveLength(320);
    sizes.length = 0;
    const text = 'ố'.repeat(2000);
    const long = { content: text, target: text, solution: text, position: text, reason: text };
    const sixty = codes.slice(0, 60).map((code) => registrationRow(code, long));
    await t.save(registration, sixty, { acting: { store: counting } });
    expect(sizes).toEqual([39, 21]);
  });

  it('takes the rows of many units that send on the same evening', async () => {
    const units = Array.from({ length: 20 }, (_, i) => `U${i}`);
    const t = await office.campaign((code) => ({
      ...campaignWithFields(code, { members: ['admin@x.example,admin,'] }),
      'units.csv': ['unit_id,name,track,cluster', ...units.map((id) => `${id},Xã ${id},XA,Cụm 1`), ''].join(
        '\n',
      ),
    }));
    const codes = newRowCodes(registration, units.length, [], () => 'units');
    const saved = await Promise.all(
      units.map((unitId, i) => t.save(registration, [registrationRow(codes[i]!)], { unitId })),
    );
    expect(saved.map(({ changed }) => changed)).toEqual(units.map(() => 1));
    expect(await pending(t)).toEqual(['office', 'summary', ...units.map((id) => `unit:${id}`)].sort());
  });

  it('gives a code to one of two units that come with it at the same time', async () => {
    const t = await office.campaign();
    const outcomes = await Promise.all(
      ['A', 'B'].map((unitId) => codeOf(t.save(registration, [registrationRow('DK-AAAAAA')], { unitId }))),
    );
    expect(outcomes.sort()).toEqual(['has_issues A2 row_code_taken', 'kept']);
    expect(await t.store.registerRows('registration')).toHaveLength(1);
  });

  it('comes to the same whatever is sent how often in which order, also at the same time', async () => {
    const codes = ['DK-AAAAAA', 'DK-BBBBBB', 'DK-CCCCCC'];
    const sending = fc.array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom('1 ha', '2 ha', '3 ha')), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(sending, { maxLength: 6 }), sending, async (history, racing) => {
        const t = await office.campaign();
        const expected = new Map<string, { target: string; revision: number }>();
        for (const some of history) {
          const rows = new Map(some);
          await t.save(
            registration,
            [...rows].map(([code, target]) => registrationRow(code, { target })),
          );
          for (const [code, target] of rows) {
            const before = expected.get(code);
            if (before?.target !== target)
              expected.set(code, { target, revision: (before?.revision ?? 0) + 1 });
          }
        }
        expect(await stored(t)).toEqual(expected);
        const rows = [...new Map(racing)].map(([code, target]) => registrationRow(code, { target }));
        await Promise.all([1, 2, 3].map(() => t.save(registration, rows)));
        for (const [code, target] of new Map(racing)) {
          const before = expected.get(code);
          if (before?.target !== target)
            expected.set(code, { target, revision: (before?.revision ?? 0) + 1 });
        }
        expect(await stored(t)).toEqual(expected);
        const revisions = [...expected.values()].reduce((sum, { revision }) => sum + revision, 0);
        expect(await lines(t)).toHaveLength(revisions);
      }),
      { numRuns: 6 },
    );
  });
});

async function stored({ store }: RegisterCampaign) {
  const rows = await store.registerRows('registration', 'A');
  return new Map(rows.map(({ code, values, revision }) => [code, { target: values.target, revision }]));
}

/** The store, telling how many rows each transaction wrote. */
function watched(store: Store, sizes: number[]): Store {
  return {
    ...store,
    transact: async (work) => {
      let rows = 0;
      const result = await store.transact((transaction) => {
        rows = 0;
        return work({
          ...transaction,
          putRegisterRow(row, before) {
            rows++;
            transaction.putRegisterRow(row, before);
          },
        });
      });
      if (rows > 0) sizes.push(rows);
      return result;
    },
  };
}

/** A store whose process is gone after so many transactions. */
function cutOffAfter(store: Store, most: number): Store {
  let done = 0;
  return {
    ...store,
    transact: (work) => (done++ < most ? store.transact(work) : Promise.reject(new Error('cut off'))),
  };
}
