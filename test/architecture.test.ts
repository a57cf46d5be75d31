import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..');
const SRC = 'functions/src';
const ADD_ON = 'sheets-addon/src';

interface Import {
  file: string;
  /** A path from the root, or a package with its sub-path. */
  of: string;
  /** A `type` import leaves nothing behind, a `lazy` one is loaded when the code first runs. */
  kind: 'type' | 'code' | 'lazy';
}

/** What each part of the functions may import: its neighbours, and packages. Whoever is not listed may not. */
const LAYERS: Record<string, { parts: string[]; types?: string[]; packages: string[] }> = {
  domain: { parts: [], packages: ['@noble/hashes'] },
  ports: { parts: ['domain'], packages: [] },
  'field-path.ts': { parts: ['domain'], packages: ['zod'] },
  messages: { parts: ['domain'], packages: [] },
  workbooks: { parts: ['domain', 'messages', 'ports'], packages: [] },
  'campaign-files': { parts: ['domain', 'ports', 'field-path.ts'], packages: ['zod', 'csv-parse'] },
  usecases: {
    parts: ['domain', 'ports', 'workbooks', 'messages', 'campaign-files', 'log.ts', 'trace.ts'],
    types: ['adapters'],
    packages: ['luxon'],
  },
  commands: {
    parts: ['domain', 'ports', 'migrations', 'usecases', 'adapters', 'workbooks', 'campaign-files', 'log.ts'],
    packages: ['zod', 'node:crypto', 'node:fs', 'node:path', 'node:readline', 'node:stream', 'node:util'],
  },
  migrations: { parts: ['domain'], packages: [] },
  adapters: {
    parts: ['migrations', 'domain', 'ports', 'field-path.ts', 'log.ts', 'trace.ts'],
    packages: [
      '@google-cloud/firestore',
      'google-auth-library',
      'googleapis',
      'zod',
      'luxon',
      'node:crypto',
      'docx',
    ],
  },
};

/** Loaded only when a function first needs them: together they cost a cold start most of a second. */
const SLEEPERS = ['googleapis', 'google-auth-library', '@google-cloud/firestore', 'docx'];

const SOURCES = [
  'functions/**/*.ts',
  'sheets-addon/**/*.ts',
  'local/**/*.{ts,mjs}',
  'deploy/**/*.ts',
  'test/**/*.ts',
  'bench/**/*.ts',
];
const files = globSync(SOURCES, {
  cwd: ROOT,
  exclude: (name) => /(^|\/)(node_modules|dist)$/.test(String(name)),
});
const sources = new Map(files.map((file) => [file, withoutComments(readFileSync(join(ROOT, file), 'utf8'))]));
const imports = [...sources].flatMap(([file, text]) => importsOf(file, text));
const importsBelow = (folder: string) => imports.filter(({ file }) => file.startsWith(`${folder}/`));

