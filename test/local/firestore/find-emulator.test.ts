import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findEmulator } from '../../../local/firestore/find-emulator.ts';
import { showFailure } from '../../../local/office/trouble.ts';

const IN_SDK = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';

/** A machine with nothing on it; each call puts a file there. */
function machine() {
  const root = mkdtempSync(join(tmpdir(), 'machine-'));
  const put = (path: string, mode = 0o644) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '', { mode });
    return join(root, path);
  };
  const env = { PATH: join(root, 'bin') };
  const find = (more: NodeJS.ProcessEnv = {}) =>
    findEmulator({ ...env, ...more }, join(root, 'home'), [join(root, 'known')]);
  return { root, put, find };
}

describe('findEmulator', () => {
  it('takes the first there is: one that runs, gcloud’s, a known place, the newest of firebase-tools', () => {
    const { root, put, find } = machine();
    const java = put('bin/java', 0o755);
    put('home/.cache/firebase/emulators/cloud-firestore-emulator-v1.9.9.jar');
    put('home/.cache/firebase/emulators/ui-v2.0.0.zip');
    const cached = put('home/.cache/firebase/emulators/cloud-firestore-emulator-v1.19.8.jar');
    expect(find()).toEqual({ kind: 'jar', jar: cached, java });

    const known = put(`known/${IN_SDK}`);
    expect(find()).toEqual({ kind: 'jar', jar: known, java });

    const installed = put(`opt/sdk/${IN_SDK}`);
    put('opt/sdk/bin/gcloud', 0o755);
    symlinkSync(join(root, 'opt/sdk/bin/gcloud'), join(root, 'bin/gcloud'));
    expect(find()).toEqual({ kind: 'jar', jar: installed, java });

    expect(find({ FIRESTORE_EMULATOR_HOST: '127.0.0.1:8080' })).toEqual({
      kind: 'running',
      host: '127.0.0.1:8080',
    });
  });

  it('prefers the Java that JAVA_HOME names', () => {
    const { root, put, find } = machine();
    put(`known/${IN_SDK}`);
    put('bin/java', 0o755);
    const own = put('jdk/bin/java', 0o755);
    expect(find({ JAVA_HOME: join(root, 'jdk') })).toMatchObject({ java: own });
    expect(find({ JAVA_HOME: join(root, 'gone') })).toMatchObject({ java: join(root, 'bin/java') });
  });

  it('says in one line what to install when the emulator is missing, or Java', () => {
    const { put, find } = machine();
    const failure = (): string => {
      try {
        return JSON.stringify(find());
      } catch (error) {
        return showFailure(error);
      }
    };
    expect(failure()).toMatch(
      /^Chưa có trình giả lập Firestore: .*google-cloud-cli-firestore-emulator.* \/ The/,
    );
    put(`known/${IN_SDK}`);
    put('bin/java', 0o644); // not a program
    expect(failure()).toMatch(/^Thiếu Java: .* \/ Java is missing: .*$/);
  });
});
