import { createHash } from 'node:crypto';

/**
 * For the add-on's HTML: its own scripts run, in an origin of nobody's, and can reach nothing but the page around
 * them. They are named by their digests, so what somebody's text might become once the page is open does not run:
 * neither an element nor an attribute.
 */
export function framePolicy(html: string): string {
  const scripts = [...html.matchAll(/<script(?:\s[^>]*)?>([\s\S]*?)<\/script\s*>/gi)].map(
    ([, text]) => text!,
  );
  const handlers = [...html.matchAll(/\son[a-z]+\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)];
  const allowed = [
    ...scripts.map((text) => digestOf(text.replaceAll('\r\n', '\n'))),
    ...(handlers.length > 0 ? ["'unsafe-hashes'"] : []),
    ...handlers.map(([, double, single]) => digestOf(unescaped(double ?? single ?? ''))),
  ];
  return [
    'sandbox allow-scripts allow-downloads', // a document that somebody keeps by a click, as Google's frames let
    "default-src 'none'",
    `script-src ${allowed.length > 0 ? [...new Set(allowed)].join(' ') : "'none'"}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

const digestOf = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** An attribute's value as the browser reads it, as far as our own escaping goes. */
function unescaped(value: string): string {
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
