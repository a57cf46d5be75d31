import type { IStyleData } from '@univerjs/core';
import type { TabView } from '../view/types.ts';

export interface PrintLook {
  readonly portrait: boolean;
  /** Of the letters, against the screen. */
  readonly scale: number;
  readonly shares: readonly number[];
  /** Lines between all cells, as on the screen; without them only borders of their own are printed. */
  readonly gridlines: boolean;
}

/** The look of a printed tab: the cells' own styles as classes, so that nothing needs an inline style. */
export function printCss(
  styles: TabView['styles'],
  { portrait, scale, shares, gridlines }: PrintLook,
): string {
  const size = (points: number) => `${(points * scale).toFixed(2)}pt`;
  return [
    `@page { size: A4 ${portrait ? 'portrait' : 'landscape'}; margin: 10mm; }`,
    ':root { color-scheme: light; }',
    `body { margin: 0; color: #000; background: #fff; font: ${size(10)}/1.3 Arial, "Liberation Sans", "Noto Sans", sans-serif; }`,
    'main { max-width: 100%; }',
    'table { width: 100%; table-layout: fixed; border-collapse: collapse; }',
    'thead { display: table-header-group; }',
    'tr { break-inside: avoid; }',
    `td { height: 1.3em; padding: 2px 4px; vertical-align: bottom; overflow-wrap: anywhere;${gridlines ? ' border: 0.5pt solid #c4c9cf;' : ''} }`,
    '.charts { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 16px; }',
    'figure { margin: 0; break-inside: avoid; }',
    'svg { max-width: 100%; height: auto; }',
    '* { -webkit-print-color-adjust: exact; print-color-adjust: exact; }',
    `@media screen { body { padding: 10mm; max-width: ${portrait ? 190 : 277}mm; margin: auto; } }`,
    '.hint { margin: 0 0 6mm; padding: 2mm 4mm; background: #eef3f8; border-radius: 2mm; }',
    '@media print { .hint { display: none; } }',
    ...shares.map((share, i) => `.c${i} { width: ${(share * 100).toFixed(3)}%; }`),
    ...Object.entries(styles).map(([key, style]) => `.s-${key} { ${declarations(style, size)} }`),
  ].join('\n');
}

const ALIGN = ['', 'left', 'center', 'right'];
const VERTICAL = ['', 'top', 'middle', 'bottom'];
const LINES: Readonly<Record<number, string>> = {
  1: '0.75pt solid',
  3: '0.75pt dotted',
  4: '0.75pt dashed',
  7: '2pt double',
  8: '1.25pt solid',
  13: '2pt solid',
};

/** Only values of known form become CSS: colours as `#rrggbb`, sizes as numbers, fonts without quotes. */
function declarations(style: IStyleData, size: (points: number) => string): string {
  const [background, ink] = [colour(style.bg), colour(style.cl)];
  const font = style.ff?.replaceAll(/[^\p{L}\p{N} -]/gu, '');
  const lines = [style.ul?.s && 'underline', style.st?.s && 'line-through'].filter(Boolean).join(' ');
  const sides = { top: style.bd?.t, right: style.bd?.r, bottom: style.bd?.b, left: style.bd?.l };
  return [
    background && `background: ${background}`,
    ink && `color: ${ink}`,
    style.bl && 'font-weight: bold',
    style.it && 'font-style: italic',
    lines && `text-decoration: ${lines}`,
    font && `font-family: "${font}", sans-serif`,
    style.fs && `font-size: ${size(style.fs)}`,
    style.ht && `text-align: ${ALIGN[style.ht] ?? 'left'}`,
    style.vt && `vertical-align: ${VERTICAL[style.vt] ?? 'bottom'}`,
    ...Object.entries(sides).map(([side, border]) => {
      const line = border && LINES[border.s];
      return line && `border-${side}: ${line} ${colour(border.cl) ?? '#000000'}`;
    }),
  ]
    .filter(Boolean)
    .join('; ');
}

/** A colour as CSS has it; undefined for whatever is not `#rrggbb`. */
function colour(given: unknown): string | undefined {
  const rgb = (given as { rgb?: unknown } | null | undefined)?.rgb;
  return typeof rgb === 'string' && /^#[0-9a-f]{6}$/.test(rgb) ? rgb : undefined;
}
