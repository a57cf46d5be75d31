import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { UnitTarget } from '../../domain/campaign/criterion.ts';
import type { Validity } from '../../domain/campaign/validity.ts';
import type { Issues } from '../issues.ts';
import type { Criteria } from '../parse/criteria-csv.ts';
import type { Units } from '../parse/units-csv.ts';

/** What the rows of the tables must hold among themselves. */
export function checkTables(campaign: Campaign, criteria: Criteria, units: Units, issues: Issues): void {
  for (const { later, hasDates } of overlaps(
    campaign.criteria,
    (each) => each.code && `${each.track}/${each.code}`,
    issues,
  )) {
    const at = issues.at(later, hasDates ? 'valid_from' : 'code');
    const code = hasDates ? 'validity_overlaps' : 'code_repeated';
    issues.add({ code, what: 'criterion', value: later.code, at });
    criteria.spoil(later.track);
  }
  for (const { later, hasDates } of overlaps(units.all, (each) => each.id, issues)) {
    const at = issues.at(later, hasDates ? 'valid_from' : 'unit_id');
    const code = hasDates ? 'validity_overlaps' : 'code_repeated';
    issues.add({ code, what: 'unit', value: later.id, at });
  }
  for (const { earlier, later } of overlaps(campaign.targets, keyOfTarget, issues))
    issues.add({ code: 'row_repeated', earlier: issues.at(earlier).row ?? 0, at: issues.at(later) });
  checkSuccessors(units, issues);
  for (const track of campaign.tracks)
    if (criteria.isWhole(track.code) && !campaign.criteria.some((each) => each.track === track.code))
      issues.add({
        code: 'section_missing',
        section: 'criteria',
        track: track.code,
        at: { file: 'criteria.csv' },
      });
}

const keyOfTarget = ({ unitId, criterion }: UnitTarget): string => `${unitId}/${criterion}`;

/** A merged unit goes into another one of the register. */
function checkSuccessors(units: Units, issues: Issues): void {
  if (!units.isWhole) return;
  const ids = new Set(units.all.map((unit) => unit.id));
  for (const unit of units.all)
    if (unit.successor !== undefined && (unit.successor === unit.id || !ids.has(unit.successor)))
      issues.add({
        code: 'code_unknown',
        what: 'unit',
        value: unit.successor,
        at: issues.at(unit, 'successor'),
      });
}

/** Pairs of rows of one key that hold on one day; `later` stands below `earlier` in the file. */
function* overlaps<T extends Validity>(
  all: readonly T[],
  keyOf: (item: T) => string,
  issues: Issues,
): Generator<{ readonly earlier: T; readonly later: T; readonly hasDates: boolean }> {
  const positions = new Map(all.map((item, index) => [item, index]));
  for (const [key, rows] of Map.groupBy(all, keyOf)) {
    if (key === '' || rows.length === 1) continue;
    const dated = rows.filter((row) => isDated(row, issues));
    const byStart = dated.toSorted((a, b) => compare(a.validFrom ?? '', b.validFrom ?? ''));
    let [longest] = byStart;
    if (longest === undefined) continue;
    for (const row of byStart.slice(1)) {
      if (endOf(longest) >= (row.validFrom ?? '')) {
        const [earlier, later] =
          positions.get(longest)! < positions.get(row)! ? [longest, row] : [row, longest];
        const hasDates = [earlier, later].some(({ validFrom, validTo }) => validFrom || validTo);
        yield { earlier, later, hasDates };
      }
      if (endOf(row) > endOf(longest)) longest = row;
    }
  }
}

/** Dates that could not be read, or that go backwards, were told; they overlap nothing. */
function isDated(row: Validity, issues: Issues): boolean {
  if (issues.isUnread(row, 'valid_from') || issues.isUnread(row, 'valid_to')) return false;
  return row.validFrom === undefined || row.validFrom <= endOf(row);
}

const endOf = ({ validTo }: Validity): string => validTo ?? '9999-12-31';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
