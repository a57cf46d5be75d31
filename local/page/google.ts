import type { PageOptions } from './options.ts';

/** The local Sheets and Drive server, asked as one person. */
export interface Google {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
}

/** What Google's services refused, in their words. */
export class GoogleRefusal extends Error {
  override readonly name = 'GoogleRefusal';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Tokens last an hour; they are asked for anew well before. */
const TOKEN_MS = 45 * 60_000;

/** @returns a function that gives a person's Google; tokens are shared by all windows of that person */
export function openGoogle({
  sheetsUrl,
  issuer,
}: Pick<PageOptions, 'sheetsUrl' | 'issuer'>): (email: string) => Google {
  const tokens = new Map<string, { until: number; token: Promise<string> }>();
  const tokenOf = (email: string): Promise<string> => {
    const known = tokens.get(email);
    if (known && known.until > Date.now()) return known.token;
    const token = issuer.accessTokenFor(email);
    tokens.set(email, { until: Date.now() + TOKEN_MS, token });
    return token;
  };
  return (email) => {
    const call = async <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> => {
      const response = await fetch(new URL(path, sheetsUrl), {
        method,
        headers: {
          authorization: `Bearer ${await tokenOf(email)}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as { error?: { message?: string } };
      if (!response.ok) throw new GoogleRefusal(response.status, answer.error?.message ?? '');
      return answer as T;
    };
    return { get: (path) => call('GET', path), post: (path, body) => call('POST', path, body) };
  };
}
