import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * An address of this machine that no web page can guess: one of the sixteen million of 127.0.0.0/8, where the system
 * answers to all of them (Linux does); else 127.0.0.1.
 */
export async function hiddenLoopback(): Promise<string> {
  const address = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;
  return (await isOurs(address)) ? address : '127.0.0.1';
}

function isOurs(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(0, address, () => server.close(() => resolve(true)));
  });
}
