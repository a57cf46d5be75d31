import type { Memory } from '../desk.ts';

/**
 * The workbook's document properties: shared by everybody who opens it, gone with a copy. A value may have 9 KB, so
 * longer texts are kept in parts: "name", "name+1", … All are read in one go, when first asked for, and again when
 * they are to be forgotten: then other runs may have written.
 */
export function openMemory(properties: KeptTexts): Memory & { readonly forget: () => void } {
  let cached: Record<string, string> | undefined;
  const all = (): Record<string, string> => {
    cached ??= properties.getProperties();
    return cached;
  };
  const partsOf = (name: string): readonly string[] => {
    const parts: string[] = [];
    for (let i = 0; all()[partName(name, i)] !== undefined; i += 1) parts.push(all()[partName(name, i)]!);
    return parts;
  };
  return {
    read(name) {
      const text = partsOf(name).join('');
      return text === '' ? undefined : text;
    },
    write(name, text) {
      const before = partsOf(name);
      if (before.join('') === text) return;
      const parts = Object.fromEntries(split(text).map((part, i) => [partName(name, i), part]));
      const gone = before.map((_, i) => partName(name, i)).filter((part) => parts[part] === undefined);
      if (text !== '') properties.setProperties(parts);
      for (const part of gone) properties.deleteProperty(part);
      cached = { ...all(), ...parts };
      for (const part of gone) delete cached[part];
    },
    forget() {
      cached = undefined;
    },
  };
}

/** As much of Google's property stores as is used. */
export interface KeptTexts {
  getProperties(): Record<string, string>;
  setProperties(properties: Record<string, string>): unknown;
  deleteProperty(name: string): unknown;
}

/** Nine kilobytes are three thousand characters of three bytes each; some are left for the name. */
const PART_CHARACTERS = 2800;

const partName = (name: string, part: number): string => (part === 0 ? name : `${name}+${part}`);

function split(text: string): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += PART_CHARACTERS) parts.push(text.slice(at, at + PART_CHARACTERS));
  return parts;
}
