/**
 * A cell's background as text, so that it can be remembered: "#fff9e0", "theme:ACCENT1", or "" for none. White is
 * none: Apps Script reports both as #ffffff.
 */
export type Paint = string;

export const NO_PAINT: Paint = '';

/** A red that nobody picks by chance: a cell of this colour is ours, any other colour is somebody's. */
export const MARK_PAINT: Paint = '#f8c8c3';

/**
 * What a column for people to fill is painted with when it is made (domain/publishing/plan/plan-dress.ts), as Sheets keeps
 * it: it cuts parts of colours to eight bits.
 */
export const FILLED_PAINT: Paint = '#fff9e0';

export const paintOfHex = (hex: string): Paint => {
  const level = hex.toLowerCase();
  return level === '#ffffff' ? NO_PAINT : level;
};
