import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuiltAddOn, buildAddOn } from '../../sheets-addon/build.ts';
import { markdown } from '../table.ts';

/** What each part of the add-on weighs in what is pushed. */
export async function benchSize(): Promise<string> {
  const outdir = await mkdtemp(join(tmpdir(), 'add-on-size-'));
  try {
    const built = await buildAddOn({ outdir, backendUrl: 'https://thi-dua.example/' });
    const bytes = async (file: string) => (await readFile(join(outdir, file))).byteLength;
    const files = {
      'Code.js': { bytes: await bytes('Code.js'), metafile: built.script },
      'English.js': { bytes: await bytes('English.js'), metafile: built.english },
      'sidebar.html': { bytes: await bytes('sidebar.html'), metafile: built.page },
    };
    return sizeTable(files);
  } finally {
    await rm(outdir, { recursive: true });
  }
}

type Files = Readonly<Record<string, { readonly bytes: number; readonly metafile: BuiltAddOn['script'] }>>;

function sizeTable(files: Files): string {
  const rows = Object.entries(files).flatMap(([file, { bytes, metafile }]) => {
    const parts = partsOf(metafile);
    const named = parts.reduce((sum, [, part]) => sum + part, 0);
    return [
      [`**${file}**`, '', `**${bytes}**`, ''],
      ...[...parts, ['the rest: globals, style, page', bytes - named] as const]
        .filter(([, part]) => part > 0)
        .map(([name, part]) => ['', name, String(part), `${((part / bytes) * 100).toFixed(0)} %`]),
    ];
  });
  return markdown('What is pushed to Apps Script, in bytes', ['File', 'Part', 'Bytes', 'Share'], rows, [
    'Apps Script reads both scripts for every call. English.js is the inside of a function that only runs where somebody reads English; the page is sent when a sidebar opens.',
  ]);
}

/** The heaviest first. */
function partsOf({ outputs }: BuiltAddOn['script']): readonly (readonly [string, number])[] {
  const parts = new Map<string, number>();
  for (const output of Object.values(outputs))
    for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
      const [, part = 'other'] = PARTS.find(([pattern]) => pattern.test(file)) ?? [];
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
  return [...parts].sort((a, b) => b[1] - a[1]);
}

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^functions\/src\/domain\/form\//, 'domain: forms and their validator'],
  [/^functions\/src\/domain\/register\//, 'domain: registers and their validator'],
  [/^functions\/src\/domain\//, 'domain: numbers, digests, periods, …'],
  [/^functions\/src\/messages\//, 'sentences shared with the functions'],
  [/^sheets-addon\/src\/words\//, 'sentences of the add-on'],
  [/^sheets-addon\/src\/actions\/(council|decisions)\//, 'actions: ballots, decisions'],
  [/^sheets-addon\/src\/actions\/sending\//, 'actions: registers, configuration'],
  [/^sheets-addon\/src\/actions\//, 'actions: forms, the office, results'],
  [/^sheets-addon\/src\/(marks|form)\//, 'reading and marking cells'],
  [/^sheets-addon\/src\/(google|backend)\//, 'Google’s services, asking the functions'],
  [/^sheets-addon\/src\/sidebar\/(help|words)/, 'the page: help and words, in both languages'],
  [/^sheets-addon\/src\/sidebar\//, 'the page: drawing screens'],
  [/^sheets-addon\/src\//, 'menus, calls, choosing'],
];
