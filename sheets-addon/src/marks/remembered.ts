import type { Paint } from './paint.ts';
import type { KnownMarks } from './plan-marks.ts';

/** Marks as a text for the workbook's properties: the names of marked cells under the colour they had. */
export function formatMarks(marks: KnownMarks): string {
  const byPaint: Record<Paint, string[]> = {};
  for (const [name, paint] of marks) {
    byPaint[paint] ??= [];
    byPaint[paint].push(name);
  }
  return marks.size === 0 ? '' : JSON.stringify(byPaint);
}

/** What formatMarks wrote; nothing for what cannot be read. */
export function parseMarks(text: string | undefined): KnownMarks {
  const marks = new Map<string, Paint>();
  try {
    for (const [paint, names] of Object.entries(JSON.parse(text || '{}') as Record<Paint, string[]>))
      for (const name of names) marks.set(name, paint);
  } catch {
    return new Map();
  }
  return marks;
}
