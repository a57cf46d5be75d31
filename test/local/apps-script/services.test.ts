import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

/** What is called otherwise here than in Apps Script, or is no service. */
const NAMES: Readonly<Record<string, string | undefined>> = {
  CellBlock: 'Range',
  MetadataFinder: 'DeveloperMetadataFinder',
  Console: 'console',
  Exception: undefined,
  EnumValue: undefined,
  MissingService: undefined,
};

describe('the services', () => {
  const known = knownMembers();
  const own = [...ownMethods()].filter(([name]) => !(name in NAMES && NAMES[name] === undefined));

  it('are there to look at', () => {
    expect(own.length).toBeGreaterThan(25);
    expect(own.flatMap(([, methods]) => methods).length).toBeGreaterThan(200);
    expect(known.get('Range')!.size).toBeGreaterThan(150);
  });

  it.each(own)('have no method that Apps Script has not: %s', (name, methods) => {
    const there = known.get(NAMES[name] ?? name) ?? new Set();
    expect(methods.filter((method) => !there.has(method))).toEqual([]);
  });
});

/** Every interface of Google's own types with its members. */
function knownMembers(): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>([
    ['console', new Set(['log', 'info', 'warn', 'error', 'toString'])],
  ]);
  for (const file of globSync('node_modules/@types/google-apps-script/*.d.ts', { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, name, body] of text.matchAll(
      /^ {8}(?:interface|class) (\w+)(?: extends [^{]+)? \{([\s\S]*?)\n {8}\}/gm,
    )) {
      const members = [...body!.matchAll(/^\s+(?:readonly )?(\w+)\s*[(:<?]/gm)].map(([, member]) => member!);
      all.set(name!, new Set([...(all.get(name!) ?? ['toString']), ...members]));
    }
  }
  return all;
}

/** Our classes with the methods that a script can reach. */
function* ownMethods(): Generator<[name: string, methods: string[]]> {
  for (const file of globSync('local/apps-script/services/**/*.ts', { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, name, body] of text.matchAll(
      /^(?:export )?(?:abstract )?class (\w+) extends \w+ \{([\s\S]*?)^\}/gm,
    )) {
      const methods = [...body!.matchAll(/^ {2}(?:override )?(\w+)(?:<[^>]*>)?\(/gm)].map(
        ([, method]) => method!,
      );
      yield [name!, methods.filter((method) => method !== 'constructor')];
    }
  }
}
