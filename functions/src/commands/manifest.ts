import { z } from 'zod';
import { digestOf } from '../domain/digest.ts';

/** manifest.json of an export: what belongs to it, each file with its digest, and one digest over everything. */
export const manifestShape = z.strictObject({
  format: z.literal('dien-hinh export'),
  version: z.literal(1),
  campaign: z.string(),
  /** When it was taken. The digest leaves it out: two exports of the same are the same. */
  takenAt: z.string(),
  documents: z.int().nonnegative(),
  /** Spreadsheets that could not be found: what stood in them is not in the export. */
  missingWorkbooks: z.array(z.string()),
  /** The newest seal of the log. */
  seal: z.strictObject({ number: z.int().min(1), hash: z.string() }).optional(),
  /** Every evaluated version of every period, with the digest of its result. */
  results: z.array(z.strictObject({ period: z.string(), version: z.int().min(1), digest: z.string() })),
  /** By path, with slashes. */
  files: z.record(
    z.string(),
    z.strictObject({ sha256: z.string(), bytes: z.int().nonnegative(), lines: z.int().optional() }),
  ),
  /** SHA-256 of everything above but takenAt, hex. */
  digest: z.string(),
});
export type Manifest = z.infer<typeof manifestShape>;

export function sealedManifest(manifest: Omit<Manifest, 'digest'>): Manifest {
  return { ...manifest, digest: digestOfManifest(manifest) };
}

export function digestOfManifest(manifest: Omit<Manifest, 'digest'>): string {
  return digestOf({ ...manifest, takenAt: undefined, digest: undefined });
}

export const MANIFEST = 'manifest.json';

/** The file that a document stands in: periods/2024-03/submissions/A in documents/periods.submissions.jsonl. */
export function fileOf(path: string): string {
  const collections = path.split('/').filter((_, i) => i % 2 === 0);
  return `documents/${path === '' ? 'campaign' : collections.join('.')}.jsonl`;
}
