import { once } from 'node:events';
import { connect } from 'node:net';

/** Bytes on a socket that no client of ours would write, in turn; a number is a pause for the server to answer. */
export interface RawCase {
  readonly name: string;
  readonly pieces: (head: string) => Iterable<string | Buffer>;
  /** Whether the socket is ended after the last piece: the caller went away. */
  readonly hangUp?: true;
}

const MB = 1_000_000;
const JSON_HEAD = 'Content-Type: application/json\r\n';
const chunk = (bytes: Buffer | string) => `${bytes.length.toString(16)}\r\n${bytes}\r\n`;
const spaces = (megabytes: number) => Array.from({ length: megabytes }, () => Buffer.alloc(MB, ' '));

/** Lengths that lie, bodies of 50 MB, two messages in one, headers without end. `head` has the token and the path. */
export const RAW_CASES: readonly RawCase[] = [
  {
    name: '50 MB announced, none sent',
    pieces: (head) => [`${head}${JSON_HEAD}Content-Length: 50000000\r\n\r\n`],
  },
  {
    name: '50 MB announced and sent',
    pieces: (head) => [`${head}${JSON_HEAD}Content-Length: 50000000\r\n\r\n`, ...spaces(50)],
  },
  {
    name: '50 MB in chunks',
    pieces: (head) => [
      `${head}${JSON_HEAD}Transfer-Encoding: chunked\r\n\r\n`,
      ...spaces(50).map((each) => Buffer.from(chunk(each))),
      '0\r\n\r\n',
    ],
  },
  {
    name: 'cut off',
    pieces: (head) => [`${head}${JSON_HEAD}Content-Length: 100\r\n\r\n{"a":`],
    hangUp: true,
  },
  {
    name: 'length too short',
    pieces: (head) => [`${head}${JSON_HEAD}Content-Length: 2\r\n\r\n{}{"campaign":"X"}`],
  },
  { name: 'negative length', pieces: (head) => [`${head}${JSON_HEAD}Content-Length: -1\r\n\r\n{}`] },
  {
    name: 'length that is no number',
    pieces: (head) => [`${head}${JSON_HEAD}Content-Length: 1e9\r\n\r\n{}`],
  },
  {
    name: 'two lengths',
    pieces: (head) => [`${head}${JSON_HEAD}Content-Length: 2\r\nContent-Length: 20\r\n\r\n{}`],
  },
  {
    name: 'length and chunks',
    pieces: (head) => [`${head}${JSON_HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  },
  {
    name: 'chunk without end',
    pieces: (head) => [`${head}${JSON_HEAD}Transfer-Encoding: chunked\r\n\r\nfffffffff\r\n{}`],
    hangUp: true,
  },
  {
    name: 'chunk of no size',
    pieces: (head) => [`${head}${JSON_HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
  },
  {
    name: 'unknown transfer',
    pieces: (head) => [`${head}${JSON_HEAD}Transfer-Encoding: gzip\r\n\r\n{}`],
  },
  { name: 'endless header', pieces: (head) => [`${head}X-Long: ${'x'.repeat(100_000)}\r\n\r\n`] },
  {
    name: 'many headers',
    pieces: (head) => [head, Array.from({ length: 3000 }, (_, i) => `X-${i}: y\r\n`).join(''), '\r\n'],
  },
  { name: 'NUL in a header', pieces: (head) => [`${head}X-Nul: a\u0000b\r\n\r\n`] },
  {
    name: 'waits to be told to go on',
    pieces: (head) => [`${head}${JSON_HEAD}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n`, '{}'],
  },
  {
    name: 'upgrade',
    pieces: (head) => [`${head}Connection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 0\r\n\r\n`],
  },
];

/** Other paths than the functions', after which nothing may be the matter either. */
export const ODD_PATHS: readonly string[] = [
  ...[
    '/',
    '//',
    '/submit-form/',
    '//submit-form',
    '/submit-form//',
    '/../submit-form',
    '/submit-form/../log',
  ],
  ...[
    '/submit-form%2f',
    '/submit%2dform',
    '/%',
    '/%zz',
    '/%ff',
    '/%00',
    '/submit-form%00',
    '/SUBMIT-FORM',
    '/submit-form;x',
  ],
  ...[
    '/__proto__',
    '/constructor',
    '/toString',
    '/api',
    '/api/submit-form',
    '/favicon.ico',
    '/robots.txt',
    '/.git/config',
  ],
  ...[
    '/.env',
    '/node_modules/',
    '/index.mjs',
    'http://evil.example/submit-form',
    '*',
    `/${'x'.repeat(7000)}`,
    '/?'.repeat(500),
  ],
];

/** The status that comes back, 0 where the connection ends without one. Never waits longer than `withinMs`. */
export function sendRaw(
  { port, head, withinMs = 20_000 }: { port: number; head: string; withinMs?: number },
  { pieces, hangUp }: RawCase,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1').setMaxListeners(200);
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    };
    const timer = setTimeout(done, withinMs);
    socket.on('error', done);
    socket.on('close', done);
    socket.on('data', (bytes: Buffer) => {
      text = (text + bytes.toString('utf8')).replace(/^HTTP\/1\.1 100[^\n]*\n\r\n/, '');
      if (/^HTTP\/1\.1 [2-5]\d{2}[\s\S]*\r\n\r\n/.test(text)) done();
    });
    socket.on('connect', async () => {
      for (const piece of pieces(head)) {
        if (socket.destroyed) return;
        if (!socket.write(piece))
          await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => {});
      }
      if (hangUp) socket.end();
    });
  });
}
