import { Exception, unsupported } from './errors.ts';
import { call } from './native.ts';
import { requireScope } from './permissions.ts';
import { Service } from './service.ts';

/** One request as the thread that sends it gets it. */
export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly followRedirects: boolean;
}
export interface FetchResponse {
  readonly status: number;
  /** Names as `Content-Type`; several values where the answer had several. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly text: string;
}

type Options = Readonly<Record<string, unknown>>;
const KNOWN = new Set([
  'method',
  'contentType',
  'payload',
  'headers',
  'muteHttpExceptions',
  'followRedirects',
]);
const METHODS = ['get', 'delete', 'patch', 'post', 'put'];

export class UrlFetchApp extends Service {
  override toString(): string {
    return 'UrlFetchApp';
  }
  fetch(url: string, options: Options = {}): HTTPResponse {
    requireScope('UrlFetchApp.fetch', 'fetch');
    return this.#send([{ ...options, url }])[0]!;
  }
  /** All at once; the answers in the order of the requests. */
  fetchAll(requests: readonly (string | Options)[]): HTTPResponse[] {
    requireScope('UrlFetchApp.fetchAll', 'fetch');
    return this.#send(requests.map((one) => (typeof one === 'string' ? { url: one } : one)));
  }

  #send(all: readonly Options[]): HTTPResponse[] {
    const responses = call<FetchResponse[]>('fetch', { requests: all.map(requestOf) });
    return responses.map((response, i) => {
      const { url, muteHttpExceptions } = all[i]!;
      if (response.status >= 400 && muteHttpExceptions !== true) throw failure(String(url), response);
      return new HTTPResponse(response);
    });
  }
}

function requestOf(options: Options): FetchRequest {
  const { url, method, contentType, payload, headers = {}, followRedirects = true } = options;
  for (const key of Object.keys(options))
    if (key !== 'url' && !KNOWN.has(key)) throw unsupported(`The option "${key}" of UrlFetchApp.fetch`);
  const verb = String(method ?? (payload === undefined ? 'get' : 'post')).toLowerCase();
  if (!METHODS.includes(verb)) throw new Exception(`Attribute provided with invalid value: method`);
  const body = bodyOf(payload);
  const type = contentType ?? (body === undefined ? undefined : 'application/x-www-form-urlencoded');
  return {
    url: String(url),
    method: verb.toUpperCase(),
    headers: { ...(type !== undefined && { 'Content-Type': String(type) }), ...textsOf(headers as object) },
    body,
    followRedirects: followRedirects === true,
  };
}

/** A text is sent as it is, an object as a form. */
function bodyOf(payload: unknown): string | undefined {
  if (payload === undefined || payload === null) return undefined;
  if (typeof payload === 'string') return payload;
  if (typeof payload !== 'object' || Array.isArray(payload) || payload instanceof Service)
    throw unsupported('A payload that is neither a string nor an object of strings');
  const encode = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');
  return Object.entries(textsOf(payload))
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .join('&');
}

const textsOf = (values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));

function failure(url: string, { status, text }: FetchResponse): Exception {
  const host = /^[a-z]+:\/\/[^/?#]+/i.exec(url)?.[0] ?? url;
  const shown = text.length > 200 ? `${text.slice(0, 200)}...` : text;
  return new Exception(
    `Request failed for ${host} returned code ${status}. Truncated server response: ${shown} ` +
      '(use muteHttpExceptions option to examine full response)',
  );
}

class HTTPResponse extends Service {
  readonly #response: FetchResponse;
  constructor(response: FetchResponse) {
    super();
    this.#response = response;
  }
  override toString(): string {
    return 'HTTPResponse';
  }
  getResponseCode(): number {
    return this.#response.status;
  }
  getContentText(charset?: string): string {
    if (charset !== undefined && !/^utf-?8$/i.test(charset))
      throw unsupported(`HTTPResponse.getContentText("${charset}")`);
    return this.#response.text;
  }
  getHeaders(): Record<string, string> {
    const entries = Object.entries(this.#response.headers);
    return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(', ')]));
  }
  getAllHeaders(): Record<string, string | string[]> {
    return { ...this.#response.headers };
  }
}
