// A process, named so that it cannot be mistaken for another. A pid alone can: after a crash or a reboot the
// same number soon belongs to somebody else. Pid and start time together do not come back.
//
// Plain JavaScript without dependencies, because local/launch.mjs runs it before anything is installed.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @returns {string} the mark of this process */
export function ownMark() {
  return markOf(process.pid) ?? `${process.pid}@unknown`;
}

/** `pid@start time` of a living process; undefined when there is none. A zombie is not living. */
export function markOf(pid) {
  const start = startTime(pid);
  return start === undefined ? undefined : `${pid}@${start}`;
}

/** Is the very process that carried this mark still alive? */
export function isAlive(mark) {
  return markOf(pidOf(mark)) === mark;
}

export function pidOf(mark) {
  return Number.parseInt(mark, 10);
}

/** The parent's pid of a living process; undefined when it cannot be told. */
export function parentOf(pid) {
  const stat = procStat(pid);
  if (stat) return Number(stat[1]);
  return Number(ps(pid, 'ppid=')) || undefined;
}

function startTime(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform === 'win32') return existsOnWindows(pid) ? 'unknown' : undefined;
  if (process.platform !== 'linux') return ps(pid, 'lstart=')?.replaceAll(/\s+/g, '-') || undefined;
  const stat = procStat(pid);
  // Field 22 counts ticks since boot, so the boot belongs to it.
  return stat === undefined || stat[0] === 'Z' || stat[0] === 'X' ? undefined : `${stat[19]}-${bootId()}`;
}

/** The fields of /proc/PID/stat from the third (state) on; the second may hold spaces and parentheses. */
function procStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

let knownBootId;
function bootId() {
  try {
    knownBootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  } catch {
    knownBootId = 'boot';
  }
  return knownBootId;
}

function ps(pid, column) {
  const { status, stdout } = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function existsOnWindows(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
