import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runRank } from '../../../local/rank/run-rank.ts';

export const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const HERE = join(ROOT, 'test', 'local', 'rank');
export const CAMPAIGN = join(HERE, 'campaign');
export const SUBMISSIONS = join(HERE, 'submissions.csv');

export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command's whole work without a process of its own: arguments in, exit code and text out. */
export function rank(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return runRank(args, environment);
}

/** The real command, in Vietnamese unless the environment says otherwise. */
export function spawnRank(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return run(['local/rank/rank.ts', ...args], environment);
}

/** The real command as `npm run rank` starts it. */
export function launchRank(args: readonly string[]): Promise<Run> {
  return run(['local/launch.mjs', 'local/rank/rank.ts', ...args], {});
}

function run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Run> {
  const { LC_ALL: _all, LC_MESSAGES: _messages, LANG: _lang, INIT_CWD: _cwd, ...rest } = process.env;
  const options = { cwd: ROOT, env: { ...rest, ...environment }, maxBuffer: 1 << 26 };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, options, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** The three arguments every run needs. */
export function files(
  changed: { campaign?: string; submissions?: string; period?: string } = {},
): readonly string[] {
  const { campaign = CAMPAIGN, submissions = SUBMISSIONS, period = '2024-03' } = changed;
  return ['--campaign', campaign, '--submissions', submissions, '--period', period];
}

/** A folder that is gone after `use`. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rank-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs with other submissions. */
export function rankSubmissions(
  lines: readonly string[],
  args: readonly string[] = [],
  period?: string,
): Promise<Run> {
  return withFolder(async (folder) => {
    const submissions = join(folder, 'file.csv');
    await writeFile(submissions, `${lines.join('\n')}\n`);
    return rank([...files({ submissions, ...(period !== undefined && { period }) }), ...args]);
  });
}

/** Runs with the campaign's JSON changed. */
export function rankWithCampaign(
  change: (json: string) => string,
  args: readonly string[] = [],
): Promise<Run> {
  return withFolder(async (folder) => {
    const campaign = join(folder, 'campaign');
    await cp(CAMPAIGN, campaign, { recursive: true });
    const path = join(campaign, 'campaign.json');
    await writeFile(path, change(await readFile(path, 'utf8')));
    return rank([...files({ campaign }), ...args]);
  });
}

/** Rows of a CSV output by column, for outputs without quoted cells in the columns looked at. */
export function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [];
    return Object.fromEntries(
      columns.map((column, index) => [
        column,
        (cells[index] ?? '')
          .replace(/,$/, '')
          .replace(/^"(.*)"$/, '$1')
          .replaceAll('""', '"'),
      ]),
    );
  });
}
