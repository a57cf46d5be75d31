import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFunctions, keepCode } from '../../functions/build.ts';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { startFunctions } from '../../local/office/functions-server.ts';
import { freePort } from '../../local/office/ports.ts';
import { startTestOffice } from '../../test/http/test-office.ts';
import { inMs } from '../clock.ts';
import { markdown } from '../table.ts';
import { openFirstCalls } from './first-calls.ts';

const ROUNDS = 7;
const ROUNDS_OF_OTHERS = 3;
const USEFUL = 'submit-form';

/**
 * From starting the process to the first useful answer, beside an empty function on the same framework in turns: what
 * deploy/ puts on Cloud Run, with the code kept by its gcp-build, and without it, as after Google has brought another
 * V8 below it. Each process answers one call, that function's; all are behind `api`, which is what is deployed.
 */
export async function benchColdStart(): Promise<string> {
  mkdirSync('node_modules/.cache', { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), 'node_modules/.cache/cold-start-'));
  const deployed = join(folder, 'deployed');
  const withoutCode = join(folder, 'without-code');
  const emulator = await startFirestoreEmulator({});
  Object.assign(process.env, { FIRESTORE_EMULATOR_HOST: emulator.host, METADATA_SERVER_DETECTION: 'none' });
  let env: NodeJS.ProcessEnv = {};
  const office = await startTestOffice({ google: true, through: async (given) => (env = given) });
  try {
    await buildFunctions(deployed);
    cpSync(deployed, withoutCode, { recursive: true });
    await keepCode(deployed);
    const calls = await openFirstCalls(office);
    const start = async (source: string, target: string) =>
      startFunctions({ source, target, port: await freePort(), env, logFile: join(folder, 'functions.log') });
    const run = async (source: string, target: string, ask: (url: string) => Promise<unknown>) => {
      const startedAt = performance.now();
      const functions = await start(source, target);
      const listening = performance.now() - startedAt;
      await ask(functions.url);
      const answered = performance.now() - startedAt;
      const cost = costOf(functions.pid);
      await functions.stop();
      return { listening, answered, ...cost };
    };
    const empty = () => run(join(import.meta.dirname, 'empty'), 'empty', (url) => fetch(url));
    const first = async (name: string, source = deployed) => {
      const { prepare, undo } = calls.find((each) => each.name === name)!;
      return run(source, 'api', await prepare()).finally(undo);
    };

    const runs: Record<string, Run[]> = { empty: [], [USEFUL]: [], [`${USEFUL}, no code kept`]: [] };
    for (let i = -1; i < ROUNDS; i++) {
      const round = [await empty(), await first(USEFUL), await first(USEFUL, withoutCode)];
      if (i < 0) continue; // which only warms the disk
      for (const [nth, all] of Object.values(runs).entries()) all.push(round[nth]!);
    }
    for (const { name } of calls.filter((each) => each.name !== USEFUL)) {
      runs[name] = [];
      for (let i = 0; i < ROUNDS_OF_OTHERS; i++) runs[name].push(await first(name));
    }
    return table(runs);
  } finally {
    await office.stop();
    await emulator.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Run {
  /** Milliseconds since the process was started. */
  readonly listening: number;
  readonly answered: number;
  /** Milliseconds that all threads of the process were on a processor. */
  readonly cpu: number;
  /** The most it had in memory, in MiB. */
  readonly rss: number;
}

function table(runs: Readonly<Record<string, readonly Run[]>>): string {
  const base = medianOf(runs.empty!);
  return markdown(
    'Cold start: from starting the process to the first useful answer',
    ['function', 'listening', 'first answer', '÷ empty', 'processor', '÷ empty', 'memory (peak RSS)'],
    Object.entries(runs).map(([name, all]) => {
      const { listening, answered, cpu, rss } = medianOf(all);
      return [
        name,
        inMs(listening),
        inMs(answered),
        (answered / base.answered).toFixed(2),
        inMs(cpu),
        (cpu / base.cpu).toFixed(2),
        `${rss.toFixed(0)} MiB`,
      ];
    }),
    [
      `Medians of ${ROUNDS} starts of the first three, in turns, and of ${ROUNDS_OF_OTHERS} of each other function, every one of which did what it is there for.`,
    ],
  );
}

function medianOf(runs: readonly Run[]): Run {
  const middle = (key: keyof Run) =>
    runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)]!;
  return {
    listening: middle('listening'),
    answered: middle('answered'),
    cpu: middle('cpu'),
    rss: middle('rss'),
  };
}

const TICKS_PER_SECOND = 100; // of /proc/PID/stat, on every Linux

function costOf(pid: number): Pick<Run, 'cpu' | 'rss'> {
  const [, kib = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  const ticks = Number(stat[11]) + Number(stat[12]); // utime and stime
  return { cpu: (ticks * 1000) / TICKS_PER_SECOND, rss: Number(kib) / 1024 };
}
