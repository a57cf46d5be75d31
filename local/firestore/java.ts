import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { Trouble } from '../office/trouble.ts';

const MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore'; // the jar has no Main-Class
const READY_LINE = 'Dev App Server is now running';
const READY_DEADLINE_MS = 60_000;
const TAIL_LINES = 12;

export interface JavaOptions {
  java: string;
  jar: string;
  /** An address of this machine alone; 127.0.0.1 when left out. */
  host?: string | undefined;
  port: number;
  rulesFile?: string | undefined;
  /** The `…overall_export_metadata` file to begin with. */
  seedFile?: string | undefined;
  /** Keeps what the emulator prints. */
  logFile?: string | undefined;
  /** Called as soon as there is a process, long before it is ready. */
  onSpawn?: ((pid: number) => void) | undefined;
}

/** The emulator itself. */
export interface JavaEmulator {
  pid: number;
  /** Resolves when the process is gone, whatever ended it. */
  ended: Promise<void>;
  /** Ends it at once: it keeps everything in memory, so there is nothing to wait for. */
  end(): Promise<void>;
}

/** Starts the jar and waits until it says that it listens. @throws Trouble when it does not come up. */
export async function startJava(options: JavaOptions): Promise<JavaEmulator> {
  const child = spawn(options.java, javaArguments(options), { stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid) options.onSpawn?.(child.pid);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const end = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await ready(child, options);
  } catch (error) {
    await end();
    throw error;
  }
  return { pid: child.pid!, ended, end };
}

function javaArguments({ jar, host = '127.0.0.1', port, rulesFile, seedFile }: JavaOptions): string[] {
  return [
    '-Duser.language=en', // its messages exist in English only
    // The first compiler alone and one collector's thread: measured from the start to 5,000 documents written and
    // read, Java then takes 5.5 s of processor time instead of 10.3 s, and the other core stays ours.
    ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'],
    '-cp',
    jar,
    MAIN_CLASS,
    ...['--host', host, '--port', String(port)],
    ...(rulesFile ? ['--rules', rulesFile] : []),
    ...(seedFile ? ['--seed_from_export', seedFile] : []),
  ];
}

function ready(child: ChildProcess, { java, logFile }: JavaOptions): Promise<void> {
  const log = logFile ? createWriteStream(logFile, { flags: 'a' }) : undefined;
  let tail = '';
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(cannotStart(what, tail));
    const timer = setTimeout(() => fail(`not ready after ${READY_DEADLINE_MS / 1000} s`), READY_DEADLINE_MS);
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log?.write(text);
        tail = (tail + text).split('\n').slice(-TAIL_LINES).join('\n');
        if (!tail.includes(READY_LINE)) return;
        clearTimeout(timer);
        resolve();
      });
    }
    child.once('error', (error) => {
      clearTimeout(timer);
      fail(`${java}: ${error.message}`);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      log?.end();
      fail(`ended with ${signal ?? code}`);
    });
  });
}

function cannotStart(what: string, tail: string): Trouble {
  const lines = tail.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !line.startsWith('at ')).join(' | ');
  return new Trouble(
    `Trình giả lập Firestore không khởi động được (${what}).`,
    `The Firestore emulator did not start (${what}). It said: ${said || 'nothing'}`,
  );
}
