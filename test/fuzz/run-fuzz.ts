import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { endpoints } from '../../functions/src/http/endpoints.ts';
import { ADMIN, AUDIENCE, startTestOffice, type TestOffice } from '../http/test-office.ts';
import { faultOf } from './judge.ts';
import { runWires } from './run-wires.ts';
import { openSender, type Sender } from './send.ts';
import { CALLERS, type Shot, shotsFor } from './shots.ts';
import { type Finding, fireVolley, type Struck } from './volley.ts';
import { makeWorld } from './world.ts';

export interface FuzzOptions {
  readonly bodies: number;
  readonly seed: number;
  /** One function alone; all of them if absent. */
  readonly name?: string | undefined;
  /** Bodies written down wrongly for two functions alone. */
  readonly short?: boolean;
  readonly tell: (line: string) => void;
}

export interface FuzzReport {
  readonly bodies: number;
  /** Refused ones that were sent once more, to see that they change nothing. */
  readonly sentAgain: number;
  readonly byName: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly slowest: readonly { readonly name: string; readonly status: number; readonly ms: number }[];
  readonly slow: number;
  readonly findings: readonly Finding[];
  /** Of the functions' process: the same from beginning to end, and the most it ever took. */
  readonly sameProcess: boolean;
  readonly mostMemoryMb: number;
  readonly seconds: number;
}

const VOLLEY = 250;
const VOLLEYS_PER_WORLD = 40;
const PARALLEL = 6;
const SHORT_NAMES = ['submit-form', 'log'];
/** Each of these may work for a second or two: fewer of them leave time for more of the others. */
const RARELY = ['deliver', 'run-jobs', 'collect-forms', 'watch'];

/** As many requests as asked for, in volleys, each volley of one function; every `VOLLEYS_PER_WORLD` a new world. */
export async function runFuzz({ bodies, seed, name, short, tell }: FuzzOptions): Promise<FuzzReport> {
  const startedAt = performance.now();
  const office = await startTestOffice({ google: true });
  const client = await openFirestore(office.projectId);
  const { pid } = office.functions;
  let lost = false;
  office.functions.onLost(() => {
    lost = true;
  });
  const tally = newTally();
  const seen = new Set<string>();
  try {
    let sent = 0;
    for (let round = 0; sent < bodies && !lost; round++) {
      const world = await makeWorld(office, client, round);
      const sender = openSender(office.functions.url, await tokensOf(office), PARALLEL);
      const range = { sender, projectId: office.projectId, world, parallel: PARALLEL };
      if (round === 0) {
        const names = short ? SHORT_NAMES : name === undefined ? Object.keys(endpoints) : [name];
        const token = (await tokensOf(office)).get(ADMIN)!;
        const { struck, findings, sentAgain, raw } = await runWires(range, {
          url: office.functions.url,
          token,
          names,
        });
        tally.add(struck, findings, sentAgain);
        sent += struck.length;
        tell(`${struck.length} bodies written down wrongly, ${raw} sockets that misbehave`);
        for (const finding of findings.filter(isNew(seen)))
          tell(`${finding.what}\n${showShot(finding.shots[0]!)}`);
      }
      for (let i = 0; i < VOLLEYS_PER_WORLD && sent < bodies && !lost; i++) {
        const volley = round * VOLLEYS_PER_WORLD + i;
        const any = mixedShots(name, world.campaigns);
        const shots = fc.sample(any, { seed: seed + volley, numRuns: Math.min(VOLLEY, bodies - sent) });
        const [shaped, strange] = parted(shots);
        for (const part of [strange, shaped]) {
          const { struck, findings, sentAgain } = await fireVolley(range, part);
          tally.add(struck, findings, sentAgain);
          sent += struck.length;
          for (const { what, shots: guilty } of findings.filter(isNew(seen)))
            tell(await told({ what, shots: guilty }, { sender, any, seed: seed + volley, all: shots }));
        }
      }
      sender.close();
      for (const frames of framesIn(office.printed(), seen)) tell(`thrown at ${frames}`);
      const perSecond = Math.round(sent / ((performance.now() - startedAt) / 1000));
      tell(`${sent} of ${bodies}, ${perSecond} a second, ${memoryMb(pid, 'VmRSS')} MB`);
    }
    return {
      ...tally.report(),
      sameProcess: !lost && office.functions.pid === pid,
      mostMemoryMb: lost ? 0 : memoryMb(pid, 'VmHWM'),
      seconds: Math.round((performance.now() - startedAt) / 1000),
    };
  } finally {
    await office.stop();
    await client.firestore.terminate();
  }
}

