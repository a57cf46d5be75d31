/** A positive 31-bit id that is the same in every run: FNV-1a of the text, moved on past ids already taken. */
export function stableId(text: string, taken: { has(id: number): boolean } = new Set<number>()): number {
  let id = hashOf(text) & 0x7fffffff || 1;
  while (taken.has(id)) id = (id + 1) & 0x7fffffff || 1;
  return id;
}

/** The id a tab of ours gets when it is made, unless it is taken. */
export function sheetIdOf(tabKey: string, taken?: { has(id: number): boolean }): number {
  return stableId(`tab/${tabKey}`, taken);
}

/** FNV-1a, eight hex digits: enough to notice that a description changed. */
export function fingerprintOf(value: unknown): string {
  return (hashOf(JSON.stringify(value)) >>> 0).toString(16).padStart(8, '0');
}

/** FNV-1a, 32 bits, signed. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
