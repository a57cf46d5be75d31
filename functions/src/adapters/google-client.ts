import type { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { AppError } from '../domain/app-error.ts';

/** Where Google's services are, and as whom they are called. */
export interface GoogleAccess {
  /** Serves Sheets and Drive; Google's own addresses if absent. */
  readonly rootUrl: string | undefined;
  readonly auth: () => Promise<GoogleAuth | OAuth2Client>;
  /** The functions' own account; undefined where the credentials do not say. */
  readonly account: () => Promise<string | undefined>;
}

const SCOPES = ['https://www.googleapis.com/auth/spreadsheets', 'https://www.googleapis.com/auth/drive'];

/** Options of every call: our own repeating instead of the library's, and no call that never ends. */
export const CALL_OPTIONS = { retry: false, timeout: 60_000 } as const;

/** Default credentials of the place the functions run in; nothing is loaded before the first call. */
export function openGoogleAccess(rootUrl: string | undefined): GoogleAccess {
  const auth = once(async () => {
    const { GoogleAuth } = await import('google-auth-library');
    return new GoogleAuth({ scopes: SCOPES });
  });
  return {
    rootUrl,
    auth,
    account: once(async () => {
      // Asks the metadata server, which can be away as everything can.
      const credentials = await (await auth()).getCredentials().catch(() => {
        throw new AppError('unavailable', { what: 'credentials' });
      });
      return credentials.client_email?.toLowerCase();
    }),
  };
}

/** The same promise each time; a failure is not kept. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