function mixedShots(name: string | undefined, campaigns: readonly string[]): fc.Arbitrary<Shot> {
  const names = name === undefined ? Object.keys(endpoints) : [name];
  return fc.oneof(
    ...names.map((each) => ({ weight: RARELY.includes(each) ? 1 : 20, arbitrary: shotsOf(each, campaigns) })),
  );
}

/** Those that are of their function's shape, and those that are not: of these nobody says yes, so once is enough. */
function parted(shots: readonly Shot[]): readonly [Shot[], Shot[]] {
  const isShaped = ({ name, bytes, method }: Shot) =>
    method === 'POST' && endpoints[name]!.accepts.safeParse(jsonOf(bytes)).success;
  return [shots.filter(isShaped), shots.filter((shot) => !isShaped(shot))];
}

function jsonOf(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(String(bytes));
  } catch {
    return undefined;
  }
}

/** Made once for each world: building them takes longer than asking them. */
const made = new Map<string, fc.Arbitrary<Shot>>();
function shotsOf(name: string, campaigns: readonly string[]): fc.Arbitrary<Shot> {
  const key = `${name} ${campaigns}`;
  const found = made.get(key) ?? shotsFor(name, campaigns);
  made.set(key, found);
  return found;
}

async function tokensOf(office: TestOffice): Promise<ReadonlyMap<string, string>> {
  const issue = async (email: string) =>
    [email, await office.identity.issueIdToken({ email, audience: AUDIENCE })] as const;
  return new Map(await Promise.all(CALLERS.map(issue)));
}

function newTally() {
  const byName: Record<string, Record<string, number>> = {};
  const findings: Finding[] = [];
  let all: { name: string; status: number; ms: number }[] = [];
  let bodies = 0;
  let slow = 0;
  let sentAgain = 0;
  return {
    add(struck: readonly Struck[], found: readonly Finding[], again: number) {
      findings.push(...found);
      sentAgain += again;
      bodies += struck.length;
      for (const { shot, heard } of struck) {
        byName[shot.name] ??= {};
        byName[shot.name]![heard.status] = (byName[shot.name]![heard.status] ?? 0) + 1;
        if (heard.ms > 1000) slow++;
        all.push({ name: shot.name, status: heard.status, ms: Math.round(heard.ms) });
      }
      all = all.sort((a, b) => b.ms - a.ms).slice(0, 20);
    },
    report: () => ({ bodies, sentAgain, byName, findings, slow, slowest: all }),
  };
}

/** A finding for people: one shot's is made as small as it can be while its answer is still at fault. */
async function told(
  { what, shots }: Finding,
  { sender, any, seed, all }: { sender: Sender; any: fc.Arbitrary<Shot>; seed: number; all: readonly Shot[] },
): Promise<string> {
  const at = shots.length === 1 ? all.indexOf(shots[0]!) : -1;
  const isDecent = async (shot: Shot) =>
    faultOf(await sender.send(shot), `${shot.path}${shot.bytes ?? ''}`) === undefined;
  const found =
    at < 0
      ? undefined
      : await fc.check(fc.asyncProperty(any, isDecent), {
          seed,
          path: `${at}`,
          numRuns: 1,
          interruptAfterTimeLimit: 20_000,
        });
  const smallest = found?.counterexample?.[0];
  const path = found?.counterexamplePath ?? (at < 0 ? '' : at);
  return `seed ${seed}, path ${path}: ${what}\n${(smallest ? [smallest] : shots.slice(0, 3)).map(showShot).join('\n')}`;
}

/** By function and the beginning of what is wrong: the same fault is told once. */
function isNew(seen: Set<string>): (finding: Finding) => boolean {
  return ({ what, shots }) => {
    const key = `${shots[0]?.name} ${what.slice(0, 60)}`;
    const before = seen.size;
    return seen.add(key).size > before;
  };
}

/** Where the functions threw what they did not expect, each place once. */
function framesIn(printed: string, seen: Set<string>): readonly string[] {
  const lines = printed.split('\n').filter((line) => line.includes('"frames"'));
  const fresh = lines
    .map((line) => line.slice(line.indexOf('"frames"')))
    .filter((frames) => !seen.has(frames));
  for (const frames of fresh) seen.add(frames);
  return [...new Set(fresh)];
}

/** VmRSS is now, VmHWM the most so far; Linux alone tells. */
function memoryMb(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024);
}

export function showShot({ as, method, path, headers, bytes }: Shot): string {
  const body =
    bytes === undefined ? '' : bytes.length > 4000 ? `${bytes.length} bytes` : bytes.toString('utf8');
  return `  ${method} ${path} as ${as} ${JSON.stringify(headers)} ${JSON.stringify(body)}`;
}
