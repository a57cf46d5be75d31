type Parts = readonly [number, number, number];

/**
 * A light sheet's colour on a dark screen: paper becomes the page's dark, ink its light, and a pale fill stays a fill
 * that one can see. Undefined for what is written in no way that is known here.
 */
export function darkColour(colour: string): string | undefined {
  const read = readColour(colour);
  if (read === undefined) return undefined;
  const [red, green, blue] = toRgb(darkened(toHsl(read.parts)));
  return read.alpha === undefined
    ? `rgb(${red},${green},${blue})`
    : `rgba(${red},${green},${blue},${read.alpha})`;
}

/** Of the page's own dark, so that sheet and page are one. */
const NEUTRAL_HUE = 213 / 360;

function darkened([hue, saturation, lightness]: Parts): Parts {
  if (saturation < 0.12 || lightness > 0.985 || lightness < 0.02)
    return [NEUTRAL_HUE, 0.14, 0.93 - 0.8 * lightness];
  const tint = 0.03 * saturation * lightness;
  return [hue, Math.min(saturation, lightness > 0.7 ? 0.36 : 0.75), 0.93 - 0.8 * lightness + tint];
}

function readColour(text: string): { parts: Parts; alpha?: string } | undefined {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(text)?.[1];
  if (hex !== undefined) {
    const long = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const parts = [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as unknown as Parts;
    const alpha = long.length === 8 ? Number.parseInt(long.slice(6), 16) / 255 : undefined;
    return { parts, ...(alpha !== undefined && { alpha: alpha.toFixed(3) }) };
  }
  const found = /^rgba?\(\s*(\d+),\s*(\d+),\s*(\d+)(?:,\s*([\d.]+))?\s*\)$/.exec(text);
  if (!found) return undefined;
  const parts = found.slice(1, 4).map(Number) as unknown as Parts;
  return { parts, ...(found[4] !== undefined && { alpha: found[4] }) };
}

/** Hue, saturation and lightness from 0 to 1. */
function toHsl(parts: Parts): Parts {
  const [red, green, blue] = parts.map((part) => part / 255) as unknown as Parts;
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const lightness = (most + least) / 2;
  const spread = most - least;
  if (spread === 0) return [0, 0, lightness];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const sixth =
    most === red
      ? (green - blue) / spread + 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return [(sixth / 6) % 1, saturation, lightness];
}

function toRgb([hue, saturation, lightness]: Parts): Parts {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (shift: number) => {
    const at = (shift + hue * 12) % 12;
    return Math.round((lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))) * 255);
  };
  return [part(0), part(8), part(4)];
}
