// Between the functions and Firestore's emulator: looks at each call, whole, and passes it on. It knows when a commit
// has arrived and when it is done, and what a killed process left unfinished.

import {
  type ClientHttp2Session,
  connect,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { begunTransaction, databaseOf, endedTransaction, isWriting, rollbackFrame } from './grpc-message.ts';
import type { Fate } from './kill-point.ts';

export interface FirestoreRelay {
  /** For FIRESTORE_EMULATOR_HOST. */
  readonly host: string;
  /**
   * To be called when the functions are dead: ends the transactions that they had begun. The service does that itself, when they have been
   * idle for 60 s; until then their locks stand in everybody's way.
   */
  endAbandoned(): Promise<void>;
  stop(): Promise<void>;
}

export interface RelayOptions {
  /** The emulator's host and port. */
  readonly target: string;
  /** Asked for each commit that writes. */
  readonly fateOf: () => Fate;
  /** Kills; true where whoever sent it is dead: the commit is then dropped, or its answer. */
  readonly kill: () => Promise<boolean>;
}

const SERVICE = '/google.firestore.v1.Firestore/';

export async function startFirestoreRelay(options: RelayOptions): Promise<FirestoreRelay> {
  const open = new Map<ServerHttp2Session, Promise<void>>();
  const desk: Desk = { ...options, asked: new Set(), abandoned: new Map() };
  const server = createServer();
  server.on('session', (session) => {
    const upstream = connect(`http://${options.target}`);
    const line: Line = { session, upstream, begun: new Map() };
    session.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
      passOn(stream, headers, line, desk).catch(() => stream.destroy());
    });
    session.on('error', () => {});
    upstream.on('error', () => session.destroy());
    const closed = new Promise<void>((resolve) => session.once('close', resolve)).then(() => {
      open.delete(session);
      for (const [id, database] of line.begun) desk.abandoned.set(id, database);
      upstream.close();
    });
    open.set(session, closed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = connect(`http://${options.target}`);
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async endAbandoned() {
      await Promise.all(open.values());
      // One may be waiting for the locks of another: what it reads then is abandoned, too.
      do {
        const all = [...desk.abandoned];
        desk.abandoned.clear();
        await Promise.all(all.map(([id, database]) => rollback(own, database, id)));
        await Promise.race([
          Promise.allSettled(desk.asked),
          new Promise((resolve) => setTimeout(resolve, 50)),
        ]);
      } while (desk.asked.size > 0 || desk.abandoned.size > 0);
    },
    async stop() {
      for (const session of open.keys()) session.destroy();
      own.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One connection of the functions. */
interface Line {
  readonly session: ServerHttp2Session;
  readonly upstream: ClientHttp2Session;
  /** Transactions by id, with their database. */
  readonly begun: Map<string, string>;
}

interface Desk extends RelayOptions {
  /** What the emulator is answering now. */
  readonly asked: Set<Promise<Answer>>;
  readonly abandoned: Map<string, string>;
}

async function passOn(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  { session, upstream, begun }: Line,
  { asked, abandoned, fateOf, kill }: Desk,
): Promise<void> {
  stream.on('error', () => {});
  const request = await bytesOf(stream);
  const method = String(headers[':path']).replace(SERVICE, '');
  const ended = endedTransaction(method, request);
  const fate = method === 'Commit' && isWriting(request) ? fateOf() : 'pass';
  if (fate === 'before' && (await kill())) return;
  if (ended !== undefined) begun.delete(ended);
  const asking = ask(upstream, headers, request);
  asked.add(asking);
  const answer = await asking.finally(() => asked.delete(asking));
  if (fate === 'after' && (await kill())) return;
  const id = begunTransaction(method, answer.body);
  const database = databaseOf(request);
  if (id !== undefined && database !== undefined) (session.closed ? abandoned : begun).set(id, database);
  give(stream, answer);
}

interface Answer {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly trailers: IncomingHttpHeaders | undefined;
}

async function ask(to: ClientHttp2Session, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
  const call = to.request(headers);
  call.end(body);
  let answered: IncomingHttpHeaders = {};
  let trailers: IncomingHttpHeaders | undefined;
  call.on('response', (given) => {
    answered = given;
  });
  call.on('trailers', (given) => {
    trailers = given;
  });
  return { body: await bytesOf(call), headers: answered, trailers };
}

function give(stream: ServerHttp2Stream, { headers, body, trailers }: Answer): void {
  if (stream.destroyed) return;
  if (trailers === undefined && body.length === 0) {
    stream.respond(headers, { endStream: true });
    return;
  }
  stream.respond(headers, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers(trailers ?? {}));
  stream.end(body);
}

async function rollback(to: ClientHttp2Session, database: string, transaction: string): Promise<void> {
  const headers = {
    ':method': 'POST',
    ':path': `${SERVICE}Rollback`,
    'content-type': 'application/grpc',
    te: 'trailers',
    authorization: 'Bearer owner',
  };
  await ask(to, headers, rollbackFrame(database, transaction)); // what was over already is refused, and that is well
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
