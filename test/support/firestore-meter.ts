import { once } from 'node:events';
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  constants,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { type ProtoField, protoFields } from './proto-fields.ts';
import { until } from './until.ts';

/** One call that a client of Firestore made, with the documents it read or wrote, as Google would bill them. */
export interface FirestoreCall {
  /** "BatchGetDocuments", "RunQuery", "RunAggregationQuery", "Commit", "BatchWrite", "BeginTransaction", "Rollback". */
  readonly method: string;
  /** Below …/documents/, of each document found or missing; a query that finds nothing is one read of "(query)". */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** Stands between a client and the emulator, passes everything on, and tells what it cost. */
export interface FirestoreMeter {
  /** For FIRESTORE_EMULATOR_HOST. */
  readonly host: string;
  /** Every call since it was last taken. */
  take(): readonly FirestoreCall[];
  /** The same once no call is under way: an answer is there a moment before its call is counted. */
  takeAll(): Promise<readonly FirestoreCall[]>;
  stop(): Promise<void>;
}

/** Speaks HTTP/2 without TLS, as the emulator and Google's client do with each other. */
export async function startFirestoreMeter(emulatorHost: string): Promise<FirestoreMeter> {
  let calls: FirestoreCall[] = [];
  let underWay = 0;
  const sessions = new Set<{ destroy(): void }>();
  const server = createServer();
  server.on('session', (client) => {
    const emulator = connect(`http://${emulatorHost}`);
    for (const session of [client, emulator]) sessions.add(session);
    emulator.on('error', () => client.destroy());
    client.on('close', () => emulator.destroy());
    client.on('stream', (stream, headers) => {
      underWay += 1;
      passOn(emulator, stream, headers, (call) => {
        calls.push(call);
        underWay -= 1;
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const take = () => {
    const taken = calls;
    calls = [];
    return taken;
  };
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    take,
    async takeAll() {
      await until('no call is under way', () => underWay === 0);
      return take();
    },
    async stop() {
      for (const session of sessions) session.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function passOn(
  emulator: ClientHttp2Session,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  tell: (call: FirestoreCall) => void,
): void {
  const method = String(headers[':path']).split('/').at(-1) ?? '';
  const asked = new Messages();
  const answered = new Messages();
  const request = emulator.request(headers, { endStream: false });
  stream.on('data', (chunk: Buffer) => asked.add(chunk));
  request.on('data', (chunk: Buffer) => answered.add(chunk));
  stream.pipe(request);
  passBack(request, stream);
  stream.on('close', () => {
    request.close(stream.rstCode);
    tell({ method, reads: readsOf(method, answered.all), writes: writesOf(method, asked.all) });
  });
  stream.on('error', () => request.close(constants.NGHTTP2_CANCEL));
  request.on('error', () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
}

/** An answer's headers, data and trailers; where there are trailers alone they come as headers that end the stream. */
function passBack(request: ClientHttp2Stream, stream: ServerHttp2Stream): void {
  let trailers: IncomingHttpHeaders = {};
  request.on('response', (headers, flags) => {
    if (stream.destroyed) return;
    if (flags & constants.NGHTTP2_FLAG_END_STREAM) stream.respond(headers, { endStream: true });
    else {
      stream.respond(headers, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers(trailers));
      request.pipe(stream);
    }
  });
  request.on('trailers', (found) => {
    trailers = found;
  });
}

/** gRPC puts five bytes before each message: whether it is compressed (it never is here), and its length. */
class Messages {
  #rest = Buffer.alloc(0);
  readonly all: Buffer[] = [];

  add(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= 5) {
      const end = 5 + this.#rest.readUInt32BE(1);
      if (this.#rest.length < end) return;
      this.all.push(Buffer.from(this.#rest.subarray(5, end)));
      this.#rest = this.#rest.subarray(end);
    }
  }
}

// The numbers below are those of google/firestore/v1/firestore.proto and write.proto.

function readsOf(method: string, answers: readonly Buffer[]): readonly string[] {
  const fields = answers.map(protoFields);
  switch (method) {
    case 'BatchGetDocuments':
      return fields.flatMap((answer) => [
        ...values(answer, 1).map((document) => pathOf(values(protoFields(document), 1)[0])),
        ...values(answer, 2).map(pathOf),
      ]);
    case 'RunQuery': {
      const found = fields.flatMap((answer) => values(answer, 1));
      return found.length === 0
        ? [QUERY]
        : found.map((document) => pathOf(values(protoFields(document), 1)[0]));
    }
    case 'RunAggregationQuery':
      return [QUERY]; // one for each thousand entries of the index
    default:
      return [];
  }
}

const QUERY = '(query)';

function writesOf(method: string, questions: readonly Buffer[]): readonly string[] {
  if (method !== 'Commit' && method !== 'BatchWrite') return [];
  return questions.flatMap((question) => values(protoFields(question), 2).map(writtenIn));
}

/** update: a document; delete: its name. Transforms stand in the update they belong to. */
function writtenIn(write: Buffer): string {
  const fields = protoFields(write);
  const [document] = values(fields, 1);
  if (document !== undefined) return pathOf(values(protoFields(document), 1)[0]);
  return pathOf(values(fields, 2)[0]);
}

function values(fields: readonly ProtoField[], number: number): readonly Buffer[] {
  return fields.filter((field) => field.number === number).map(({ bytes }) => bytes);
}

function pathOf(name: Buffer | undefined): string {
  return String(name).split('/documents/')[1] ?? '?';
}
