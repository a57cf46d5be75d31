import type { OAuth2Client } from 'google-auth-library';
import type { Config } from '../config.ts';
import { AppError } from '../domain/app-error.ts';

/** Whose token a request carries. */
export interface Identity {
  /**
   * The verified account behind an `Authorization` header, in small letters. Throws AppError unauthenticated,
   * or identity_unavailable when the issuer's certificates cannot be had: that is our trouble, not the caller's.
   */
  verify(authorization: string | undefined): Promise<string>;
}

/** One client for the life of the process; its certificates are fetched once however many requests are waiting. */
export function openIdentity({ tokenAudiences, tokenCertsUrl }: Config): Identity {
  let client: Promise<OAuth2Client> | undefined;
  let fetching: Promise<Certificates> | undefined;
  const getClient = () => {
    client ??= openClient(tokenCertsUrl);
    return client;
  };
  const getCertificates = () => {
    fetching ??= getClient()
      .then(fetchCertificates)
      .catch((error: unknown) => {
        client = undefined; // it would keep a wrong answer as long as the answer's cache-control says
        throw error;
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  };
  return {
    async verify(authorization) {
      const token = tokenOf(authorization);
      if (token === undefined) throw new AppError('unauthenticated');
      const certificates = await getCertificates();
      return emailOf(await claimsOf(await getClient(), token, certificates, [...tokenAudiences]));
    },
  };
}

type Certificates = Record<string, string>;

const ISSUERS = ['accounts.google.com', 'https://accounts.google.com'];
const CERTIFICATES_TIMEOUT_MS = 5000;
/** Google's tokens are around 1 KB. */
const MOST_TOKEN_CHARACTERS = 8000;

async function openClient(certificatesUrl: string | undefined): Promise<OAuth2Client> {
  const { OAuth2Client } = await import('google-auth-library');
  return new OAuth2Client({
    transporterOptions: { timeout: CERTIFICATES_TIMEOUT_MS },
    ...(certificatesUrl === undefined
      ? {}
      : { endpoints: { oauth2FederatedSignonPemCertsUrl: certificatesUrl } }),
  });
}

/** The client keeps them as long as their cache-control says. */
async function fetchCertificates(client: OAuth2Client): Promise<Certificates> {
  const certificates: unknown = await client.getFederatedSignonCertsAsync().then(
    ({ certs }) => certs,
    () => undefined,
  );
  if (!isCertificates(certificates)) throw new AppError('identity_unavailable');
  return certificates;
}

function isCertificates(value: unknown): value is Certificates {
  if (typeof value !== 'object' || value === null) return false;
  const all = Object.values(value);
  return all.length > 0 && all.every((each) => typeof each === 'string' && each.startsWith('-----BEGIN '));
}

/** As Google's own library allows for issue and expiry; it does not look at nbf. */
const CLOCK_SKEW_SECONDS = 300;

interface Claims {
  readonly nbf?: unknown;
  readonly email?: unknown;
  readonly email_verified?: unknown;
}

/** Signature, issuer, audience, times. The library's messages quote the token: they are dropped, never a cause. */
async function claimsOf(
  client: OAuth2Client,
  token: string,
  certificates: Certificates,
  audiences: string[],
): Promise<Claims> {
  // Without an audience the library would accept any Google token.
  if (audiences.length === 0) throw new AppError('internal');
  const ticket = await client.verifySignedJwtWithCertsAsync(token, certificates, audiences, ISSUERS).then(
    (verified) => verified,
    () => undefined,
  );
  const claims: Claims | undefined = ticket?.getPayload();
  if (claims === undefined || !isValidYet(claims)) throw new AppError('unauthenticated');
  return claims;
}

function isValidYet({ nbf }: Claims): boolean {
  return nbf === undefined || (typeof nbf === 'number' && nbf <= Date.now() / 1000 + CLOCK_SKEW_SECONDS);
}

/**
 * Google lets an address through that nobody has verified, or none at all; we don't. Only A to Z are made small: the
 * Kelvin sign is a k in small letters and in NFC, so that an address with it would be another member's.
 */
function emailOf({ email, email_verified }: Claims): string {
  if (typeof email !== 'string' || email === '' || email_verified !== true)
    throw new AppError('unauthenticated');
  return email.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function tokenOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined || authorization.length > MOST_TOKEN_CHARACTERS) return undefined;
  return /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
}
