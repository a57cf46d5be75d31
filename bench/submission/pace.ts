import { inPool } from '../../test/load/load-office.ts';

/** How fast the same work went, again and again. Milliseconds. */
export interface Pace {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

export async function paceOf(count: number, atOnce: number, work: () => Promise<void>): Promise<Pace> {
  const ms: number[] = [];
  const startedAt = performance.now();
  await inPool(Array.from({ length: count }), atOnce, async () => {
    const from = performance.now();
    await work();
    ms.push(performance.now() - from);
  });
  const elapsedMs = performance.now() - startedAt;
  ms.sort((a, b) => a - b);
  const at = (share: number) => ms[Math.min(count - 1, Math.floor(share * count))]!;
  return { p50: at(0.5), p99: at(0.99), perSecond: (1000 * count) / elapsedMs };
}
