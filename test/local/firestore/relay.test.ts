import { once } from 'node:events';
import { connect } from 'node:http2';
import { type AddressInfo, createServer, connect as plainly, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { hiddenLoopback } from '../../../local/firestore/hidden-loopback.ts';
import { startRelay } from '../../../local/firestore/relay.ts';
import { until } from '../../support/until.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** An emulator that says what it was told, behind a relay. */
async function relayed(): Promise<{ port: number; heard: () => string }> {
  let heard = '';
  const emulator = createServer((socket) =>
    socket
      .on('error', () => {})
      .on('data', (chunk) => {
        heard += chunk.toString('latin1');
      }),
  );
  const host = await hiddenLoopback();
  await new Promise<void>((resolve) => emulator.listen(0, host, resolve));
  const { port } = emulator.address() as AddressInfo;
  const relay = await startRelay({ port: 0, target: { host, port }, onAnswer: () => {} });
  open.push(emulator, relay);
  return { port: (relay.address() as AddressInfo).port, heard: () => heard };
}

async function say(port: number, ...texts: readonly string[]): Promise<string> {
  const socket = plainly(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += String(chunk);
  });
  socket.on('error', () => {});
  for (const text of texts) await new Promise((resolve) => socket.write(text, resolve));
  await once(socket, 'close');
  return answer;
}

describe('the way to the emulator', () => {
  it('is closed to HTTP/1.1, which web pages of any site speak: not a byte gets through', async () => {
    const { port, heard } = await relayed();
    for (const text of [
      'GET /v1/projects/p/databases/(default)/documents/campaigns HTTP/1.1\r\nAuthorization: Bearer owner\r\n\r\n',
      'OPTIONS / HTTP/1.1\r\n\r\n',
      'POST /emulator/v1/projects/p:export HTTP/1.1\r\n\r\n',
      'PRI * HTTP/1.1\r\n\r\n',
      'PUT / HTTP/1.1\r\n\r\n',
    ])
      expect([text, await say(port, text)]).toEqual([text, expect.stringContaining('403 Forbidden')]);
    expect(await say(port, 'P', 'OST / HTTP/1.1\r\n\r\n')).toContain('403 Forbidden');
    expect(heard()).toBe('');
  });

  it('is open to HTTP/2, also where its first words come one by one', async () => {
    const { port, heard } = await relayed();
    const session = connect(`http://127.0.0.1:${port}`);
    session.on('error', () => {});
    await until('the first words came', () => heard().startsWith('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'));
    session.destroy();
    const socket = plainly(port, '127.0.0.1');
    for (const letter of 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nbytes') socket.write(letter);
    await until('all came', () => heard().endsWith('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nbytes'));
    socket.destroy();
  });
});

it('an address that nobody can guess is another one each time', async () => {
  const [one, other] = await Promise.all([hiddenLoopback(), hiddenLoopback()]);
  expect([one, other]).toEqual([expect.stringMatching(/^127\./), expect.stringMatching(/^127\./)]);
  if (process.platform === 'linux') expect(one).not.toBe(other);
});
