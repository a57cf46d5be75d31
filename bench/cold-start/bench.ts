import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFunctions } from '../../functions/build.ts';
import { endpoints } from '../../functions/src/http/endpoints.ts';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { startIdentity } from '../../local/identity/server.ts';
import { type FunctionsServer, startFunctions } from '../../local/office/functions-server.ts';
import { freePort } from '../../local/office/ports.ts';
import { campaignFiles, EDITOR_A, filledForm, OFFICER } from '../../test/http/small-campaign.ts';
import { inMs } from '../clock.ts';
import { markdown } from '../table.ts';

const ROUNDS = 7;
const AUDIENCE = 'bench.apps.example';
const ADMIN = 'admin@x.example';
const AT = '2024-03-20T03:00:00.000Z';
const EMPTY = join(import.meta.dirname, 'empty');

/**
 * From starting the process to the first useful answer, beside an empty function on the same framework: a form that
 * is checked and stored, and for every other function its first refusal, which takes the same road up to its work.
 */
export async function benchColdStart(): Promise<string> {
  mkdirSync('node_modules/.cache', { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), 'node_modules/.cache/cold-start-'));
  const [emulator, identity] = await Promise.all([
    startFirestoreEmulator({}),
    startIdentity({
      keyFile: join(folder, 'key.pem'),
      projectId: 'bench',
      serviceAccountEmail: 'f@x.example',
    }),
    buildFunctions(join(folder, 'dist')),
  ]);
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'production',
    ...identity.functionsEnv,
    FIRESTORE_EMULATOR_HOST: emulator.host,
    TOKEN_AUDIENCE: AUDIENCE,
    TOKEN_CERTS_URL: identity.certsUrl,
    FIRST_ADMIN: ADMIN,
    ALLOW_CLOCK_HEADER: '1',
    BALLOT_KEY: randomBytes(32).toString('base64'),
  };
  const start = async (source: string, target: string) =>
    startFunctions({ source, target, port: await freePort(), env, logFile: join(folder, 'functions.log') });
  const ask = async (functions: FunctionsServer, path: string, as: string, init: RequestInit) => {
    const token = await identity.issueIdToken({ email: as, audience: AUDIENCE });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-clock': AT };
    const response = await fetch(`${functions.url}${path}`, { ...init, headers });
    await response.text();
    return response.status;
  };
  const post = (functions: FunctionsServer, path: string, as: string, body: object) =>
    ask(functions, path, as, { method: 'POST', body: JSON.stringify({ campaign: 'COLD', ...body }) });

  try {
    const warm = await start(join(folder, 'dist'), 'api');
    await post(warm, '/load-campaign', ADMIN, { files: campaignFiles('COLD') });
    await post(warm, '/move-period', OFFICER, { period: '2024-03', action: 'open' });
    await warm.stop();

    const measure = async (
      source: string,
      target: string,
      first: (f: FunctionsServer) => Promise<number>,
      wanted: number[],
    ) => {
      const startedAt = performance.now();
      const functions = await start(source, target);
      const listening = performance.now() - startedAt;
      const status = await first(functions);
      const answered = performance.now() - startedAt;
      const rss = residentMiB(functions.pid);
      await functions.stop();
      if (!wanted.includes(status)) throw new Error(`${target} answered ${status}`);
      return { listening, answered, rss };
    };
    const empty = () => measure(EMPTY, 'empty', (f) => ask(f, '/', EDITOR_A, {}), [200]);
    const submit = (points: number) =>
      measure(
        join(folder, 'dist'),
        'submit-form',
        async (f) => {
          const cells = filledForm({ C1: points, C2: 'Có' });
          return post(f, '/', EDITOR_A, { period: '2024-03', unitId: 'A', cells });
        },
        [200],
      );
    const refused = (name: string) =>
      measure(
        join(folder, 'dist'),
        name,
        (f) =>
          endpoints[name]!.method === 'GET'
            ? ask(f, '/?campaign=COLD', 'nobody@x.example', {})
            : post(f, '/', 'nobody@x.example', {}),
        [400, 403],
      );

    await empty(); // what the file system and V8 keep is kept from here on
    await submit(1);
    const runs = { empty: [await empty()], 'submit-form': [await submit(1)] } as Record<string, Run[]>;
    for (let i = 1; i < ROUNDS; i++) {
      runs.empty!.push(await empty());
      runs['submit-form']!.push(await submit(1));
    }
    for (const name of Object.keys(endpoints).filter((each) => each !== 'submit-form'))
      runs[name] = [await refused(name), await refused(name), await refused(name)];
    const base = medianOf(runs.empty!);
    return markdown(
      'Cold start: from starting the process to the first useful answer',
      ['function', 'listening', 'first answer', '÷ empty', 'memory (RSS)'],
      Object.entries(runs).map(([name, all]) => {
        const { listening, answered, rss } = medianOf(all);
        return [
          name,
          inMs(listening),
          inMs(answered),
          (answered / base.answered).toFixed(2),
          `${rss.toFixed(0)} MiB`,
        ];
      }),
      [
        `Medians of ${ROUNDS} starts of the first two, in turns, and of three of the others. \`submit-form\` is asked to check and store a form; the others to refuse a stranger.`,
      ],
    );
  } finally {
    await identity.stop();
    await emulator.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly listening: number;
  readonly answered: number;
  readonly rss: number;
}

function medianOf(runs: readonly Run[]): Run {
  const middle = (key: keyof Run) =>
    runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)]!;
  return { listening: middle('listening'), answered: middle('answered'), rss: middle('rss') };
}

function residentMiB(pid: number): number {
  const [, kib = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024;
}
