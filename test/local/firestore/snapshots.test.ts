import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { latestSnapshots, Snapshots } from '../../../local/firestore/snapshots.ts';
import { until } from '../../support/until.ts';

// An emulator's export that the test lets end when it likes; kept.test.ts has the real one.
async function exporting() {
  const waiting: { directory: string; answer: ServerResponse }[] = [];
  const server = createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    waiting.push({ directory: JSON.parse(Buffer.concat(chunks).toString()).export_directory, answer });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const folder = mkdtempSync(join(tmpdir(), 'snapshots-'));
  const open = (everyMs: number) => {
    const { port } = server.address() as AddressInfo;
    return new Snapshots({ folder, projectId: 'p', host: `127.0.0.1:${port}`, everyMs });
  };
  const end = async (status = 200) => {
    await until('an export is asked for', () => waiting.length > 0);
    const { directory, answer } = waiting.shift()!;
    writeFileSync(join(directory, 'export'), '');
    answer.writeHead(status).end('{}');
  };
  return { folder, open, end, waiting };
}

const NEVER = 600_000;

it('exports again for what came while an export was running', async () => {
  const { folder, open, end, waiting } = await exporting();
  const snapshots = open(NEVER);
  snapshots.touch();
  const first = snapshots.flush();
  await until('the export runs', () => waiting.length === 1);
  snapshots.touch();
  const second = snapshots.flush();
  await end();
  expect((await first)?.number).toBe(1);
  await end();
  expect((await second)?.number).toBe(2);
  expect((await snapshots.flush())?.number).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(['000001', '000002']);
});

it('takes one by itself some time after something happened', async () => {
  const { open, end } = await exporting();
  const snapshots = open(1);
  const completed = new Promise((resolve) => snapshots.once('completed', ({ number }) => resolve(number)));
  snapshots.touch();
  await end();
  expect(await completed).toBe(1);
});

it('takes none where a flush was quicker: it would still run when the emulator is ended', async () => {
  const { folder, open, end, waiting } = await exporting();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  const snapshots = open(NEVER);
  snapshots.touch();
  const flushed = snapshots.flush();
  await end();
  await flushed;
  vi.advanceTimersByTime(NEVER);
  await snapshots.close();
  expect(waiting).toEqual([]);
  expect(readdirSync(folder)).toEqual(['000001']);
});

it('says that an export failed, leaves no snapshot of it, and works again', async () => {
  const { folder, open, end } = await exporting();
  const snapshots = open(NEVER);
  snapshots.touch();
  const failed = expect(snapshots.flush()).rejects.toThrow('export answered 500');
  await end(500);
  await failed;
  expect(latestSnapshots(folder)).toEqual([]);
  const again = snapshots.flush();
  await end();
  expect((await again)?.number).toBe(1);
});

it('goes on from what an earlier office left, without its unfinished export', async () => {
  const { folder, open, end } = await exporting();
  for (const name of ['000007', '000008', '000009.partial']) mkdirSync(join(folder, name));
  const snapshots = open(NEVER);
  expect((await snapshots.flush())?.number).toBe(8);
  snapshots.touch();
  const closing = snapshots.close();
  await end();
  await closing;
  expect(readdirSync(folder).sort()).toEqual(['000008', '000009']);
});
