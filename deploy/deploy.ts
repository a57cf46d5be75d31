import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { takeLock } from '../local/office/lock-file.mjs';
import { type Order, readOrder, USAGE } from './order.ts';
import { folderOf } from './plan/folder.ts';
import { planDeployment } from './plan/plan-deployment.ts';
import { printPlan, printUndoing } from './print-plan.ts';
import { destroyPlan } from './run/destroy-plan.ts';
import { openExecutor } from './run/execute.ts';
import { type Runner, runPlan, Stopped } from './run/run-plan.ts';
import { readState, writeState } from './run/state.ts';

/**
 * npm run deploy: from an empty Google Cloud project to a working system, step by step (docs/deploy.md). It may be
 * stopped anywhere and run again.
 */
const ROOT = join(import.meta.dirname, '..');

async function main(argv: readonly string[]): Promise<number> {
  let order: Order;
  try {
    order = readOrder(argv, ROOT);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const { settings, given, dryRun, destroy, deleteData, from, check } = order;
  const steps = planDeployment(settings);
  const folder = folderOf(settings);
  const file = join(ROOT, folder, 'state.json');
  if (dryRun) {
    const known = { ...readState(file).facts, ...given };
    process.stdout.write(destroy ? printUndoing(steps, deleteData, known) : printPlan(steps, known));
    return 0;
  }
  if (!installTools()) return 1;
  mkdirSync(join(ROOT, folder), { recursive: true });
  const lock = takeLock(join(ROOT, folder, 'lock'));
  if ('heldBy' in lock) {
    process.stderr.write('Một lần triển khai khác đang chạy. / Another deployment is running.\n');
    return 1;
  }
  const runner = openRunner(folder, file);
  try {
    const state = runner.load();
    runner.save({ ...state, facts: { ...state.facts, ...given } });
    if (destroy)
      await destroyPlan(steps, runner, {
        project: settings.project,
        withData: deleteData,
        exportHint: `gcloud firestore export gs://BUCKET --database='${settings.environment.database}' --project=${settings.project}`,
      });
    else if (check)
      await runPlan(
        steps.filter(({ id }) => id === 'check'),
        runner,
      );
    else await runPlan(steps, runner, from);
    runner.say('\nXong. / Done.');
    return 0;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    runner.say(`\nDừng ở bước ${error.step}. / Stopped at the step ${error.step}.\n${error.message}`);
    runner.say('Chạy lại lệnh này để tiếp tục từ đây. / Run the same command again to go on from here.');
    return 1;
  } finally {
    lock.release();
  }
}

/** firebase and clasp: in deploy/tools/node_modules, or where DEPLOY_TOOLS says. gcloud is the machine's. */
const TOOLS = process.env.DEPLOY_TOOLS || join(import.meta.dirname, 'tools', 'node_modules', '.bin');

function installTools(): boolean {
  if (existsSync(join(TOOLS, 'firebase')) && existsSync(join(TOOLS, 'clasp'))) return true;
  process.stderr.write(
    'Đang cài firebase và clasp (vài phút)… / Installing firebase and clasp (some minutes)…\n',
  );
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: join(import.meta.dirname, 'tools'),
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function openRunner(folder: string, file: string): Runner {
  return {
    execute: openExecutor({ root: ROOT, path: `${TOOLS}${delimiter}${process.env.PATH ?? ''}` }),
    root: ROOT,
    folder,
    load: () => readState(file),
    save: (state) => writeState(file, state),
    say: (line) => void process.stdout.write(`${line}\n`),
    ask: askAtTerminal,
    now: () => new Date(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

/** The next line of standard input; undefined at its end. */
async function askAtTerminal(question: string): Promise<string | undefined> {
  process.stdout.write(question);
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return line;
    return undefined;
  } finally {
    lines.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
