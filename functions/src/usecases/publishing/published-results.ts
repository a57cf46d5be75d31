import type { PublishedResult } from '../../workbooks/published.ts';
import type { OpenedPeriod, PublishedPeriod, Snapshot } from './snapshot.ts';

/**
 * Every published period as workbooks show it, in the calendar's order. Read one after the other: of ten thousand units
 * each is 30 million characters of text for as long as it is read.
 */
export async function publishedResults(snapshot: Snapshot): Promise<readonly PublishedResult[]> {
  const results: PublishedResult[] = [];
  for (const period of await publishedPeriods(snapshot))
    results.push(shown(await snapshot.published(period)));
  return results;
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
