import { z } from 'zod';
import { type Criterion, needsTarget, type UnitTarget } from '../../domain/campaign/criterion.ts';
import { checkSpan } from '../check/checks.ts';
import type { Issues } from '../issues.ts';
import type { Criteria } from './criteria-csv.ts';
import { code, day, decimalAboveZero } from './fields.ts';
import { readRows } from './read-rows.ts';
import type { Units } from './units-csv.ts';

export const TARGETS_FILE = 'targets.csv';

export const targetRow = z.strictObject({
  unit_id: code('unit'),
  criterion: code('criterion'),
  target: decimalAboveZero,
  valid_from: day.optional(),
  valid_to: day.optional(),
});

/** Reads the units' own targets. */
export function readTargets(
  text: string,
  units: Units,
  criteria: Criteria,
  issues: Issues,
): readonly UnitTarget[] {
  const { rows } = readRows(TARGETS_FILE, text, { schema: targetRow, numbers: ['target'] }, issues);
  const tracksOf = new Map<string, Set<string>>();
  for (const unit of units.all) tracksOf.set(unit.id, (tracksOf.get(unit.id) ?? new Set()).add(unit.track));
  const criteriaOf = Map.groupBy(criteria.all, criterionKey);
  return rows.flatMap(({ read }): UnitTarget[] => {
    checkSpan(read.valid_from, read.valid_to, read, 'valid_to', issues);
    const { unit_id: unitId, criterion, target } = read;
    const tracks = unitId === undefined ? undefined : tracksOf.get(unitId);
    if (unitId !== undefined && !tracks && units.isWhole)
      issues.add({ code: 'code_unknown', what: 'unit', value: unitId, at: issues.at(read, 'unit_id') });
    if (criterion !== undefined && tracks) {
      const named = [...tracks].flatMap((track) => criteriaOf.get(`${track}/${criterion}`) ?? []);
      checkNamed(named, [...tracks].every(criteria.isWhole), criterion, read, issues);
    }
    if (unitId === undefined || criterion === undefined || target === undefined) return [];
    const validity = {
      ...(read.valid_from && { validFrom: read.valid_from }),
      ...(read.valid_to && { validTo: read.valid_to }),
    };
    return [issues.placeLike({ unitId, criterion, target, ...validity }, read)];
  });
}

const criterionKey = ({ track, code: name }: Criterion) => `${track}/${name}`;

/** A target belongs to a criterion of the unit's own track that has one. */
function checkNamed(
  named: readonly Criterion[],
  isWhole: boolean,
  criterion: string,
  row: object,
  issues: Issues,
): void {
  const at = issues.at(row, 'criterion');
  if (named.length === 0 && isWhole)
    issues.add({ code: 'code_unknown', what: 'criterion', value: criterion, at });
  if (named.length > 0 && isWhole && !named.some(needsTarget))
    issues.add({ code: 'parameter_unknown', parameter: 'target', kind: named[0]!.scoring.kind, at });
}
