import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allowedLicence, licencesPage, packagesIn } from '../local/licences/licences.ts';

/** What is installed with the project, and what that may do. No network is asked. */
const read = (file: string) => readFileSync(file, 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const packages = packagesIn(lock);

/** Whose scripts npm would run while installing. They are not run (.npmrc), and are not needed. */
const SCRIPTS: Readonly<Record<string, string>> = {
  esbuild: 'chooses a faster way to its program, which comes as a package of its own',
  protobufjs: 'prints a warning',
};

/** The project, and the package of those who deploy. */
const FOLDERS = ['.', 'deploy'].filter((folder) => existsSync(`${folder}/package.json`));

describe.each(FOLDERS)('the dependencies of %s', (folder) => {
  const manifest = JSON.parse(read(`${folder}/package.json`));
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'] as const;
  const wanted = kinds.flatMap((kind) => Object.entries<string>(manifest[kind] ?? {}));

  it('are pinned to one version each', () => {
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are each explained', () => {
    const explained = read('docs/decisions/0002-dependencies.md');
    const isExplained = (name: string) => explained.includes(folder === '.' ? `\`${name}\`` : name);
    expect(wanted.filter(([name]) => !isExplained(name)).map(([name]) => name)).toEqual([]);
  });

  it.runIf(existsSync(`${folder}/package-lock.json`))(
    'are locked by their digests, from no registry’s address',
    () => {
      const { packages: locked } = JSON.parse(read(`${folder}/package-lock.json`));
      const all = Object.entries<{ resolved?: string; integrity?: string; link?: boolean }>(locked);
      const below = all.filter(([path]) => path !== '');
      expect(below.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
      expect(below.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
    },
  );
});

describe('what is installed', () => {
  it('needs no script of anybody, and runs none', () => {
    const found = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect(found).toEqual(Object.keys(SCRIPTS));
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  });

  it('is all under licences that let it be used, changed and passed on', () => {
    const others = packages.filter((each) => allowedLicence(each) === undefined);
    expect(others.map(({ name, version, licence }) => `${name} ${version}: ${licence}`)).toEqual([]);
  });

  it('says of its licence what the lock says', () => {
    const different = Object.entries<{ license?: string; version: string }>(lock.packages)
      .filter(([path]) => path !== '' && existsSync(`${path}/package.json`))
      .filter(([path, { license, version }]) => {
        const own = JSON.parse(read(`${path}/package.json`));
        return own.version !== version || own.license !== license;
      });
    expect(different.map(([path]) => path)).toEqual([]);
  });

  it('is counted in docs/licences.md: npm run licences writes it', () => {
    expect(read('docs/licences.md')).toBe(licencesPage(packages));
  });

  it('has no package twice in what is deployed that decides who somebody is', () => {
    for (const name of ['google-auth-library', 'jose', 'zod'])
      expect([name, packages.filter((each) => each.name === name).length]).toEqual([name, 1]);
  });
});
