import { connect, createServer, type Server } from 'node:net';

/**
 * Passes a port of 127.0.0.1 on to another, byte for byte, and tells when a client has been answered.
 *
 * The emulator has no word for "something changed". Every change is acknowledged, so answers are what asks for a
 * snapshot; an office where nobody does anything exports nothing. (Not requests: an export that begins between a
 * request and its commit would pass for one that holds it.)
 */
export function startRelay(options: {
  port: number;
  targetPort: number;
  onAnswer: () => void;
}): Promise<Server> {
  const server = createServer({ noDelay: true }, (client) => {
    const target = connect({ port: options.targetPort, host: '127.0.0.1', noDelay: true });
    target.on('data', options.onAnswer);
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
