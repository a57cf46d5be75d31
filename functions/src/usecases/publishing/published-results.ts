import type { PublishedResult } from '../../workbooks/published.ts';
import type { OpenedPeriod, PublishedPeriod, Snapshot } from './snapshot.ts';

/** Every published period as workbooks show it, in the calendar's order. */
export async function publishedResults(snapshot: Snapshot): Promise<readonly PublishedResult[]> {
  const published = await publishedPeriods(snapshot);
  return (await Promise.all(published.map((period) => snapshot.published(period)))).map(shown);
}

/** The same as far as one unit's explanations tell of them. */
export async function publishedAround(
  unitId: string,
  snapshot: Snapshot,
): Promise<readonly PublishedResult[]> {
  const published = await publishedPeriods(snapshot);
  return (await Promise.all(published.map((period) => snapshot.publishedAround(period, unitId)))).map(shown);
}

async function publishedPeriods(snapshot: Snapshot): Promise<readonly OpenedPeriod[]> {
  return (await snapshot.periods()).filter(({ record }) => record.publishedVersion > 0);
}

export function shown({ period, record, rules, stored }: PublishedPeriod): PublishedResult {
  return { period, record, rules, version: stored.version, result: stored.result };
}
