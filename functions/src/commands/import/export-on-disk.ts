import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { StoredDocument } from '../../adapters/firestore/documents.ts';
import { type ExportedWorkbook, exportedWorkbook } from '../exported-workbook.ts';
import { digestOfManifest, fileOf, MANIFEST, type Manifest, manifestShape } from '../manifest.ts';
import { CommandTrouble } from '../trouble.ts';

/** An export that was looked at whole: every file is there, as it was written, and nothing else is. */
export interface ExportOnDisk {
  readonly manifest: Manifest;
  /** File by file, in lots. */
  documents(): AsyncGenerator<readonly StoredDocument[]>;
  one(path: string): Promise<StoredDocument | undefined>;
  workbooks(): readonly ExportedWorkbook[];
}

/** @throws CommandTrouble naming the file that is damaged, missing or too many */
export async function openExport(folder: string): Promise<ExportOnDisk> {
  const manifest = readManifest(folder);
  const names = Object.keys(manifest.files);
  for (const name of names) await requireWhole(folder, name, manifest.files[name]!);
  for (const name of filesIn(folder)) if (!names.includes(name) && name !== MANIFEST) throw notOfIt(name);
  return {
    manifest,
    async *documents() {
      for (const name of names.filter((each) => each.startsWith('documents/')))
        yield* documentsIn(join(folder, name), name);
    },
    async one(path) {
      const name = fileOf(path);
      if (!names.includes(name)) return undefined;
      for await (const lot of documentsIn(join(folder, name), name)) {
        const found = lot.find((document) => document.path === path);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    workbooks: () =>
      names.filter((name) => name.endsWith('/cells.json')).map((name) => workbookIn(folder, name)),
  };
}

function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  if (!existsSync(path))
    throw new CommandTrouble(
      `Trong ${folder} không có ${MANIFEST}: đây không phải một bản xuất trọn vẹn.`,
      `There is no ${MANIFEST} in ${folder}: this is no whole export.`,
    );
  const manifest = manifestShape.safeParse(jsonOf(readFileSync(path, 'utf8')));
  if (!manifest.success || digestOfManifest(manifest.data) !== manifest.data.digest) throw damaged(MANIFEST);
  return manifest.data;
}

async function requireWhole(
  folder: string,
  name: string,
  { sha256, bytes }: Manifest['files'][string],
): Promise<void> {
  const path = join(folder, ...name.split('/'));
  if (name.split('/').includes('..')) throw damaged(MANIFEST);
  if (!existsSync(path)) throw new CommandTrouble(`Thiếu tệp ${name}.`, `The file ${name} is missing.`);
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(createReadStream(path), async (chunks) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
    }
  });
  if (size !== bytes || hash.digest('hex') !== sha256) throw damaged(name);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const line = z.strictObject({
  path: z.string(),
  fields: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const LOT = 200;

async function* documentsIn(path: string, name: string): AsyncGenerator<readonly StoredDocument[]> {
  let lot: StoredDocument[] = [];
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const document = line.safeParse(jsonOf(text));
    if (!document.success || fileOf(document.data.path) !== name) throw damaged(name);
    lot.push(document.data as StoredDocument);
    if (lot.length < LOT) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

function workbookIn(folder: string, name: string): ExportedWorkbook {
  const parsed = exportedWorkbook.safeParse(jsonOf(readFileSync(join(folder, name), 'utf8')));
  if (!parsed.success) throw damaged(name);
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function damaged(name: string): CommandTrouble {
  return new CommandTrouble(
    `Tệp ${name} không còn như lúc xuất.`,
    `The file ${name} is not as it was exported.`,
  );
}

function notOfIt(name: string): CommandTrouble {
  return new CommandTrouble(`Tệp ${name} không thuộc bản xuất.`, `The file ${name} is not of the export.`);
}
