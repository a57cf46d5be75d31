// A lock that one living process holds: a file with the holder's process mark (and whatever it wants others to
// know). It appears whole or not at all, and a lock left by a dead process is taken over.
//
// Plain JavaScript without dependencies, because local/launch.mjs runs it before anything is installed.

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, ownMark } from './process-mark.mjs';

/**
 * Takes the lock, or tells who holds it.
 *
 * @param {string} path
 * @param {object} note kept in the file for others to read
 * @returns {{release: () => void, update: (note: object) => void} | {heldBy: object}}
 */
export function takeLock(path, note = {}) {
  const draft = `${path}.${process.pid}`;
  const content = (own) => JSON.stringify({ holder: ownMark(), since: new Date().toISOString(), ...own });
  writeFileSync(draft, content(note));
  try {
    for (;;) {
      // link() is the one atomic "create with this content, unless somebody was first".
      if (tried(() => linkSync(draft, path), 'EEXIST')) {
        return { release: () => release(path), update: (next) => replace(path, content(next)) };
      }
      const held = readLock(path);
      if (held && isAlive(held.holder)) return { heldBy: held };
      if (held) removeStale(path, held);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What the lock's file says, whoever wrote it; undefined when there is none. */
export function readLock(path) {
  try {
    const lock = JSON.parse(readFileSync(path, 'utf8'));
    return { ...lock, holder: String(lock.holder) };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return { holder: '', since: '' };
    throw error;
  }
}

/**
 * Two may find the same stale lock. Moving it aside decides between them, and whoever moved a fresh lock by
 * mistake puts it back.
 */
function removeStale(path, stale) {
  const aside = `${path}.stale.${process.pid}`;
  if (!tried(() => renameSync(path, aside), 'ENOENT')) return;
  const moved = readLock(aside);
  if (moved && moved.holder !== stale.holder) tried(() => linkSync(aside, path), 'EEXIST');
  rmSync(aside, { force: true });
}

function release(path) {
  if (readLock(path)?.holder === ownMark()) rmSync(path, { force: true });
}

function replace(path, content) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** True when it worked, false when it failed with this code. */
function tried(action, code) {
  try {
    action();
    return true;
  } catch (error) {
    if (error.code === code) return false;
    throw error;
  }
}
