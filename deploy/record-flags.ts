import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyCommand } from './flags/every-command.ts';
import { type KnownFlags, recordOf } from './flags/known-flags.ts';
import { helpOf } from './flags/tool-help.ts';

// npm run deploy:flags    has every command of every plan parsed by the tools themselves, then writes known-flags.json
//
// For whoever brings in other versions of gcloud, firebase or clasp. Needs all three; the tests hold the plans against
// what was written, and what was written against the tools where they are.
const commands = everyCommand();
const refused = parseByGcloud(commands.filter(({ tool }) => tool === 'gcloud').map(({ argv }) => argv));
for (const line of refused) process.stderr.write(`${line}\n`);
if (refused.length > 0) process.exit(1);
const record: KnownFlags = recordOf(commands, helpOf(), new Date().toISOString().slice(0, 10));
writeFileSync(join(import.meta.dirname, 'known-flags.json'), `${JSON.stringify(record, null, 2)}\n`);

/** gcloud's own parser, on all commands in one process: names, values, what is required, what excludes what. */
function parseByGcloud(all: readonly (readonly string[])[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-flags-'));
  const file = join(folder, 'commands.json');
  const typed = (argument: string) => `'${argument.replaceAll("'", `'\\''`)}'`;
  writeFileSync(
    file,
    JSON.stringify(all.map((argv) => ({ command_string: ['gcloud', ...argv.map(typed)].join(' ') }))),
  );
  try {
    const output = execFileSync('gcloud', ['meta', 'lint-gcloud-commands', `--commands-file=${file}`], {
      encoding: 'utf8',
      maxBuffer: 1e9,
      env: { ...process.env, CLOUDSDK_CONFIG: folder, CLOUDSDK_CORE_DISABLE_PROMPTS: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const results = JSON.parse(output) as {
      readonly success: boolean;
      readonly command_string: string;
      readonly error_message?: string;
    }[];
    if (results.length !== all.length) return [`gcloud parsed ${results.length} of ${all.length} commands`];
    return results
      .filter(({ success }) => !success)
      .map(({ command_string, error_message }) => `${command_string}\n  ${error_message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
