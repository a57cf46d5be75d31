import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Trouble } from '../office/trouble.ts';

/** Where Google's Firestore emulator comes from: one that runs already, or a jar we start ourselves. */
export type EmulatorSource = { kind: 'running'; host: string } | { kind: 'jar'; jar: string; java: string };

/** Where the CLI's packages for Debian, RPM, Snap and Homebrew put it. */
const KNOWN_SDK_ROOTS = [
  '/usr/lib/google-cloud-sdk',
  '/usr/lib64/google-cloud-sdk',
  '/usr/share/google-cloud-sdk',
  '/opt/google-cloud-sdk',
  '/snap/google-cloud-cli/current',
  '/opt/homebrew/share/google-cloud-sdk',
  '/usr/local/share/google-cloud-sdk',
];

/**
 * Looks in this order: FIRESTORE_EMULATOR_HOST, the Google Cloud CLI's jar, the jar firebase-tools has fetched.
 *
 * @throws Trouble when there is none, or no Java to run it.
 */
export function findEmulator(
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
  knownRoots: readonly string[] = KNOWN_SDK_ROOTS,
): EmulatorSource {
  if (env.FIRESTORE_EMULATOR_HOST) return { kind: 'running', host: env.FIRESTORE_EMULATOR_HOST };
  const jar = findJar(env, home, knownRoots);
  if (!jar) {
    throw new Trouble(
      'Chưa có trình giả lập Firestore: hãy cài gói google-cloud-cli-firestore-emulator (hoặc chạy "gcloud components install cloud-firestore-emulator").',
      'The Firestore emulator is missing: install the package google-cloud-cli-firestore-emulator, or run "gcloud components install cloud-firestore-emulator", or "npx firebase-tools setup:emulators:firestore".',
    );
  }
  return { kind: 'jar', jar, java: findJava(env) };
}

function findJar(env: NodeJS.ProcessEnv, home: string, knownRoots: readonly string[]): string | undefined {
  const inSdk = join('platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar');
  return [...sdkRoots(env), ...knownRoots, join(home, 'google-cloud-sdk')]
    .map((root) => join(root, inSdk))
    .concat(firebaseJars(env, home))
    .find((path) => existsSync(path));
}

/** `gcloud` on the PATH is a link into the SDK's bin/. */
function sdkRoots(env: NodeJS.ProcessEnv): string[] {
  const gcloud = findOnPath('gcloud', env);
  return [
    ...(env.CLOUDSDK_ROOT_DIR ? [env.CLOUDSDK_ROOT_DIR] : []),
    ...(gcloud ? [dirname(dirname(realpathSync(gcloud)))] : []),
  ];
}

/** firebase-tools keeps `cloud-firestore-emulator-v1.19.8.jar`; the newest comes first. */
function firebaseJars(env: NodeJS.ProcessEnv, home: string): string[] {
  const folder = env.FIREBASE_EMULATORS_PATH ?? join(home, '.cache', 'firebase', 'emulators');
  if (!existsSync(folder)) return [];
  const byVersion = new Intl.Collator('en', { numeric: true });
  return readdirSync(folder)
    .filter((name) => /^cloud-firestore-emulator-v[\d.]+\.jar$/.test(name))
    .sort((a, b) => byVersion.compare(b, a))
    .map((name) => join(folder, name));
}

function findJava(env: NodeJS.ProcessEnv): string {
  const named = env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : undefined;
  const java = named && isExecutable(named) ? named : findOnPath('java', env);
  if (java) return java;
  throw new Trouble(
    'Thiếu Java: trình giả lập Firestore cần Java 11 trở lên (ví dụ: apt-get install default-jre-headless).',
    'Java is missing: the Firestore emulator needs Java 11 or later (for example: apt-get install default-jre-headless).',
  );
}

function findOnPath(command: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
