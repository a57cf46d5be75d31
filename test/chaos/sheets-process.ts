import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export interface SheetsProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly port: number;
}

/** In a process of its own, so that it can be killed; its files stay. */
export function startSheets(folder: string, port: number): Promise<SheetsProcess> {
  const files = [join(folder, 'sheets'), join(folder, 'key.pem'), String(port)];
  const child = fork(join(import.meta.dirname, 'google-process.ts'), files, { detached: true, execArgv: [] });
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve({ child, port, ...(message as { url: string }) }));
    child.once('exit', (code) => reject(new Error(`the Sheets server ended with ${code}`)));
  });
}

/** SIGKILL; resolves when it is gone. */
export async function endNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
