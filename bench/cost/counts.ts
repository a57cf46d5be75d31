import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MonthCounts } from './count-month.ts';

export const COUNTED = join(import.meta.dirname, 'counts.json');

/** A month of few units and one of many, as they were counted last. */
export function readCounts(): readonly [MonthCounts, MonthCounts] {
  return JSON.parse(readFileSync(COUNTED, 'utf8'));
}
