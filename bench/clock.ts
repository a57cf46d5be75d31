/** Milliseconds of several runs of the same work. */
export interface Times {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export async function time(runs: number, work: () => unknown): Promise<Times> {
  const all: number[] = [];
  for (let i = 0; i < runs; i++) {
    const startedAt = performance.now();
    await work();
    all.push(performance.now() - startedAt);
  }
  all.sort((a, b) => a - b);
  return { min: all[0]!, median: all[Math.floor(all.length / 2)]!, max: all.at(-1)! };
}

export const inMs = (ms: number): string =>
  ms >= 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