describe('the code keeps its shape:', () => {
  it('there is something to look at', () => {
    expect(importsBelow(`${SRC}/domain`).length).toBeGreaterThan(20);
  });

  it.each(Object.keys(LAYERS))('functions/src/%s imports only what it may', (part) => {
    const { parts, types = [], packages } = LAYERS[part]!;
    const own = imports.filter(({ file }) => partOf(file) === part);
    const astray = own.filter(({ of, kind }) => {
      if (!of.startsWith(`${SRC}/`)) return !packages.includes(packageOf(of));
      const target = partOf(of)!;
      return !(target === part || parts.includes(target) || (kind === 'type' && types.includes(target)));
    });
    expect(astray).toEqual([]);
  });

  it('the functions know nothing of the local office and the tests', () => {
    const outside = importsBelow(SRC).filter(({ of }) => /^(local|deploy|test|bench)\//.test(of));
    expect(outside).toEqual([]);
  });

  it('what the functions import is a dependency, not a development one', () => {
    const wanted = importsBelow(SRC).filter(
      ({ of, kind }) => kind !== 'type' && !/^(functions\/|node:)/.test(of),
    );
    const missing = new Set(wanted.map(({ of }) => packageOf(of)));
    expect([...missing].filter((name) => !(name in packageJson.dependencies))).toEqual([]);
  });

  it('Google’s libraries sleep until a function first needs them', () => {
    const awake = importsBelow(SRC).filter(
      ({ of, kind }) => kind === 'code' && SLEEPERS.includes(packageOf(of)),
    );
    expect(awake).toEqual([]);
  });

  it('nobody imports the root of googleapis, which costs 1.3 s', () => {
    expect(imports.filter(({ of }) => of === 'googleapis')).toEqual([]);
  });

  it('the domain has no clock, no chance, no network and no machine', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\.|\bfetch\(|\bset(Timeout|Interval)\b|\bconsole\.|\bBuffer\b|\brequire\(/g;
    const found = [...sources]
      .filter(([file]) => file.startsWith(`${SRC}/domain/`))
      .flatMap(([file, text]) => [...text.matchAll(forbidden)].map(([what]) => `${file}: ${what}`));
    expect(found).toEqual([]);
  });

  it('the add-on takes from the functions what is pure: the domain and the sentences', () => {
    const own = importsBelow(ADD_ON);
    expect(own.length).toBeGreaterThan(100);
    const astray = own.filter(
      ({ of }) => !/^(sheets-addon\/src|functions\/src\/(domain|messages))\//.test(of),
    );
    expect(astray).toEqual([]);
  });

  it('the add-on knows Google’s services, the clock and chance in one folder alone', () => {
    const google =
      /\b(SpreadsheetApp|HtmlService|UrlFetchApp|PropertiesService|CacheService|LockService|ScriptApp|Session|Utilities|GoogleAppsScript)\b|\bnew Date\(\s*\)|\bDate\.now\b|\bMath\.random\b/g;
    const found = [...sources]
      .filter(
        ([file]) => file.startsWith(`${ADD_ON}/`) && !/\/src\/(google|sidebar)\/|\/main\.ts$/.test(file),
      )
      .flatMap(([file, text]) => [...text.matchAll(google)].map(([what]) => `${file}: ${what}`));
    expect(found).toEqual([]);
  });

  it('the sidebar’s page and the script share what they say to one another, and no more', () => {
    const shared = [`${ADD_ON}/call.ts`, `${ADD_ON}/screen.ts`];
    const astray = importsBelow(`${ADD_ON}/sidebar`).filter(
      ({ of, kind }) => !of.startsWith(`${ADD_ON}/sidebar/`) && !(kind === 'type' && shared.includes(of)),
    );
    expect(astray).toEqual([]);
    expect(importsBelow(ADD_ON).filter(({ file, of }) => !isPage(file) && isPage(of))).toEqual([]);
  });

  it('the launcher needs nothing that has to be installed first', () => {
    const reached = new Set(['local/launch.mjs']);
    for (const file of reached) {
      for (const { of } of imports.filter((one) => one.file === file && !one.of.startsWith('node:'))) {
        expect(of).toMatch(/^local\/.*\.mjs$/);
        reached.add(of);
      }
    }
    expect([...reached].sort()).toEqual([
      'local/launch.mjs',
      'local/office/lock-file.mjs',
      'local/office/process-mark.mjs',
    ]);
  });

  it('nobody imports, by whatever way, whoever imports him', () => {
    const among = imports.filter(({ file, of }) => sources.has(of) && !(isGoogles(file) && isGoogles(of)));
    expect(inCircles(among)).toEqual([]);
  });

  it('firestore.rules allow nothing to anybody', () => {
    const rules = withoutComments(readFileSync(join(ROOT, 'firestore.rules'), 'utf8'));
    expect(rules.match(/\ballow\b[^;]*;/g)).toEqual(['allow read, write: if false;']);
    expect(rules).toContain('match /{document=**}');
  });
});

/** A range knows its sheet and a sheet its ranges: Google's classes are so, and what stands for them has to be. */
const isGoogles = (file: string): boolean => file.startsWith('local/apps-script/services/spreadsheet/');

/** What is left when whoever imports nobody, or is imported by nobody, has gone, again and again. */
function inCircles(edges: readonly Import[]): readonly string[] {
  for (let left = edges; ; ) {
    const from = new Set(left.map(({ file }) => file));
    const to = new Set(left.map(({ of }) => of));
    const next = left.filter(({ file, of }) => to.has(file) && from.has(of));
    if (next.length === left.length) return [...new Set(left.map(({ file, of }) => `${file} → ${of}`))];
    left = next;
  }
}

const isPage = (file: string): boolean => file.startsWith(`${ADD_ON}/sidebar/`);

/** `functions/src/http/errors.ts` belongs to `http`, `functions/src/log.ts` is a part of its own. */
function partOf(file: string): string | undefined {
  return file.startsWith(`${SRC}/`) ? file.slice(SRC.length + 1).split('/')[0] : undefined;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function importsOf(file: string, text: string): Import[] {
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm);
  const calls = text.matchAll(/\bimport\(\s*'([^']+)'/g);
  return [
    ...[...statements].map(
      ([, type, of]): Import => ({ file, of: at(file, of!), kind: type ? 'type' : 'code' }),
    ),
    ...[...calls].map(([, of]): Import => ({ file, of: at(file, of!), kind: 'lazy' })),
  ];
}

function at(file: string, specifier: string): string {
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier;
}

/** Good enough for code without `//` in its strings beyond addresses. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}
