import { describe, expect, it } from 'vitest';
import type { MigratedDocument, Migration } from '../../functions/src/migrations/migration.ts';
import { DATA_VERSION, MIGRATIONS } from '../../functions/src/migrations/migrations.ts';
import { allAt, asLines, fixtureFile, VERSIONS } from './fixtures.ts';

const migrated = (documents: readonly MigratedDocument[], { change }: Migration) =>
  documents.map((document) => ({ path: document.path, fields: change(document) ?? document.fields }));

describe('migrations', () => {
  it('lead from one version to the next without a gap, and say what they do', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, i) => i + 2));
    expect(MIGRATIONS.every(({ what }) => what.length > 20)).toBe(true);
  });

  it('have campaigns of every version there ever was, the newest included', () => {
    expect(VERSIONS).toEqual(Array.from({ length: DATA_VERSION }, (_, i) => i + 1));
  });

  it.each(MIGRATIONS)(
    'to version $to make of stored campaigns what is kept beside them',
    async (migration) => {
      for (const { campaign, documents } of allAt(migration.to - 1)) {
        const after = migrated(documents, migration);
        const isChanged = documents.some((document) => migration.change(document) !== undefined);
        if (isChanged) await expect(asLines(after)).toMatchFileSnapshot(fixtureFile(migration.to, campaign));
      }
      const changed = allAt(migration.to - 1).flatMap(({ documents }) => documents.filter(migration.change));
      expect(changed.length).toBeGreaterThan(0);
    },
  );

  it.each(MIGRATIONS)(
    'to version $to done twice are done once, and leave later documents alone',
    (migration) => {
      for (const { documents } of allAt(migration.to - 1))
        for (const document of migrated(documents, migration))
          expect(migration.change(document)).toBeUndefined();
      for (const version of VERSIONS.filter((each) => each >= migration.to))
        for (const { documents } of allAt(version)) expect(documents.filter(migration.change)).toEqual([]);
    },
  );

  it.each(MIGRATIONS)('to version $to alter nothing that they are given', (migration) => {
    for (const { documents } of allAt(migration.to - 1)) {
      const before = JSON.stringify(documents);
      migrated(documents, migration);
      expect(JSON.stringify(documents)).toBe(before);
    }
  });
});
