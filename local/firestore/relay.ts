import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Passes a port of 127.0.0.1 on to the emulator, byte for byte, and tells when a client has been answered.
 *
 * The emulator has no word for "something changed". Every change is acknowledged, so answers are what asks for a
 * snapshot; an office where nobody does anything exports nothing. (Not requests: an export that begins between a
 * request and its commit would pass for one that holds it.)
 *
 * Only what begins as HTTP/2 does is passed on, which Google's clients speak and no web page can without TLS: to
 * HTTP/1.1 the emulator answers whatever a page of any site asks, as the owner of everything if it says so.
 */
export function startRelay(options: {
  port: number;
  target: { readonly host: string; readonly port: number };
  onAnswer: () => void;
}): Promise<Server> {
  const server = createServer({ noDelay: true }, (client) => {
    client.on('error', () => client.destroy());
    hearHttp2(client, () => passOn(client, options));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => resolve(server));
  });
}

/** What every client of HTTP/2 says first (RFC 9113, 3.4). */
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const REFUSAL = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

function hearHttp2(client: Socket, pass: () => void): void {
  let heard: Buffer = Buffer.alloc(0);
  const listen = (chunk: Buffer): void => {
    heard = Buffer.concat([heard, chunk]);
    const length = Math.min(heard.length, PREFACE.length);
    const isSo = heard.subarray(0, length).equals(PREFACE.subarray(0, length));
    if (isSo && length < PREFACE.length) return;
    client.off('data', listen);
    client.pause();
    if (!isSo) return void client.end(REFUSAL, () => client.destroy());
    client.unshift(heard);
    pass();
  };
  client.on('data', listen);
}

function passOn(
  client: Socket,
  { target: { host, port }, onAnswer }: Parameters<typeof startRelay>[0],
): void {
  const target = connect({ host, port, noDelay: true });
  target.on('data', onAnswer);
  client.pipe(target);
  target.pipe(client);
  client.on('error', () => target.destroy());
  target.on('error', () => client.destroy());
  client.on('close', () => target.destroy());
  target.on('close', () => client.destroy());
}
