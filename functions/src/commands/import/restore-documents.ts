import type { Documents, StoredDocument } from '../../adapters/firestore/documents.ts';
import type { Surroundings } from '../surroundings.ts';
import { CommandTrouble } from '../trouble.ts';
import type { ExportOnDisk } from './export-on-disk.ts';

/**
 * Puts the documents back as they were. The campaign's own document comes last: before it the functions know of no
 * such campaign, so nobody meets half of one. Whoever is interrupted runs it again: a mark says of which export it is.
 * @throws CommandTrouble where something else is stored and may not be replaced
 */
export async function restoreDocuments(
  { documents, campaign, io }: Surroundings,
  { manifest, documents: exported }: ExportOnDisk,
  { replace, keepWorkbooks }: { readonly replace: boolean; readonly keepWorkbooks: boolean },
): Promise<number> {
  const begun = (await documents.one(MARK))?.fields;
  const isOurs = begun?.of?.stringValue === manifest.digest;
  if (!isOurs && !replace && !(await isEmpty(documents)))
    throw new CommandTrouble(
      `Phong trào ${campaign} ở đây không trống; thêm --replace nếu muốn xóa đi và thay bằng bản xuất.`,
      `The campaign ${campaign} is not empty here: add --replace to remove it and put the export in its place.`,
    );
  const reached = isOurs ? begun?.reached?.stringValue : undefined;
  // From then on people may work in it: what they did since stays.
  if (reached === 'restored' && !replace) return manifest.documents;
  if (reached !== 'emptied') {
    await documents.write({ put: [markOf(manifest.digest, 'begun')] });
    await removeAll(documents);
    await documents.write({ put: [markOf(manifest.digest, 'emptied')] });
  }
  const last: StoredDocument[] = [];
  let restored = 0;
  for await (const lot of exported()) {
    const put = lot.filter(({ path }) => isRestored(path, keepWorkbooks));
    last.push(...put.filter(({ path }) => isLast(path)));
    await documents.write({ put: put.filter(({ path }) => !isLast(path)) });
    restored += put.length;
    if (restored % 5000 < lot.length && restored >= 5000) io.say(`… ${restored}`);
  }
  last.sort((a, b) => b.path.length - a.path.length);
  await documents.write({ put: [...last, markOf(manifest.digest, 'restored')] });
  return restored;
}

/** To be called when nothing of the import is left to be done. */
export async function endRestoring({ documents }: Surroundings): Promise<void> {
  await documents.write({ remove: [MARK] });
}

/** Kept while an import is under way: of which export, and how far it is. */
const MARK = 'imports/current';

const markOf = (digest: string, reached: 'begun' | 'emptied' | 'restored'): StoredDocument => ({
  path: MARK,
  fields: { of: { stringValue: digest }, reached: { stringValue: reached } },
});

async function isEmpty(documents: Documents): Promise<boolean> {
  for await (const page of documents.all()) if (page.length > 0) return false;
  return true;
}

/** The campaign's own document first: from then on the functions know of no such campaign. */
async function removeAll(documents: Documents): Promise<void> {
  await documents.write({ remove: [''] });
  for await (const page of documents.all())
    await documents.write({ remove: page.map(({ path }) => path).filter((path) => path !== MARK) });
}

/** What an office knows of its own machines and files: it is found anew. */
const OF_ITS_OFFICE = new Set(['imports', 'outbox', 'watched', 'copies', 'heartbeats', 'operations']);

/**
 * The workbooks' spreadsheets are the old office's too, unless somebody says that they are still the ones to be
 * written: an office on trial must not write into the real one's.
 */
function isRestored(path: string, keepWorkbooks: boolean): boolean {
  const [collection = ''] = path.split('/');
  return !OF_ITS_OFFICE.has(collection) && (keepWorkbooks || collection !== 'workbooks');
}

/** Whoever is a member may call functions; the campaign's own document is the one that makes it one. */
function isLast(path: string): boolean {
  return path === '' || path.startsWith('members/');
}
