import type { Metafile } from 'esbuild';

/** What a function's process reads, as esbuild saw who imports what. */
export interface Loads {
  /** Packages that are evaluated before the first call, whichever it is. */
  readonly atStart: readonly string[];
  /** Files beside the functions that any first call reads. */
  readonly byEveryCall: readonly string[];
  /** Those that each function may read besides, and with them what they need; functions that read none are left out. */
  readonly byCall: Readonly<Record<string, readonly string[]>>;
}

const ENDPOINTS = '/http/endpoints/';

export function loadsOf({ inputs, outputs }: Metafile): Loads {
  const entry = named(inputs, 'functions/src/index.ts');
  const needs = (files: Iterable<string>) => withWhatTheyNeed(files, outputs);
  const byEveryCall = needs(reached(inputs, entry, (path) => !path.includes(ENDPOINTS)).files);
  const endpoints = Object.keys(inputs).filter((path) => path.includes(ENDPOINTS));
  return {
    atStart: packagesOf(
      reached(
        inputs,
        entry,
        () => true,
        (kind) => kind !== 'dynamic-import',
      ).modules,
    ),
    byEveryCall,
    byCall: Object.fromEntries(
      endpoints
        .map((path): [string, string[]] => {
          const files = needs(reached(inputs, path, () => true).files);
          return [nameOf(path), files.filter((file) => !byEveryCall.includes(file))];
        })
        .filter(([, files]) => files.length > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

/** All modules that are imported from one on, and the files beside the functions that these ask for. */
function reached(
  inputs: Metafile['inputs'],
  from: string,
  follows: (path: string) => boolean,
  counts: (kind: string) => boolean = () => true,
) {
  const modules = new Set<string>();
  const files = new Set<string>();
  const pending = [from];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (modules.has(path)) continue;
    modules.add(path);
    for (const each of inputs[path]?.imports ?? []) {
      if (!counts(each.kind)) continue;
      if (each.external !== true && follows(each.path)) pending.push(each.path);
      if (each.external === true && each.path.startsWith('./')) files.add(each.path);
    }
  }
  return { modules, files };
}

function withWhatTheyNeed(files: Iterable<string>, outputs: Metafile['outputs']): string[] {
  const all = new Set<string>();
  const pending = [...files];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (all.has(file)) continue;
    all.add(file);
    const { imports } = outputs[named(outputs, file.slice(1))]!;
    pending.push(...imports.map(({ path }) => path).filter((path) => path.startsWith('./')));
  }
  return [...all].map(nameOf).sort();
}

function packagesOf(modules: Iterable<string>): string[] {
  const names = [...modules].map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

const named = (all: object, end: string): string => Object.keys(all).find((path) => path.endsWith(end))!;
const nameOf = (path: string): string => path.replace(/.*\//, '').replace(/\.\w+$/, '');
