import type { Campaign } from '../../functions/src/domain/campaign/campaign.ts';
import { evaluatePeriod } from '../../functions/src/domain/evaluation/evaluate-period.ts';
import { historyFor } from '../../functions/src/domain/evaluation/history.ts';
import type { UnitInput } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { PeriodRecord } from '../../functions/src/ports/period.ts';
import type { PublishedResult } from '../../functions/src/workbooks/published.ts';
import { inputsOf, periodId } from '../domain/build/campaign.ts';

const AT = new Date('2024-04-16T01:00:00Z');

/** Months of one campaign, each evaluated after the ones before it and published once. */
export function publishedMonths(
  campaign: Campaign,
  months: Readonly<Record<string, readonly UnitInput[]>>,
): readonly PublishedResult[] {
  const published: PublishedResult[] = [];
  for (const [id, submissions] of Object.entries(months)) {
    const inputs = inputsOf(campaign, submissions, { period: id });
    const { period } = inputs.rules;
    const results = published.map(({ result }) => result);
    const history = historyFor(period, campaign.calendar, results);
    const result = evaluatePeriod({ ...inputs, history });
    published.push({ period, version: 1, rules: inputs.rules, result, record: recordOf(id) });
  }
  return published;
}

export function recordOf(id: string, parts: Partial<PeriodRecord> = {}): PeriodRecord {
  return {
    period: periodId(id),
    revision: 4,
    state: 'published',
    ballot: 'not_held',
    deadlineAt: new Date('2024-04-05T16:59:59.999Z'),
    changedAt: AT,
    changedBy: 'officer@x.example',
    resultVersion: 1,
    publishedVersion: 1,
    publications: [{ version: 1, at: AT, by: 'officer@x.example' }],
    reopenings: [],
    ...parts,
  };
}
