import { connect, createServer, type Server } from 'node:net';

/**
 * Passes a port of 127.0.0.1 on to another, byte for byte, and tells when a client has sent something.
 *
 * The emulator has no word for "something changed". Every change begins with a request, so requests are what
 * asks for a snapshot; an office where nobody does anything exports nothing.
 */
export function startRelay(options: {
  port: number;
  targetPort: number;
  onRequest: () => void;
}): Promise<Server> {
  const server = createServer({ noDelay: true }, (client) => {
    const target = connect({ port: options.targetPort, host: '127.0.0.1', noDelay: true });
    client.on('data', options.onRequest);
    client.pipe(target);
    target.pipe(client);
    client.on('error', () => target.destroy());
    target.on('error', () => client.destroy());
    client.on('close', () => target.destroy());
    target.on('close', () => client.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => resolve(server));
  });
}
