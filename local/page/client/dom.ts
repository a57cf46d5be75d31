/** What an element can be given: attributes, properties that begin with a dot's worth of meaning, and listeners. */
export interface Props {
  readonly class?: string;
  readonly text?: string;
  readonly title?: string;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
}

/** Makes an element. Texts become text, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { class: classes, text, title, on, attributes }: Props = {},
  children: readonly (Node | string | undefined)[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  if (text !== undefined) element.textContent = text;
  if (title) element.title = title;
  for (const [name, value] of Object.entries(attributes ?? {}))
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value));
  for (const [name, listener] of Object.entries(on ?? {})) element.addEventListener(name, listener);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Vietnamese, with the English beside it in small letters. */
export function bilingual(vi: string, en: string, className = 'bilingual'): HTMLElement {
  return el('span', { class: className }, [
    el('span', { text: vi }),
    el('small', { text: en, attributes: { lang: 'en' } }),
  ]);
}

export interface ButtonProps {
  readonly label: string;
  /** Second language, in the tooltip. */
  readonly en?: string;
  readonly icon?: SVGElement;
  readonly class?: string;
  /** Only the icon is seen; the label is heard. */
  readonly iconOnly?: boolean;
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly press: (event: MouseEvent) => void;
}

export function button({ label, en, icon, class: classes, iconOnly, attributes, press }: ButtonProps) {
  return el(
    'button',
    {
      class: classes ?? 'button',
      ...((iconOnly || en) && { title: [iconOnly ? label : '', en ?? ''].filter(Boolean).join(' · ') }),
      attributes: { type: 'button', ...(iconOnly && { 'aria-label': label }), ...attributes },
      on: { click: (event) => press(event as MouseEvent) },
    },
    [...(icon ? [icon] : []), ...(iconOnly ? [] : [el('span', { text: label })])],
  );
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing of 20 by 20 from its path. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = {
    viewBox: '0 0 20 20',
    width: '18',
    height: '18',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.6',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  const drawing = document.createElementNS(SVG, 'path');
  drawing.setAttribute('d', path);
  svg.append(drawing);
  return svg;
}
