import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isCampaignFile,
  type ParsedCampaign,
  parseCampaignFiles,
} from '../functions/src/campaign-files/parse-campaign-files.ts';
import type { Checked, Issue } from '../functions/src/domain/issue.ts';

/** Far more than 10,000 units with 14 targets each need. */
const MOST_BYTES = 20_000_000;

/** Reads a campaign's folder (docs/campaign.md). Files of other names are nobody's business and stay unread. */
export async function readCampaignFolder(dir: string): Promise<Checked<ParsedCampaign>> {
  const files = await readCampaignTexts(dir);
  return files.ok ? parseCampaignFiles(files.value) : files;
}

/** The texts of a campaign's folder by file name, as /load-campaign takes them. */
export async function readCampaignTexts(dir: string): Promise<Checked<Readonly<Record<string, string>>>> {
  const issues: Issue[] = [];
  const texts: [string, string][] = [];
  for (const file of (await namesIn(dir)).filter(isCampaignFile).sort()) {
    const path = join(dir, file);
    const { size } = await stat(path);
    if (size > MOST_BYTES) issues.push({ code: 'file_too_large', mostBytes: MOST_BYTES, at: { file } });
    else {
      const text = textOf(await readFile(path));
      if (text === undefined) issues.push({ code: 'file_unreadable', detail: 'not_utf8', at: { file } });
      else texts.push([file, text]);
    }
  }
  return issues.length === 0 ? { ok: true, value: Object.fromEntries(texts) } : { ok: false, issues };
}

/** A folder that is not there has no files; the parser then says which are missing. */
async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
