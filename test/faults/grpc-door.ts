import {
  type ClientHttp2Session,
  connect,
  constants,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Faults } from './faults.ts';
import type { GrpcFault } from './plan.ts';

/** A proxy in front of the Firestore emulator, for clients that speak gRPC without TLS. */
export interface GrpcDoor {
  /** For FIRESTORE_EMULATOR_HOST. */
  readonly host: string;
  stop(): Promise<void>;
}

/**
 * Requests and answers pass whole: one message goes in, and what comes back is kept until its trailers have come. So
 * calls with a stream of requests (Listen, Write) do not pass; the functions use none.
 */
export async function startGrpcDoor({ to, faults }: { to: string; faults: Faults }): Promise<GrpcDoor> {
  const sessions = new Set<ServerHttp2Session>();
  const server = createServer();
  server.on('session', (session) => {
    sessions.add(session);
    const upstream = connect(`http://${to}`);
    upstream.on('error', () => session.destroy());
    session.on('error', () => {});
    session.on('stream', (stream, headers) => {
      stream.on('error', () => {});
      answer(stream, headers, { session, upstream, faults }).catch(() => reset(stream));
    });
    session.on('close', () => {
      sessions.delete(session);
      upstream.close();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const session of sessions) session.destroy();
      }),
  };
}

interface Between {
  readonly session: ServerHttp2Session;
  readonly upstream: ClientHttp2Session;
  readonly faults: Faults;
}

async function answer(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, between: Between) {
  const { session, upstream, faults } = between;
  const body = await whole(stream);
  const name = String(headers[':path']).split('/').at(-1)!;
  const fault = faults.next('firestore', name) as GrpcFault | undefined;
  if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  const when = fault !== undefined && 'when' in fault ? fault.when : undefined;
  if (when === 'before') return harm(stream, session, fault!);
  const answered = await passOn(upstream, headers, body);
  if (when === 'after') return harm(stream, session, fault!);
  give(stream, answered);
}

function harm(stream: ServerHttp2Stream, session: ServerHttp2Session, fault: GrpcFault): void {
  if (fault.kind === 'hang') return;
  if (fault.kind === 'cut') {
    session.destroy();
    return;
  }
  if (fault.kind === 'reset') {
    reset(stream);
    return;
  }
  const code = fault.kind === 'grpc' ? fault.code : 14;
  stream.respond(
    {
      ':status': 200,
      'content-type': 'application/grpc',
      'grpc-status': String(code),
      'grpc-message': 'person@x.example: injected',
    },
    { endStream: true },
  );
}

function reset(stream: ServerHttp2Stream): void {
  if (!stream.destroyed) stream.close(constants.NGHTTP2_INTERNAL_ERROR);
}

interface Answer {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Absent where the headers were everything. */
  readonly trailers?: IncomingHttpHeaders;
}

function passOn(upstream: ClientHttp2Session, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { ':authority': _, ...rest } = headers;
    const onward = upstream.request(rest, { endStream: false });
    let heard: IncomingHttpHeaders = {};
    let trailers: IncomingHttpHeaders | undefined;
    const chunks: Buffer[] = [];
    onward.on('response', (given) => {
      heard = given;
    });
    onward.on('trailers', (given) => {
      trailers = given;
    });
    onward.on('data', (chunk: Buffer) => chunks.push(chunk));
    onward.on('error', reject);
    onward.on('end', () =>
      resolve({ headers: heard, body: Buffer.concat(chunks), ...(trailers && { trailers }) }),
    );
    onward.end(body);
  });
}

function give(stream: ServerHttp2Stream, { headers, body, trailers }: Answer): void {
  if (stream.destroyed) return;
  if (trailers === undefined) {
    stream.respond(headers, { endStream: true });
    return;
  }
  stream.respond(headers, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers(trailers));
  stream.end(body);
}

async function whole(stream: ServerHttp2Stream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
