import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigratedDocument } from '../../functions/src/migrations/migration.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');

/** Campaigns as each version stored them, written by the release of that time; earliest.jsonl as the first ones did. */
export const VERSIONS = readdirSync(FOLDER)
  .map((name) => Number(name.slice(1)))
  .sort((a, b) => a - b);

export const campaignsOf = (version: number): readonly string[] =>
  existsSync(join(FOLDER, `v${version}`))
    ? readdirSync(join(FOLDER, `v${version}`)).map((file) => file.replace('.jsonl', ''))
    : [];

/** The documents of one campaign, as `npm run export` writes them: a line each. */
export function documentsOf(version: number, campaign: string): readonly MigratedDocument[] {
  const text = readFileSync(fixtureFile(version, campaign), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as MigratedDocument);
}

/**
 * Every campaign as it is at a version: one that a migration left as it was is kept once, beside the version before.
 */
export const allAt = (version: number): readonly StoredAt[] =>
  [...new Set(VERSIONS.flatMap(campaignsOf))].flatMap((campaign) => {
    const kept = VERSIONS.findLast((each) => each <= version && campaignsOf(each).includes(campaign));
    return kept === undefined ? [] : [{ campaign, kept, documents: documentsOf(kept, campaign) }];
  });

export interface StoredAt {
  readonly campaign: string;
  /** The version in whose folder it is. */
  readonly kept: number;
  readonly documents: readonly MigratedDocument[];
}

export const fixtureFile = (version: number, campaign: string): string =>
  join(FOLDER, `v${version}`, `${campaign}.jsonl`);

export const asLines = (documents: readonly MigratedDocument[]): string =>
  documents.map((document) => `${JSON.stringify(document)}\n`).join('');
