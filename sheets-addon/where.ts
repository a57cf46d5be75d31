// node sheets-addon/where.ts 'at qe (Code:1:83211)' …, or with an execution log on the standard input: the same text,
// with the file and the line of the sources behind every place in Code.js. Use it in the commit that was pushed.

import { SourceMap } from 'node:module';
import { relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { mapOfCode } from './build.ts';

/** Adds the source's place to every place in Code.js; what is not in the sources stays as it is. */
export async function withSources(log: string): Promise<string> {
  const map = new SourceMap(await mapOfCode());
  return log.replace(IN_CODE, (found, line, column) => {
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!('originalSource' in entry)) return found;
    const file = relative(ROOT, resolve(DIST, entry.originalSource));
    return `${found} ${file}:${entry.originalLine + 1}`;
  });
}

/** As Apps Script and Node write it: line and column from 1. */
const IN_CODE = /\bCode(?:\.js)?:(\d+):(\d+)/g;
const ROOT = resolve(import.meta.dirname, '..');
const DIST = resolve(import.meta.dirname, 'dist');

if (import.meta.main) {
  const asked = process.argv.slice(2).join('\n');
  console.log(await withSources(asked === '' ? await text(process.stdin) : asked));
}
