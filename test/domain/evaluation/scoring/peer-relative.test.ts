import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  leaderOf,
  type Peer,
  peerRelativePoints,
} from '../../../../functions/src/domain/evaluation/scoring/peer-relative.ts';
import { points } from '../../build/campaign.ts';
import { figures, isNearest, maxima, ONE } from './arbitrary.ts';

describe('peer-relative', () => {
  it('scores a cluster as the source does', () => {
    const peers = peersOf([
      [80, 100],
      [100, 100],
      [110, 100],
      [240, 200],
      [0, 100],
      [12, 10],
    ]);
    const leader = leaderOf(peers);
    expect(leader?.unitId).toBe('U3');
    expect(peers.map((peer) => peerRelativePoints(points(12), peer, leader))).toEqual(
      [4.8, 6, 9, 12, 0, 12].map(points),
    );
  });

  it('gives half at the target, whoever leads', () => {
    const peers = peersOf([
      [7, 7],
      [9, 7],
    ]);
    expect(peerRelativePoints(points(15), peers[0]!, leaderOf(peers))).toBe(points('7.5'));
    expect(peerRelativePoints(points(15), peers[0]!, undefined)).toBe(points('7.5'));
  });

  it('names the first by id where several lead, in whatever order they come', () => {
    const peers = peersOf([
      [12, 10],
      [240, 200],
    ]);
    expect([leaderOf(peers)?.unitId, leaderOf(peers.toReversed())?.unitId]).toEqual(['U0', 'U0']);
  });

  it('has no leader where nobody is above the target', () => {
    expect(
      leaderOf(
        peersOf([
          [1, 2],
          [2, 2],
        ]),
      ),
    ).toBeUndefined();
    expect(leaderOf([])).toBeUndefined();
  });

  it('keeps to its formula, to the nearest micropoint', () => {
    fc.assert(
      fc.property(maxima(), fc.array(figures(), { minLength: 1, maxLength: 8 }), (max, some) => {
        const peers = some.map((figure, i) => ({ unitId: `U${i}`, ...figure }));
        const leader = leaderOf(peers);
        for (const { value: a, target: t } of peers) {
          const given = peerRelativePoints(max, { value: a, target: t }, leader);
          const m = BigInt(max);
          if (a < t) expect(isNearest(given, m * a, 2n * t)).toBe(true);
          else if (a === t) expect(isNearest(given, m, 2n)).toBe(true);
          else {
            // ½M + ½M·(A/T − 1)/(L − 1), L being the highest ratio of all, found the slow way.
            const { value: la, target: lt } = peers.reduce((best, peer) =>
              peer.value * best.target > best.value * peer.target ? peer : best,
            );
            const [n, d] = [(a - t) * lt, (la - lt) * t];
            expect(isNearest(given, m * (d + n), 2n * d)).toBe(true);
          }
        }
      }),
    );
  });

  it('gives all leaders the maximum, and nobody more; a better ratio never less', () => {
    fc.assert(
      fc.property(maxima(), fc.array(figures(), { minLength: 2, maxLength: 8 }), (max, some) => {
        const peers = some.map((figure, i) => ({ unitId: `U${i}`, ...figure }));
        const leader = leaderOf(peers);
        const given = peers.map((peer) => peerRelativePoints(max, peer, leader));
        peers.forEach((a, i) => {
          expect(given[i]).toBeLessThanOrEqual(max);
          peers.forEach((b, j) => {
            const difference = a.value * b.target - b.value * a.target;
            if (difference === 0n) expect(given[i]).toBe(given[j]);
            if (difference > 0n) expect(given[i]).toBeGreaterThanOrEqual(given[j]!);
          });
        });
        if (leader !== undefined) expect(Math.max(...given)).toBe(max);
      }),
    );
  });

  it('does not care in which order peers come', () => {
    fc.assert(
      fc.property(fc.array(figures(), { maxLength: 8 }), (some) => {
        const peers = some.map((figure, i) => ({ unitId: `U${i}`, ...figure }));
        expect(leaderOf(peers.toReversed())).toEqual(leaderOf(peers));
      }),
    );
  });
});

function peersOf(pairs: readonly (readonly [number, number])[]): readonly Peer[] {
  return pairs.map(([value, target], i) => ({
    unitId: `U${i}`,
    value: BigInt(value) * ONE,
    target: BigInt(target) * ONE,
  }));
}
