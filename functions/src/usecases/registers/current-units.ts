import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Day } from '../../domain/campaign/period.ts';
import type { Unit } from '../../domain/campaign/unit.ts';
import { isValidOn } from '../../domain/campaign/validity.ts';
import type { OpenedPeriod } from '../publishing/snapshot.ts';

/**
 * Units that are there today or in the newest opened period: what happened in a month is entered after it, also by a
 * unit that was merged away on its last day. By id, each as it is called last.
 */
export function currentUnits(
  { units }: Pick<Campaign, 'units'>,
  periods: readonly OpenedPeriod[],
  today: Day,
): ReadonlyMap<string, Unit> {
  const days = [periods.at(-1)?.period.to ?? today, today].sort();
  return new Map(
    days.flatMap((day) =>
      units.filter((unit) => isValidOn(unit, day)).map((unit) => [unit.id, unit] as const),
    ),
  );
}
