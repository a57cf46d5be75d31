import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { wrap } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFunctions } from '../../functions/build.ts';
import { type Lock, lockFor } from '../../functions/lock.ts';
import rootLock from '../../package-lock.json' with { type: 'json' };
import { loadsOf } from './loads.ts';

const FRAMEWORK = '@google-cloud/functions-framework';
const ROOT_LOCK = rootLock as unknown as Lock;

describe('what is put on Cloud Run', () => {
  let folder: string;
  let metafile: Metafile;
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  beforeAll(async () => {
    // Below node_modules, where it finds the framework as it does when deployed.
    mkdirSync('node_modules/.cache', { recursive: true });
    folder = mkdtempSync(join(process.cwd(), 'node_modules/.cache/bundle-'));
    metafile = await buildFunctions(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the bundle, each library beside it, the framework it runs on, and the lock of that', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'docx.cjs',
      'docx.cjs.LEGAL.txt',
      'drive.cjs',
      'firestore.cjs',
      'firestore.cjs.LEGAL.txt',
      'functions.cjs',
      'gaxios.cjs',
      'gaxios.cjs.LEGAL.txt',
      'google-auth.cjs',
      'google-auth.cjs.LEGAL.txt',
      'googleapis-common.cjs',
      'index.cjs',
      'keep-code.cjs',
      'package-lock.json',
      'package.json',
      'sheets.cjs',
    ]);
    const { dependencies, main, engines } = read('package.json');
    expect({ dependencies, main, engines }).toEqual({
      dependencies: { [FRAMEWORK]: ROOT_LOCK.packages[`node_modules/${FRAMEWORK}`]?.version },
      main: 'index.cjs',
      engines: { node: '24.x' },
    });
    expect(read('package-lock.json').packages[''].dependencies).toEqual(dependencies);
  });

  it('reads what the first call needs, and nothing of what another would', () => {
    const google = ['drive', 'googleapis-common', 'sheets'];
    expect(loadsOf(metafile)).toEqual({
      atStart: ['@noble/hashes', 'zod'],
      byEveryCall: ['firestore', 'gaxios', 'google-auth'],
      byCall: {
        'collect-forms': google,
        decide: ['luxon'],
        'decision-document': ['docx'],
        decisions: ['luxon'],
        deliver: ['csv-parse', ...google, 'luxon'].sort(),
        'load-campaign': ['csv-parse'],
        'move-period': ['luxon'],
        'open-ballot': ['luxon'],
        operations: ['luxon'],
        'preview-campaign': ['csv-parse'],
        'register-rules': ['luxon'],
        'revoke-decision': ['luxon'],
        'run-jobs': ['csv-parse', ...google, 'luxon'].sort(),
        'save-register': ['luxon'],
        watch: [...google, 'luxon'].sort(),
        'workbook-context': ['luxon'],
      },
    });
  });

  it('is compiled where it is built, and V8 takes what was kept of that for its own', () => {
    const said = execFileSync(process.execPath, [join(folder, 'keep-code.cjs')], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    expect(said).toContain('"code":"forbidden"'); // as far as a first call goes without Google
    const files = readdirSync(folder).filter((file) => file.endsWith('.cjs'));
    const kept = files.filter((file) => file !== 'index.cjs' && file !== 'keep-code.cjs');
    expect(kept.length).toBeGreaterThan(5);
    for (const file of kept) {
      const cachedData = readFileSync(join(folder, `${file}.code`));
      const source = wrap(readFileSync(join(folder, file), 'utf8'));
      expect([file, new Script(source, { cachedData }).cachedDataRejected]).toEqual([file, false]);
    }
  });

  it('installs what the tests ran with, to the byte, and nothing else', () => {
    const { packages } = read('package-lock.json') as Lock;
    const installed = Object.entries(packages).filter(([path]) => path !== '');
    expect(installed.length).toBeGreaterThan(50);
    for (const [path, { version, integrity, resolved, dev }] of installed) {
      const tested = ROOT_LOCK.packages[path];
      expect({ path, version, integrity }).toEqual({
        path,
        version: tested?.version,
        integrity: tested?.integrity,
      });
      expect(integrity).toMatch(/^sha512-/);
      expect([resolved, dev]).toEqual([undefined, undefined]);
    }
    for (const [path, { dependencies = {} }] of installed)
      for (const name of Object.keys(dependencies))
        expect([path, nearest(name, path, packages)]).not.toContain(undefined);
  });
});

describe('the lock of one package', () => {
  it('takes what lies nearest, as Node does', () => {
    const project: Lock = {
      packages: {
        '': {},
        'node_modules/a': { version: '1.0.0', dependencies: { b: '^2', c: '^1' } },
        'node_modules/a/node_modules/b': { version: '2.0.0', dependencies: { d: '*' } },
        'node_modules/b': { version: '1.0.0', dev: true },
        'node_modules/c': { version: '1.0.0', dev: true, dependencies: { b: '^1', a: '^1' } },
        'node_modules/d': { version: '4.0.0' },
        'node_modules/e': { version: '5.0.0' },
      },
    };
    expect(lockFor('a', project, { name: 'x' })).toEqual({
      name: 'x',
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': { name: 'x', dependencies: { a: '1.0.0' } },
        'node_modules/a': { version: '1.0.0', dependencies: { b: '^2', c: '^1' } },
        'node_modules/a/node_modules/b': { version: '2.0.0', dependencies: { d: '*' } },
        'node_modules/b': { version: '1.0.0' },
        'node_modules/c': { version: '1.0.0', dependencies: { b: '^1', a: '^1' } },
        'node_modules/d': { version: '4.0.0' },
      },
    });
  });
});

function nearest(name: string, from: string, packages: Lock['packages']): string | undefined {
  const folders = from
    .split('/node_modules/')
    .map((_, i, all) => all.slice(0, all.length - i).join('/node_modules/'));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].find(
    (at) => packages[at],
  );
}
