import { escapeHtml } from '../escape-html.ts';

/** A drawing as plain data: the page makes elements of it, a printed page text. */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export const node = (
  tag: string,
  attributes: SvgNode['attributes'] = {},
  children: SvgNode['children'] = [],
): SvgNode => ({ tag, attributes, children });

export function svgText({ tag, attributes, children }: SvgNode): string {
  const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escapeHtml(child) : svgText(child)));
  return `<${tag}${given.join('')}>${inner.join('')}</${tag}>`;
}

/** About how wide a text is: Vietnamese in a sans-serif face, in pixels. */
export const textWidth = (text: string, fontSize: number): number => text.length * fontSize * 0.54;

/** Shortened to fit, with dots. */
export function fitText(text: string, pixels: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= pixels) return text;
  const most = Math.max(1, Math.floor(pixels / (fontSize * 0.54)) - 1);
  return `${text.slice(0, most).trimEnd()}…`;
}
