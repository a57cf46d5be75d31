import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { launchRank, ROOT } from './local/rank/command.ts';

const PAGES = ['README.md', 'CHANGELOG.md', ...pagesBelow('docs'), ...pagesBelow('examples')];

describe('the documents', () => {
  it.each(PAGES)('%s links only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map((match) => match[1]!);
    const missing = links.filter((link) => !existsSync(join(ROOT, dirname(page), link)));
    expect(missing).toEqual([]);
  });

  const bugs = read('docs/bugs-others-had.md').matchAll(/^\| (?!Bug|---)(.+?) \|.*\| (.+) \|$/gm);
  it.each([...bugs].map(([, bug, tests]) => [bug!, tests!]))('name the tests of a bug: %s', (_, tests) => {
    const files = [...tests.matchAll(/\(([^)]+\.test\.ts)\) ((?:`[^`]+`(?:, )?)+)/g)];
    expect(files).not.toEqual([]);
    for (const [, file, names] of files)
      for (const [, name] of names!.matchAll(/`([^`]+)`/g)) expect(read(join('docs', file!))).toContain(name);
  });

  it('picture what npm start prints', () => {
    const pictured = read('docs/pictures/npm-start.svg').matchAll(/<text[^>]*>([^<]*)</g);
    const printed = read('test/journeys/published/printed.txt').split('\n');
    const lines = [...pictured].map(([, line]) => line!.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
  });

  it('tell why each dependency is there', () => {
    const { dependencies, devDependencies, optionalDependencies } = packageJson;
    const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const reasons = read('docs/decisions/0002-dependencies.md');
    expect(names.filter((name) => !reasons.includes(`\`${name}\``))).toEqual([]);
  });

  const commands = ['README.md', 'examples/README.md'].flatMap(rankCommandsOf);
  it('show at least one ranking', () => expect(commands).not.toEqual([]));
  it.each(commands)('show a command that works: rank %s', async (_, args) => {
    const { exitCode, stdout, stderr } = await launchRank(args);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).not.toBe('');
  });
});

function pagesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function read(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** Complete commands in a page's code blocks, each with its arguments. */
function rankCommandsOf(page: string): [string, string[]][] {
  const lines = read(page).replaceAll('\\\n', ' ').split('\n');
  return lines
    .flatMap((line) => /^npm run (?:-s )?rank -- (.*?)(?:\s+#.*)?$/.exec(line)?.[1] ?? [])
    .filter((text) => !/\b[A-Z]{3,}\b|\[/.test(text))
    .map((text) => [text, text.trim().split(/\s+/)]);
}
