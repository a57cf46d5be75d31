import { createHash } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { SigningKey } from './key.ts';

/**
 * Stands where Google's account service stands. ID tokens look like Google's to the last claim our functions read,
 * so the same verification runs; access tokens are opaque to whoever carries them, as Google's are.
 */
export interface Issuer {
  /** An OpenID token of a person for one audience (the add-on's OAuth client id, a function's address). */
  issueIdToken(wish: IdTokenWish): Promise<string>;
  /** What a person's or service account's client sends to the Sheets and Drive server. */
  accessTokenFor(email: string, options?: { expiresInSeconds?: number }): Promise<string>;
  /** Whose access token is it? Undefined for a foreign, spoilt or expired one, and for an ID token. */
  callerOf(accessToken: string): Promise<string | undefined>;
  /** `{kid: pem}`, the shape of https://www.googleapis.com/oauth2/v1/certs. */
  certificates(): Record<string, string>;
}

export interface IdTokenWish {
  /** Left out, the token names nobody's address: the sad path of a missing scope. */
  email?: string | undefined;
  audience: string;
  /** True unless said otherwise. */
  emailVerified?: boolean | undefined;
  /** 3600 unless said otherwise; a negative one gives a token that has expired. */
  expiresInSeconds?: number | undefined;
  name?: string | undefined;
}

const GOOGLE = 'https://accounts.google.com';
const ACCESS_ISSUER = 'https://oauth2.googleapis.com';
const ACCESS_AUDIENCE = 'https://www.googleapis.com/';
const ACCESS_PREFIX = 'ya29.'; // Google's access tokens begin so; it keeps the two kinds apart at a glance
const HOUR = 3600;
const MOST_KNOWN = 1000;

export function createIssuer(key: SigningKey, now: () => Date = () => new Date()): Issuer {
  const sign = (claims: Record<string, unknown>, expiresInSeconds: number) => {
    const at = Math.floor(now().getTime() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
      .setIssuedAt(Math.min(at, at + expiresInSeconds - 1)) // issued before it expired, even when that is past
      .setExpirationTime(at + expiresInSeconds)
      .sign(key.privateKey);
  };
  /** A signature that held once holds: a client sends the same token with each of its many calls. */
  const known = new Map<string, { readonly email: string; readonly until: number }>();
  return {
    issueIdToken: ({ email, audience, emailVerified = true, expiresInSeconds = HOUR, name }) =>
      sign(
        {
          iss: GOOGLE,
          aud: audience,
          azp: audience,
          sub: subjectOf(email ?? 'nobody'),
          ...(email === undefined ? {} : { email, email_verified: emailVerified }),
          ...(name === undefined ? {} : { name }),
        },
        expiresInSeconds,
      ),
    accessTokenFor: async (email, { expiresInSeconds = HOUR } = {}) =>
      ACCESS_PREFIX + (await sign({ iss: ACCESS_ISSUER, aud: ACCESS_AUDIENCE, email }, expiresInSeconds)),
    callerOf: async (accessToken) => {
      if (!accessToken.startsWith(ACCESS_PREFIX)) return undefined;
      const verified = known.get(accessToken);
      if (verified !== undefined && verified.until > now().getTime()) return verified.email;
      try {
        const { payload } = await jwtVerify(accessToken.slice(ACCESS_PREFIX.length), key.publicKey, {
          issuer: ACCESS_ISSUER,
          audience: ACCESS_AUDIENCE,
          algorithms: ['RS256'],
          currentDate: now(),
        });
        const { email, exp = 0 } = payload;
        if (typeof email !== 'string') return undefined;
        if (known.size >= MOST_KNOWN) known.clear();
        known.set(accessToken, { email, until: exp * 1000 });
        return email;
      } catch {
        return undefined;
      }
    },
    certificates: () => ({ [key.kid]: key.publicPem }),
  };
}

/** Google's `sub` is a 21-digit number that stays with the account; ours follows from the address. */
function subjectOf(email: string): string {
  const digest = createHash('sha256').update(email).digest('hex').slice(0, 20);
  return String(10n ** 20n + (BigInt(`0x${digest}`) % (9n * 10n ** 20n)));
}
