/** One package of package-lock.json. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Only for tests, tools and the local office: not in what is deployed. */
  readonly isForDevelopment: boolean;
  readonly hasInstallScript: boolean;
  readonly resolved?: string;
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly license?: string;
        readonly dev?: boolean;
        readonly hasInstallScript?: boolean;
        readonly resolved?: string;
      }
    >
  >;
}

/** Their package.json says nothing of it, or too little; their file LICENSE says this. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  '@univerjs/telemetry': 'Apache-2.0',
  'url-template': 'BSD-3-Clause',
};

/** Every package that is installed on some system, by name; the lock has the licence that each says itself. */
export function packagesIn({ packages }: Lock): readonly LockedPackage[] {
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = '', dev = false, hasInstallScript = false, resolved }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return {
        name,
        version,
        licence: SAID_ELSEWHERE[name] ?? license,
        isForDevelopment: dev,
        hasInstallScript,
        ...(resolved !== undefined && { resolved }),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** Licences under which somebody may use, change and pass on what we build, with what each asks for. */
const ALLOWED: Readonly<Record<string, string>> = {
  '0BSD': 'nothing',
  'Apache-2.0': 'its text and NOTICE go with copies',
  'BSD-2-Clause': 'its text goes with copies',
  'BSD-3-Clause': 'its text goes with copies; no advertising with names',
  'CC-BY-3.0': 'data; its authors are named',
  'CC0-1.0': 'nothing',
  ISC: 'its text goes with copies',
  MIT: 'its text goes with copies',
  'MPL-2.0': 'changes to its own files stay under it; not in what is deployed',
};

/** The allowed licence of a package: of several one may choose from, the first that is allowed. */
export function allowedLicence({ licence, isForDevelopment }: LockedPackage): string | undefined {
  const choices = licence.replace(/^\(|\)$/g, '').split(/ OR |\//);
  return choices.find((each) => each in ALLOWED && (each !== 'MPL-2.0' || isForDevelopment));
}

/** Those that most packages have; of the others the page names the packages. */
const USUAL: ReadonlySet<string> = new Set(['MIT', 'Apache-2.0', 'ISC', 'BSD-3-Clause']);

/** docs/licences.md. */
export function licencesPage(packages: readonly LockedPackage[]): string {
  const rows = Object.entries(ALLOWED).map(([licence, asks]) => {
    const under = packages.filter((each) => allowedLicence(each) === licence);
    const development = under.filter(({ isForDevelopment }) => isForDevelopment).length;
    const names = [...new Set(under.map(({ name }) => `\`${name}\``))];
    const which = USUAL.has(licence) ? '' : names.join(', ');
    return `| ${licence} | ${under.length - development} | ${development} | ${asks} | ${which} |`;
  });
  return `# Licences

Written by \`npm run licences\` out of package-lock.json; a test holds it against what is installed. Điển hình itself is under the Apache License 2.0. Each package may be used, changed and passed on under one of these; another licence fails the test.

| Licence | packages with the functions | for development only | asks | which |
| --- | ---: | ---: | --- | --- |
${rows.join('\n')}
`;
}
