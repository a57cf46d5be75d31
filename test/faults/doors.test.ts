import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Firestore } from '@google-cloud/firestore';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshProjectId } from '../support/fresh-firestore.ts';
import { type Faults, openFaults } from './faults.ts';
import { type GrpcDoor, startGrpcDoor } from './grpc-door.ts';
import { type HttpDoor, startHttpDoor } from './http-door.ts';
import { type Chances, faultAt, type HttpFault, labelOf } from './plan.ts';

describe('a plan of faults', () => {
  const chances: Chances = { ofHundred: { google: 40, firestore: 40 }, hangs: true, lostReads: true };
  const knock = fc.record({
    door: fc.constantFrom('google', 'firestore', 'metadata' as const),
    name: fc.string(),
    nth: fc.nat(),
  });

  it('is a function of the seed and the call', () => {
    fc.assert(
      fc.property(fc.nat(), knock, (seed, call) => {
        expect(faultAt(seed, call, chances)).toEqual(faultAt(seed, { ...call }, chances));
        expect(call.door === 'metadata' && faultAt(seed, call, chances)).toBeFalsy();
      }),
    );
  });

  it('has everything in it sooner or later, about as often as asked', () => {
    const seen = new Map<string, number>();
    for (let nth = 1; nth <= 3000; nth++)
      for (const door of ['google', 'firestore'] as const) {
        const fault = faultAt(7, { door, name: 'Commit', nth }, chances);
        if (fault) seen.set(`${door} ${labelOf(fault)}`, (seen.get(`${door} ${labelOf(fault)}`) ?? 0) + 1);
      }
    expect([...seen.keys()].sort()).toEqual([
      'firestore cut after',
      'firestore cut before',
      ...[10, 13, 14, 4, 8].flatMap((code) =>
        code === 10
          ? ['firestore grpc 10 before']
          : [`firestore grpc ${code} after`, `firestore grpc ${code} before`],
      ),
      'firestore hang after',
      'firestore hang before',
      'firestore reset after',
      'firestore reset before',
      'firestore slow',
      'google cut after',
      'google cut before',
      'google garbage',
      'google hang after',
      'google hang before',
      'google held',
      'google slow',
      'google status 403',
      'google status 429',
      'google status 429 date',
      'google status 429 seconds',
      'google status 500',
      'google status 503',
      'google status 503 seconds',
      'google truncated',
      'google twice',
    ]);
    const all = [...seen.values()].reduce((sum, each) => sum + each, 0);
    expect(all).toBeGreaterThan(2000);
    expect(all).toBeLessThan(2800);
  });
});

describe('the door in front of an HTTP server', () => {
  const heard: string[] = [];
  let server: Server;
  let faults: Faults;
  let door: HttpDoor;
  beforeAll(async () => {
    server = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      response.end(JSON.stringify({ done: heard.length, padding: 'x'.repeat(100) }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => void server.close());
  beforeEach(async () => {
    heard.length = 0;
    faults = openFaults(1);
    const to = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    door = await startHttpDoor({ name: 'google', to, faults });
    return () => door.stop();
  });

  it.each([
    [undefined, 1, '200 whole'],
    [{ kind: 'cut', when: 'before' }, 0, 'lost'],
    [{ kind: 'cut', when: 'after' }, 1, 'lost'],
    [{ kind: 'truncated' }, 1, 'lost'],
    [{ kind: 'garbage' }, 1, '200 garbage'],
    [{ kind: 'twice' }, 2, '200 whole'],
    [{ kind: 'slow', ms: 5 }, 1, '200 whole'],
    [{ kind: 'status', status: 429 }, 0, '429 whole'],
    [{ kind: 'status', status: 503, retryAfter: 'seconds' }, 0, '503 whole, again after 1'],
    [{ kind: 'status', status: 429, retryAfter: 'date' }, 0, '429 whole, again after GMT'],
  ] as const)('%j: the server heard %i calls, the caller %s', async (fault, calls, outcome) => {
    if (fault !== undefined) faults.push({ fault: fault as HttpFault });
    expect(await post(door.url)).toBe(outcome);
    expect(heard).toHaveLength(calls);
    expect(faults.happened).toHaveLength(fault === undefined ? 0 : 1);
    expect(await post(door.url)).toBe('200 whole'); // and nothing of it stays
  });

  it('lets two calls change their places', async () => {
    faults.push({ fault: { kind: 'held' }, only: /first/ });
    await Promise.all([post(`${door.url}/first`), post(`${door.url}/second`)]);
    expect(heard).toEqual(['POST /second', 'POST /first']);
  });

  function post(url: string): Promise<string> {
    return new Promise((resolve) => {
      const sent = ask(url, { method: 'POST', agent: false }, async (response) => {
        const chunks: Buffer[] = [];
        try {
          for await (const chunk of response) chunks.push(chunk as Buffer);
        } catch {
          return resolve('lost');
        }
        const text = Buffer.concat(chunks).toString();
        const later = response.headers['retry-after']?.split(' ').at(-1);
        const what = text.startsWith('{') ? 'whole' : 'garbage';
        resolve(`${response.statusCode} ${what}${later ? `, again after ${later}` : ''}`);
      });
      sent.on('error', () => resolve('lost'));
      sent.end('{}');
    });
  }
});

describe('the door in front of Firestore', () => {
  let faults: Faults;
  let door: GrpcDoor;
  let firestore: Firestore;
  beforeEach(async () => {
    faults = openFaults(1);
    door = await startGrpcDoor({ to: process.env.FIRESTORE_EMULATOR_HOST!, faults });
    const [host, port] = door.host.split(':');
    firestore = new Firestore({ projectId: freshProjectId(), host: host!, port: Number(port), ssl: false });
    return async () => {
      await firestore.terminate();
      await door.stop();
    };
  });

  it('lets everything through where nothing was planned', async () => {
    const place = firestore.collection('places').doc('A');
    await place.set({ text: 'x'.repeat(100_000) });
    const sum = await firestore.runTransaction(async (transaction) => {
      const read = await transaction.get(place);
      transaction.set(firestore.collection('places').doc('B'), { length: read.get('text').length });
      return (await firestore.collection('places').count().get()).data().count;
    });
    expect(sum).toBe(1);
    const found = await firestore.collection('places').where('length', '==', 100_000).get();
    expect(found.docs.map(({ id }) => id)).toEqual(['B']);
    expect(faults.happened).toEqual([]);
  });

  it.each([
    [{ kind: 'grpc', code: 13, when: 'before' }, false],
    [{ kind: 'grpc', code: 4, when: 'after' }, true],
    [{ kind: 'reset', when: 'before' }, false],
    [{ kind: 'reset', when: 'after' }, true],
  ] as const)('%j: the write was done is %s', async (fault, isDone) => {
    const place = firestore.collection('places').doc('A');
    await place.get();
    faults.push({ fault, only: /Commit/ });
    await expect(place.create({ n: 1 })).rejects.toBeInstanceOf(Error);
    expect((await place.get()).exists).toBe(isDone);
  });

  it('cuts the connection, which the client opens again', async () => {
    const place = firestore.collection('places').doc('A');
    faults.push({ fault: { kind: 'cut', when: 'after' }, only: /Commit/ });
    // The client repeats a write that was cut off; it had been done, and says so.
    const outcome = await place.create({ n: 1 }).then(
      () => 'done',
      ({ code }: { code: number }) => code,
    );
    expect([6, 'done', 13, 14]).toContain(outcome);
    expect((await place.get()).data()).toEqual({ n: 1 });
    expect(faults.happened).toEqual(['firestore Commit: cut after']);
  });
});
