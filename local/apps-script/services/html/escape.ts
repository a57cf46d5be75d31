const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text inside an element or a quoted attribute. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);

/** Text inside a string of JavaScript, whatever its quotes: nothing that ends the string, the line or the element. */
export const escapeJsString = (text: string) =>
  text.replace(/[\p{C}\p{Z}\\'"`<>&=/$]/gu, (letter) =>
    letter === ' ' ? ' ' : letter.split('').map(escapeUnit).join(''),
  );

const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value where JavaScript expects one: numbers and booleans as they are, everything else as a string. */
export function jsValue(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return ` ${String(value)} `;
  if (typeof value === 'number') return ` ${value} `;
  return `'${escapeJsString(String(value))}'`;
}

/** An address for `href` and the like; one that runs code leads nowhere. */
export const safeUrl = (url: string) =>
  /^\s*(?:(?:https?|mailto):|[^:/?#]*(?:[/?#]|$))/i.test(url) ? url : 'about:invalid#zHtmlServicez';
