import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChainedEntry } from '../../../functions/src/domain/log-chain/chained-entry.ts';
import { type Seal, sealHash } from '../../../functions/src/domain/log-chain/seal.ts';
import {
  type ChainFault,
  type FoundChain,
  verifyChain,
} from '../../../functions/src/domain/log-chain/verify-chain.ts';
import { anyChain, removedFrom } from './any-chain.ts';

const sealedIds = ({ seals }: FoundChain) => seals.flatMap(({ seal }) => seal!.entries.map(({ id }) => id));
const nth = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const sealOf = ({ seals }: FoundChain, id: string) =>
  seals.find(({ seal }) => seal!.entries.some((each) => each.id === id))!.seal!.number;

/** The entry with this id changed, and everything else as it was. */
function altered(chain: FoundChain, id: string, change: (entry: ChainedEntry) => ChainedEntry): FoundChain {
  const entries = chain.entries.map((each) =>
    each.id === id ? { ...each, entry: change(each.entry!) } : each,
  );
  return { ...chain, entries };
}

function faultsOf(chain: FoundChain): readonly ChainFault[] {
  return verifyChain(chain).faults;
}

describe('the chain of the log', () => {
  it('has no fault as it was written, and says what is in it', () => {
    fc.assert(
      fc.property(anyChain, (chain) => {
        const waiting = chain.entries.filter((each) => each.waiting).length;
        const last = chain.seals.at(-1)!.seal!;
        expect(verifyChain(chain, chain.seals[0]!.seal!.hash)).toEqual({
          entries: chain.entries.length,
          seals: chain.seals.length,
          waiting,
          removed: 0,
          head: { number: last.number, hash: last.hash },
          faults: [],
        });
      }),
    );
  });

  it('names an entry whose every part is another, whichever part it is', () => {
    const changes: readonly ((entry: ChainedEntry) => ChainedEntry)[] = [
      (entry) => ({ ...entry, writtenAt: `9${entry.writtenAt.slice(1)}` }),
      (entry) => ({ ...entry, nth: entry.nth + 1 }),
      (entry) => ({ ...entry, at: '2024-05-01T00:00:00.000Z' }),
      (entry) => ({ ...entry, action: 'period_published' }),
      (entry) => ({ ...entry, period: '2024-05' }),
      (entry) => ({ ...entry, unitId: 'C' }),
      (entry) => ({ ...entry, details: { ...entry.details, revision: 99 } }),
      (entry) => ({ ...entry, by: { ...entry.by, value: `${entry.by.value}x` } }),
      (entry) => ({ ...entry, by: { value: 'somebody', commitment: '00' } }),
      (entry) => ({ ...entry, reason: { value: 'other', salt: '00' } }),
    ];
    fc.assert(
      fc.property(anyChain, fc.nat(), fc.constantFrom(...changes), (chain, n, change) => {
        const id = nth(sealedIds(chain), n);
        const fault = { fault: 'entry_altered', entry: id, seal: sealOf(chain, id) };
        expect(faultsOf(altered(chain, id, change))).toEqual([fault]);
      }),
    );
  });

  it('names both of two entries that were put in the place of one another', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), fc.nat(), (chain, n, m) => {
        const [one, other] = [nth(sealedIds(chain), n), nth(sealedIds(chain), m)];
        fc.pre(one !== other);
        const entryOf = (id: string) => chain.entries.find((each) => each.id === id)!.entry!;
        const swapped = altered(
          altered(chain, one, () => ({ ...entryOf(other), id: one })),
          other,
          () => ({ ...entryOf(one), id: other }),
        );
        const named = faultsOf(swapped).map((fault) => fault.fault === 'entry_altered' && fault.entry);
        const { id: _, ...first } = entryOf(one);
        const { id: __, ...second } = entryOf(other);
        fc.pre(JSON.stringify(first) !== JSON.stringify(second));
        expect(new Set(named)).toEqual(new Set([one, other]));
      }),
    );
  });

  it('names an entry that is missing, one that was slipped in, and one that is in two seals', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), (chain, n) => {
        const id = nth(sealedIds(chain), n);
        const seal = sealOf(chain, id);
        const entries = chain.entries.filter((each) => each.id !== id);
        expect(faultsOf({ ...chain, entries })).toEqual([{ fault: 'entry_missing', entry: id, seal }]);

        const copy = { ...chain.entries.find((each) => each.id === id)!, id: 'copy' };
        expect(faultsOf({ ...chain, entries: [...chain.entries, copy] })).toEqual([
          { fault: 'entry_slipped_in', entry: 'copy' },
        ]);

        const marked = chain.entries.map((each) => (each.id === id ? { ...each, waiting: true } : each));
        expect(faultsOf({ ...chain, entries: marked })).toEqual([
          { fault: 'entry_waiting_again', entry: id, seal },
        ]);

        const last = chain.seals.at(-1)!.seal!;
        const twice = { ...last, number: last.number + 1, previous: last.hash };
        const again = { ...twice, hash: sealHash(twice) };
        const seals = [...chain.seals, { id: String(again.number), seal: again }];
        expect(faultsOf({ ...chain, seals })).toEqual(
          again.entries.map((entry) => ({ fault: 'entry_doubled', entry: entry.id, seal: again.number })),
        );
      }),
    );
  });

  it('names a seal that was altered or is missing, and one that no longer follows', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), (chain, n) => {
        const { id, seal } = nth(chain.seals, n);
        const put = (other: Seal | undefined): FoundChain => ({
          ...chain,
          seals: chain.seals.map((each) => (each.id === id ? { id, seal: other } : each)),
        });
        const changed = { ...seal!, to: '9999999999.000000000' };
        expect(faultsOf(put(changed))).toContainEqual({ fault: 'seal_altered', seal: id });
        expect(faultsOf(put(undefined))).toContainEqual({ fault: 'seal_altered', seal: id });

        const isLast = seal!.number === chain.seals.length;
        const rehashed = faultsOf(put({ ...changed, hash: sealHash(changed) }));
        if (!isLast) expect(rehashed).toEqual([{ fault: 'seal_not_following', seal: seal!.number + 1 }]);
        expect(verifyChain(put({ ...changed, hash: sealHash(changed) }), seal!.hash).faults).toContainEqual({
          fault: 'head_unknown',
          hash: seal!.hash,
        });

        const without = { ...chain, seals: chain.seals.filter((each) => each.id !== id) };
        const slipped = seal!.entries.map((entry) => ({ fault: 'entry_slipped_in', entry: entry.id }));
        expect(faultsOf(without)).toEqual(expect.arrayContaining(slipped));
        if (!isLast) expect(faultsOf(without)).toContainEqual({ fault: 'seal_missing', seal: seal!.number });
      }),
    );
  });

  it('stays whole when a person is removed from an entry, once or twice, and counts it', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), (chain, n) => {
        const { id } = nth(chain.entries, n);
        const once = removedFrom(chain, id);
        expect(verifyChain(once)).toEqual({ ...verifyChain(chain), removed: 1 });
        expect(removedFrom(once, id)).toEqual(once);
        const { by } = once.entries.find((each) => each.id === id)!.entry!;
        expect(by).toEqual({ value: '(đã xóa)', commitment: expect.stringMatching(/^[0-9a-f]{64}$/) });
      }),
    );
  });
});
