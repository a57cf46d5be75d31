/** What of appsscript.json a run needs. */
export interface Manifest {
  readonly timeZone: string;
  readonly oauthScopes: readonly string[];
  /** Prefixes that UrlFetch may ask; undefined when the manifest does not limit it. */
  readonly urlFetchWhitelist: readonly string[] | undefined;
  /** The add-on's name, for `createAddonMenu`. */
  readonly name: string | undefined;
}

const AUTH = 'https://www.googleapis.com/auth/';
const KNOWN_SCOPES = new Set([
  'openid',
  ...['spreadsheets', 'spreadsheets.currentonly', 'userinfo.email'].map((name) => AUTH + name),
  ...['script.container.ui', 'script.external_request'].map((name) => AUTH + name),
]);

const KNOWN_KEYS = new Set([
  ...['timeZone', 'runtimeVersion', 'oauthScopes', 'urlFetchWhitelist'],
  ...['exceptionLogging', 'dependencies', 'addOns'],
]);

/** @throws Error naming everything in the manifest that is wrong, or that this host does not know */
export function readManifest(text: string): Manifest {
  const given = parseObject(text);
  const faults = [...faultsOf(given)];
  if (faults.length > 0) throw new Error(`appsscript.json: ${faults.join('; ')}.`);
  const common = (given.addOns as { common?: { name?: string } } | undefined)?.common;
  return {
    timeZone: given.timeZone as string,
    oauthScopes: given.oauthScopes as string[],
    urlFetchWhitelist: given.urlFetchWhitelist as string[] | undefined,
    name: common?.name,
  };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // said below
  }
  throw new Error('appsscript.json: not a JSON object.');
}

function* faultsOf(given: Record<string, unknown>): Generator<string> {
  for (const key of Object.keys(given)) if (!KNOWN_KEYS.has(key)) yield `"${key}" is not known here`;
  if (given.runtimeVersion !== 'V8') yield 'runtimeVersion must be "V8"';
  if (!isTimeZone(given.timeZone)) yield 'timeZone must be a time zone such as "Asia/Ho_Chi_Minh"';
  if (Object.keys((given.dependencies ?? {}) as object).length > 0)
    yield 'libraries and advanced services (dependencies) are not known here';
  const { oauthScopes: scopes, urlFetchWhitelist: prefixes } = given;
  if (!isTexts(scopes)) yield 'oauthScopes must be listed: what a script needs is not guessed here';
  else
    for (const scope of scopes) if (!KNOWN_SCOPES.has(scope)) yield `the scope "${scope}" is not known here`;
  if (prefixes === undefined) return;
  if (!isTexts(prefixes)) yield 'urlFetchWhitelist must be a list of prefixes';
  else
    for (const prefix of prefixes)
      if (!isPrefix(prefix)) yield `urlFetchWhitelist: "${prefix}" must be https:// with a domain and a path`;
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function isTimeZone(value: unknown): boolean {
  try {
    return typeof value === 'string' && new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined;
  } catch {
    return false;
  }
}

/** As Google asks for, and http on this machine. `https://*.example.com/` matches subdomains. */
function isPrefix(prefix: string): boolean {
  const url = URL.parse(prefix.replace('://*.', '://any.'));
  const hasPath = /^[a-z]+:\/\/[^/]+\//.test(prefix);
  return url !== null && hasPath && (url.protocol === 'https:' || isLoopback(url));
}

export function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

/** Whether a script with this manifest may ask an address. */
export function mayFetch({ urlFetchWhitelist }: Manifest, address: string): boolean {
  if (urlFetchWhitelist === undefined) return true;
  const url = URL.parse(address);
  return url !== null && urlFetchWhitelist.some((prefix) => matches(url, prefix));
}

function matches(url: URL, prefix: string): boolean {
  const star = prefix.includes('://*.');
  const wanted = new URL(prefix.replace('://*.', '://'));
  const sameHost = star ? url.host.endsWith(`.${wanted.host}`) : url.host === wanted.host;
  const path = url.pathname + url.search;
  return url.protocol === wanted.protocol && sameHost && path.startsWith(wanted.pathname + wanted.search);
}
