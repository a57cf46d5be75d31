import { expect, it } from 'vitest';
import { sameMinute } from './minute.ts';
import { showReport } from './report.ts';

it('loses nothing and does nothing twice when all units send at once while another month is published', async () => {
  const report = await sameMinute({ units: 30, seed: 5, withinMs: 0 });
  expect(report.faults, showReport(report)).toEqual([]);
  expect(report.measured.filter(({ call }) => call === 'submit-form').length).toBeGreaterThanOrEqual(30);
});
