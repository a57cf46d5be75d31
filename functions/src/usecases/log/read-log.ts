import type { LogEntry } from '../../ports/log.ts';
import type { Reader } from '../../ports/store.ts';
import { periodOf, setupOf } from '../rules-of.ts';

/** An entry, and the name of the unit it is about. */
export interface NamedEntry {
  readonly entry: LogEntry;
  readonly unitName?: string;
}

/** Newest first; of one period alone where it is named. Throws AppError not_found for a period that never was. */
export async function readLog(
  reader: Reader,
  { period: id, most = 100 }: { readonly period?: string | undefined; readonly most?: number | undefined },
): Promise<readonly NamedEntry[]> {
  const { campaign } = await setupOf(reader);
  const period = id === undefined ? undefined : periodOf(campaign, id).id;
  const names = new Map(campaign.units.map((unit) => [unit.id, unit.name]));
  return (await reader.log(most, period)).map((entry) => {
    const unitName = entry.unitId === undefined ? undefined : names.get(entry.unitId);
    return { entry, ...(unitName !== undefined && { unitName }) };
  });
}
