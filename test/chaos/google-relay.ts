import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fate } from './kill-point.ts';

export interface GoogleRelay {
  readonly url: string;
  stop(): Promise<void>;
}

export interface GoogleRelayOptions {
  /** Where Sheets and Drive are now: another address after each restart. */
  readonly target: () => string;
  /** Asked for each call that writes. */
  readonly fateOf: () => Fate;
  readonly kill: () => Promise<boolean>;
}

/** Between the functions and the Sheets and Drive server: the calls that write are counted, and may be the last. */
export async function startGoogleRelay(options: GoogleRelayOptions): Promise<GoogleRelay> {
  const server = createServer((request, response) => {
    passOn(request, response, options).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { target, fateOf, kill }: GoogleRelayOptions,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const fate = request.method === 'GET' ? 'pass' : fateOf();
  if (fate === 'before') return die(response, kill);
  const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
  const answer = await fetch(`${target()}${request.url}`, {
    method: request.method!,
    headers: headers as Record<string, string>,
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (fate === 'after') return die(response, kill);
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
  response.end(body);
}

async function die(response: ServerResponse, kill: () => Promise<boolean>): Promise<void> {
  await kill();
  response.destroy();
}
