import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { compileServices, type Project } from './project.ts';
import type { SyncLine } from './sync-call.ts';
import type { WorkerData } from './worker.ts';

/** How many threads wait, ready, so that a run starts at once. */
const READY = 2;

/** A thread that is ready for one run. */
export interface Runner {
  readonly worker: Worker;
  readonly line: SyncLine;
}

/** Keeps threads ready. Each is handed out once. */
export class Pool {
  readonly #project: Project;
  readonly #ready: Promise<Runner>[] = [];
  #closed = false;

  constructor(project: Project) {
    this.#project = project;
    this.refill();
  }

  async take(): Promise<Runner> {
    return this.#ready.shift() ?? this.#start();
  }

  /** Called when a run has ended, so that preparing the next does not slow it. */
  refill(): void {
    while (!this.#closed && this.#ready.length < READY) {
      const starting = this.#start();
      starting.catch(() => undefined); // whoever takes it is told
      this.#ready.push(starting);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const left = await Promise.allSettled(this.#ready.splice(0));
    await Promise.all(
      left.map((one) => (one.status === 'fulfilled' ? one.value.worker.terminate() : undefined)),
    );
  }

  async #start(): Promise<Runner> {
    const { scripts, pages } = this.#project;
    const services = await compileServices();
    const { port1, port2 } = new MessageChannel();
    const signal = new SharedArrayBuffer(4);
    const data: WorkerData = { services, scripts, pages, line: { port: port2, signal } };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: data,
      transferList: [port2 as unknown as MessagePort],
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread of a script ended before it was ready')));
    });
    worker.removeAllListeners();
    worker.on('error', () => undefined); // the run that takes it listens itself
    return { worker, line: { port: port1, signal } };
  }
}
