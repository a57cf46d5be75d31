import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../functions/src/http/endpoints.ts';
import packageJson from '../package.json' with { type: 'json' };
import { launchRank, ROOT } from './local/rank/command.ts';

const TABS = tabTitles();
const PICTURES = 'docs/pictures/huong-dan';
/** Bytes. */
const LARGE = 150 * 1024;
const PAGES = [
  ...['README.md', 'CHANGELOG.md', 'sheets-addon/README.md', 'bench/README.md'],
  ...[...pagesBelow('docs'), ...pagesBelow('examples')],
];

describe('the documents', () => {
  it.each(PAGES)('%s links only to what is there', (page) => {
    const links = [
      ...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g),
      ...read(page).matchAll(/ src(?:set)?="([^"]+)"/g),
    ].map((match) => match[1]!);
    const missing = links.filter((link) => !existsSync(join(ROOT, dirname(page), link)));
    expect(missing).toEqual([]);
  });

  it('have one way in: docs/README.md leads to every page', () => {
    const linked = new Set([...read('docs/README.md').matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link!));
    const pages = readdirSync(join(ROOT, 'docs')).filter(
      (name) => name.endsWith('.md') && name !== 'README.md',
    );
    expect(pages.filter((page) => !linked.has(page))).toEqual([]);
  });

  it('show every picture that is kept for them, none of them large', () => {
    const shown = PAGES.map(read).join('\n');
    const pictures = readdirSync(join(ROOT, PICTURES));
    const size = (picture: string) => statSync(join(ROOT, PICTURES, picture)).size;
    expect(pictures.filter((picture) => !shown.includes(`huong-dan/${picture}`))).toEqual([]);
    expect(pictures.filter((picture) => size(picture) > LARGE)).toEqual([]);
  });

  const bugs = read('docs/bugs-others-had.md').matchAll(/^\| (?!Bug|---)(.+?) \|.*\| (.+) \|$/gm);
  it.each([...bugs].map(([, bug, tests]) => [bug!, tests!]))('name the tests of a bug: %s', (_, tests) => {
    expect(testsThatAreNotThere(tests)).toEqual([]);
  });

  const requirements = [...read('docs/requirements.md').matchAll(/^\| (R\d+|–) \|(.*)\|$/gm)];
  it('answer every row of the movement', () => {
    const rows = requirements.map(([, row]) => row!).filter((row) => row !== '–');
    expect(rows).toEqual(Array.from({ length: 18 }, (_, index) => `R${index + 1}`));
  });
  it.each(
    requirements.map(([, row, cells]) => [row!, cells!.split('|').map((cell) => cell.trim())] as const),
  )(
    'say of %s by what it is done, where it is seen and which tests hold it',
    (_, [, filled, functions, seen, tests]) => {
      expect(namesIn(functions!, '`').filter((name) => !(name in endpoints))).toEqual([]);
      expect(namesIn(`${filled} ${seen}`, '*').filter((name) => !TABS.has(name))).toEqual([]);
      expect(testsThatAreNotThere(tests!)).toEqual([]);
    },
  );

  const nights = read('docs/operations.md')
    .split(/^### (?=\d+\. )/m)
    .slice(1);
  it.each(nights.map((night) => [night.split('\n')[0]!, night] as const))(
    'say of a night what one sees, does, and how it was tried: %s',
    (_, night) => {
      expect(night).toMatch(/^\*Seen:\* .+^\*Do:\* .+^\*Tried:\* /ms);
      expect(testsThatAreNotThere(night.split('*Tried:*')[1]!)).toEqual([]);
    },
  );
  it('tell of ten nights at least', () => expect(nights.length).toBeGreaterThanOrEqual(10));

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

/** Of "[file](../test/file.test.ts) `a name`, `another`, …": what no such file has. There has to be at least one. */
function testsThatAreNotThere(cell: string): string[] {
  const files = [...cell.matchAll(/\(([^)]+\.test\.ts)\) ((?:`[^`]+`(?:, )?)+)/g)];
  if (files.length === 0) return [`no test in: ${cell}`];
  return files.flatMap(([, file, names]) =>
    namesIn(names!, '`').filter((name) => !read(join('docs', file!)).includes(name)),
  );
}

/** What stands between two marks: *Phiếu*, `submit-form`. */
function namesIn(cell: string, mark: '*' | '`'): string[] {
  return cell.split(mark).filter((_, index) => index % 2 === 1);
}

/** Titles of workbooks and their tabs in the functions' code, without what is added to them ("Xếp hạng XA"). */
function tabTitles(): ReadonlySet<string> {
  const folder = join(ROOT, 'functions/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const titles = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /\b(?:title|tab)(?::| =) (?:'([^']+)'|`([^`$]+?)(?: –)? \$)/g,
      ),
    ]);
  return new Set(titles.map(([, whole, beginning]) => whole ?? beginning!));
}

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
