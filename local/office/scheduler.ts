// What Cloud Scheduler does: calls, under an account of its own, the functions that do what others left to be done.
//
//   const scheduler = startScheduler({ functions, audience, issuer, campaign, account, clock, logFile });
//   closing.add('scheduler', () => scheduler.stop());
//
// The cloud calls once a minute whatever happens. Here every answer to somebody else's POST is a reason to look at
// once, so people see what they asked for; while something is pending it looks every second, and otherwise once a
// minute: looking reads Firestore, and whatever is read is followed by a snapshot (local/firestore/relay.ts).

import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Issuer } from '../identity/issuer.ts';
import type { OfficeClock } from './clock.ts';
import type { FunctionsServer } from './functions-server.ts';

export interface SchedulerPlan {
  readonly functions: Pick<FunctionsServer, 'url' | 'onAnswered'>;
  readonly issuer: Pick<Issuer, 'issueIdToken'>;
  readonly audience: string;
  readonly campaign: string;
  /** An officer's account. */
  readonly account: string;
  readonly clock: OfficeClock;
  /** What a function refused or failed to do is appended here, a line of JSON each. */
  readonly logFile: string;
  /** While something is pending; 1 s. */
  readonly everyMs?: number;
  /** While nothing is; a minute. */
  readonly idleMs?: number;
}

export interface Scheduler {
  /** Waits for the call that is under way; none is begun after it. */
  stop(): Promise<void>;
}

/** As Cloud Scheduler calls itself: its own calls are no reason to call again. */
const AGENT = 'Google-Cloud-Scheduler';
/** The doors, and for how long one call may begin new work: closing waits for it. */
const DOORS = { 'run-jobs': 4000, deliver: 2000, watch: 4000 } as const;
type Door = keyof typeof DOORS;

export function startScheduler(plan: SchedulerPlan): Scheduler {
  const { everyMs = 1000, idleMs = 60_000 } = plan;
  const ask = openDoors(plan);
  const pause = (more: boolean) => (more ? everyMs : idleMs);
  const deliveries = new Rounds(async () => pause(await ask('deliver')));
  const jobs = new Rounds(async () => {
    const more = await ask('run-jobs');
    deliveries.wake(); // a job leaves workbooks to be written
    return pause(more);
  });
  const watch = new Rounds(async () => {
    await ask('watch');
    deliveries.wake(); // what it found is shown in the office's workbook
    return idleMs;
  });
  const deaf = plan.functions.onAnswered(({ method, agent }) => {
    if (method !== 'POST' || agent === AGENT) return;
    jobs.wake();
    deliveries.wake();
  });
  return {
    async stop() {
      deaf();
      await Promise.all([jobs.stop(), deliveries.stop(), watch.stop()]);
    },
  };
}

/** One call after the other: each says after how many milliseconds the next is due, unless something wakes it. */
class Rounds {
  readonly #call: () => Promise<number>;
  readonly #ended: Promise<void>;
  #woken = false;
  #stopped = false;
  #endRest = () => {};

  constructor(call: () => Promise<number>) {
    this.#call = call;
    this.#ended = this.#run();
  }

  wake(): void {
    this.#woken = true;
    this.#endRest();
  }

  stop(): Promise<void> {
    this.#stopped = true;
    this.#endRest();
    return this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#woken = false;
      await this.#rest(await this.#call());
    }
  }

  #rest(ms: number): Promise<void> {
    if (this.#woken || this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

interface Answer {
  readonly remaining?: number;
  readonly error?: { readonly code?: string };
}

/** Asks a function to do what is due; true when more is pending. Troubles are logged and are no reason to stop. */
function openDoors({ functions, issuer, audience, campaign, account, clock, logFile }: SchedulerPlan) {
  mkdirSync(dirname(logFile), { recursive: true });
  const lastTrouble = new Map<Door, string>();
  const tell = (door: Door, trouble: string) => {
    if (lastTrouble.get(door) === trouble) return; // the same every second says nothing new
    lastTrouble.set(door, trouble);
    appendFileSync(logFile, `${JSON.stringify({ at: new Date().toISOString(), door, trouble })}\n`);
  };
  return async (door: Door): Promise<boolean> => {
    try {
      const response = await fetch(`${functions.url}/${door}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await issuer.issueIdToken({ email: account, audience })}`,
          'content-type': 'application/json',
          'user-agent': AGENT,
          'x-clock': clock.now().toISOString(),
        },
        body: JSON.stringify({ campaign, withinMs: DOORS[door] }),
      });
      const answer = (await response.json()) as Answer;
      if (!response.ok) tell(door, `${response.status} ${answer.error?.code ?? ''}`);
      else lastTrouble.delete(door);
      return response.ok ? (answer.remaining ?? 0) > 0 : response.status >= 500;
    } catch (error) {
      tell(door, error instanceof Error ? error.message : String(error));
      return true;
    }
  };
}
