import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Mask } from './mask.ts';

/**
 * A colour as Google gives it back: each part cut to 8 bits (0.5 becomes 127/255, so it is cut, not rounded) and
 * printed as a float32. A part that is 0 is left out.
 */
export function quantise(colour: api.Schema$Color): api.Schema$Color {
  const result: api.Schema$Color = {};
  for (const part of ['red', 'green', 'blue'] as const) {
    const eightBits = Math.trunc(Math.fround(Math.fround(clamp(colour[part] ?? 0)) * 255));
    if (eightBits > 0) result[part] = shortestFloat(eightBits / 255);
  }
  if (typeof colour.alpha === 'number') result.alpha = shortestFloat(clamp(colour.alpha));
  return result;
}

const clamp = (part: number) => Math.min(1, Math.max(0, part));

/** The shortest decimal that reads back as the same float32. */
function shortestFloat(value: number): number {
  const float = Math.fround(value);
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(float.toPrecision(digits));
    if (Math.fround(short) === float) return short;
  }
  return float;
}

/** Pairs of a plain colour and its style: setting one sets the other. */
const PAIRS: Readonly<Record<string, string>> = {
  backgroundColor: 'backgroundColorStyle',
  foregroundColor: 'foregroundColorStyle',
  color: 'colorStyle',
  tabColor: 'tabColorStyle',
  headerColor: 'headerColorStyle',
  firstBandColor: 'firstBandColorStyle',
  secondBandColor: 'secondBandColorStyle',
  footerColor: 'footerColorStyle',
};
const PARTNER: Readonly<Record<string, string>> = {
  ...PAIRS,
  ...Object.fromEntries(Object.entries(PAIRS).map(([colour, style]) => [style, colour])),
};

/** Completes and quantises every colour in a format, a properties object, a band. */
export function settleColours<T>(value: T): T {
  if (Array.isArray(value)) return value.map(settleColours) as T;
  if (value === null || typeof value !== 'object') return value;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key in PAIRS) result[key] = quantise(inner as api.Schema$Color);
    else if (key === 'rgbColor') result[key] = quantise(inner as api.Schema$Color);
    else result[key] = settleColours(inner);
  }
  for (const [colour, style] of Object.entries(PAIRS)) {
    const rgb = (result[style] as api.Schema$ColorStyle | undefined)?.rgbColor;
    if (rgb) result[colour] = rgb;
    else if (result[colour] && !result[style]) result[style] = { rgbColor: result[colour] };
  }
  return result as T;
}

/** A mask that names one of a pair takes both, so that they never disagree. */
export function pairColours(mask: Mask): Mask {
  if (mask === true) return true;
  const result: Record<string, Mask> = {};
  for (const [field, below] of Object.entries(mask)) {
    const partner = PARTNER[field];
    if (partner === undefined) result[field] = pairColours(below);
    // A part of a colour (`backgroundColor.red`) cannot be set alone here: the whole pair is taken.
    else result[field] = result[partner] = true;
  }
  return result;
}
