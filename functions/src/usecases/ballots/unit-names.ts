import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Rules } from '../../domain/evaluation/period-inputs.ts';

/** A unit's name in the period; of one that was not there then, the last it had. */
export function unitNames({ units }: Pick<Campaign, 'units'>, rules: Rules): (unitId: string) => string {
  const known = new Map([...units, ...rules.units].map(({ id, name }) => [id, name]));
  return (unitId) => known.get(unitId) ?? unitId;
}
