import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { until } from '../support/until.ts';

export interface MemorySample {
  /** Answers sent by then. */
  readonly answers: number;
  readonly rssMiB: number;
}

/**
 * The environment of a functions' process whose heap is to be asked for (see heapMiB), and which has as much of one as
 * in a container of 512 MiB: with more to spare V8 would leave for later what it can.
 */
export function heapEnv(file: string): Readonly<Record<string, string>> {
  const probe = pathToFileURL(join(import.meta.dirname, 'heap-probe.mjs')).href;
  return { NODE_OPTIONS: `--max-old-space-size=384 --import ${probe}`, HEAP_FILE: file };
}

/** What is alive in a process started with heapEnv, after a collection. */
export async function heapMiB(pid: number, file: string): Promise<number> {
  const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : []);
  const before = lines().length;
  process.kill(pid, 'SIGUSR2');
  await until('the heap was measured', () => lines().length > before);
  return Number(lines().at(-1)) / 2 ** 20;
}

/** Looks at the process's memory (/proc, Linux alone) every so often, until it is told to stop. */
export function watchMemory(
  pid: number,
  answers: () => number,
  everyMs = 250,
): () => readonly MemorySample[] {
  const samples: MemorySample[] = [];
  const look = () => {
    const rss = rssMiB(pid);
    if (rss !== undefined) samples.push({ answers: answers(), rssMiB: rss });
  };
  look();
  const timer = setInterval(look, everyMs);
  return () => {
    clearInterval(timer);
    look();
    return samples;
  };
}

function rssMiB(pid: number): number | undefined {
  const file = `/proc/${pid}/status`;
  const kib = existsSync(file) && /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1];
  return kib ? Number(kib) / 1024 : undefined;
}
