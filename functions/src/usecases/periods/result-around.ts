import type { PeriodResult } from '../../domain/evaluation/period-result.ts';
import { neighboursOf } from '../../messages/vi/explanation/explain-place.ts';
import type { ResultInParts } from '../../ports/result.ts';

/** What explaining one unit takes of a result: of the units it alone, first, and those that it is compared with. */
export async function resultAround(stored: ResultInParts, unitId: string): Promise<PeriodResult> {
  const [unit, rest] = await Promise.all([stored.unit(unitId), stored.rest()]);
  if (unit === undefined) return { ...rest, units: [] };
  const neighbours = await Promise.all(neighboursOf(unit).map((id) => stored.unit(id)));
  return { ...rest, units: [unit, ...neighbours.filter((each) => each !== undefined)] };
}
