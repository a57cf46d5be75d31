/** One package in a package-lock.json (version 3), by its path: "node_modules/a/node_modules/b". */
interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [other: string]: unknown;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/**
 * The part of the project's lock that one package and all it needs are, as the lock of a project that needs nothing
 * else: so what is installed where the functions are built is what the tests ran with, to the byte. Pure.
 */
export function lockFor(name: string, project: Lock, root: { readonly name: string }): object {
  const needed = new Map<string, LockedPackage>();
  const add = (path: string) => {
    const found = project.packages[path];
    if (found === undefined || needed.has(path)) return;
    const { dev: _, devOptional: __, peer: ___, ...kept } = found;
    needed.set(path, kept as LockedPackage);
    for (const each of Object.keys({ ...found.dependencies, ...found.optionalDependencies })) {
      const at = resolve(each, path, project);
      if (at !== undefined) add(at);
    }
  };
  add(`node_modules/${name}`);
  const { version } = needed.get(`node_modules/${name}`)!;
  return {
    name: root.name,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { ...root, dependencies: { [name]: version } },
      ...Object.fromEntries([...needed].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

/** Where Node finds a package that the one at `from` asks for: beside it, or in any folder above. */
function resolve(name: string, from: string, { packages }: Lock): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const at = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[at] !== undefined) return at;
    if (folder === '') return undefined;
  }
}
