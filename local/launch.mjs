// The one door of every command: makes sure that what package-lock.json asks for is installed, then runs the
// given script on the project's own Node.
//
//   node local/launch.mjs local/start.ts --once     runs a script with its arguments
//   node local/launch.mjs --checks                  types (tsc), format and lint (biome)
//
// It runs on the Node of a bare machine (20 is enough) before anything is installed: plain JavaScript, nothing
// but Node's own modules. Whatever it has to say goes to stderr, so that a script's output can be piped.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './office/lock-file.mjs';
import { isAlive, markOf, ownMark, parentOf } from './office/process-mark.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = '22.18.0'; // the first that runs TypeScript without a flag
const WATCH_MS = 250;
/** Signals of one key press arrive by several ways (terminal, npm, timeout) within a few milliseconds. */
const SAME_PRESS_MS = 500;

const CHECKS = [
  ['node_modules/typescript/bin/tsc', '-p', '.'],
  ['node_modules/typescript/bin/tsc', '-p', 'local/page/client'], // runs in a browser
  ['node_modules/typescript/bin/tsc', '-p', 'sheets-addon'], // runs in Apps Script
  ['node_modules/typescript/bin/tsc', '-p', 'sheets-addon/src/sidebar'], // runs in a browser
  ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
];

await main(process.argv.slice(2));

async function main(args) {
  if (args.length === 0) giveUp('launch.mjs: which script?');
  await install();
  const node = chooseNode();
  const commands = args[0] === '--checks' ? CHECKS.map((check) => [...check, ...args.slice(1)]) : [args];
  const starters = findStarters();
  let exitCode = 0;
  for (const command of commands) exitCode ||= await run(node, command, starters);
  process.exitCode = exitCode;
}

/** `npm ci` when node_modules is not what package-lock.json says; one at a time. */
async function install() {
  if (isInstalled()) return;
  mkdirSync(join(ROOT, '.office'), { recursive: true });
  const lockPath = join(ROOT, '.office', 'install.lock');
  let lock = takeLock(lockPath);
  if ('heldBy' in lock) say('Đang chờ một lần cài đặt khác xong… / Waiting for another installation to end…');
  while ('heldBy' in lock) {
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
    lock = takeLock(lockPath);
  }
  try {
    if (isInstalled()) return; // the other one did it
    say('Đang cài các gói phụ thuộc (khoảng nửa phút)… / Installing the dependencies (about half a minute)…');
    const startedAt = performance.now();
    const failure = await npmCi();
    if (failure || !isInstalled()) {
      lock.release();
      giveUp(
        'Không cài được các gói phụ thuộc; xem lỗi của npm ở trên rồi chạy lại. / ' +
          `npm ci failed (${failure ?? 'node_modules still differs from package-lock.json'}): see its output above, then try again.`,
      );
    }
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    say(`Đã cài xong sau ${seconds} giây. / Installed in ${seconds} s.`);
  } finally {
    lock.release();
  }
}

/**
 * npm writes node_modules/.package-lock.json as its last step, so it tells what is really there, whoever
 * installed it. Packages for other systems are optional and may be absent.
 */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted) giveUp('Thiếu tệp package-lock.json. / package-lock.json is missing.');
  if (!present) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === version && found.integrity === integrity : optional === true;
  });
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(join(ROOT, lockFile), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @returns {Promise<string | undefined>} what went wrong */
function npmCi() {
  // The Node that npm runs on may be older than some packages want; what we run gets the project's own, so its warnings mislead.
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const viaNpm = process.env.npm_execpath; // under `npm run`: the very npm that started us
  const [command, ...first] = viaNpm?.endsWith('.js') ? [process.execPath, viaNpm] : ['npm'];
  return new Promise((resolve) => {
    const npm = spawn(command, [...first, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    npm.once('error', (error) => resolve(error.message));
    npm.once('exit', (code, signal) => resolve(code === 0 ? undefined : `exit ${code ?? signal}`));
  });
}

/** The Node that came with the dependencies, else this one when it is new enough. */
function chooseNode() {
  const own = join(ROOT, 'node_modules', '.bin', 'node');
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  if (isAtLeast(process.versions.node, OLDEST_NODE)) return process.execPath;
  giveUp(
    `Cần Node ${OLDEST_NODE} trở lên (máy có ${process.versions.node}); hãy cài Node 24. / ` +
      `Node ${OLDEST_NODE} or later is needed (this is ${process.versions.node}): install Node 24 from https://nodejs.org`,
  );
}

function isAtLeast(version, least) {
  const [major, minor] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = least.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/**
 * Runs one command and answers with its exit code.
 *
 * The child gets a process group of its own: Ctrl-C in a terminal goes to a whole group and npm passes it on
 * again, so a child in our group would see one key press two or three times. This way only we pass it on, once.
 */
function run(node, args, starters) {
  const child = spawn(node, args, {
    cwd: ROOT,
    stdio: 'inherit',
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      PATH: `${join(ROOT, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
      DIEN_HINH_STARTERS: [ownMark(), ...starters].join(','),
    },
  });
  const passOn = oncePerPress((signal) => child.kill(signal));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn);
  const watch = setInterval(() => {
    if (starters.every(isAlive)) return;
    clearInterval(watch);
    passOn('SIGTERM');
  }, WATCH_MS);
  watch.unref();

  return new Promise((resolve) => {
    child.once('error', (error) => giveUp(`${node}: ${error.message}`));
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
      if (signal) process.kill(process.pid, signal); // die as the child died
      resolve(code ?? 1);
    });
  });
}

function oncePerPress(passOn) {
  const lastAt = new Map();
  return (signal) => {
    const now = Date.now();
    if (now - (lastAt.get(signal) ?? Number.NEGATIVE_INFINITY) > SAME_PRESS_MS) passOn(signal);
    lastAt.set(signal, now);
  };
}

/**
 * The processes whose end is ours too: under `npm run`, npm and the shell it put between. `kill NPM` ends only
 * these two (the shell does not pass the signal on), so we look after them.
 */
function findStarters() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return [];
  const shell = process.ppid;
  const npm = parentOf(shell);
  return [shell, npm].map((pid) => (pid > 1 ? markOf(pid) : undefined)).filter(Boolean);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @returns {never} */
function giveUp(line) {
  say(line);
  process.exit(1);
}
