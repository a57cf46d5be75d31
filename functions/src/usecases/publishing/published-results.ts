import type { PublishedResult } from '../../workbooks/published.ts';
import type { PublishedPeriod, Snapshot } from './snapshot.ts';

/** Every published period as workbooks show it, in the calendar's order. */
export async function publishedResults(snapshot: Snapshot): Promise<readonly PublishedResult[]> {
  const published = (await snapshot.periods()).filter(({ record }) => record.publishedVersion > 0);
  return (await Promise.all(published.map((period) => snapshot.published(period)))).map(shown);
}

export function shown({ period, record, rules, stored }: PublishedPeriod): PublishedResult {
  return { period, record, rules, version: stored.version, result: stored.result };
}
