import { unsupported } from '../errors.ts';
import { escapeHtml, escapeJsString, jsValue, safeUrl } from './escape.ts';
import { HtmlPlace } from './html-place.ts';

const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite', 'data']);

/** What a template has written so far. It follows its own HTML, so that it knows what a printed value stands in. */
export class TemplateOutput {
  html = '';
  readonly #place = new HtmlPlace();

  /** HTML of the author. */
  write(html: unknown): void {
    const text = String(html ?? '');
    this.html += text;
    this.#place.read(text);
  }

  /** A value of anybody, escaped for its place. @throws Error where it cannot be made safe */
  print(value: unknown): void {
    this.write(this.#escape(value));
  }

  #escape(value: unknown): string {
    const text = String(value ?? '');
    const place = this.#place;
    switch (place.isOpen ? 'tag' : place.kind) {
      case 'text':
        return escapeHtml(text);
      case 'comment':
        return '';
      case 'attribute':
        return this.#escapeAttribute(value, text);
      case 'script':
        return escapeJs(value, place.jsQuote);
      default:
        throw unsupported(`A printing scriptlet in ${place.describe()}`);
    }
  }

  #escapeAttribute(value: unknown, text: string): string {
    const { attribute, attributeStart, jsQuote } = this.#place;
    if (attribute.startsWith('on')) return escapeHtml(escapeJs(value, jsQuote));
    if (attribute === 'style' || attribute === 'srcdoc' || attribute === 'srcset')
      throw unsupported(`A printing scriptlet in the attribute ${attribute}`);
    if (ADDRESSES.has(attribute) && attributeStart) return escapeHtml(safeUrl(text));
    return escapeHtml(text);
  }
}

function escapeJs(value: unknown, quote: string | undefined): string {
  if (quote === undefined) return jsValue(value);
  if (quote === '/') return ''; // a comment
  if (quote === '`') throw unsupported('A printing scriptlet in a template literal');
  return escapeJsString(String(value ?? ''));
}
