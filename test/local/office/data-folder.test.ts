import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDataFolder } from '../../../local/office/data-folder.ts';
import { showFailure } from '../../../local/office/trouble.ts';

const freshFolder = () => mkdtempSync(join(tmpdir(), 'folder-'));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Another process that has the folder open. */
async function openElsewhere(root: string, env: Record<string, string> = {}): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'folder-holder.ts'), [root], {
    env: { ...process.env, ...env },
  });
  children.push(child);
  await once(child, 'message');
  return child;
}

describe('openDataFolder', () => {
  it('finds what was kept, and forgets it when a fresh start is wanted', async () => {
    const root = join(freshFolder(), 'office');
    const first = await openDataFolder(root);
    expect([first.isNew, first.path('sheets', 'a')]).toEqual([true, join(root, 'sheets', 'a')]);
    writeFileSync(first.path('key.pem'), 'secret');
    first.close();

    const second = await openDataFolder(root);
    expect(second.isNew).toBe(false);
    second.close();

    const third = await openDataFolder(root, { fresh: true });
    expect([third.isNew, existsSync(third.path('key.pem'))]).toEqual([true, false]);
    third.close();
  });

  it('says in one line who has it open', async () => {
    const root = freshFolder();
    const other = await openElsewhere(root);
    const failure = await openDataFolder(root).catch(showFailure);
    expect(failure).toContain(`Văn phòng này đang chạy rồi (tiến trình ${other.pid}, từ `);
    expect(failure).toContain(`This office is already running (process ${other.pid}, since 20`);
    expect(String(failure).split('\n')).toHaveLength(1);
  });

  it('waits for an office that is closing', async () => {
    const root = freshFolder();
    const other = await openElsewhere(root);
    other.send('closing');
    await once(other, 'message');
    const opening = openDataFolder(root);
    other.send('close');
    (await opening).close();
  });

  it('waits for an office whose starter was killed, since it is about to end', async () => {
    const root = freshFolder();
    const other = await openElsewhere(root, { DIEN_HINH_STARTERS: '999999999@1-gone' });
    const opening = openDataFolder(root);
    other.kill('SIGKILL');
    (await opening).close();
  });

  it('takes over after a kill', async () => {
    const root = freshFolder();
    const other = await openElsewhere(root);
    other.kill('SIGKILL');
    await once(other, 'exit');
    (await openDataFolder(root)).close();
  });

  it('leaves a folder with other people’s files alone, however fresh a start is wanted', async () => {
    const root = freshFolder();
    writeFileSync(join(root, 'thesis.docx'), 'years of work');
    const failure = await openDataFolder(root, { fresh: true }).catch(showFailure);
    expect(failure).toContain('is not an office');
    expect(readdirSync(root)).toEqual(['thesis.docx']);
  });
});
