/**
 * Our part of a cell's note: a block of its own below whatever people wrote there, so that it can be taken away
 * without touching a letter of theirs.
 */
export function withMark(own: string, texts: readonly string[]): string {
  const block = [BEGIN, ...texts.map(harmless), END].join('\n');
  return own === '' ? block : `${own}${GAP}${block}`;
}

/** The note as people wrote it; what they typed after our block stays. */
export function withoutMark(note: string): string {
  let rest = note;
  for (let begin = rest.indexOf(BEGIN); begin >= 0; begin = rest.indexOf(BEGIN)) {
    const end = rest.indexOf(END, begin + BEGIN.length);
    if (end < 0) return rest;
    const before = rest.slice(0, begin);
    const after = rest.slice(end + END.length);
    rest = `${before.endsWith(GAP) ? before.slice(0, -GAP.length) : before}${after}`;
  }
  return rest;
}

export function hasMark(note: string): boolean {
  return withoutMark(note) !== note;
}

const BEGIN = '▼ Thi đua: cần sửa';
const END = '▲ Thi đua';
const GAP = '\n\n';

/** An issue may quote what stood in a cell, and that may look like our own lines. */
function harmless(text: string): string {
  return text.replace(/[▼▲]/g, '');
}
