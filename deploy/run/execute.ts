import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Command, type Facts, withFacts } from '../step.ts';

/** Runs commands. What they print is shown (`run`) or given back (`read`). */
export interface Executor {
  /** The exit code. */
  run(command: Command, facts: Facts): Promise<number>;
  read(command: Command, facts: Facts): Promise<{ readonly exitCode: number; readonly output: string }>;
}

export interface Place {
  /** The project's folder. */
  readonly root: string;
  /** Where gcloud, firebase and clasp are looked for. */
  readonly path: string;
  /** What our own scripts run on; this very Node if absent. */
  readonly node?: string;
  /** What commands print is not shown. */
  readonly quiet?: true;
}

/** Real processes, never a shell. */
export function openExecutor({ root, path, node = process.execPath, quiet }: Place): Executor {
  const start = (command: Command, facts: Facts, output: 'pipe' | 'inherit' | 'ignore') => {
    const argv = command.argv.map((argument) => withFacts(argument, facts));
    const child = spawn(command.tool === 'own' ? node : command.tool, argv, {
      cwd: join(root, command.cwd ?? '.'),
      env: { ...process.env, PATH: path, CLOUDSDK_CORE_DISABLE_PROMPTS: command.interactive ? '' : '1' },
      stdio: [
        command.stdin ? 'pipe' : command.interactive ? 'inherit' : 'ignore',
        output,
        output === 'inherit' ? 'inherit' : 'ignore',
      ],
    });
    if (command.stdin) {
      child.stdin?.on('error', () => undefined); // it ended without reading; its exit code says so
      child.stdin?.end(randomBytes(32).toString('base64'));
    }
    return child;
  };
  const end = (child: ReturnType<typeof start>, tool: string) =>
    new Promise<number>((resolve, reject) => {
      child.once('error', (error) =>
        reject(
          (error as NodeJS.ErrnoException).code === 'ENOENT'
            ? new Error(`${tool} không có trên máy này / is not on this machine (docs/deploy.md)`)
            : error,
        ),
      );
      child.once('close', (code) => resolve(code ?? 1));
    });
  return {
    run: (command, facts) => end(start(command, facts, quiet ? 'ignore' : 'inherit'), command.tool),
    async read(command, facts) {
      const child = start(command, facts, 'pipe');
      let output = '';
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
      const exitCode = await end(child, command.tool);
      return { exitCode, output };
    },
  };
}
