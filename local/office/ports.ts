import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { Trouble } from './trouble.ts';

const LOOPBACK = '127.0.0.1';

/** A port of 127.0.0.1 that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === undefined) throw new Error('the system has no free port on 127.0.0.1');
  return port;
}

/**
 * The first of so many ports in a row that nobody uses. Below those that systems give to outgoing connections, which
 * take a neighbour at any moment.
 */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = randomInt(FIRST_PORT, LAST_PORT - count);
    const found = await Promise.all(Array.from({ length: count }, (_, i) => tryPort(first + i)));
    if (!found.includes(undefined)) return first;
  }
}

const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;

/** The port itself when it is free; else one clear line that names it and the option that changes it. */
export async function requirePort(port: number, option = '--port'): Promise<number> {
  if ((await tryPort(port)) !== undefined) return port;
  throw new Trouble(
    `Cổng ${port} đang bận: tắt chương trình đang dùng cổng đó, hoặc chọn cổng khác bằng ${option} SỐ.`,
    `Port ${port} is busy: end the program that uses it, or choose another with ${option} NUMBER.`,
  );
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
