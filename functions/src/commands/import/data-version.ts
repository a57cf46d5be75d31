import { requireKnown } from '../../migrations/data-version.ts';
import { DATA_VERSION, MIGRATIONS } from '../../migrations/migrations.ts';
import { type Migrated, readVersion, runMigrations } from '../../migrations/run-migrations.ts';
import type { Surroundings } from '../surroundings.ts';
import { CommandTrouble } from '../trouble.ts';
import type { ExportOnDisk } from './export-on-disk.ts';

/** To be asked before anything is written. @throws CommandTrouble where a later release stored what is exported */
export async function requireKnownVersion(exported: ExportOnDisk): Promise<void> {
  const said = await readVersion(exported);
  try {
    requireKnown(said, DATA_VERSION);
  } catch {
    const version = said.under ?? said.version;
    throw new CommandTrouble(
      `Bản xuất này của một bản phần mềm mới hơn (dữ liệu phiên bản ${version}, ở đây đọc được đến ${DATA_VERSION}); hãy nhập bằng bản đó.`,
      `This export is of a later release (data version ${version}; here up to ${DATA_VERSION} is known): import it with that one.`,
    );
  }
}

/** An older export becomes what this release stores, as a deployment would bring it. Safe to be done again. */
export async function migrateRestored({ documents, io }: Surroundings): Promise<Migrated> {
  const migrated = await runMigrations(documents, MIGRATIONS);
  const { from, to, changed } = migrated;
  if (changed > 0)
    io.say(
      `Dữ liệu phiên bản ${from} → ${to}: ${changed} tài liệu. / Data of version ${from} → ${to}: ${changed} documents.`,
    );
  return migrated;
}
