// npm run bench [-- NAME …]: measures, each table's ratios in one run, and prints Markdown.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** What each measures is loaded when it is asked for. */
const BENCHES: Readonly<Record<string, () => Promise<string>>> = {
  'add-on': async () => (await import('./add-on/bench.ts')).benchAddOn(),
  cost: async () => (await import('./cost/bench.ts')).benchCost(),
  counts: async () => (await import('./cost/bench.ts')).benchCounts(),
  'cold-start': async () => (await import('./cold-start/bench.ts')).benchColdStart(),
  evaluation: async () => (await import('./evaluation/bench.ts')).benchEvaluation(),
  office: async () => (await import('./office/bench.ts')).benchOffice(),
  publication: async () => (await import('./publication/bench.ts')).benchPublication(),
  submission: async () => (await import('./submission/bench.ts')).benchSubmission(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`npm run bench [-- ${Object.keys(BENCHES).join(' | ')}]: no ${unknown.join(', ')}`);
  process.exit(2);
}
installOwnPackages();
const [cpu] = cpus();
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${new Date().toISOString().slice(0, 10)}\n`,
);
const usual = Object.keys(BENCHES).filter((name) => name !== 'counts'); // rewrites a file that is kept
for (const name of asked.length > 0 ? asked : usual) console.log(await BENCHES[name]!());

/** What only benchmarks need is a package of its own, so that nobody else installs it. */
function installOwnPackages(): void {
  if (existsSync(join(import.meta.dirname, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['ci'], { cwd: import.meta.dirname, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('npm ci in bench/ failed; its output is above');
}
