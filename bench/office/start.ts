import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** `npm start` as a person types it, and when it came how far: milliseconds since then. */
export interface Started {
  /** Where the first page is. */
  readonly url: string;
  /** What leaders would read is printed. */
  readonly printedMs: number;
  /** The first page was answered. */
  readonly pageMs: number;
  stop(): Promise<void>;
}

export async function npmStart(data: string, port: number): Promise<Started> {
  const startedAt = performance.now();
  const since = () => performance.now() - startedAt;
  const npm = spawn('npm', ['start', '--silent', '--', '--data', data, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true, // a process group of its own, as in a terminal
  });
  let printedMs: number | undefined;
  let rest = '';
  for await (const line of createInterface({ input: npm.stdout! })) {
    rest += `${line}\n`;
    if (line.startsWith('Xong trong ')) printedMs = since();
    const url = /^Mở trong trình duyệt .*(http:\S+)/.exec(line)?.[1];
    if (url === undefined || printedMs === undefined) continue;
    const page = await fetch(url);
    if (!page.ok || !(await page.text()).includes('<html')) throw new Error(`${url}: ${page.status}`);
    return { url, printedMs, pageMs: since(), stop: () => stop(npm) };
  }
  throw new Error(`npm start ended:\n${rest}`);
}

/** Ctrl-C; over when nobody has its output open any more, which is after the office has closed. */
async function stop(npm: ChildProcess): Promise<void> {
  const closed = once(npm, 'close');
  npm.stdout!.resume();
  process.kill(-npm.pid!, 'SIGINT');
  await closed;
}
