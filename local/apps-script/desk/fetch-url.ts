import { isLoopback, mayFetch } from '../manifest.ts';
import type { FetchRequest, FetchResponse } from '../services/url-fetch-app.ts';
import type { RunUnderWay } from './desk.ts';
import { ScriptFailure } from './script-failure.ts';

const LARGEST_BYTES = 50 * 1024 * 1024;

/** Sends all requests at once. None is sent when one of them may not be. */
export async function fetchUrls(
  run: RunUnderWay,
  { requests }: { requests: readonly FetchRequest[] },
): Promise<FetchResponse[]> {
  for (const { url, headers } of requests) {
    if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url))
      throw new ScriptFailure(`Invalid argument: ${url}`);
    if (!mayFetch(run.manifest, url))
      throw new ScriptFailure(
        `Request to ${url} failed because the URL has not been whitelisted in the script manifest.`,
      );
    const own = Object.keys(headers).find((name) => /^(host|content-length|connection)$/i.test(name));
    if (own) throw new ScriptFailure(`Attribute provided with invalid value: Header:${own}`);
  }
  return Promise.all(requests.map((request) => fetchUrl(run, request)));
}

async function fetchUrl({ options, ended }: RunUnderWay, request: FetchRequest): Promise<FetchResponse> {
  const { url, method, headers, body, followRedirects } = request;
  const clock = isLoopback(new URL(url)) ? { 'X-Clock': options.now().toISOString() } : undefined;
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, ...clock },
      ...(body !== undefined && method !== 'GET' && { body }),
      redirect: followRedirects ? 'follow' : 'manual',
      signal: ended,
    });
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > LARGEST_BYTES) throw new ScriptFailure(`URLFetch result size exceeded: ${url}`);
    return { status: response.status, headers: headersOf(response.headers), text: textOf(bytes) };
  } catch (error) {
    if (error instanceof ScriptFailure) throw error;
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    const isName = code === 'ENOTFOUND' || code === 'EAI_AGAIN';
    throw new ScriptFailure(isName ? `DNS error: ${url}` : `Address unavailable: ${url}`);
  }
}

const textOf = (bytes: ArrayBuffer) => new TextDecoder('utf-8').decode(bytes);

/** Names as servers mostly write them; Node gives them in small letters. */
function headersOf(headers: Headers): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = {};
  for (const [name, value] of headers) {
    const shown = name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
    result[shown] = value;
  }
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) result['Set-Cookie'] = cookies.length === 1 ? cookies[0]! : cookies;
  return result;
}
