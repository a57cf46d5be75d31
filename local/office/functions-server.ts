// The functions' bundle on the Functions Framework's own server, as Cloud Run runs it, in a process of its own.
//
//   const functions = await startFunctions({ source: 'functions/dist', target: 'submit', port: 8712, env, logFile });
//   await fetch(`${functions.url}/…`);
//   await functions.stop();
//
// The framework's command is not changed; what a Cloud Run container does around it is done by a module loaded
// before it (framework-preload.mjs): it listens on 127.0.0.1 alone, reports when it does and what it answered, and
// ends when we end.

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface FunctionsOptions {
  /** The folder (or file) with the bundle, as `--source` wants it. */
  source: string;
  /** The registered function's name. */
  target: string;
  /** A port of 127.0.0.1 that is free. */
  port: number;
  /** The whole environment of the process; ours is not inherited, as little as Cloud Run's would be. */
  env: NodeJS.ProcessEnv;
  /** What the functions print is appended here. */
  logFile: string;
  /** How long it may take to listen; 20 s. */
  deadlineMs?: number;
}

export interface FunctionsServer {
  url: string;
  pid: number;
  /** Calls back after each answer that was sent. Returns a function that stops it. */
  onAnswered(listener: (answered: Answered) => void): () => void;
  /** Calls back when the process ends without `stop`, with the last lines it printed. */
  onLost(listener: (lastLines: string) => void): void;
  /** SIGTERM, as Cloud Run sends it; SIGKILL when it does not end within 5 s. */
  stop(): Promise<void>;
}

/** A request that was answered. */
export interface Answered {
  method: string;
  path: string;
  /** The caller's User-Agent. */
  agent: string;
}

const FRAMEWORK = join(
  dirname(createRequire(import.meta.url).resolve('@google-cloud/functions-framework')),
  'main.js',
);
const PRELOAD = pathToFileURL(join(import.meta.dirname, 'framework-preload.mjs')).href;

/** @throws Error with the last lines printed when the bundle does not load or does not listen in time. */
export async function startFunctions(options: FunctionsOptions): Promise<FunctionsServer> {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const child = launch(options);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
  };
  try {
    await listening(child, options);
  } catch (error) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    throw error;
  }
  let stopping = false;
  return {
    url: `http://127.0.0.1:${options.port}`,
    pid: child.pid!,
    onAnswered: (listener) => {
      const hear = (message: { answered?: Answered }) => {
        if (message.answered) listener(message.answered);
      };
      child.on('message', hear);
      return () => child.off('message', hear);
    },
    onLost: (listener) => {
      void ended.then(() => {
        if (!stopping) listener(lastLines(options.logFile));
      });
    },
    stop: () => {
      stopping = true;
      return child.exitCode === null && child.signalCode === null ? stop() : ended;
    },
  };
}

/** In a process group of its own, so that Ctrl-C reaches the office alone and closes things in their order. */
function launch({ source, target, port, env, logFile }: FunctionsOptions): ChildProcess {
  const log = openSync(logFile, 'a');
  try {
    const framework = [FRAMEWORK, '--source', source, '--target', target, '--port', String(port)];
    return spawn(process.execPath, ['--import', PRELOAD, ...framework], {
      detached: true,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', log, log, 'ipc'],
    });
  } finally {
    closeSync(log);
  }
}

function listening(child: ChildProcess, { target, logFile, deadlineMs = 20_000 }: FunctionsOptions) {
  return new Promise<void>((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`functions (${target}): ${what}\n${lastLines(logFile)}`));
    const timer = setTimeout(() => fail(`not listening after ${deadlineMs} ms`), deadlineMs);
    const settle = (how: () => void) => () => {
      clearTimeout(timer);
      how();
    };
    child.once('message', settle(resolve)); // the preload's first message
    child.once(
      'exit',
      settle(() => fail('ended before it listened')),
    );
    child.once(
      'error',
      settle(() => fail('cannot be started')),
    );
  });
}

function lastLines(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
