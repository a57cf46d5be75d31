import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from this machine and from our own page. Whoever reaches this server may act as any of
 * the sample's people, so no page of the wide web may: neither by an origin of its own, nor by a name of its own
 * that resolves to 127.0.0.1.
 */
export function isOwn(request: IncomingMessage): boolean {
  const { host = '', origin } = request.headers;
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  // What other pages embed or fetch says so, those of other ports of this machine ("same-site") included; a link that
  // is followed or an address that is typed may come.
  const site = request.headers['sec-fetch-site'] ?? 'none';
  return site === 'same-origin' || site === 'none' || isPlainVisit(request);
}

const isPlainVisit = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  headers['sec-fetch-mode'] === 'navigate' &&
  new URL(url ?? '/', 'http://x').pathname === '/';

/**
 * Everything from here and nothing else. Univer writes style elements of its own; scripts are files. The frames hold
 * the add-on's HTML, which has a policy of its own. `host` is one that `isOwn` let pass.
 */
export const pagePolicy = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' ws://${host}`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
