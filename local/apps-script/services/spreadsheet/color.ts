import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { Exception, unsupported } from '../errors.ts';
import { enumeration, Service } from '../service.ts';

export const ColorType = enumeration('SpreadsheetApp.ColorType', ['UNSUPPORTED', 'RGB', 'THEME']);
const THEME = [
  'TEXT',
  'BACKGROUND',
  'ACCENT1',
  'ACCENT2',
  'ACCENT3',
  'ACCENT4',
  'ACCENT5',
  'ACCENT6',
] as const;
export const ThemeColorType = enumeration('SpreadsheetApp.ThemeColorType', [...THEME, 'HYPERLINK']);

/** A colour of a cell, as it was chosen: by its parts or by its place in the theme. */
export class Color extends Service {
  readonly #style: api.Schema$ColorStyle;
  constructor(style: api.Schema$ColorStyle) {
    super();
    this.#style = style;
  }
  override toString(): string {
    return 'Color';
  }
  getColorType() {
    return this.#style.themeColor ? ColorType.THEME : ColorType.RGB;
  }
  asRgbColor(): RgbColor {
    if (this.#style.themeColor) throw new Exception('The color is not an RGB color.');
    return new RgbColor(toHex(this.#style));
  }
  asThemeColor(): ThemeColor {
    if (!this.#style.themeColor) throw new Exception('The color is not a theme color.');
    return new ThemeColor(this.#style.themeColor);
  }
  /** For services of ours: the API's own form. */
  static styleOf(color: Color): api.Schema$ColorStyle {
    return color.#style;
  }
}

class RgbColor extends Service {
  readonly #hex: string;
  constructor(hex: string) {
    super();
    this.#hex = hex;
  }
  override toString(): string {
    return 'RgbColor';
  }
  asHexString(): string {
    return this.#hex;
  }
  getColorType() {
    return ColorType.RGB;
  }
}

class ThemeColor extends Service {
  readonly #name: string;
  constructor(name: string) {
    super();
    this.#name = name;
  }
  override toString(): string {
    return 'ThemeColor';
  }
  getThemeColorType() {
    return ThemeColorType[(this.#name === 'LINK' ? 'HYPERLINK' : this.#name) as keyof typeof ThemeColorType];
  }
  getColorType() {
    return ColorType.THEME;
  }
}

export class ColorBuilder extends Service {
  #style: api.Schema$ColorStyle = { rgbColor: {} };
  override toString(): string {
    return 'ColorBuilder';
  }
  setRgbColor(text: string): this {
    this.#style = parseColor(text);
    return this;
  }
  setThemeColor(type: unknown): this {
    const name = String(type);
    this.#style = { themeColor: name === 'HYPERLINK' ? 'LINK' : name };
    return this;
  }
  build(): Color {
    return new Color(this.#style);
  }
}

/** The sixteen colours of HTML 4 and orange; the other names are refused. */
const NAMES: Readonly<Record<string, string>> = {
  black: '000000',
  silver: 'c0c0c0',
  gray: '808080',
  white: 'ffffff',
  maroon: '800000',
  red: 'ff0000',
  purple: '800080',
  fuchsia: 'ff00ff',
  green: '008000',
  lime: '00ff00',
  olive: '808000',
  yellow: 'ffff00',
  navy: '000080',
  blue: '0000ff',
  teal: '008080',
  aqua: '00ffff',
  orange: 'ffa500',
};

/** `#rrggbb`, `#rgb` or a name. */
export function parseColor(text: string): api.Schema$ColorStyle {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text)?.slice(1);
  const hex = short?.map((digit) => digit + digit).join('') ?? /^#([\da-f]{6})$/i.exec(text)?.[1];
  const digits = hex ?? NAMES[text.toLowerCase()];
  if (digits === undefined) throw unsupported(`The colour "${text}"`);
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return { rgbColor: { red: part(0), green: part(2), blue: part(4) } };
}

/** `#ffffff` for a cell without a colour. Theme colours are shown as Google's standard theme has them. */
export function toHex(style: api.Schema$ColorStyle | undefined): string {
  if (style?.themeColor) return STANDARD_THEME[style.themeColor] ?? '#000000';
  if (!style?.rgbColor) return '#ffffff';
  const { red, green, blue } = style.rgbColor;
  const part = (value: number | null | undefined) =>
    Math.round((value ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(red)}${part(green)}${part(blue)}`;
}

const STANDARD_THEME: Readonly<Record<string, string>> = {
  TEXT: '#000000',
  BACKGROUND: '#ffffff',
  ACCENT1: '#4285f4',
  ACCENT2: '#ea4335',
  ACCENT3: '#fbbc04',
  ACCENT4: '#34a853',
  ACCENT5: '#ff6d01',
  ACCENT6: '#46bdc6',
  LINK: '#1155cc',
};
