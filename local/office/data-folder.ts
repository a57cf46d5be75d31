// Where a local office keeps everything: Firestore's snapshots, the sheets, the signing key, the logs.
//
//   const folder = await openDataFolder('.office', { fresh: false });
//   folder.path('sheets')       // …/.office/sheets
//   folder.close();             // the last thing a stopping office does
//
// One office at a time. An office that is just stopping, or whose starter was killed, is waited for.

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endLeftover } from '../firestore/leftover.ts';
import { type HeldLock, type LockNote, takeLock } from './lock-file.mjs';
import { isAlive, pidOf } from './process-mark.mjs';
import { starters } from './starters.ts';
import { Trouble } from './trouble.ts';

export interface DataFolder {
  root: string;
  /** A path inside it. */
  path(...parts: string[]): string;
  /** True when nothing was kept from an earlier start. */
  isNew: boolean;
  /** Says that this office is about to end, so that the next start waits instead of giving up. */
  closing(): void;
  /** Gives the folder back. */
  close(): void;
}

/** Tells a folder of ours from somebody's documents, before anything in it is deleted. */
const MARKER = 'office.json';
const LOCK = 'office.lock';
const NOT_DATA = /^(office\.json|office\.lock.*|install\.lock.*)$/;
const STOPPING_MS = 20_000;
const LOOK_MS = 50;

/** @throws Trouble when another office uses it, or when it is somebody else's folder. */
export async function openDataFolder(dir: string, { fresh = false } = {}): Promise<DataFolder> {
  const root = resolve(dir);
  mkdirSync(root, { recursive: true });
  refuseForeign(root);
  const lock = await takeOfficeLock(join(root, LOCK));
  if (fresh) await empty(root);
  writeFileSync(join(root, MARKER), `${JSON.stringify({ what: 'dien-hinh local office', version: 1 })}\n`);
  return {
    root,
    path: (...parts) => join(root, ...parts),
    isNew: dataIn(root).length === 0,
    closing: () => lock.update({ starters: starters(), closing: true }),
    close: () => lock.release(),
  };
}

async function takeOfficeLock(path: string): Promise<HeldLock> {
  const note = { starters: starters() };
  for (let waited = 0; ; waited += LOOK_MS) {
    const lock = takeLock(path, note);
    if (!('heldBy' in lock)) return lock;
    if (!isEnding(lock.heldBy) || waited >= STOPPING_MS) throw alreadyRunning(lock.heldBy);
    await pause(LOOK_MS);
  }
}

/** It said so, or whoever started it is gone: it will notice within a moment. */
function isEnding({ closing, starters: marks }: LockNote): boolean {
  return closing === true || (Array.isArray(marks) && !marks.map(String).every(isAlive));
}

function alreadyRunning({ holder, since }: LockNote): Trouble {
  const at = new Date(since);
  return new Trouble(
    `Văn phòng này đang chạy rồi (tiến trình ${pidOf(holder)}, từ ${at.toLocaleString('vi-VN')}); hãy dùng cửa sổ đó, hoặc chọn thư mục khác bằng --data THƯ_MỤC.`,
    `This office is already running (process ${pidOf(holder)}, since ${at.toISOString()}): use that one, or another folder with --data DIR.`,
  );
}

function refuseForeign(root: string): void {
  if (existsSync(join(root, MARKER)) || dataIn(root).length === 0) return;
  throw new Trouble(
    `Thư mục ${root} đang chứa tệp khác, không phải dữ liệu của văn phòng; hãy chọn thư mục trống bằng --data.`,
    `${root} holds other files and is not an office's data folder: choose an empty one with --data.`,
  );
}

async function empty(root: string): Promise<void> {
  await endLeftover(join(root, 'firestore.json'));
  for (const name of dataIn(root)) rmSync(join(root, name), { recursive: true, force: true });
}

const dataIn = (root: string) => readdirSync(root).filter((name) => !NOT_DATA.test(name));
