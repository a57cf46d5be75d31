import type { ProcessMark } from './process-mark.mjs';

/** What a lock's file says: who holds it, since when (ISO time), and the holder's own notes. */
export interface LockNote {
  holder: ProcessMark;
  since: string;
  [own: string]: unknown;
}

export interface HeldLock {
  /** Gives the lock back; does nothing when it is no longer ours. */
  release(): void;
  /** Replaces the holder's notes; the lock stays held. */
  update(note: Record<string, unknown>): void;
}

/** Takes the lock, or tells who holds it. A lock left by a dead process is taken over. */
export function takeLock(path: string, note?: Record<string, unknown>): HeldLock | { heldBy: LockNote };

/** What the lock's file says, whoever wrote it; undefined when there is none. */
export function readLock(path: string): LockNote | undefined;
