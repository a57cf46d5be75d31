import type { IStyleData, Nullable } from '@univerjs/core';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';

export interface FormatEdit {
  readonly format: api.Schema$CellFormat;
  /** A mask below `userEnteredFormat`; what it names and the format lacks is taken away. */
  readonly fields: string;
}

type Style = Nullable<IStyleData>;

/** What of a cell's format somebody changed, in the API's words. Undefined when nothing did. */
export function formatEdit(before: Style, after: Style): FormatEdit | undefined {
  const format: Record<string, unknown> = {};
  const fields: string[] = [];
  for (const [key, part] of Object.entries(PARTS)) {
    const [old, now] = [before?.[key as keyof IStyleData], after?.[key as keyof IStyleData]];
    if (JSON.stringify(old ?? null) === JSON.stringify(now ?? null)) continue;
    fields.push(part.field);
    const value = now === undefined || now === null ? undefined : part.toApi(now);
    if (value !== undefined) put(format, part.field.split('.'), value);
  }
  return fields.length > 0
    ? { format: format as api.Schema$CellFormat, fields: fields.join(',') }
    : undefined;
}

interface Part {
  readonly field: string;
  readonly toApi: (value: unknown) => unknown;
}

const isOn = (value: unknown): boolean =>
  value === 1 || (typeof value === 'object' && value !== null && (value as { s?: unknown }).s === 1);
const oneOf = (names: readonly (string | undefined)[]) => (value: unknown) => names[Number(value)];

const PARTS: Readonly<Record<string, Part>> = {
  bg: { field: 'backgroundColor', toApi: colourOf },
  cl: { field: 'textFormat.foregroundColor', toApi: colourOf },
  bl: { field: 'textFormat.bold', toApi: isOn },
  it: { field: 'textFormat.italic', toApi: isOn },
  ul: { field: 'textFormat.underline', toApi: isOn },
  st: { field: 'textFormat.strikethrough', toApi: isOn },
  ff: { field: 'textFormat.fontFamily', toApi: String },
  fs: { field: 'textFormat.fontSize', toApi: Number },
  ht: { field: 'horizontalAlignment', toApi: oneOf([undefined, 'LEFT', 'CENTER', 'RIGHT']) },
  vt: { field: 'verticalAlignment', toApi: oneOf([undefined, 'TOP', 'MIDDLE', 'BOTTOM']) },
  tb: { field: 'wrapStrategy', toApi: oneOf([undefined, 'OVERFLOW_CELL', 'CLIP', 'WRAP']) },
  bd: { field: 'borders', toApi: bordersOf },
};

function put(target: Record<string, unknown>, [first, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) target[first!] = value;
  else {
    target[first!] ??= {};
    put(target[first!] as Record<string, unknown>, rest, value);
  }
}

function colourOf(value: unknown): api.Schema$Color | undefined {
  const { rgb } = value as { rgb?: string | null };
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(rgb ?? '');
  const parts = hex?.slice(1).map((part) => Number.parseInt(part, 16)) ?? decimals(rgb ?? '');
  if (parts === undefined) return undefined;
  const [red, green, blue] = parts.map((part) => part / 255);
  return { red: red!, green: green!, blue: blue! };
}

const decimals = (text: string): number[] | undefined =>
  /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(text)?.slice(1).map(Number);

const LINES: Readonly<Record<number, string>> = {
  1: 'SOLID',
  3: 'DOTTED',
  4: 'DASHED',
  7: 'DOUBLE',
  8: 'SOLID_MEDIUM',
  13: 'SOLID_THICK',
};

function bordersOf(value: unknown): api.Schema$Borders {
  const sides = value as Partial<Record<'t' | 'r' | 'b' | 'l', { s?: number; cl?: unknown } | null>>;
  const border = (side: 't' | 'r' | 'b' | 'l'): api.Schema$Border | undefined => {
    const given = sides[side];
    const style = given?.s ? LINES[given.s] : undefined;
    return style === undefined ? undefined : { style, color: colourOf(given?.cl ?? {}) ?? {} };
  };
  const all = { top: border('t'), right: border('r'), bottom: border('b'), left: border('l') };
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined));
}
