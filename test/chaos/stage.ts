import type { Callers } from './callers.ts';
import type { Deed, Verb, Wish } from './deeds.ts';
import { type KillPoint, nameOf, type Victim } from './kill-point.ts';
import type { ChaosOffice } from './office.ts';

/** Numbers in [0, 1) that follow from the seed. */
export type Chance = () => number;

export interface Kill {
  readonly verb: Verb;
  readonly point: string;
  readonly victim: Victim;
}

/** Where a campaign is played: whatever is done there may be cut off, and is then repeated. */
export interface Stage {
  readonly chance: Chance;
  readonly callers: Callers;
  readonly kills: readonly Kill[];
  /** One in so many. */
  oneIn(n: number): boolean;
  /** All at the same time, often with somebody dying meanwhile. Answers in their order. */
  act(verb: Verb, ...wishes: readonly Omit<Wish, 'verb'>[]): Promise<readonly Deed[]>;
  /** A job, from its start to its end, whoever dies over it. */
  doJob(kind: string, period?: string): Promise<void>;
  /** Until nothing is left to be delivered or run. `quietly`: nobody dies. */
  settle(quietly?: boolean): Promise<void>;
  /** What the scheduler does once a minute, whether there is a job or not. */
  runJobs(quietly?: boolean): Promise<void>;
}

export interface StageSettings {
  /** Of the steps, how many are armed with a kill. */
  readonly armed: number;
  /** No more of them than so many; Infinity. */
  readonly mostKills?: number;
}

const OFFICER = 'officer@x.example';
const LEASE_IS_OVER_MS = 31_000;
/** Longer than any put-off after few failures. */
const PUT_OFF_IS_OVER_MS = 16 * 60_000;
const MOST_ROUNDS = 60;
/** Before a campaign is loaded nobody is a member. */
const ALONE: ReadonlySet<Verb> = new Set(['load-campaign', 'deliver', 'run-jobs']);

export function openStage(
  office: ChaosOffice,
  callers: Callers,
  chance: Chance,
  { armed, mostKills = Number.POSITIVE_INFINITY }: StageSettings,
): Stage {
  const kills: Kill[] = [];
  const perform = (verb: Verb, wishes: readonly Omit<Wish, 'verb'>[]) =>
    Promise.all(wishes.map((wish) => callers.call({ verb, ...wish })));
  const pump = (verb: 'deliver' | 'run-jobs', quietly: boolean): Promise<readonly Deed[]> => {
    const wish = {
      path: `/${verb}`,
      as: OFFICER,
      body: { withinMs: 6000, concurrency: 1 + Math.floor(chance() * 4) },
    };
    return quietly ? perform(verb, [wish]) : stage.act(verb, wish);
  };
  const stage: Stage = {
    chance,
    callers,
    kills,
    oneIn: (n) => chance() < 1 / n,
    async act(verb, ...wishes) {
      const points = drawPoints(verb, wishes.length, chance);
      const isArmed = chance() < armed && kills.length < mostKills;
      const leaseIsOver = chance() < 0.7;
      // The scheduler does not wait until people have finished.
      const meanwhile = !ALONE.has(verb) && chance() < 0.2;
      const arm = office.arm(isArmed ? points.slice(0, mostKills - kills.length) : [], { leaseIsOver });
      const [deeds] = await Promise.all([
        perform(verb, wishes),
        meanwhile ? pump('deliver', true) : undefined,
      ]);
      for (const point of arm.disarm()) kills.push({ verb, point: nameOf(point), victim: point.victim });
      return deeds;
    },
    async doJob(kind, period) {
      const body = { kind, ...(period !== undefined && { period }) };
      const [deed] = await stage.act('start-job', { path: '/start-job', as: OFFICER, body });
      const { id } = (deed!.answer as { job: { id: string } }).job;
      for (let n = 0; n < MOST_ROUNDS; n++) {
        await pump('run-jobs', n > 8);
        const { jobs } = (await callers.look('/jobs', OFFICER, {})) as {
          jobs: { id: string; state: string }[];
        };
        const state = jobs.find((job) => job.id === id)?.state;
        if (state === 'done' || state === 'failed') return;
        office.wait(LEASE_IS_OVER_MS);
      }
      throw new Error(`the job ${id} does not end`);
    },
    async runJobs(quietly = false) {
      await pump('run-jobs', quietly);
    },
    async settle(quietly = false) {
      for (let n = 0; n < MOST_ROUNDS; n++) {
        const [deed] = await pump('deliver', quietly || n > 6);
        const { remaining, failed } = deed!.answer as { remaining?: number; failed?: number };
        if (deed!.outcome === 'refused') throw new Error(`deliver: ${deed!.status}`);
        if (remaining === 0) return;
        office.wait(failed === 0 ? LEASE_IS_OVER_MS : PUT_OFF_IS_OVER_MS);
      }
      throw new Error('the outbox does not become empty');
    },
  };
  return stage;
}

/** Commits and calls to Google that write, of one call of each verb: points beyond them are never met. */
const COMMITS: Readonly<Partial<Record<Verb, number>>> = {
  'load-campaign': 2,
  'run-jobs': 6,
  deliver: 6,
  'collect-forms': 2,
  'save-register': 2,
  appraise: 2,
  evaluate: 3,
};
const GOOGLE: Readonly<Partial<Record<Verb, number>>> = { deliver: 12, 'run-jobs': 6 };
const LONGEST_MS = 500;

function drawPoints(verb: Verb, calls: number, chance: Chance): readonly KillPoint[] {
  const first = drawPoint(verb, calls, chance);
  return chance() < 0.3 ? [first, drawPoint(verb, calls, chance)] : [first];
}

function drawPoint(verb: Verb, calls: number, chance: Chance): KillPoint {
  const [kind, at, when, whom] = [chance(), chance(), chance() < 0.5 ? 'before' : 'after', chance()] as const;
  const google = GOOGLE[verb];
  const victim = google === undefined || whom < 0.7 ? 'functions' : whom < 0.85 ? 'sheets' : 'both';
  if (kind < (google === undefined ? 0.3 : 0.2))
    return { kind: 'time', afterMs: Math.round(LONGEST_MS * at * at), victim };
  const isGoogle = google !== undefined && kind < 0.8;
  const most = (isGoogle ? google : (COMMITS[verb] ?? 1)) * calls;
  // The first ones are met more often than the last.
  const nth = 1 + Math.floor(at * at * most);
  return { kind: isGoogle ? 'google' : 'commit', nth, when, victim };
}
