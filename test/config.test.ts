import { describe, expect, it } from 'vitest';
import { readConfig } from '../functions/src/config.ts';

const LOCAL = {
  GOOGLE_CLOUD_PROJECT: 'p',
  FIRESTORE_EMULATOR_HOST: '127.0.0.1:8080',
  TOKEN_AUDIENCE: 'addon.apps.example',
  TOKEN_CERTS_URL: 'http://127.0.0.1:9000/oauth2/v1/certs',
};

describe('readConfig', () => {
  it('reads what the environment says', () => {
    expect(
      readConfig({
        ...LOCAL,
        TOKEN_AUDIENCE: ' addon.apps.example, https://deliver.example ,',
        SHEETS_ROOT_URL: 'http://localhost:9001/',
        FIRESTORE_DATABASE: 'dien-hinh-staging',
        DRIVE_FOLDER_ID: 'folder',
        FIRST_ADMIN: ' Quan-Tri@X.example ',
        ALLOW_CLOCK_HEADER: '1',
        ANSWER_WITHIN_MS: '20000',
        BALLOT_KEY: `${Buffer.alloc(32, 1).toString('base64')}, ${Buffer.alloc(32, 2).toString('base64')}`,
      }),
    ).toEqual({
      projectId: 'p',
      firestoreDatabase: 'dien-hinh-staging',
      tokenAudiences: ['addon.apps.example', 'https://deliver.example'],
      tokenCertsUrl: 'http://127.0.0.1:9000/oauth2/v1/certs',
      sheetsRootUrl: 'http://localhost:9001/',
      driveFolderId: 'folder',
      firstAdmin: 'quan-tri@x.example',
      ballotKeys: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)],
      answerWithinMs: 20_000,
      allowClockHeader: true,
    });
  });

  it('needs nothing but an audience', () => {
    expect(readConfig({ TOKEN_AUDIENCE: 'a', FIRST_ADMIN: '' })).toEqual({
      projectId: undefined,
      firestoreDatabase: undefined,
      tokenAudiences: ['a'],
      tokenCertsUrl: undefined,
      sheetsRootUrl: undefined,
      driveFolderId: undefined,
      firstAdmin: undefined,
      ballotKeys: [],
      answerWithinMs: 55_000,
      allowClockHeader: false,
    });
  });

  it('wants to know on Cloud Run where the workbooks go: a service account owns no storage', () => {
    expect(() => readConfig({ TOKEN_AUDIENCE: 'a', K_SERVICE: 'dien-hinh' })).toThrow(
      /^The functions cannot start: DRIVE_FOLDER_ID is missing [^;]*\.$/,
    );
    const found = readConfig({ TOKEN_AUDIENCE: 'a', K_SERVICE: 'dien-hinh', DRIVE_FOLDER_ID: 'f' });
    expect(found.driveFolderId).toBe('f');
  });

  it('refuses what would be unsafe, all at once', () => {
    const refused = (environment: Record<string, string>) => {
      try {
        readConfig(environment);
        return undefined;
      } catch (error) {
        return (error as Error).message.match(/[A-Z]+(?:_[A-Z]+)+(?= is| must)/g);
      }
    };
    expect(refused({})).toEqual(['TOKEN_AUDIENCE']);
    expect(
      refused({ TOKEN_AUDIENCE: ',', FIRESTORE_EMULATOR_HOST: 'x:1', SHEETS_ROOT_URL: 'http://x.example' }),
    ).toEqual(['TOKEN_AUDIENCE', 'GOOGLE_CLOUD_PROJECT', 'SHEETS_ROOT_URL']);
    expect(refused({ ...LOCAL, TOKEN_CERTS_URL: 'http://127.0.0.1.evil.example/' })).toEqual([
      'TOKEN_CERTS_URL',
    ]);
    expect(refused({ ...LOCAL, TOKEN_CERTS_URL: 'not a url' })).toEqual(['TOKEN_CERTS_URL']);
    expect(refused({ ...LOCAL, BALLOT_KEY: 'c2hvcnQ=' })).toEqual(['BALLOT_KEY']);
    for (const wrong of ['soon', '0', '1.5'])
      expect(refused({ ...LOCAL, ANSWER_WITHIN_MS: wrong })).toEqual(['ANSWER_WITHIN_MS']);
    expect(refused({ ...LOCAL, ALLOW_CLOCK_HEADER: '1' })).toBeUndefined();
    const { TOKEN_CERTS_URL: _, ...googles } = LOCAL;
    expect(refused({ ...googles, ALLOW_CLOCK_HEADER: '1' })).toEqual(['ALLOW_CLOCK_HEADER']);
    expect(refused({ ...LOCAL, TOKEN_CERTS_URL: 'https://x.example', ALLOW_CLOCK_HEADER: '1' })).toEqual([
      'ALLOW_CLOCK_HEADER',
    ]);
  });
});
