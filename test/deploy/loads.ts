import type { Metafile } from 'esbuild';

/** What a function's process reads, as esbuild saw who imports what. */
export interface Loads {
  /** Packages that are evaluated before the first call, whichever it is. */
  readonly atStart: readonly string[];
  /** Files beside the functions that any first call reads. */
  readonly byEveryCall: readonly string[];
  /** Files, with what they need, and packages besides that each function may ask for; functions that have none are left out. */
  readonly byCall: Readonly<Record<string, readonly string[]>>;
}

const ENDPOINTS = '/http/endpoints/';

export function loadsOf({ inputs, outputs }: Metafile): Loads {
  const entry = named(inputs, 'functions/src/index.ts');
  const needs = (files: Iterable<string>) => withWhatTheyNeed(files, outputs);
  const atStart = packagesOf(reached(inputs, entry, ({ kind }) => kind !== 'dynamic-import').modules);
  const byEveryCall = needs(reached(inputs, entry, ({ path }) => !path.includes(ENDPOINTS)).files);
  const everyones = new Set([...atStart, ...byEveryCall]);
  const own = (endpoint: string): string[] => {
    const { modules, files } = reached(inputs, endpoint, () => true);
    return [...packagesOf(modules), ...needs(files)].filter((each) => !everyones.has(each)).sort();
  };
  const endpoints = Object.keys(inputs).filter((path) => path.includes(ENDPOINTS));
  const byCall = endpoints.map((path) => [nameOf(path), own(path)] as const);
  return { atStart, byEveryCall, byCall: Object.fromEntries(byCall.filter(([, all]) => all.length > 0)) };
}

/** All modules that are imported from one on, and the files beside the functions that these ask for. */
function reached(
  inputs: Metafile['inputs'],
  from: string,
  follows: (each: Metafile['inputs'][string]['imports'][number]) => boolean,
) {
  const modules = new Set<string>();
  const files = new Set<string>();
  const pending = [from];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (modules.has(path)) continue;
    modules.add(path);
    for (const each of inputs[path]?.imports ?? []) {
      if (!follows(each)) continue;
      if (each.external !== true) pending.push(each.path);
      else if (each.path.startsWith('./')) files.add(each.path);
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
