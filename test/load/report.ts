import type { Measured } from './measured.ts';
import type { MemorySample } from './memory.ts';

export interface LoadReport {
  readonly scenario: string;
  readonly units: number;
  readonly seed: number;
  readonly elapsedMs: number;
  readonly measured: readonly Measured[];
  readonly memory: readonly MemorySample[];
  /** Alive after a collection: before the run, and after it. */
  readonly heapMiB: readonly [number, number];
  /** What is lost, twice, or without a sentence: nothing. */
  readonly faults: readonly string[];
}

/** Answers that took longer than this are counted. */
export const LIMIT_MS = 30_000;

export function showReport({
  scenario,
  units,
  seed,
  elapsedMs,
  measured,
  memory,
  heapMiB,
  faults,
}: LoadReport): string {
  const over = measured.filter(({ ms }) => ms > LIMIT_MS);
  const submissions = measured.filter(({ call }) => call === 'submit-form').length;
  return [
    `${scenario}: ${units} units, seed ${seed}, ${(elapsedMs / 1000).toFixed(1)} s, ` +
      `${measured.length} calls, ${((1000 * submissions) / elapsedMs).toFixed(0)} forms a second`,
    ...[...Map.groupBy(measured, ({ call }) => call)].sort().map(([call, all]) => lineOf(call, all)),
    `over ${LIMIT_MS / 1000} s: ${over.length}`,
    `memory (MiB, by answers): ${curveOf(memory)}; alive before ${heapMiB[0].toFixed(1)}, after ${heapMiB[1].toFixed(1)}`,
    faults.length === 0
      ? 'nothing lost, nothing twice'
      : `FAULTS (${faults.length}):\n${faults.slice(0, 40).join('\n')}`,
  ].join('\n');
}

function lineOf(call: string, all: readonly Measured[]): string {
  const ms = all.map((each) => each.ms).sort((a, b) => a - b);
  const at = (share: number) => Math.round(ms[Math.min(ms.length - 1, Math.floor(share * ms.length))]!);
  const counts = new Map<string, number>();
  for (const outcome of all.flatMap(({ outcomes }) => outcomes))
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const outcomes = [...counts].sort().map(([outcome, count]) => `${outcome}×${count}`);
  return `  ${call.padEnd(17)} ${String(all.length).padStart(6)}  p50 ${at(0.5)} p95 ${at(0.95)} p99 ${at(0.99)} max ${at(1)} ms  ${outcomes.join(' ')}`;
}

/** Ten points of it. */
function curveOf(memory: readonly MemorySample[]): string {
  const step = Math.max(1, Math.floor(memory.length / 10));
  return memory
    .filter((_, i) => i % step === 0 || i === memory.length - 1)
    .map(({ answers, rssMiB }) => `${answers}: ${Math.round(rssMiB)}`)
    .join(', ');
}
