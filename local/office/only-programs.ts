import type { IncomingMessage } from 'node:http';

/**
 * Whether a program of this machine asks, and no web page: a browser tells of every request which page it is for, and
 * a name of somebody's own that leads to 127.0.0.1 is not this machine's.
 */
export function isProgram({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const isHere = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(headers.host ?? '');
  return isHere && headers.origin === undefined && headers['sec-fetch-site'] === undefined;
}
