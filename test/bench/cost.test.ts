import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { billOf, type Prices } from '../../bench/cost/bill.ts';
import { readCounts } from '../../bench/cost/counts.ts';
import { costPage } from '../../bench/cost/page.ts';
import prices from '../../bench/cost/prices.json' with { type: 'json' };

const counts = readCounts();

it('is what docs/cost.md says: npm run bench -- cost', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/cost.md'), 'utf8');
  expect(page).toBe(costPage(counts, prices));
});

it('bills nothing of what is free for a campaign that does nothing else', () => {
  const { lines } = billOf(counts, 48, prices);
  const paid = lines.filter(({ cost }) => cost > 0).map(({ what }) => what);
  expect(paid).not.toContain('Firestore, documents read');
  expect(paid).not.toContain('Cloud Run, processor');
});

it('adds up: the lines are the total, and more units or dearer reads never cost less', () => {
  const dearer: Prices = { ...prices, firestore: { ...prices.firestore, readsPer100k: 1 } };
  let before = 0;
  for (const units of [48, 100, 1_000, 5_000, 10_000, 20_000]) {
    const { lines, total, withoutFree } = billOf(counts, units, prices);
    expect(total).toBeCloseTo(
      lines.reduce((sum, { cost }) => sum + cost, 0),
      9,
    );
    expect(total).toBeGreaterThanOrEqual(before);
    expect(withoutFree).toBeGreaterThan(total);
    expect(billOf(counts, units, dearer).total).toBeGreaterThanOrEqual(total);
    before = total;
  }
});
