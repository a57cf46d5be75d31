import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import declared from '../../firestore.indexes.json' with { type: 'json' };
import { ROOT } from './plans.ts';

const ADAPTERS = join(ROOT, 'functions/src/adapters/firestore');
const ROWS = [
  ...readFileSync(join(ROOT, 'docs/firestore-indexes.md'), 'utf8').matchAll(
    /^\| (\S+\.ts) \| (.+) \| (\w+) \| (.+) \|$/gm,
  ),
].map(([, file, query, collection, index]) => ({
  file: file!,
  calls: query!.split('`').filter((_, i) => i % 2 === 1),
  collection: collection!,
  fields: index!.split(', ').map((field) => field.split(' ')),
}));

/** The emulator answers queries that production refuses: nothing else would find a missing index. */
describe('the table of queries', () => {
  it('has every filter and order of the code, and none besides', () => {
    const files = readdirSync(ADAPTERS, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [file, readFileSync(join(ADAPTERS, file), 'utf8')] as const);
    const found = files.flatMap(([file, text]) =>
      [...text.matchAll(/\.(where|orderBy)\(\s*'([^']+)'(?:,\s*'([^']+)')?/g)]
        .filter(([, , field]) => field !== '__name__')
        .map(([, verb, field, how]) => `${file} ${verb}('${field}'${how ? `, '${how}'` : ''})`),
    );
    expect(ROWS.flatMap(({ file, calls }) => calls.map((call) => `${file} ${call}`)).sort()).toEqual(
      found.sort(),
    );
    const elsewhere = readdirSync(join(ROOT, 'functions/src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('adapters/firestore/'))
      .filter((file) =>
        /\.orderBy\(|\.where\('/.test(readFileSync(join(ROOT, 'functions/src', file), 'utf8')),
      );
    expect(elsewhere).toEqual([]);
  });

  it('names an index that has just the fields of its query', () => {
    for (const { calls, fields } of ROWS) {
      const asked = calls.map((call) => /\('([^']+)'/.exec(call)![1]);
      expect([...new Set(asked)]).toEqual(fields.map(([field]) => field));
    }
  });

  it('uses no field of its own index that was exempted from indexing', () => {
    const isExempt = (collection: string, path: string) =>
      declared.fieldOverrides.some(
        ({ collectionGroup, fieldPath, indexes }) =>
          collectionGroup === collection &&
          indexes.length === 0 &&
          (path === fieldPath || path.startsWith(`${fieldPath}.`)),
      );
    const blocked = ROWS.flatMap(({ collection, fields }) =>
      fields.filter(([path]) => isExempt(collection, path!)).map(([path]) => `${collection}.${path}`),
    );
    expect(blocked).toEqual([]);
  });

  it('is all that is declared: each index of several fields, and no other', () => {
    const several = ROWS.filter(({ fields }) => fields.length > 1);
    expect(
      declared.indexes.map(({ collectionGroup, fields }) => [
        collectionGroup,
        ...fields.map(({ fieldPath, order }) => `${fieldPath} ${order.toLowerCase()}`),
      ]),
    ).toEqual(
      several.map(({ collection, fields }) => [collection, ...fields.map((field) => field.join(' '))]),
    );
  });

  it('exempts nothing twice', () => {
    const names = declared.fieldOverrides.map(
      ({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`,
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
