import { openDocuments } from '../functions/src/adapters/firestore/documents.ts';
import { MIGRATIONS } from '../functions/src/migrations/migrations.ts';
import { readVersion, runMigrations } from '../functions/src/migrations/run-migrations.ts';
import { readArguments } from './arguments.ts';

// node deploy/migrate.ts --project=P --database=D --campaign=C            brings the campaign to the newest shape
// node deploy/migrate.ts --project=P --database=D --campaign=C --check    fails where it is not there yet
//
// With the credentials of whoever deploys; FIRESTORE_EMULATOR_HOST leads to an emulator.
const { values, flags } = readArguments(process.argv.slice(2), {
  values: ['project', 'database', 'campaign'],
  flags: ['check'],
});
const { project, database, campaign } = values;
if (project === undefined || campaign === undefined) throw new Error('--project … --campaign …');

/** For how long Firestore is asked again. */
const PATIENCE_MS = 120_000;
const startedAt = performance.now();
const documents = openDocuments(
  {
    projectId: project,
    databaseId: database,
    emulatorHost: process.env.FIRESTORE_EMULATOR_HOST || undefined,
  },
  campaign,
  {
    leftMs: () => Math.max(PATIENCE_MS - (performance.now() - startedAt), PATIENCE_MS / 4),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
  },
);

if (flags.has('check')) {
  const { version, isSaid } = await readVersion(documents);
  process.exitCode = isSaid && version === 1 + MIGRATIONS.length ? 0 : 1;
} else {
  const { from, to, changed } = await runMigrations(documents, MIGRATIONS, (line) =>
    process.stdout.write(`    ${line}\n`),
  );
  process.stdout.write(`    ${from} → ${to}, ${changed} tài liệu / documents\n`);
}
