import fc from 'fast-check';
import { type ChainedEntry, withoutText } from '../../../functions/src/domain/log-chain/chained-entry.ts';
import { planSeal, type Seal } from '../../../functions/src/domain/log-chain/seal.ts';
import type { FoundChain, FoundEntry } from '../../../functions/src/domain/log-chain/verify-chain.ts';

const salt = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
const personal = fc.record({ value: fc.string({ maxLength: 12 }), salt });

const anyEntry: fc.Arbitrary<ChainedEntry> = fc.record(
  {
    id: fc.uuid(),
    // Few moments, so that commits with several entries and commits at the same moment happen.
    writtenAt: fc.integer({ min: 0, max: 9 }).map((second) => `171234567${second}.000000000`),
    nth: fc.nat(3),
    at: fc.constantFrom('2024-03-20T03:00:00.000Z', '2024-03-21T03:00:00.000Z'),
    action: fc.constantFrom('form_submitted', 'period_closed', 'row_added'),
    period: fc.constantFrom('2024-03', '2024-04'),
    unitId: fc.constantFrom('A', 'B'),
    details: fc.dictionary(
      fc.constantFrom('revision', 'code'),
      fc.oneof(fc.nat(9), fc.string({ maxLength: 3 })),
    ),
    by: personal,
    reason: personal,
  },
  { requiredKeys: ['id', 'writtenAt', 'nth', 'at', 'action', 'by'] },
);

/** A log of at least one sealed entry, its seals, and entries that wait for theirs. */
export const anyChain: fc.Arbitrary<FoundChain> = fc
  .record({
    entries: fc.uniqueArray(anyEntry, { selector: ({ id }) => id, minLength: 1, maxLength: 14 }),
    cuts: fc.array(fc.nat(14), { maxLength: 4 }),
    waiting: fc.nat(2),
  })
  .map(({ entries, cuts, waiting }) => {
    const sealed = entries.slice(0, Math.max(1, entries.length - waiting));
    return { entries: found(entries, sealed.length), seals: sealsOver(sealed, cuts) };
  });

function found(entries: readonly ChainedEntry[], sealed: number): readonly FoundEntry[] {
  const all = entries.map((entry, i) => ({ id: entry.id, entry, waiting: i >= sealed }));
  return [...all].sort((a, b) => (a.id < b.id ? -1 : 1)); // as a store lists them: by id
}

function sealsOver(entries: readonly ChainedEntry[], cuts: readonly number[]): FoundChain['seals'] {
  const at = [...new Set([...cuts, entries.length])].sort((a, b) => a - b);
  const seals: Seal[] = [];
  let from = 0;
  for (const to of at) {
    const seal = planSeal(seals.at(-1), entries.slice(from, to));
    if (seal !== undefined) seals.push(seal);
    from = to;
  }
  return seals.map((seal) => ({ id: String(seal.number), seal }));
}

/** The same chain after a person was removed from this entry. */
export function removedFrom({ entries, seals }: FoundChain, id: string): FoundChain {
  const forget = (entry: ChainedEntry): ChainedEntry => ({
    ...entry,
    by: withoutText(entry.by),
    ...(entry.reason && { reason: withoutText(entry.reason) }),
  });
  return {
    seals,
    entries: entries.map((each) =>
      each.id === id && each.entry ? { ...each, entry: forget(each.entry) } : each,
    ),
  };
}
