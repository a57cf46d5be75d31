import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { refusalIn } from './answers.ts';
import type { Reply } from './diagnose.ts';

/** Calls the functions as somebody. */
export interface Caller {
  readonly url: string;
  /** A service account that whoever deploys may act as; nobody if absent. */
  readonly as?: string | undefined;
}

/** The body as it came over the wire; answers.ts reads it. */
export type Answer = Reply & { readonly body: unknown };

/** GET where there is no body. Never throws for what the functions say, or for their not being there. */
export async function call(caller: Caller, path: string, body?: object): Promise<Answer> {
  const token = caller.as === undefined ? undefined : await tokenOf(caller.as, caller.url);
  try {
    const response = await fetch(`${caller.url}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(CALL_MS),
    });
    const isOurs = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    const text = await response.text();
    const parsed: unknown = isOurs ? JSON.parse(text) : undefined;
    return { status: response.status, isOurs, body: parsed, code: refusalIn(parsed)?.code };
  } catch {
    return { status: 0, isOurs: false, body: undefined };
  }
}

const CALL_MS = 120_000;

/** A token of the service account for these functions alone. The account has no key: Google makes it for who may. */
export const tokenCommand = (as: string, audience: string): readonly string[] => [
  'auth',
  'print-identity-token',
  `--impersonate-service-account=${as}`,
  `--audiences=${audience}`,
  '--include-email',
];

async function tokenOf(as: string, audience: string): Promise<string> {
  const { stdout } = await promisify(execFile)('gcloud', [...tokenCommand(as, audience)]);
  return stdout.trim();
}
