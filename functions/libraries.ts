import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * What lies in a file of its own beside the functions, which is read, and compiled, when the first call needs it.
 * The order does not matter; what two of them need is one of them too, or each would carry its own.
 */
export const LIBRARIES: Readonly<Record<string, string>> = {
  '@google-cloud/firestore': 'firestore',
  docx: 'docx',
  gaxios: 'gaxios',
  'google-auth-library': 'google-auth',
  'googleapis-common': 'googleapis-common',
  'googleapis/build/src/apis/drive/v3.js': 'drive',
  'googleapis/build/src/apis/sheets/v4.js': 'sheets',
};

/** Whoever asks for a library gets its file. */
export const inFilesOfTheirOwn: Plugin = {
  name: 'in-files-of-their-own',
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) => {
      const file = kind === 'entry-point' ? undefined : LIBRARIES[path];
      return file === undefined ? undefined : { path: `./${file}.cjs`, external: true };
    });
  },
};

const MODULES = '/node_modules/';

type Rewrite = (source: string) => string;
const nothing: Rewrite = () => 'module.exports = {};';

/**
 * What Firestore's client carries for others, a third of what a cold start would cost: it is compiled, and its
 * protocols are resolved, before the first document is read. None of it is ever called by us.
 */
export const LEFT_OUT: Readonly<Record<string, Rewrite>> = {
  // Messages as classes, which pipelines and bundles are made of; the client itself reads protos.json.
  '@google-cloud/firestore-api/build/protos/protos.js': () =>
    "module.exports = require('protobufjs/minimal').roots.firestore_v1 = { google: { firestore: { v1: {} } } };",
  // Making indexes, backups and databases.
  '@google-cloud/firestore-api/build/src/v1/firestore_admin_client.js': nothing,
  '@google-cloud/firestore-api/build/protos/protos.json': (source) => {
    const protocols = JSON.parse(source);
    delete protocols.nested.google.nested.firestore.nested.admin;
    return JSON.stringify(protocols);
  },
  // Other services that every client of Google's can be asked about.
  'google-gax/build/protos/iam_service.js': nothing,
  'google-gax/build/protos/locations.js': nothing,
  'google-gax/build/protos/operations.js': nothing,
  'google-gax/build/protos/operations.json': () => '{}',
  'google-gax/build/src/iamService.js': nothing,
  'google-gax/build/src/locationService.js': () => 'exports.LocationsClient = class { async close() {} };',
  // What a server that describes its messages tells of them; gRPC's client writes it for each and reads it never.
  'protobufjs/ext/descriptor/index.js': () => `
    const { Enum, Root, Type } = require('../..');
    const untold = { file: [], $type: { toObject: () => ({}) } };
    for (const each of [Enum, Root, Type]) each.prototype.toDescriptor = () => untold;`,
  // Our sentences are our own.
  'zod/v4/locales/index.js': () => "export { default as en } from './en.js';",
};

/** @throws through esbuild when a library no longer has what is left out of it: then look what it has instead. */
export const withoutWhatIsNotCalled: Plugin = {
  name: 'without-what-is-not-called',
  setup(build) {
    const missing = new Set(Object.keys(LEFT_OUT));
    build.onLoad(
      { filter: /node_modules\/(@google-cloud\/firestore-api|google-gax|protobufjs|zod)\// },
      async ({ path }) => {
        const name = path.slice(path.lastIndexOf(MODULES) + MODULES.length);
        const rewrite = LEFT_OUT[name];
        if (rewrite === undefined) return undefined;
        missing.delete(name);
        const contents = rewrite(await readFile(path, 'utf8'));
        return { contents, loader: name.endsWith('.json') ? 'json' : 'js' };
      },
    );
    build.onEnd(() => ({ errors: [...missing].map((name) => ({ text: `${name}: nothing to leave out` })) }));
  },
};
