import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Faults } from './faults.ts';
import type { DoorName, HttpFault } from './plan.ts';

/** A proxy in front of an HTTP server of this machine, where calls meet their faults. */
export interface HttpDoor {
  readonly url: string;
  readonly host: string;
  stop(): Promise<void>;
}

export interface HttpDoorOptions {
  readonly name: DoorName;
  /** "http://127.0.0.1:8080". A function where it moves, as a server that is started again. */
  readonly to: string | (() => string);
  readonly faults: Faults;
}

export async function startHttpDoor({ name, to, faults }: HttpDoorOptions): Promise<HttpDoor> {
  const queue = new Queue();
  const server = createServer((request, response) => {
    const target = typeof to === 'string' ? to : to();
    answer(request, response, { name, target, faults, queue }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Door {
  readonly name: DoorName;
  readonly target: string;
  readonly faults: Faults;
  readonly queue: Queue;
}

async function answer(request: IncomingMessage, response: ServerResponse, door: Door): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const sent: Sent = { request, body: Buffer.concat(chunks) };
  const fault = door.faults.next(door.name, nameOf(request)) as HttpFault | undefined;
  if (fault?.kind === 'hang' && fault.when === 'before') return;
  if (fault?.kind === 'status') return refuse(response, fault);
  if (fault?.kind === 'cut' && fault.when === 'before') return void response.destroy();
  if (fault?.kind === 'slow') await pause(fault.ms);
  if (fault?.kind === 'held') await door.queue.untilAnotherPassed();
  if (fault?.kind === 'twice') await passOn(door.target, sent);
  const answered = await passOn(door.target, sent);
  door.queue.passed();
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'cut') return void response.destroy();
  give(response, answered, fault);
}

interface Sent {
  readonly request: IncomingMessage;
  readonly body: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** As it came, but for what is between two machines only. */
function passOn(target: string, { request, body }: Sent): Promise<Answer> {
  const { host: _, connection: __, 'transfer-encoding': ___, ...headers } = request.headers;
  return new Promise((resolve, reject) => {
    const onward = ask(
      new URL(request.url ?? '/', target),
      {
        method: request.method ?? 'GET',
        headers: { ...headers, ...(body.length > 0 && { 'content-length': String(body.length) }) },
      },
      async (answered) => {
        const chunks: Buffer[] = [];
        try {
          for await (const chunk of answered) chunks.push(chunk as Buffer);
          const { statusCode = 502, headers: heard } = answered;
          resolve({ status: statusCode, headers: heard, body: Buffer.concat(chunks) });
        } catch (error) {
          reject(error);
        }
      },
    );
    onward.on('error', reject);
    onward.end(body);
  });
}

function give(response: ServerResponse, answered: Answer, fault: HttpFault | undefined): void {
  const { connection: _, 'transfer-encoding': __, 'keep-alive': ___, ...headers } = answered.headers;
  if (fault?.kind === 'garbage') {
    // Whoever stands in for the server may let it be kept, too.
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    });
    response.end('<!doctype html><title>Bảo trì</title><p>person@x.example, please come again</p>');
    return;
  }
  response.writeHead(answered.status, { ...headers, 'content-length': String(answered.body.length) });
  if (fault?.kind !== 'truncated') return void response.end(answered.body);
  response.write(answered.body.subarray(0, Math.max(1, answered.body.length >> 1)), () => response.destroy());
}

/** In the words of Google's services, with something in them that must never be passed on. */
function refuse(response: ServerResponse, fault: HttpFault & { kind: 'status' }): void {
  const { status, retryAfter } = fault;
  const soon = new Date(Date.now() + 1000).toUTCString();
  const reason = status === 403 ? 'userRateLimitExceeded' : 'backendError';
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(retryAfter && { 'retry-after': retryAfter === 'seconds' ? '1' : soon }),
  });
  response.end(
    JSON.stringify({
      error: { code: status, message: 'person@x.example: quota', errors: [{ reason, message: 'secret' }] },
    }),
  );
}

/** "POST /v4/spreadsheets/*:batchUpdate": long words and numbers are ids. */
function nameOf({ method, url = '/' }: IncomingMessage): string {
  const path = url.split('?')[0]!.replace(/[\w-]{25,}|(?<=\/)\d+(?=\/|$)/g, '*');
  return `${method} ${path}`;
}

/** How long a held call waits where nobody else comes. */
const LONGEST_HELD_MS = 200;

class Queue {
  readonly #waiting = new Set<() => void>();

  passed(): void {
    for (const go of this.#waiting) go();
  }

  async untilAnotherPassed(): Promise<void> {
    let go = () => {};
    const passed = new Promise<void>((resolve) => {
      go = resolve;
    });
    this.#waiting.add(go);
    await Promise.race([passed, pause(LONGEST_HELD_MS)]);
    this.#waiting.delete(go);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
