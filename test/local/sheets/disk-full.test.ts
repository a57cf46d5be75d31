import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SPREADSHEET_TYPE } from '../../../local/sheets/store/file-state.ts';
import { startTestServer } from './test-server.ts';

const OWNER = 'owner@example.vn';
const program = new URL('write-until-killed.ts', import.meta.url).pathname;

/** No file may grow beyond so much: what a full disk says, for one process alone. Blocks of a kilobyte. */
const MOST_BLOCKS = 24;

describe('a disk that is full', () => {
  let dir: string;
  let child: ChildProcess | undefined;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'disk-full-'));
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await rm(dir, { recursive: true, force: true });
  });

  async function serve(): Promise<string> {
    const limited = `ulimit -f ${MOST_BLOCKS}; exec "$0" "$@"`;
    child = spawn('bash', ['-c', limited, process.execPath, program, dir], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const line = await new Promise<Buffer>((resolve) => child!.stdout!.once('data', resolve));
    return line.toString().trim();
  }

  const send = (url: string, method: string, path: string, body: object) =>
    fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${OWNER}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('is told to whoever writes; what was acknowledged is there once there is room again', async () => {
    const url = await serve();
    const made = await send(url, 'POST', '/drive/v3/files', { name: 'Sổ', mimeType: SPREADSHEET_TYPE });
    const { id } = (await made.json()) as { id: string };
    let acknowledged = -1;
    let refusal: Response | undefined;
    for (let row = 0; row < 1000 && refusal === undefined; row++) {
      const range = `A${row + 1}?valueInputOption=RAW`;
      const reply = await send(url, 'PUT', `/v4/spreadsheets/${id}/values/${range}`, {
        values: [[`dòng ${row}`]],
      });
      if (reply.ok) acknowledged = row;
      else refusal = reply;
    }
    expect(refusal?.status).toBeGreaterThanOrEqual(500);
    expect(acknowledged).toBeGreaterThan(20);
    expect(child?.exitCode, 'it goes on serving').toBeNull();
    child?.kill('SIGKILL');

    const server = await startTestServer({ dir });
    const { data } = await server
      .as(OWNER)
      .sheets.spreadsheets.values.get({ spreadsheetId: id, range: 'A:A' });
    await server.end();
    const kept = (data.values ?? []).slice(0, acknowledged + 1).map(([value]) => value);
    expect(kept).toEqual(Array.from({ length: acknowledged + 1 }, (_, row) => `dòng ${row}`));
  });
});
