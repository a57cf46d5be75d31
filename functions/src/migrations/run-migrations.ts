import { AppError } from '../domain/app-error.ts';
import { type DataVersion, parseDataVersion, VERSION_PATH } from './data-version.ts';
import type { MigratedDocument, MigratedFields, Migration } from './migration.ts';

/** The documents of one campaign, as adapters/firestore/documents.ts opens them. */
export interface MigratedDocuments<D extends MigratedDocument = MigratedDocument> {
  all(): AsyncIterable<readonly D[]>;
  one(path: string): Promise<D | undefined>;
  write(order: { readonly put: readonly MigratedDocument[] }): Promise<void>;
  /** False where somebody else wrote the document since it was read. */
  replace(document: D, fields: MigratedFields): Promise<boolean>;
}

export interface Migrated {
  readonly from: number;
  readonly to: number;
  /** Documents that were written anew. */
  readonly changed: number;
}

/**
 * Brings a campaign's documents to the newest shape. May be killed anywhere, run twice, and run while the functions
 * answer: a document that somebody writes meanwhile is left to them and looked at again, and a version is only said to
 * be reached after a look at everything found nothing to change.
 * @throws AppError data_newer where a later release was there before
 */
export async function runMigrations<D extends MigratedDocument>(
  documents: MigratedDocuments<D>,
  migrations: readonly Migration[],
  tell: (line: string) => void = () => undefined,
): Promise<Migrated> {
  const newest = 1 + migrations.length;
  const stored = await readVersion(documents);
  if (Math.max(stored.version, stored.under ?? 0) > newest)
    throw new AppError('data_newer', { stored: stored.under ?? stored.version, known: newest });
  let changed = 0;
  for (const migration of migrations.slice(stored.version - 1)) {
    tell(`${migration.to}: ${migration.what}`);
    await writeVersion(documents, { version: migration.to - 1, under: migration.to });
    for (let inThisPass = -1; inThisPass !== 0; changed += inThisPass)
      inThisPass = await passOver(documents, migration);
    await writeVersion(documents, { version: migration.to });
  }
  if (!stored.isSaid && stored.version === newest) await writeVersion(documents, { version: newest });
  return { from: stored.version, to: newest, changed };
}

export async function readVersion(
  documents: Pick<MigratedDocuments, 'one'>,
): Promise<DataVersion & { readonly isSaid: boolean }> {
  const document = await documents.one(VERSION_PATH);
  if (document === undefined) return { version: 1, isSaid: false };
  return { ...parseDataVersion(numbersIn(document.fields)), isSaid: true };
}

const AT_ONCE = 16;

/** How many documents had to be changed, by us or by whoever came before us. */
async function passOver<D extends MigratedDocument>(
  documents: MigratedDocuments<D>,
  migration: Migration,
): Promise<number> {
  let found = 0;
  for await (const page of documents.all()) {
    const changes = page.flatMap((document) => {
      const fields = migration.change(document);
      return fields === undefined ? [] : [{ document, fields }];
    });
    found += changes.length;
    for (let first = 0; first < changes.length; first += AT_ONCE)
      await Promise.all(
        changes
          .slice(first, first + AT_ONCE)
          .map(({ document, fields }) => documents.replace(document, fields)),
      );
  }
  return found;
}

const writeVersion = (documents: Pick<MigratedDocuments, 'write'>, { version, under }: DataVersion) =>
  documents.write({
    put: [
      {
        path: VERSION_PATH,
        fields: {
          version: { integerValue: String(version) },
          ...(under !== undefined && { under: { integerValue: String(under) } }),
        },
      },
    ],
  });

function numbersIn(fields: MigratedFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Number((value as { integerValue?: unknown }).integerValue),
    ]),
  );
}
