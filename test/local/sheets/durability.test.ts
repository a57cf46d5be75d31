import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newSpreadsheet } from '../../../local/sheets/spreadsheets/new-spreadsheet.ts';
import { type FileState, SPREADSHEET_TYPE } from '../../../local/sheets/store/file-state.ts';
import { FileStore } from '../../../local/sheets/store/file-store.ts';
import { startTestServer } from './test-server.ts';

const OWNER = 'owner@example.vn';
const program = new URL('write-until-killed.ts', import.meta.url).pathname;

describe('what was acknowledged', () => {
  let dir: string;
  let child: ChildProcess | undefined;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'durable-'));
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await rm(dir, { recursive: true, force: true });
  });

  /** Starts the server, gives its address. */
  async function serve(): Promise<string> {
    child = spawn(process.execPath, [program, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await new Promise<Buffer[]>((resolve) =>
      child!.stdout!.once('data', (data: Buffer) => resolve([data])),
    );
    return line!.toString().trim();
  }

  async function send(
    url: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<Record<string, never>> {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${OWNER}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as never;
  }

  it.each([1, 2, 3, 4, 5])('is there after a kill in the middle of writing (%i)', async (seed) => {
    const url = await serve();
    const files: string[] = [];
    for (let i = 0; i < 3; i++)
      files.push(
        (await send(url, 'POST', '/drive/v3/files', { name: `Sổ ${i}`, mimeType: SPREADSHEET_TYPE })).id!,
      );
    const acknowledged = new Map<string, number>();
    const killAfter = 40 + 37 * seed;
    let written = 0;
    // Four writers per file at once; each writes its own column downwards, some by batchUpdate.
    const writer = async (file: string, column: number) => {
      for (let row = 0; ; row++) {
        try {
          if (row % 3 === 0) {
            const start = { rowIndex: row, columnIndex: column };
            const rows = [{ values: [{ userEnteredValue: { numberValue: row } }] }];
            await send(url, 'POST', `/v4/spreadsheets/${file}:batchUpdate`, {
              requests: [{ updateCells: { start, rows, fields: 'userEnteredValue' } }],
            });
          } else {
            const range = `R${row + 1}C${column + 1}`;
            await send(url, 'PUT', `/v4/spreadsheets/${file}/values/${range}?valueInputOption=RAW`, {
              values: [[row]],
            });
          }
        } catch {
          return;
        }
        acknowledged.set(`${file} ${column}`, row);
        if (++written === killAfter) child!.kill('SIGKILL');
      }
    };
    await Promise.all(files.flatMap((file) => [0, 1, 2, 3].map((column) => writer(file, column))));
    expect(written).toBeGreaterThanOrEqual(killAfter);

    const server = await startTestServer({ dir });
    const lost: string[] = [];
    for (const file of files) {
      const { data } = await server.as(OWNER).sheets.spreadsheets.values.get({
        spreadsheetId: file,
        range: 'A:D',
        majorDimension: 'COLUMNS',
        valueRenderOption: 'UNFORMATTED_VALUE',
      });
      [0, 1, 2, 3].forEach((column) => {
        const last = acknowledged.get(`${file} ${column}`) ?? -1;
        for (let row = 0; row <= last; row++)
          if (data.values?.[column]?.[row] !== row) lost.push(`${file} ${column} ${row}`);
      });
    }
    await server.end();
    expect(lost).toEqual([]);
  });

  const state = (id: string, title: string): FileState => ({
    meta: {
      id,
      name: title,
      mimeType: SPREADSHEET_TYPE,
      parents: [],
      appProperties: {},
      properties: {},
      trashed: false,
      starred: false,
      createdTime: '',
      modifiedTime: '',
      lastModifyingUser: OWNER,
    },
    permissions: [],
    spreadsheet: newSpreadsheet({ title }),
  });

  it('survives a line that was torn in the middle, and goes on after it', async () => {
    const store = await FileStore.open(dir);
    store.create(state('one', 'Một'), OWNER);
    store.replace(
      { ...store.get('one')!, permissions: [{ id: '1', type: 'anyone', role: 'reader' }] },
      OWNER,
    );
    await store.close();
    await appendFile(join(dir, 'one.jsonl'), '{"revision":3,"by":"x","patch":{"permiss');
    await writeFile(join(dir, 'two.jsonl'), '{"revision":1,"snap');
    const again = await FileStore.open(dir);
    expect(again.list()).toEqual(store.list());
    again.replace({ ...again.get('one')!, permissions: [] }, OWNER);
    await again.close();
    const last = await FileStore.open(dir);
    expect(last.get('one')!.permissions).toEqual([]);
    expect(last.revision('one')).toBe(3);
  });

  it('names the file when a line in the middle cannot be read', async () => {
    const store = await FileStore.open(dir);
    store.create(state('one', 'Một'), OWNER);
    await store.close();
    await appendFile(join(dir, 'one.jsonl'), 'rubbish\n{}\n');
    await expect(FileStore.open(dir)).rejects.toThrow(`${join(dir, 'one.jsonl')}: line 2 cannot be read`);
  });

  it('is kept when the journal is rewritten, which keeps it short', async () => {
    const store = await FileStore.open(dir);
    store.create(state('one', 'Một'), OWNER);
    const note = 'x'.repeat(2000);
    for (let i = 0; i < 1200; i++) {
      const file = store.get('one')!;
      const meta = { ...file.meta, description: note + i };
      store.replace({ ...file, meta }, OWNER);
      if (i % 7 === 0) await store.settled('one');
    }
    await store.close();
    expect((await stat(join(dir, 'one.jsonl'))).size).toBeLessThan(1_100_000);
    const again = await FileStore.open(dir);
    expect(again.list()).toEqual(store.list());
    expect(again.revision('one')).toBe(1201);
  });

  it('is told to listeners, in order, with who did it, when it is on disk', async () => {
    const store = await FileStore.open(dir);
    const heard: string[] = [];
    const stop = store.onChange(({ spreadsheetId, revision, by }) =>
      heard.push(`${spreadsheetId} ${revision} ${by}`),
    );
    store.create(state('one', 'Một'), OWNER);
    store.replace({ ...store.get('one')!, permissions: [] }, 'other@example.vn');
    await store.close();
    stop();
    expect(heard).toEqual([`one 1 ${OWNER}`, 'one 2 other@example.vn']);
    expect((await readFile(join(dir, 'one.jsonl'), 'utf8')).split('\n').length).toBe(3);
  });

  it('is gone for good when its file is deleted', async () => {
    const store = await FileStore.open(dir);
    store.create(state('one', 'Một'), OWNER);
    await store.settled('one');
    await store.remove('one');
    expect(await readdir(dir)).toEqual([]);
  });
});
